from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from briefs.files.inner_folder import InnerFolder
from briefs.model.library import ABOUT
from briefs.pipeline.inputs import Inputs
from briefs.preview.answers.editor_links import Links
from briefs.preview.editing.block_source import version_of
from briefs.preview.editing.saving_edit import EarlierContents, save_edit
from briefs.preview.shown.editing_views import Edit, Saved
from tests.builders import contents
from tests.preview.editing.conftest import benefits_of, edit_of

NEW = "Waiting: less"


def saved(inputs: Inputs, edit: Edit, earlier: EarlierContents | None = None) -> Saved:
    return save_edit(inputs, edit, Links(inputs.project.root), earlier or EarlierContents())


def test_only_the_value_is_written_and_the_mode_of_the_file_stays(copied: Inputs) -> None:
    file = benefits_of(copied)
    file.chmod(0o640)
    before = contents(copied.seed)
    answer = saved(copied, edit_of(copied, "ben.waiting", "basis.short", NEW))
    assert (answer.outcome, answer.before, answer.explained) == ("saved", "More bicycles", "")
    assert answer.link is not None
    assert (answer.link.path, answer.link.line) == ("seeds/harbour/blocks/benefits.yaml", 8)
    expected = before["blocks/benefits.yaml"].replace(b"short: More bicycles", b'short: "Waiting: less"')
    assert contents(copied.seed) == {**before, "blocks/benefits.yaml": expected}
    assert answer.version == version_of(expected)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_what_is_there_already_is_not_written(copied: Inputs) -> None:
    state = benefits_of(copied).stat().st_mtime_ns
    answer = saved(copied, edit_of(copied, "ben.waiting", "basis.short", "  More bicycles\n"))
    assert answer.outcome == "unchanged"
    assert benefits_of(copied).stat().st_mtime_ns == state


def test_the_sentence_on_what_briefs_summarize_is_saved_in_its_own_file(copied: Inputs) -> None:
    file = copied.seed / "report.yaml"
    before = file.read_text()
    assert saved(copied, edit_of(copied, ABOUT, "text", "Summarizes what keepers asked.")).outcome == "saved"
    assert file.read_text() == before.replace("what some keepers asked the board.", "what keepers asked.")


def test_a_value_that_somebody_else_changed_is_a_conflict(copied: Inputs) -> None:
    edit = edit_of(copied, "ben.waiting", "basis.short", NEW, before="More bicycles")
    file = benefits_of(copied)
    file.write_text(theirs := file.read_text().replace("More bicycles", "Fewer bicycles"))
    answer = saved(copied, edit)
    assert (answer.outcome, answer.theirs) == ("conflict", "Fewer bicycles")
    assert answer.explained == "somebody changed it meanwhile; nothing was saved"
    assert answer.version == version_of(theirs.encode())
    assert file.read_text() == theirs
    again = saved(copied, Edit("harbour", "ben.waiting", "basis.short", NEW, answer.version))
    assert again.outcome == "saved"  # whoever has seen theirs can write over it


def test_other_changes_of_the_file_stay_if_the_value_is_as_it_was_shown(copied: Inputs) -> None:
    edit = edit_of(copied, "ben.waiting", "basis.short", NEW, before="More bicycles")
    file = benefits_of(copied)
    file.write_text(theirs := file.read_text().replace("'Old'", "'Older'").replace("# Waiting", "# Waiting\n  # long"))
    answer = saved(copied, edit)
    assert (answer.outcome, answer.explained) == (
        "saved",
        "somebody changed other parts of the file meanwhile; their changes stay",
    )
    assert file.read_text() == theirs.replace("More bicycles", '"Waiting: less"')


def test_what_was_shown_may_have_other_line_ends(copied: Inputs) -> None:
    edit = edit_of(copied, "ben.waiting", "basis.short", NEW, before="More\r\nbicycles ")
    file = benefits_of(copied)
    file.write_text(file.read_text().replace("'Old'", "'Older'"))
    assert saved(copied, edit).outcome == "saved"


