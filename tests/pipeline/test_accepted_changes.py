"""What accepted proposals make of an edition, and what has changed besides."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefs.model.decision_record import DecidedProposal
from briefs.model.document import Document, Figure, Table
from briefs.model.figure import Event, Timeline
from briefs.model.sent_paragraphs import sent_paragraphs
from briefs.pipeline.accepted_changes import AcceptedChange, with_changes
from briefs.pipeline.changes_since_clearance import changes_since
from tests.render.builders import document, paragraph, row, section, text, unit

ONE, TWO = paragraph("One thing.", unit("a", number=1)), paragraph("Two things.", unit("b", number=2))
THREE = paragraph("Three things.", unit("c", number=3))
TABLE = Table(text("A table"), (text("For"), text("What")), (row("States", "Gain", owner=unit("d")),))


def brief(*content: Any, **more: Any) -> Document:
    return document(section(*content), **more)


SEEN = brief(ONE, TWO, THREE, TABLE)


def change(
    kind: str, key: str, before: str = "", wording: str | None = "", own: bool = True, **more: Any
) -> AcceptedChange:
    """A proposal of Legal that was accepted."""
    values = {"id": "0a1b2c", "decision": "accepted", "kind": kind, "about": "It", "key": key, "before": before}
    return AcceptedChange(
        DecidedProposal.model_validate({**values, "wording": wording, **more}), ("Legal’s file",), own
    )


def name(content: Any) -> str:
    return str(content.unit.name)


SOME = paragraph("Some things.", unit("b", number=2))
NEW = paragraph("A new thing.", unit("n", number=3))
CAPTION = replace(TABLE, caption=text("The gains"))
CELL = replace(TABLE, rows=(row("States", "Loss", owner=unit("d")),))
REWORDED = change("reword", name(TWO), "Two things", "Some things")


@pytest.mark.parametrize(
    ("made", "now"),
    [
        (REWORDED, brief(ONE, SOME, THREE, TABLE)),
        (
            change("reword", name(TWO), "Two things.", "“Two” things."),
            brief(ONE, replace(TWO, children=text('"Two" things.')), THREE, TABLE),
        ),
        (change("delete", name(TWO), "Two things."), brief(ONE, THREE, TABLE)),
        (
            change("reword", name(TWO), "Two things.", proposed=[{"text": "", "leaves_out": True}]),
            brief(ONE, THREE, TABLE),
        ),
        (change("move", name(ONE), "One thing.", "One thing.", moved_after=name(TWO)), brief(TWO, ONE, THREE, TABLE)),
        (change("new", name(TWO), "", "A new thing."), brief(ONE, TWO, NEW, THREE, TABLE)),
        (change("reword", "masthead title", SEEN.title, "Other"), replace(SEEN, title="Other")),
        (change("reword", "caption /1", "A table", "The gains"), brief(ONE, TWO, THREE, CAPTION)),
        (change("reword", "d#2", "Gain", "Loss"), brief(ONE, TWO, THREE, CELL)),
    ],
)
def test_what_an_office_asked_for_has_not_changed_since(made: AcceptedChange, now: Document) -> None:
    assert changes_since(SEEN, now)
    assert changes_since(SEEN, now, [made]) == ()
    told = changes_since(SEEN, now, [replace(made, is_own=False)])
    assert told
    assert all("accepted from Legal’s file)" in one for one in told)


def test_what_was_noted_and_written_by_hand_is_what_was_asked_for() -> None:
    noted = change("reword", name(TWO), "Two things", None, noted=True, proposed=[{"text": "Some things"}])
    assert changes_since(SEEN, brief(ONE, SOME, THREE, TABLE), [noted]) == ()


@pytest.mark.parametrize(
    ("made", "now", "told"),
    [
        (
            change("reword", name(TWO), "Two things.", "Few things.", edited=True),
            brief(ONE, SOME, THREE, TABLE),
            ("Para\u00a02: “Some things.” (accepted from Legal’s file in other words)",),
        ),
        (
            REWORDED,
            brief(ONE, paragraph("Some other things.", unit("b", number=2)), THREE, TABLE),
            ("Para\u00a02: “Some other things.” (accepted from Legal’s file and changed again)",),
        ),
        (REWORDED, brief(ONE, SOME, TABLE), ("“Three things.” (gone)",)),
        (REWORDED, brief(ONE, THREE, TABLE), ("“Two things.” (gone)",)),
        (change("reword", name(TWO), "No things", "Some things"), brief(ONE, SOME, THREE, TABLE), None),
        (change("new", name(TWO), "", "A new thing."), brief(ONE, TWO, THREE, NEW, TABLE), None),
        (
            change("move", name(ONE), "One thing.", "One thing.", moved_after=name(THREE)),
            brief(TWO, ONE, THREE, TABLE),
            ("the order of paragraphs",),
        ),
        (
            change("reword", name(TWO), "Two things", None, noted=True, proposed=[{"text": "Some things"}]),
            brief(ONE, paragraph("Few things.", unit("b", number=2)), THREE, TABLE),
            ("Para\u00a02: “Few things.” (noted from Legal’s file and changed again)",),
        ),
        (change("comment", name(TWO)), brief(ONE, SOME, THREE, TABLE), ("Para\u00a02: “Some things.”",)),
    ],
)
def test_whatever_is_not_as_it_was_asked_for_is_named(
    made: AcceptedChange, now: Document, told: tuple[str, ...] | None
) -> None:
    found = changes_since(SEEN, now, [made])
    assert found if told is None else found == told


def test_what_two_offices_asked_for_in_one_paragraph_is_that_of_the_other() -> None:
    others = replace(change("reword", name(TWO), "things", "matters", own=False), by=("Policy’s file",))
    now = brief(ONE, paragraph("Some matters.", unit("b", number=2)), THREE, TABLE)
    assert changes_since(SEEN, now, [REWORDED, others]) == (
        "Para\u00a02: “Some matters.” (accepted from Policy’s file)",
    )


def test_words_in_figures_count_too() -> None:
    owner = unit("f")
    before, after = (Figure(Timeline((Event("2010", one),)), text("Dates"), unit=owner) for one in ("Forum", "Fair"))
    renamed = change("reword", "f", "Dates", "Days")
    assert changes_since(brief(before), brief(replace(before, caption=text("Days"))), [renamed]) == ()
    assert changes_since(brief(before), brief(replace(after, caption=text("Days"))), [renamed])


def test_units_keep_their_identity_under_another_heading() -> None:
    def under(heading: str, said: str) -> Document:
        own = [paragraph(one, unit(f"{heading.lower()}/{one[:3]}")) for one in ("One thing.", said)]
        return document(replace(section(*own, heading=heading), id=heading.lower()))

    asked = change("reword", "heading gains", "Gains", "Benefits")
    assert changes_since(under("Gains", "Two things."), under("Benefits", "Two things."), [asked]) == ()
    assert changes_since(under("Gains", "Two things."), under("Benefits", "Two more."), [asked]) == ("“Two more.”",)
    assert changes_since(under("Gains", "Two things."), under("Benefits", "Two things.")) == (
        "the heading “Benefits” (new)",
        "the heading “Gains” (gone)",
    )


def test_a_unit_without_one_of_its_blocks_is_the_same() -> None:
    owner = unit("s/a+b", number=1)
    before, after = paragraph("One thing. Another.", owner), paragraph("One thing.", unit("s/a", number=1))
    asked = change("reword", "s/a+b", "Another.")
    assert changes_since(brief(before, THREE), brief(after, THREE), [asked]) == ()
    assert changes_since(brief(before, THREE), brief(after, THREE), [replace(asked, is_own=False)]) != ()


def test_words_that_are_there_twice_are_not_changed() -> None:
    twice = brief(paragraph("A thing, a thing.", unit("b")))
    made = with_changes(sent_paragraphs(twice), [change("reword", "b", "thing", "matter")])
    assert made.words["b"] == "A thing, a thing."
