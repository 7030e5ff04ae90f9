"""What units rest on: places and hashes in every edition, the passages themselves in a draft only."""

from __future__ import annotations

import gzip
import io
import zipfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Literal

import pikepdf
import pytest

from briefs import pipeline
from briefs.finish.origins import add_origins
from briefs.model.document import Document, Unit
from briefs.model.library import Library
from briefs.model.provenance import Context
from briefs.model.report import Page
from tests.builders import REPORT, contents, forms, write_project
from tests.projects import inputs_of, run
from tests.render.builders import document, paragraph, pdf_text, section

BLOCKS = {
    "fact": """kind: fact
blocks:
  - id: fact.bicycles
    anchor:
      - Ferries that share … carry more bicycles
      - carry more bicycles … the winter months
      - Some keepers asked … whether the board
    short: {text: Ferries share., anchor: "Ferries that share"}
  - id: fact.timetable
    anchor: ["One keeper saw no need", "would reduce waiting"]
""",
}
FERRIES = "Ferries that share a timetable could carry more bicycles in the winter months."
KEEPERS = "Some keepers asked whether the board should publish the tides & currents."
TIMETABLE = (
    "Most keepers agreed that a shared timetable would reduce waiting at the quay. One keeper saw no need for it."
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root = write_project(tmp_path_factory.mktemp("project"), REPORT.replace("¹\n", "\n"), blocks=BLOCKS)
    read = pipeline.prepare(pipeline.Project(root))
    assert [problem.code for problem in read.problems if problem.place.path.endswith("fact.yaml")] == []
    return read.value.library


def brief(*names: str, status: Literal["draft", "cleared"] = "draft") -> Document:
    made = document(section(paragraph("Words", Unit("u1", "u1", forms=forms(*names)))))
    return replace(made, properties=replace(made.properties, status=status))


def test_origins_are_places_with_the_hash_of_their_words(library: Library) -> None:
    (origin,) = add_origins(brief("fact.bicycles/short", status="cleared"), library).origins
    assert (origin.unit, origin.address, origin.start, origin.end) == ("u1", "I ¶ 2", 0, 18)
    assert origin.sha256 == sha256(b"Ferries that share").hexdigest()


def test_a_place_that_several_forms_rest_on_is_one_origin(library: Library) -> None:
    one = add_origins(brief("fact.bicycles/verbatim"), library).origins
    assert add_origins(brief("fact.bicycles/verbatim", "fact.bicycles/lead"), library).origins == one
    assert [(origin.address, origin.start) for origin in one] == [("I ¶ 2", 0), ("I ¶ 2", 37), ("I ¶ 3", 0)]


def test_a_draft_shows_each_paragraph_once_with_the_words_of_all_anchors_marked(library: Library) -> None:
    assert add_origins(brief("fact.bicycles/verbatim"), library).contexts == (
        Context("u1", "I ¶2", FERRIES, ((0, len(FERRIES) - 1),)),
        Context("u1", "I ¶3", KEEPERS, ((0, KEEPERS.index(" should")),)),
    )


def test_words_of_anchors_that_stand_apart_are_marked_in_their_order(library: Library) -> None:
    (context,) = add_origins(brief("fact.timetable/verbatim"), library).contexts
    assert context.text == TIMETABLE
    assert [TIMETABLE[start:end] for start, end in context.marks] == ["would reduce waiting", "One keeper saw no need"]


def test_a_cleared_edition_shows_none(library: Library) -> None:
    assert add_origins(brief("fact.bicycles/verbatim", status="cleared"), library).contexts == ()


def test_marks_stand_where_the_words_are_after_typesetting(tmp_path: Path) -> None:
    report = REPORT.replace("a shared timetable would", 'a "shared" timetable ... of 3 - 4 pages would')
    blocks = {"fact": BLOCKS["fact"].replace("Some keepers asked … whether the board", "would reduce waiting")}
    read = inputs_of(write_project(tmp_path, report, blocks=blocks))
    context = add_origins(brief("fact.bicycles/verbatim"), read.library).contexts[1]
    ((start, end),) = context.marks
    assert context.text.startswith("Most keepers agreed that a “shared” timetable\u00a0… of 3–4 pages would")
    assert context.text[start:end] == "would reduce waiting"


def test_no_file_of_a_cleared_build_holds_words_of_a_passage_that_it_does_not_print(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    hidden = "One keeper saw no need"  # stands beside words that the brief prints in a short form
    assert run(root, "build", "--audience", "captains", "--format", "html", "--status", "draft", "--quiet") == 0
    (draft,) = (root / "build").glob("*.html")
    assert "<mark>Most keepers agreed" in draft.read_text()
    assert hidden in draft.read_text()
    output = tmp_path / "cleared"
    ordered = ("--audience", "captains", "--status", "cleared", "--output", str(output), "--quiet")
    assert run(root, "build", *ordered) == 0
    searched = {name: _searchable(name, content) for name, content in contents(output).items()}
    assert sorted(Path(name).suffix for name, text in searched.items() if "bicycles" in text) == [
        ".docx",
        ".gz",
        ".html",
        ".json",
        ".json",
        ".pdf",
    ]
    assert [name for name, text in searched.items() if hidden in text or "<mark>" in text] == []


def test_each_form_has_the_places_of_its_passages_in_the_file(library: Library) -> None:
    made = add_origins(brief("fact.bicycles/short", "fact.timetable/verbatim", status="cleared"), library)
    assert made.source is not None
    assert made.source.name == "report.txt"
    text = library.report.text
    found = [(one.form, one.address, text[span.start : span.end]) for one in made.form_sources for span in one.spans]
    assert found == [
        ("fact.bicycles/short", "I ¶ 2", "Ferries that share"),
        ("fact.timetable/verbatim", "I ¶ 1", "One keeper saw no need"),
        ("fact.timetable/verbatim", "I ¶ 1", "would reduce waiting"),
    ]


def test_words_of_the_report_are_kept_only_if_the_brief_prints_them(library: Library) -> None:
    unit = Unit("u1", "u1", forms=forms("fact.timetable/verbatim", "fact.bicycles/short"))
    printed = document(section(paragraph("So it would reduce waiting. Ferries that share do.", unit)))
    made = add_origins(printed, library)
    assert [(one.is_quoted, span.exact) for one in made.form_sources for span in one.spans] == [
        (True, ""),  # not printed
        (True, "would reduce waiting"),
        (False, ""),  # printed by chance, in edited wording
    ]


def _searchable(name: str, content: bytes) -> str:
    """All text of a file: of a PDF that of its pages and of the files in it, of a Word file that of all its parts."""
    if name.endswith(".pdf"):
        with pikepdf.open(io.BytesIO(content)) as pdf:
            inside = [file.get_file().read_bytes().decode() for file in pdf.attachments.values()]
        return " ".join([*pdf_text(content), *inside])
    if name.endswith(".gz"):
        return gzip.decompress(content).decode()
    if name.endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return " ".join(package.read(part).decode(errors="replace") for part in package.namelist())
    return content.decode()


def test_of_a_report_with_pages_a_draft_shows_them_and_quotes_are_kept_instead_of_places(library: Library) -> None:
    pages = (Page("i", 1), Page("1", 3))
    report = replace(library.report, path="report.pdf", text="", rendition=library.report.text, pages=pages)
    unit = Unit("u1", "u1", forms=forms("fact.timetable/verbatim", "fact.bicycles/short"))
    printed = document(section(paragraph("So it would reduce waiting.", unit)))
    made = add_origins(printed, replace(library, report=report))
    assert {context.label for context in made.contexts} == {"I ¶1, p. 1", "I ¶2, p. 1"}
    assert [(one.spans, one.exact, one.page, one.page_number) for one in made.form_sources] == [
        ((), "", "1", 2),
        ((), "would reduce waiting", "1", 2),
        ((), "", "1", 2),
    ]
