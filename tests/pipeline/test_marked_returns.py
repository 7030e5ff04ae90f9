"""Word files that came back, with what reviewers marked in them."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import cache, partial
from pathlib import Path

import pytest
from lxml import etree

from briefs.model.diagnostics import BriefsError
from briefs.model.document import Document
from briefs.model.document_text import owner_text
from briefs.model.document_walk import owners
from briefs.model.redline_readings import accepted, rejected
from briefs.pipeline.marked_returns import MarkedReturn, marked_return
from briefs.pipeline.redline_editions import ANY, named_edition
from briefs.verification.reading_apart import contents_of
from briefs.word.elements import Element, qn
from tests.cleared_harbour import CAPTAINS
from tests.projects import built
from tests.returned_files import edited
from tests.tracked_edits import tracked, untracked


@pytest.fixture(autouse=True)
def _in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read here, which is faster; tests/verification/test_reading_apart.py reads them apart."""
    for module in ("read_verdict", "redline_editions"):
        monkeypatch.setattr(f"briefs.pipeline.{module}.read_apart", contents_of)
    monkeypatch.setattr("briefs.pipeline.received_returns.apart", lambda function, arguments, *_: function(*arguments))


@cache
def sent(project: Path) -> tuple[bytes, Document]:
    """The Word file of the captains' edition 1.1, and what it says."""
    word = (project / f"build/{CAPTAINS}_v1.1_cleared.docx").read_bytes()
    return word, named_edition("1.1", project / "build", ANY).document


def returned(project: Path, folder: Path, content: bytes) -> MarkedReturn:
    (folder / "back.docx").write_bytes(content)
    return marked_return(folder / "back.docx", sent(project)[1])


def words(document: Document) -> str:
    return " ".join(map(owner_text, owners(document).values()))


def test_tracked_changes_become_marks_of_their_authors(cleared_harbour: Path, tmp_path: Path) -> None:
    word, document = sent(cleared_harbour)
    made = returned(cleared_harbour, tmp_path, tracked(word, "much reduce", "clearly reduce", "Jane"))
    assert made.left == ()
    assert words(rejected(made.document)) == words(document)
    assert words(accepted(made.document)) == words(document).replace("much reduce", "clearly reduce")
    assert "Jane" in repr(made.document)


def test_a_file_without_changes_gives_the_edition(cleared_harbour: Path, tmp_path: Path) -> None:
    word, document = sent(cleared_harbour)
    made = returned(cleared_harbour, tmp_path, word)
    assert made == MarkedReturn(document)


def test_what_was_changed_without_tracking_is_named(cleared_harbour: Path, tmp_path: Path) -> None:
    word, document = sent(cleared_harbour)
    made = returned(cleared_harbour, tmp_path, untracked(word, "much reduce", "hardly reduce"))
    assert words(made.document) == words(document)
    [line] = made.left
    assert line.startswith(f"{tmp_path / 'back.docx'}: “Most keepers agreed that a shared timetable would …”: ")
    assert line.endswith("what was changed there cannot be marked; `briefs review` reads it")


def test_a_file_that_cannot_be_read_is_refused_in_one_line(cleared_harbour: Path, tmp_path: Path) -> None:
    with pytest.raises(BriefsError, match=r"back\.docx"):
        returned(cleared_harbour, tmp_path, b"not a Word file")


def test_what_offices_filled_in_is_told_in_one_line(cleared_harbour: Path, tmp_path: Path) -> None:
    (brief,) = built(cleared_harbour, "captains", formats=("docx",), status="draft").briefs
    (tmp_path / "back.docx").write_bytes(edited(brief.renditions[0].content, filled_in))
    made = marked_return(tmp_path / "back.docx", brief.document)
    assert made.document == brief.document
    [line] = made.left
    assert line.endswith(
        "back.docx: what was filled in, as in the clearance table, is not marked; `briefs review` reads it"
    )


@pytest.mark.parametrize("change", [tracked, untracked])
def test_the_caption_of_the_clearance_table_is_not_what_offices_fill_in(
    cleared_harbour: Path, tmp_path: Path, change: Callable[[bytes, str, str], bytes]
) -> None:
    (brief,) = built(cleared_harbour, "captains", formats=("docx",), status="draft").briefs
    (tmp_path / "back.docx").write_bytes(change(brief.renditions[0].content, "Office", "Unit"))
    [line] = marked_return(tmp_path / "back.docx", brief.document).left
    assert "“Offices that clear this draft”: what was changed there cannot be marked" in line


def filled_in(root: Element) -> None:
    """Fill in the row of the only office with tracked changes, and put one of another office below it."""
    row = next(one for one in root.iter(qn("w:tr")) if "".join(map(str, one.itertext())) == "Policy")
    added = deepcopy(row)
    row.addnext(added)
    next(added.iter(qn("w:t"))).text = "Legal"
    for place in (cell for one in (row, added) for cell in list(one.iter(qn("w:tc")))[1:]):
        by = {qn("w:author"): "Jane", qn("w:id"): "9000"}
        inserted = etree.SubElement(next(place.iter(qn("w:p"))), qn("w:ins"), by)
        etree.SubElement(etree.SubElement(inserted, qn("w:r")), qn("w:t")).text = "Yes"


def test_words_that_one_reviewer_wrote_and_another_struck_out_are_marked_or_named(
    cleared_harbour: Path, tmp_path: Path
) -> None:
    word, document = sent(cleared_harbour)
    made = returned(cleared_harbour, tmp_path, edited(word, partial(struck_at_the_end_of, "much reduce")))
    assert made.left == ()
    assert words(made.document) != words(document)
    assert words(accepted(made.document)) == words(rejected(made.document)) == words(document)
    [line] = returned(cleared_harbour, tmp_path, edited(word, partial(struck_at_the_end_of, document.title))).left
    assert document.title.split()[0] in line


def struck_at_the_end_of(saying: str, root: Element) -> None:
    """Put words that Jane wrote and Ravi struck out at the end of the first paragraph with the words `saying`."""
    paragraph = next(
        one for one in root.iter(qn("w:p")) if saying in "".join(text.text or "" for text in one.iter(qn("w:t")))
    )
    by = {name: {qn("w:author"): name, qn("w:id"): str(id)} for id, name in enumerate(("Jane", "Ravi"), start=9000)}
    inserted = etree.SubElement(paragraph, qn("w:ins"), by["Jane"])
    run = etree.SubElement(etree.SubElement(inserted, qn("w:del"), by["Ravi"]), qn("w:r"))
    etree.SubElement(run, qn("w:delText")).text = "surely"
