"""Dates before that of an edition of which it speaks as to come."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from briefs.model.document import Cell, Document, Figure, List, Note, Paragraph, Row, Table
from briefs.model.figure import Event, Timeline
from briefs.model.grammar import ENGLISH
from briefs.model.phrases import ENGLISH as PHRASES
from briefs.text.passed_dates import passed_dates, passed_dates_in
from tests.render.builders import document, item, paragraph, section, text, unit

EDITION = datetime.date(2026, 3, 12)


def found(words: str) -> list[tuple[str, str]]:
    return [tuple(one) for one in passed_dates(words, EDITION, ENGLISH, PHRASES.months)]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("words", "date", "spoken"),
    [
        ("The Forum is to be hosted by Mexico [2010].", "[2010]", "is to"),
        ("The keepers are still to meet in November 2010.", "November 2010", "are still to"),
        ("In February [2010] the board will decide.", "February [2010]", "will"),
        ("A second dialogue is scheduled for 2013.", "2013", "is scheduled"),
        ("Scheduled for 2013: a second dialogue.", "2013", "Scheduled"),
        ("What does the Government seek from the Forum in Mexico [2010]?", "[2010]", "does the Government seek"),
        ("Norway intends to join by 11 March 2026.", "11 March 2026", "intends"),
        ("The board plans to publish them on March 11, 2026.", "March 11, 2026", "plans"),
        ("The upcoming Forum: Mexico, 2010-11-08.", "2010-11-08", "upcoming"),
        ("Forum to be held in 2010", "2010", "to be held"),
        ("The next session, 2009–2010, has a full agenda.", "2009–2010", "next"),
        ("They will meet in 2010/11.", "2010/11", "will"),
        ("They will meet in Feb. 2026.", "Feb. 2026", "will"),
        ("In 2010, the Forum is to meet.", "2010", "is to"),
        ("The Forum takes place in 2010.", "2010", "takes place"),
        ("The Forum shall be held in 2010.", "2010", "shall"),
        ("States are going to meet in 2010.", "2010", "are going to"),
        ("A report is expected by 2012.", "2012", "is expected"),
        ("Keepers have yet to meet in 2010.", "2010", "have yet to"),
        ("The Forum plans a meeting in 2010.", "2010", "plans"),
        ("The Forum will meet in the United States in 2010.", "2010", "will"),
        ("Keepers met; the board will meet in 2012.", "2012", "will"),
    ],
)
def test_what_speaks_of_a_passed_date_as_to_come_is_found(words: str, date: str, spoken: str) -> None:
    assert found(words) == [(date, spoken)]


@pytest.mark.parametrize(
    "words",
    [
        "The Forum was to be hosted by Mexico [2010].",
        "What did the Government seek from the Forum in Mexico [2010]?",
        "The second dialogue was scheduled for 2013.",
        "The next session was held in 2010.",
        "The Forum is to meet in 2026.",  # in the year of the edition, which is not over
        "The Forum is to meet in March 2026.",
        "The Forum is to meet on 12 March 2026.",
        "The programme of 2009–2030 will end.",
        "The programme of 2010 will end in 2030.",
        "The board will decide. It met in 2010.",
        "The board met in 2010; it will decide.",
        "Keepers said in 2010: “the Forum will be hosted by Mexico”.",
        "The Forum “is to be hosted by Mexico [2010]”, one said.",
        "The 1951 Convention will remain the basis.",
        "States will apply the 1951 Convention.",
        "Since 2005, the GMG aims to help.",
        "The Forum, created in 2006, is to remain informal.",
        "The Forum is to remain what States made it in 2006.",
        "As the 2009 report says, States will need more.",
        "In 2009, participants said that States will need a forum.",
        "Some 2000 people will come.",
        "The hall will be set up for 2000 people.",
        "The board will act on the report adopted in 2009.",
        "The board will discuss the report of November 2009.",
        "States will act under Convention 2000.",
        "There is political will, as in 2010.",
        "Next to it stands the report of 2010.",
        "The next steps of 2010 stand here.",
        "Resolution 2005/47 will be quoted, with 2,010 others in vol. 2010.1.",
        "The plans for 2010 and the aims of 2011 are known.",
    ],
)
def test_what_speaks_of_it_otherwise_is_not(words: str) -> None:
    assert found(words) == []


def test_days_that_no_month_has_count_as_its_last() -> None:
    assert found("They will meet on 31 February 2026.") == [("31 February 2026", "will")]
    assert found("They will meet on 2026-99-99.") == []


def test_rows_and_events_are_understood_with_their_dates_and_display_quotations_are_left_alone() -> None:
    made = document(
        section(
            Paragraph(text("The Forum is to meet [2010]."), "quote", unit("u1")),
            List((item("The Forum is to meet [2010].", unit("u2")),)),
            Table(
                text("Dates"),
                (text("When"), text("What")),
                (Row((Cell(text("2010"), header=True), Cell(text("Forum to be held"))), unit("u3")),),
            ),
            Figure(Timeline((Event("2011", "The board will meet"),)), text("Dates"), unit("u4")),
            paragraph("The Forum is to meet [2010]."),
        ),
        notes=(Note("n", unit("u5"), text("It is to meet in 2012.")),),
    )
    assert [(owner.tag, *one) for owner, one in passed_dates_in(made)] == [
        ("u2", "[2010]", "is to"),
        ("u3", "2010", "to be held"),
        ("u4", "2011", "will"),
        ("u5", "2012", "is to"),
    ]


def test_a_language_whose_words_are_not_known_is_not_checked() -> None:
    def in_language(tag: str) -> Document:
        made = document(section(paragraph("Il will 2010.", unit("u1"))))
        return replace(made, properties=replace(made.properties, language=tag))

    assert list(passed_dates_in(in_language("fr"))) == []
