"""What would be lost on paper is an error at the block that brings it into the brief."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.check.printed_pages import check_page_areas, check_words_read_back, lost_words
from briefs.check.subjects import PagesToCheck
from briefs.model.document import Note, Paragraph
from briefs.model.inline import SourceTag, Text
from briefs.model.overflow import Overflow
from tests.builders import BLOCKS
from tests.check.builders import NOTHING, TEMPLATE, brief
from tests.compose.builders import harbour_library
from tests.render.builders import paragraph, unit

WORDS = "Keepers wait at the quay"
PRINTED = "Issuer\r\nTitle About. Heading\r\nKeepers wait at\r\nthe quay\r\nPage 1"


def pages(folder: Path | None = None, *overflows: Overflow, printed: str = "") -> PagesToCheck:
    made = brief(paragraph(WORDS, replace(unit("u1", "fact.timetable"), line=14)))
    library = harbour_library(folder, BLOCKS) if folder else NOTHING
    return PagesToCheck(made, replace(TEMPLATE, lines={"audience": 2}), library, overflows, printed)


def test_what_stands_out_is_named_once_for_each_unit_and_page(tmp_path: Path) -> None:
    parts = (Overflow(1, "A" * 60, "u1", 28.3), Overflow(1, "b", "u1", 5.0), Overflow(2, "c", "u1", 1.0))
    found = [str(problem) for problem in check_page_areas(pages(tmp_path, *parts))]
    assert found == [
        f'seeds/harbour/blocks/fact.yaml:3: error: "{"A" * 40}…" on page 1 of the brief for captains stands out of its '
        "place by 10 mm and would be cut off or printed over [off-page]\n"
        "  hint: shorten it, or print it where there is more room, such as outside a table",
        'seeds/harbour/blocks/fact.yaml:3: error: "c" on page 2 of the brief for captains stands out of its place by '
        "1 mm and would be cut off or printed over [off-page]\n"
        "  hint: shorten it, or print it where there is more room, such as outside a table",
    ]


def test_a_picture_and_what_has_no_block_are_named_too() -> None:
    (picture, furniture) = check_page_areas(pages(None, Overflow(1, "", "u1", 9.0), Overflow(1, "R/1", "", 9.0)))
    assert (str(picture.place), picture.message.partition(" on ")[0]) == ("templates/captains.md:14", "a picture")
    assert str(furniture.place) == "templates/captains.md:2"
    assert furniture.hint.startswith("shorten it in house.yaml")


def test_a_note_that_does_not_fit_is_named_by_its_number_and_words() -> None:
    note = Note("fn.1", unit("u5", "fn.1"), (Text(WORDS),), 3)
    made = pages(None, Overflow(2, "3", "u5", 300.0))
    (found,) = check_page_areas(replace(made, document=replace(made.document, notes=(note,))))
    assert found.message.startswith(f'note 3, "{WORDS}", on page 2 of the brief for captains stands out')
    assert found.hint == "shorten it: all notes on a page must fit at its foot"


def test_words_that_the_pdf_lacks_are_named_where_they_are_written(tmp_path: Path) -> None:
    assert list(check_words_read_back(pages(tmp_path, printed=PRINTED))) == []
    (found,) = check_words_read_back(pages(tmp_path, printed=PRINTED.replace("wait at\r\nthe quay", "")))
    assert str(found) == (
        "seeds/harbour/blocks/fact.yaml:3: error: the PDF of the brief for captains does not have all words of the "
        'brief; it lacks "wait", "at", "the", "quay" [words-lost]\n'
        "  hint: if print.css hides something, as with `display: none`, take that out; otherwise print the block "
        "elsewhere"
    )


def test_a_source_tag_may_stand_away_from_its_words() -> None:
    tagged = replace(pages(), document=brief(Paragraph((Text("They wait."), Text("At sea"), SourceTag("II 1")))))
    printed = f"{PRINTED} They wait.At sea ☐ ‹II 1›"
    assert list(check_words_read_back(replace(tagged, printed=printed))) == []


def test_without_a_pdf_no_word_is_missed(tmp_path: Path) -> None:
    assert list(check_words_read_back(pages(tmp_path))) == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("well-being and 2009–2010", "well\x02being and 2009–\r\n2010"),
        ("the Donaudampfschiff", "the Donaudampf\r\nschiff"),
        ("in 2009", "in 20091"),  # close to the mark of a note
        ("https://example.org/a/b", "https://example.org/\r\na/b"),
        ("café ½ ﬁne", "cafe\u0301 1⁄2 fine"),
        ("قال نعم", "لاق نعم"),  # in the order in which it is drawn
        ("می\u200cخواهم", "میخواهم"),  # without what only shapes letters
        ("水是生命", "水是\r\nPage 2\r\n生命"),
    ],
)
def test_a_word_may_be_divided_or_close_to_another(text: str, printed: str) -> None:
    assert lost_words(text, printed) == []


@pytest.mark.parametrize(
    ("text", "printed", "expected"),
    [
        ("No dam, no well", "No dam", ["no", "well"]),
        ("dam and dam", "dam and", ["dam"]),
        ("in 2010 and 2011", "in and 2011", ["2010"]),
    ],
)
def test_each_word_is_counted(text: str, printed: str, expected: list[str]) -> None:
    assert lost_words(text, printed) == expected