def test_any_change_is_a_conflict_if_it_is_not_known_what_was_shown(copied: Inputs) -> None:
    edit = edit_of(copied, "ben.waiting", "basis.short", NEW)
    file = benefits_of(copied)
    file.write_text(file.read_text().replace("'Old'", "'Older'"))
    assert saved(copied, edit).outcome == "conflict"


def test_another_passage_is_a_conflict_for_wording_and_none_for_an_audience(copied: Inputs) -> None:
    wording = edit_of(copied, "ben.boats", "short", NEW, before="")
    audience = edit_of(copied, "ben.boats", "audiences.clerks", "must", before="never")
    assert copied.hashes["seeds/harbour/blocks/benefits.yaml"] == wording.version
    file = benefits_of(copied)
    file.write_text(file.read_text().replace('indirect, anchor: "Ferries', 'indirect, anchor: "that share a'))
    answer = saved(copied, wording)
    assert answer.outcome == "conflict"
    assert answer.explained.startswith("somebody changed the passage that it rests on meanwhile")
    assert saved(copied, audience).outcome == "saved"


def test_a_file_that_is_written_at_the_same_moment_is_read_again(
    copied: Inputs, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = benefits_of(copied)
    written: list[str] = []
    write_beside = InnerFolder.write_beside

    def overtaken(self: InnerFolder, name: str, content: bytes, mode: int | None = None) -> None:
        if not written:
            written.append(file.read_text())
            file.write_text(written[0].replace("'Old'", "'Older'"))
        write_beside(self, name, content, mode)

    monkeypatch.setattr(InnerFolder, "write_beside", overtaken)
    edit = edit_of(copied, "ben.waiting", "basis.short", NEW, before="More bicycles")
    assert saved(copied, edit).outcome == "saved"
    assert file.read_text() == written[0].replace("'Old'", "'Older'").replace("More bicycles", '"Waiting: less"')


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("sort", "", 'sort of "ben.waiting" cannot be empty: every block of this kind needs it'),
        ("sort", "partly", 'sort of "ben.waiting" cannot be "partly"; choose one of: direct, indirect'),
        ("audiences.clerks", "perhaps", 'audiences.clerks of "ben.waiting" cannot be "perhaps"; choose one of: must,'),
        ("ask", "a\x00b", '"ask": the character U+0000 cannot be printed'),
        ("ask", "a\ud800b", "cannot be written there"),
        ("ask", "\u202eback", '"ask": the character U+202E cannot be printed'),
        ("short", "w " * 3000, 'short of "ben.waiting" has 5,999 characters; at most 5,000 are saved from here'),
        ("id", "ben.other", '"id" of "ben.waiting" cannot be changed here'),
        ("../../x", "y", '"../../x" of "ben.waiting" cannot be changed here'),
    ],
)
def test_what_a_block_cannot_hold_is_refused_in_words(copied: Inputs, name: str, value: str, said: str) -> None:
    before = contents(copied.project.root)
    answer = saved(copied, edit_of(copied, "ben.waiting", name, value))
    assert answer.outcome == "refused"
    assert answer.explained.startswith("nothing was saved: ")
    assert said in answer.explained
    assert contents(copied.project.root) == before


def test_what_the_checks_find_keeps_nobody_from_saving(copied: Inputs) -> None:
    assert saved(copied, edit_of(copied, "ben.waiting", "short", "All 99 pirates agreed")).outcome == "saved"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Path.unlink, "seeds/harbour/blocks/benefits.yaml"),
        (lambda file: file.write_text("kind: benefit\nblocks: [\n"), "seeds/harbour/blocks/benefits.yaml:"),
        (lambda file: file.write_bytes(b"\xff\xfea\x00"), "saved as UTF-16"),
        (lambda file: file.write_text(file.read_text().replace("ben.boats", "ben.ships")), "is no longer in"),
        (lambda file: file.chmod(0o440), "may only be read; allow writing it, then save again"),
        (
            lambda file: file.rename(file.with_suffix(".old")) and file.mkdir(),
            "cannot read seeds/harbour/blocks/benefits",
        ),
    ],
)
def test_a_file_that_cannot_be_written_is_refused_in_words(copied: Inputs, change: object, said: str) -> None:
    edit = edit_of(copied, "ben.boats", "note", NEW)
    assert callable(change)
    change(benefits_of(copied))
    answer = saved(copied, edit)
    assert answer.outcome == "refused"
    assert said in answer.explained


