"""Answers in returned files are read as they were written; what is not sure stays as it is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace

import pytest
from lxml import etree

from briefs.model.answer import Entry, OfficeAnswer, Tick
from briefs.model.mark import Mark
from briefs.model.marked_file import CellPlace, MarkedFile, MarkedParagraph, Span, TickBox
from briefs.model.sent_paragraphs import sent_paragraphs
from briefs.model.sent_text import SentParagraph, SentPiece
from briefs.review.answers import answers_of
from briefs.word.marked_reading import read_marked_file
from tests.builders import REPOSITORY
from tests.projects import built

HEAD = ("Office", "Name", "Cleared / cleared with comments / not cleared", "Date")
JANE = Mark("Jane", "2026-11-20T09:00:00Z")
SENT = (
    *(SentParagraph(f"clearance#{office}", "cell", (SentPiece(office),), section="clearance", column=1)
      for office in ("Policy", "Legal")),
    SentParagraph("ask/rec.tides", "cell", (SentPiece("Publish the tides each week."),), "ask/rec.tides", "u4", 3),
    SentParagraph("issue/fact.boats", "text", (SentPiece("Most boats wait at the quay."),), "issue/fact.boats", "u1"),
    SentParagraph("gaps 1", "text", (SentPiece("Number of quays: [to be completed]"),), section="gaps"),
)  # fmt: skip


def cell(table: int, row: int, column: int, text: str, *spans: Span, **more: object) -> MarkedParagraph:
    place = CellPlace(table, row, column)
    return MarkedParagraph(0, "body", (Span(text), *spans) if text else spans, cell=place, **more)  # type: ignore[arg-type]


def table(*rows: Sequence[str], number: int = 0) -> list[MarkedParagraph]:
    return [cell(number, row, column, text) for row, texts in enumerate(rows) for column, text in enumerate(texts)]


def file(*paragraphs: MarkedParagraph) -> MarkedFile:
    numbered = tuple(replace(one, index=index) for index, one in enumerate(paragraphs))
    return MarkedFile("legal.docx", "ab" * 32, paragraphs=numbered)


def offices(*rows: Sequence[str]) -> tuple[OfficeAnswer, ...]:
    return answers_of(file(*table(HEAD, *rows)), SENT, "en-GB").offices


@pytest.mark.parametrize(
    ("written", "decision"),
    [
        ("Cleared", "cleared"),
        ("cleared.", "cleared"),
        ("CLEARED ✓", "cleared"),
        ("Yes", "cleared"),
        ("O.K.", "cleared"),
        ("No objection", "cleared"),
        ("Cleared w/o comments", "cleared"),
        ("Cleared with comments", "with comments"),
        ("cleared w/ comments", "with comments"),
        ("With comments", "with comments"),
        ("Not cleared", "not cleared"),
        ("No", "not cleared"),
        ("x", "unclear"),
        ("✓", "unclear"),
        ("Cleared?", "unclear"),
        ("Cleared / not cleared", "unclear"),
        ("Cleared / cleared with comments / not cleared", "unclear"),
        ("Not yet cleared", "unclear"),
        ("Cleared if para 3 is changed", "unclear"),
        ("No comments", "unclear"),
        ("", "unclear"),
    ],
)
def test_a_decision_counts_only_if_it_can_mean_nothing_else(written: str, decision: str) -> None:
    (answer,) = offices(("Policy", "J. Doe", written, ""))
    assert (answer.decision, answer.written) == (decision, written)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2026-11-12", "2026-11-12"),
        ("20 November 2026", "2026-11-20"),
        ("20.11.26", "2026-11-20"),
        ("20/11/2026", "2026-11-20"),
        ("11/12/2026", ""),
        ("20 November", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_a_date_is_read_if_it_can_be_only_one_day(written: str, date: str) -> None:
    assert offices(("Legal", "", "Yes", written)) == (OfficeAnswer("Legal", "cleared", "Yes", "", written, date),)


def test_offices_that_wrote_nothing_did_not_answer() -> None:
    assert offices(("Policy", "", "", ""), ("Legal", "J. Doe", "Cleared", "2026-11-20")) == (
        OfficeAnswer("Legal", "cleared", "Cleared", "J. Doe", "2026-11-20", "2026-11-20"),
    )


def test_what_was_struck_out_with_tracked_changes_is_gone() -> None:
    struck = (Span("Not c", deleted=JANE), Span("C", inserted=JANE), Span("leared"))
    rows = (cell(0, 1, 0, "Legal"), cell(0, 1, 1, ""), cell(0, 1, 2, "", *struck), cell(0, 1, 3, ""))
    (answer,) = answers_of(file(*table(HEAD), *rows), SENT, "en-GB").offices
    assert (answer.decision, answer.written) == ("cleared", "Cleared")


@pytest.mark.parametrize(
    ("written", "struck", "decision"),
    [
        ("Cleared / with comments", ("/ with comments",), "cleared"),
        ("Cleared / with comments", ("Cleared / ",), "with comments"),
        ("Cleared", ("Cleared",), "unclear"),
        ("cleared / not cleared", ("cleared",), "unclear"),
    ],
)
def test_what_was_struck_through_by_hand_does_not_count(written: str, struck: tuple[str, ...], decision: str) -> None:
    rows = (cell(0, 1, 0, "Legal"), cell(0, 1, 1, ""), cell(0, 1, 2, written, struck=struck), cell(0, 1, 3, ""))
    (answer,) = answers_of(file(*table(HEAD), *rows), SENT, "en-GB").offices
    assert (answer.decision, answer.written) == (decision, written)


def test_a_row_that_somebody_added_counts_and_the_row_of_headings_does_not() -> None:
    added = ("Treasury", "", "Not cleared", "")
    edited_head = ("Unit", "Name", "Decision", "When")
    for head in (HEAD, edited_head):
        marked = file(*table(head, ("Policy", "", "", ""), ("Legal", "", "", ""), added))
        assert [one.office for one in answers_of(marked, SENT, "en-GB").offices] == ["Treasury"]


def test_other_tables_are_not_taken_for_it() -> None:
    other = table(("For", "Benefit"), ("Legal", "Certainty of law"))
    signed = table(HEAD, ("Policy", "", "Yes", ""), ("Legal", "", "", ""), number=1)
    found = answers_of(file(*other, *signed), SENT, "en-GB").offices
    assert found == (OfficeAnswer("Policy", "cleared", "Yes"),)


def test_an_office_whose_name_was_deleted_is_still_known() -> None:
    gone = MarkedParagraph(0, "body", (Span("Legal", deleted=JANE),), cell=CellPlace(0, 1, 0))
    marked = file(*table(HEAD), gone, cell(0, 1, 1, ""), cell(0, 1, 2, "Yes"), cell(0, 1, 3, ""))
    assert answers_of(marked, SENT, "en-GB").offices == (OfficeAnswer("Legal", "cleared", "Yes"),)


def ticked(label: str, is_ticked: bool = True) -> tuple[TickBox, ...]:
    return (TickBox(label, "box1", is_ticked),)


def test_ticked_boxes_have_the_unit_of_their_row() -> None:
    row = (
        cell(0, 1, 0, "Publish the tides each week.", bookmarks=("u4",)),
        cell(0, 1, 1, "", boxes=ticked("Agree: Publish the tides each week.")),
        cell(0, 1, 2, "", boxes=ticked("Discuss: Publish the tides each week.", is_ticked=False)),
    )
    assert answers_of(file(*row), SENT, "en-GB").ticks == (
        Tick("ask/rec.tides", "Agree: Publish the tides each week."),
    )


def test_a_box_that_libreoffice_took_the_title_of_is_named_by_its_column_and_row() -> None:
    head = [cell(0, 0, column, text) for column, text in enumerate(("Invitation", "Agree", "Discuss"))]
    row = (cell(0, 1, 0, "Publish the tides each week."), cell(0, 1, 1, ""), cell(0, 1, 2, "", boxes=ticked("")))
    apart = MarkedParagraph(0, "body", (Span("The fee is known."),), boxes=ticked(""))
    assert answers_of(file(*head, *row, apart), SENT, "en-GB").ticks == (
        Tick("ask/rec.tides", "Discuss: “Publish the tides each week.”"),
        Tick("", "“The fee is known.”"),
    )


def test_without_marks_the_words_of_a_row_say_which_unit_it_is() -> None:
    row = (cell(0, 1, 0, "Publish the tides each week."), cell(0, 1, 1, "", boxes=ticked("Agree")))
    assert answers_of(file(*row), SENT, "en-GB").ticks == (Tick("ask/rec.tides", "Agree"),)
    unknown = (cell(0, 1, 0, "Something else altogether."), cell(0, 1, 1, "", boxes=ticked("Agree")))
    assert answers_of(file(*unknown), SENT, "en-GB").ticks == (Tick("", "Agree"),)


def test_what_was_written_into_room_belongs_to_its_unit() -> None:
    text = MarkedParagraph(0, "body", (Span("Most boats wait at the quay."),), bookmarks=("u1",))
    room = MarkedParagraph(0, "body", entry="Ours\n too.")
    after = MarkedParagraph(0, "body", (Span("Else."),))
    stray = MarkedParagraph(0, "body", entry="Stray")
    assert answers_of(file(text, room, after, stray), SENT, "en-GB").entries == (
        Entry("issue/fact.boats", "Ours too."),
        Entry("", "Stray"),
    )


@pytest.mark.parametrize(
    ("written", "entry"),
    [
        ("Number of quays: 12", "12"),
        ("Number of quays: [12]", "12"),
        ("Number of quays: [to be completed] 12", "12"),
        ("Number of quays: [to be completed]", ""),
        ("Something else", ""),
    ],
)
def test_lines_that_were_completed_are_entries(written: str, entry: str) -> None:
    found = answers_of(file(MarkedParagraph(0, "body", (Span(written),))), SENT, "en-GB").entries
    assert found == ((Entry("Number of quays", entry),) if entry else ())


def test_a_file_in_which_nobody_answered_has_no_answers() -> None:
    assert answers_of(file(*table(HEAD, ("Policy", "", "", ""))), SENT, "en-GB").is_empty
    assert not answers_of(file(*table(HEAD, ("Policy", "", "Yes", ""))), SENT, "en-GB").is_empty


@pytest.mark.slow
def test_copies_that_came_back_as_word_files_are_read() -> None:
    (brief,) = built(REPOSITORY, "ministers", products=("checklist",), formats=("docx",)).briefs
    returned = filled_in(brief.renditions[0].content, ("Jane", "~Not c~Cleared", "20 November 2026"))
    found = answers_of(read_marked_file("a.docx", returned), sent_paragraphs(brief.document), "en-GB")
    assert found.offices == (
        OfficeAnswer("Policy", "cleared", "Not cCleared", "Jane", "20 November 2026", "2026-11-20"),
    )
    unit = "benefits-to-tick-where-evidence-is-held/ben.states"
    assert found.ticks == (Tick(unit, "Evidence held nationally: States"),)
    assert found.entries == (Entry(unit, "We hold it."),)


W, W14 = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://schemas.microsoft.com/office/word/2010/wordml}",
)


def filled_in(content: bytes, row: Sequence[str]) -> bytes:
    """A Word file with `row` in the clearance table, `~` around words that are struck through, the first box ticked and
    the first room filled in."""
    package = zipfile.ZipFile(io.BytesIO(content))
    root = etree.fromstring(package.read("word/document.xml"))
    tables = [one for one in root.iter(f"{W}tbl") if "".join(map(str, one.itertext())).startswith("OfficeName")]
    cells = list(list(tables[0].iter(f"{W}tr"))[1].iter(f"{W}tc"))[1:]
    for place, text in zip(cells, row, strict=True):
        for number, piece in enumerate(text.split("~")):
            run = etree.SubElement(next(place.iter(f"{W}p")), f"{W}r")
            if number % 2:
                etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}strike")
            etree.SubElement(run, f"{W}t").text = piece
    tick = next(root.iter(f"{W14}checked"))
    tick.set(f"{W14}val", "1")
    next(next(tick.iterancestors(f"{W}sdt")).iter(f"{W}t")).text = "☒"
    room = next(one for one in root.iter(f"{W}sdt") if one.find(f"{W}sdtPr/{W}text") is not None)
    for properties in room.iter(f"{W}sdtPr"):
        etree.strip_elements(properties, f"{W}showingPlcHdr")
    next(room.iter(f"{W}t")).text = "We hold it."
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as written:
        for name in package.namelist():
            written.writestr(name, etree.tostring(root) if name == "word/document.xml" else package.read(name))
    return made.getvalue()
