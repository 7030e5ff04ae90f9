"""Files are out of date if what they were made from has changed, or if nothing makes them any more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefs.model.brief_key import BriefKey
from briefs.output.stale import Sources, marked_stale, stale_files, without_stale
from tests.output.builders import entry

BEFORE = {
    "seeds/r/report.txt": "1",
    "templates/a.md": "1",
    "templates/b.md": "1",
    "templates/layout/print.css": "1",
}
TEMPLATES = {BriefKey("a"): "templates/a.md", BriefKey("b"): "templates/b.md"}


def listed(name: str, **values: Any) -> dict[str, Any]:
    """The entry of a file of the brief for the audience that `name` begins with; its Document is "d"."""
    return {**entry(name, "built"), "report": "r", "audience": name[0], "edition": {"sha256": "d"}, **values}


def marked(
    folder: Path,
    *entries: dict[str, Any],
    written: tuple[str, ...] = (),
    gone: tuple[str, ...] = (),
    templates: dict[BriefKey, str] = TEMPLATES,
    **changed: str,
) -> dict[str, str]:
    """The files that are out of date now that the hashes of some inputs have `changed`."""
    for one in entries:
        (folder / one["path"]).write_text("built")
    manifest = {"files": list(entries), "inputs": {"a": {"files": BEFORE}}, "superseded": []}
    now = {path: changed.get(path.rpartition("/")[2].replace(".", "_"), digest) for path, digest in BEFORE.items()}
    return stale_files(marked_stale(folder, manifest, written, {"r": Sources(now, templates)}, gone))


def test_nothing_is_out_of_date_if_nothing_has_changed(tmp_path: Path) -> None:
    assert marked(tmp_path, listed("a.pdf"), listed("b.pdf", stale="before")) == {}


def test_a_changed_input_is_named(tmp_path: Path) -> None:
    assert marked(tmp_path, listed("a.pdf"), report_txt="2", a_md="2", print_css="2") == {
        "a.pdf": "seeds/r/report.txt and 2 other files have changed since it was built"
    }
    assert marked(tmp_path, listed("a.pdf"), print_css="2") == {
        "a.pdf": "templates/layout/print.css has changed since it was built"
    }


def test_the_template_of_another_brief_does_not_matter(tmp_path: Path) -> None:
    assert marked(tmp_path, listed("a.pdf"), listed("b.pdf"), b_md="2") == {
        "b.pdf": "templates/b.md has changed since it was built"
    }


def test_a_brief_without_template_or_report_is_made_no_more(tmp_path: Path) -> None:
    only_a = {BriefKey("a"): "templates/a.md"}
    assert marked(tmp_path, listed("b.pdf"), listed("a.pdf", product="list"), templates=only_a) == {
        "b.pdf": "no template makes the brief for b any more",
        "a.pdf": 'no template makes the product "list" for a any more',
    }
    assert marked(tmp_path, listed("a.pdf", report="s"), gone=("s",)) == {"a.pdf": 'there is no report "s" any more'}


def test_another_format_of_the_same_edition_must_say_the_same(tmp_path: Path) -> None:
    new = listed("a.docx", edition={"sha256": "e"})
    other = {"a.pdf": "a.docx was built since, and says something else"}
    assert marked(tmp_path, listed("a.pdf"), new, written=("a.docx",)) == other
    cleared = listed("a.pdf", status="cleared")
    assert marked(tmp_path, cleared, new, written=("a.docx",)) == {}


def test_another_version_may_say_something_else(tmp_path: Path) -> None:
    old = listed("a.pdf", version="1.0")
    new = listed("a2.pdf", version="1.1", edition={"sha256": "other"})
    assert marked(tmp_path, old, new, written=("a2.pdf",)) == {}


def test_a_file_that_says_the_same_as_a_new_one_may_only_look_old(tmp_path: Path) -> None:
    files = listed("a.pdf"), listed("a.docx")
    assert marked(tmp_path, *files, written=("a.docx",), report_txt="2") == {}
    assert list(marked(tmp_path, *files, written=("a.docx",), print_css="2")) == ["a.pdf"]


def test_a_report_that_is_not_built_keeps_its_marks(tmp_path: Path) -> None:
    assert marked(tmp_path, listed("a.pdf", report="s", stale="before")) == {"a.pdf": "before"}


def test_a_file_that_is_not_there_cannot_be_out_of_date(tmp_path: Path) -> None:
    manifest = {"files": [listed("a.pdf")], "inputs": {}, "superseded": []}
    assert stale_files(marked_stale(tmp_path, manifest, (), {"r": Sources(BEFORE, {})}, ())) == {}


@pytest.mark.parametrize("content", ["built", "mine"])
def test_what_is_out_of_date_goes_unless_it_was_edited(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.pdf").write_text(content)
    (tmp_path / "b.pdf").write_text("built")
    manifest = {"files": [listed("a.pdf", stale="old"), listed("b.pdf")], "superseded": []}
    left = without_stale(manifest, tmp_path)
    stays = content == "mine"
    assert [one["path"] for one in left["files"]] == (["a.pdf", "b.pdf"] if stays else ["b.pdf"])
    assert [one["path"] for one in left["superseded"]] == ([] if stays else ["a.pdf"])
