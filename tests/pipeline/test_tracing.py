"""Where the sentences of files come from, and what in them is not what was built."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.trace import Trace, trace_json
from briefs.pipeline.tracing import TraceOrder, trace
from briefs.verification.reading_apart import contents_of
from tests.cleared_harbour import CAPTAINS, copy_of_build
from tests.distribution import distributed, folder_of, write_harbour
from tests.projects import run

PDF, WORD, PAGE = (f"{CAPTAINS}_v1.1_cleared.{suffix}" for suffix in ("pdf", "docx", "html"))
TIMETABLE = "Most keepers agreed that a shared timetable would much reduce waiting."
FERRIES = "Ferries that share a timetable could carry more bicycles in the winter months"
FACTS = "seeds/harbour/blocks/fact.yaml"


@pytest.fixture(autouse=True)
def _in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read here, which is faster; tests/verification/test_reading_apart.py reads them apart."""
    for module in ("verifying", "read_verdict", "tracing"):
        monkeypatch.setattr(f"briefs.pipeline.{module}.read_apart", contents_of)


def traced(file: Path, project: Path | None, build: Path | None = None) -> Trace:
    return trace(TraceOrder(file, build or (project / "build" if project else None), (), project))


def changed(path: Path, target: Path, *changes: tuple[str, str]) -> Path:
    """The HTML or Word file at `path` with changes, at `target`."""

    def apply(content: bytes) -> bytes:
        for old, new in changes:
            assert old.encode() in content
            content = content.replace(old.encode(), new.encode())
        return content

    if path.suffix == ".html":
        target.write_bytes(apply(path.read_bytes()))
        return target
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(target, "w") as made:
        for name in package.namelist():
            content = package.read(name)
            made.writestr(name, apply(content) if name == "word/document.xml" else content)
    return target


def differences(done: Trace) -> list[tuple[str, str, str]]:
    return [(one.fate, one.text, one.now) for one in done.sentences if not one.is_as_built]


@pytest.mark.parametrize("name", [PDF, WORD, PAGE])
def test_each_sentence_of_a_file_as_built_has_its_form_and_passage(cleared_harbour: Path, name: str) -> None:
    done = traced(cleared_harbour / "build" / name, cleared_harbour)
    assert done.is_as_built
    assert differences(done) == []
    by_text = {one.text: one for one in done.sentences}
    (edited,) = by_text[TIMETABLE].forms
    assert (edited.form, edited.wording, edited.path, edited.line) == ("fact.timetable/short", "edited", FACTS, 5)
    assert [(one.address, one.lines) for one in edited.passages] == [("I ¶ 1", (3,))]
    (quoted,) = by_text[FERRIES].forms
    assert (quoted.form, quoted.wording, quoted.line) == ("fact.bicycles/verbatim", "quoted", 9)
    assert by_text[TIMETABLE].place == "paragraph 1"


def test_words_of_the_template_are_told_as_such_with_their_line(cleared_harbour: Path) -> None:
    done = traced(cleared_harbour / "build" / PAGE, cleared_harbour)
    places = {one.text: (one.role, one.path, one.line) for one in done.sentences if not one.forms}
    lines = (cleared_harbour / "templates/captains.md").read_text().splitlines()
    assert places["Issue"] == ("heading", "templates/captains.md", lines.index("## Issue") + 1)
    assert places["What a timetable could change"][:2] == ("title", "templates/captains.md")
    assert places["Harbour Board"] == ("furniture", "", 0)
    about = next(one.forms[0] for one in done.sentences if one.role == "about")
    assert (about.path, about.passages[0].address) == ("seeds/harbour/report.yaml", "I ¶ 3")


@pytest.mark.parametrize("name", [WORD, PAGE])
def test_a_file_that_came_back_changed_says_what_was_built(cleared_harbour: Path, tmp_path: Path, name: str) -> None:
    file = changed(
        cleared_harbour / "build" / name,
        tmp_path / f"back{Path(name).suffix}",
        ("much reduce", "end"),
        ("winter months", "winter months. Nobody minds"),
    )
    done = traced(file, cleared_harbour)
    assert not done.is_as_built
    assert differences(done) == [
        ("changed", TIMETABLE, TIMETABLE.replace("much reduce", "end")),
        ("changed", FERRIES, f"{FERRIES}. Nobody minds"),
    ]
    assert done.sentences[[one.fate for one in done.sentences].index("changed")].forms[0].form == "fact.timetable/short"
    assert done.counted()["changed"] == 2