def test_links_are_not_written_through(copied: Inputs) -> None:
    edit, file = edit_of(copied, "ben.boats", "note", NEW), benefits_of(copied)
    file.rename(kept := file.with_suffix(".kept"))
    file.symlink_to(kept)
    content = kept.read_bytes()
    assert "is a link to another file" in saved(copied, edit).explained
    assert (file.is_symlink(), kept.read_bytes()) == (True, content)


@pytest.mark.parametrize(
    ("block", "name", "value"),
    [
        ("ben.waiting", "short", ""),  # with its own anchors
        ("ben.waiting", "audiences.captains", ""),
        ("ben.waiting", "ask", "Wait"),
        ("ben.boats", "audiences.captains", "must"),
    ],
)
def test_an_edit_that_is_undone_leaves_the_same_bytes(copied: Inputs, block: str, name: str, value: str) -> None:
    before, earlier = benefits_of(copied).read_bytes(), EarlierContents()
    done = saved(copied, edit_of(copied, block, name, value), earlier)
    assert done.outcome == "saved"
    assert benefits_of(copied).read_bytes() != before
    undone = saved(copied, Edit("harbour", block, name, done.before, done.version, before=value), earlier)
    assert undone.outcome == "saved"
    assert benefits_of(copied).read_bytes() == before


def test_an_edit_is_undone_as_a_value_if_the_file_was_changed_since(copied: Inputs) -> None:
    file, earlier = benefits_of(copied), EarlierContents()
    done = saved(copied, edit_of(copied, "ben.waiting", "basis.short", NEW), earlier)
    file.write_text(theirs := file.read_text().replace("'Old'", "'Older'"))
    undone = saved(copied, Edit("harbour", "ben.waiting", "basis.short", done.before, done.version, NEW), earlier)
    assert undone.outcome == "saved"
    assert file.read_text() == theirs.replace("Waiting: less", "More bicycles")


def test_it_is_told_if_anchors_go_with_a_form(copied: Inputs) -> None:
    assert saved(copied, edit_of(copied, "ben.waiting", "short", "")).explained == "its own anchors went with it"
    assert saved(copied, edit_of(copied, "ben.waiting", "basis.short", "")).explained == ""


def test_edits_at_the_same_moment_are_all_saved(copied: Inputs) -> None:
    values = {("ben.waiting", "basis.short"): "More bicycles", ("ben.waiting", "note"): "Old", ("ben.boats", "ask"): ""}

    def work(block: str, name: str, before: str) -> list[str]:
        outcomes: list[str] = []
        for number in range(8):
            edit = edit_of(copied, block, name, f"{name} {number}", before)
            outcomes.append(saved(copied, edit).outcome)
            before = f"{name} {number}"
        return outcomes

    with ThreadPoolExecutor() as threads:
        results = [threads.submit(work, *spot, before) for spot, before in values.items()]
    assert {outcome for one in results for outcome in one.result()} == {"saved"}
    text = benefits_of(copied).read_text()
    assert all(f"{name} 7" in text for _, name in values)


def test_only_the_latest_edits_are_kept_for_undoing(copied: Inputs) -> None:
    earlier = EarlierContents()
    for number in range(25):
        saved(copied, edit_of(copied, "ben.waiting", "note", f"Note {number}"), earlier)
    assert len(earlier._kept) == 20