def test_what_was_added_is_looked_for_among_the_blocks_and_in_the_report(cleared_harbour: Path, tmp_path: Path) -> None:
    spoken = "The keeper spoke for the small boats of the east quay."
    more = ("<h2", f"<p>{spoken}</p><h2")
    file = changed(cleared_harbour / "build" / PAGE, tmp_path / "a.html", more)
    added = next(one for one in traced(file, cleared_harbour).sentences if one.fate == "added")
    assert [(one.form, one.wording, one.passages[0].address) for one in added.forms] == [("", "quoted", "fn 1")]
    assert added.likeness == 1


def test_a_file_that_names_no_edition_is_known_by_its_words(cleared_harbour: Path, tmp_path: Path) -> None:
    name = '<meta name="dcterms.identifier" content="HB/CAP 1.1 cleared">'
    file = changed(cleared_harbour / "build" / PAGE, tmp_path / "a.html", (name, ""))
    done = traced(file, cleared_harbour)
    assert done.is_as_built
    assert done.verdict.likeness == 1
    changed(file, file, ("<h2", "<p>Nobody knew.</p><h2"))
    done = traced(file, cleared_harbour)
    assert done.knows_edition
    assert {one[0] for one in differences(done)} == {"added"}


def test_without_an_edition_sentences_are_looked_for_among_the_present_blocks(
    cleared_harbour: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    text = "Ferries that share a timetable could carry more bicycles. The keepers were paid in gold coin last year."
    nearly = "Keepers agreed that a shared timetable would much reduce waiting for captains."
    file = tmp_path / "letter.html"
    file.write_text(f"<!DOCTYPE html><html><body><p>{text}</p><p>{nearly}</p></body></html>")
    done = traced(file, cleared_harbour, tmp_path / "empty")
    assert not done.knows_edition
    assert not done.is_as_built
    assert [(one.fate, [form.form for form in one.forms]) for one in done.sentences] == [
        ("found", ["fact.bicycles/verbatim"]),
        ("unknown", []),
        ("unknown", ["fact.timetable/short"]),
    ]
    likeness = done.sentences[2].likeness
    assert likeness is not None
    assert 0.6 <= likeness < 1
    assert "its sentences were looked for among the present blocks" in done.warnings[-1]


def test_a_sentence_that_says_more_than_a_form_is_not_found(cleared_harbour: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    file = tmp_path / "letter.html"
    file.write_text(f"<html><body><p>{TIMETABLE[:-1]}, and it costs billions.</p></body></html>")
    (more,) = traced(file, cleared_harbour, tmp_path / "empty").sentences
    assert (more.fate, [str(form.form) for form in more.forms]) == ("unknown", ["fact.timetable/short"])
    assert more.likeness is not None
    assert 0.6 < more.likeness < 0.9
    file.write_text(f"<html><body><p>7 {TIMETABLE[:-1]} ‹I ¶1›.</p></body></html>")
    (same,) = traced(file, cleared_harbour, tmp_path / "empty").sentences
    assert same.fate == "found", "numbers of paragraphs and sources do not count"


def test_a_form_that_has_gone_since_still_has_its_passages(cleared_harbour: Path, tmp_path: Path) -> None:
    build = copy_of_build(cleared_harbour, tmp_path)
    done = trace(TraceOrder(build / WORD, build))
    assert done.is_as_built
    form, _ = next(one.forms for one in done.sentences if one.text == TIMETABLE)
    assert (form.path, form.line, form.passages[0].address) == ("", 0, "I ¶ 1")
    assert done.warnings == ("there is no project here: where forms are written is not known",)


def test_a_report_that_is_not_there_any_more_is_told(cleared_harbour: Path, tmp_path: Path) -> None:
    (tmp_path / "seeds/other").mkdir(parents=True)
    (tmp_path / "seeds/other/report.yaml").write_text("title: Other\n")
    file = cleared_harbour / "build" / WORD
    done = trace(TraceOrder(file, cleared_harbour / "build", (), tmp_path))
    assert done.warnings == ('there is no report "harbour" here any more: its blocks are not known',)
    with pytest.raises(UnknownName):
        trace(TraceOrder(file, cleared_harbour / "build", (), tmp_path, "third"))


def test_of_several_reports_the_one_that_is_meant_must_be_named(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / "seeds" / name).mkdir(parents=True)
        (tmp_path / "seeds" / name / "report.yaml").write_text("title: One\n")
    file = tmp_path / "a.html"
    file.write_text("<!DOCTYPE html><html><body>Words.</body></html>")
    with pytest.raises(BriefsError, match="there are several reports: one, two"):
        trace(TraceOrder(file, None, (), tmp_path))


def test_a_file_without_words_is_not_traced(cleared_harbour: Path, tmp_path: Path) -> None:
    assert traced(tmp_path / "none.pdf", cleared_harbour).verdict.state == "unreadable"
    file = tmp_path / "broken.pdf"
    file.write_bytes(b"%PDF-1.7 broken")
    done = traced(file, cleared_harbour)
    assert not done.is_as_built
    assert done.warnings[-1].endswith("was not traced: it is damaged, and no PDF that can be opened")
    file = tmp_path / "mail.eml"
    file.write_bytes(b"Subject: Here it is\n\nThe brief is attached.\n")
    assert "of a message, save the file that is attached" in traced(file, cleared_harbour).warnings[-1]


def test_the_command_tells_it_and_its_exit_code(
    cleared_harbour: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = cleared_harbour / "build" / PAGE
    assert run(cleared_harbour, "trace", str(file)) == 0
    told = capsys.readouterr().out
    assert f"  “{TIMETABLE}”\n    edited: fact.timetable/short, paragraph 1   {FACTS}:5\n" in told
    assert "      I ¶1   I ¶ 1 (line 3)\n" in told
    assert "words of the template, heading   templates/captains.md:" in told
    assert "Masthead and lines of pages\n" in told
    assert "24 sentences and headings: 24 as built\n" in told
    back = changed(file, tmp_path / "a.html", ("much reduce", "end"))
    assert run(cleared_harbour, "trace", str(back), "--changes") == 1
    told = capsys.readouterr().out
    assert "CHANGED: now “Most keepers agreed that a shared timetable would end waiting.”" in told
    assert "Issue\n" in told
    assert FERRIES not in told
    assert run(cleared_harbour, "trace", str(back), "--json") == 1
    made = json.loads(capsys.readouterr().out)
    assert (made["as_built"], made["edition_known"], made["counts"]["changed"]) == (False, True, 1)


def test_the_json_leaves_out_what_is_empty(cleared_harbour: Path) -> None:
    made = trace_json(traced(cleared_harbour / "build" / PAGE, cleared_harbour))
    (heading,) = [one for one in made["sentences"] if one["text"] == "Issue"]
    assert heading == {
        "fate": "same",
        "text": "Issue",
        "now": "Issue",
        "role": "heading",
        "heading": "Issue",
        "path": "templates/captains.md",
        "line": heading["line"],
    }


def test_it_needs_no_engine_of_layout(cleared_harbour: Path) -> None:
    program = (
        "import sys; from briefs.cli import main; code = main(sys.argv[1:]); "
        "sys.exit(code or 3 * ('weasyprint' in sys.modules))"
    )
    file = cleared_harbour / "build" / WORD
    call = [sys.executable, "-c", program, "trace", "--project", str(cleared_harbour), str(file)]
    assert subprocess.run(call, capture_output=True, check=False).returncode == 0


def test_a_personal_copy_has_its_line_besides(tmp_path: Path) -> None:
    root = write_harbour(tmp_path, personal=True)
    rows = [f"Ann DOE,Captain,East Quay,captains,ann@example.org,{one},\n" for one in ("html", "docx", "pdf")]
    distributed(root, *(row.replace("Ann", f"Ann{number}") for number, row in enumerate(rows)))
    copies = list(folder_of(root).glob("copies/*"))
    assert len(copies) == 3
    for copy in copies:
        done = traced(copy, root)
        assert (done.verdict.state, done.is_as_built) == ("unchanged", True)
    moved = [copy.rename(tmp_path / f"moved{copy.suffix}") for copy in copies]
    shutil.rmtree(root / "build/distribution")
    for copy in moved:  # no register is there any more
        done = traced(copy, root)
        assert differences(done) == []
        assert done.is_as_built
