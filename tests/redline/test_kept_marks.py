"""Marks of reviewers in an old edition."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.model.document import Note, Paragraph, Section
from briefs.model.inline import CitedNumber, Emphasis, Inline, Link, NoteCall, SourceTag, Text, TextArea
from briefs.model.marked_file import Span
from briefs.redline.kept_marks import marked_edition, marked_run
from tests.redline.marks import ANNA, shown, text
from tests.render.docx.samples import TABLE, document, section, unit


def spans(*said: str) -> list[Span]:
    """Spans: with a + before what Anna inserted, a - before what she deleted."""
    made = {"+": lambda one: Span(one[1:], inserted=ANNA), "-": lambda one: Span(one[1:], deleted=ANNA)}
    return [made.get(one[:1], Span)(one) for one in said]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("Some keepers agreed.",), "Some keepers agreed."),
        (("Some", " keepers agreed."), "Some keepers agreed."),
        (("-Some", "+Most", " keepers agreed."), "[-Anna: Some-]{+Anna: Most+} keepers agreed."),
        (("Some keeper", "-s", " agreed."), "Some keeper[-Anna: s-] agreed."),
        (("+We: ", "Some keepers agreed."), "{+Anna: We: +}Some keepers agreed."),
        (("Some keepers agreed.", "+ So be it."), "Some keepers agreed.{+Anna:  So be it.+}"),
        (("-Some keepers agreed.",), "[-Anna: Some keepers agreed.-]"),
    ],
)
def test_words_are_marked(said: tuple[str, ...], expected: str) -> None:
    made = marked_run(text("Some keepers agreed."), spans(*said))
    assert made is not None
    assert shown(made) == expected


def test_what_has_no_characters_stays_where_it_is() -> None:
    children: tuple[Inline, ...] = (
        *(Text("Some "), Emphasis(text("keepers")), NoteCall("n"), Text(" agreed"), SourceTag("ES 7")),
        TextArea("Notes", 2),
    )
    made = marked_run(children, spans("Some ", "-keepers agr", "eed"))
    assert made is not None
    assert shown(made[:-1]) == "Some [-Anna: <keepers>NoteCall agr-]eedES 7"
    assert made[-1] == children[-1]
    linked: tuple[Inline, ...] = (Text("See "), Link("https://a.example", "here"), CitedNumber("u", 3))
    assert marked_run(linked, spans("See ", "-here", "3")) is not None
    assert marked_run(linked, spans("See ", "-he", "re3")) is None


def test_other_words_without_tracking_are_not_shown() -> None:
    for said in (("Some keepers met.",), ("Some",), ("Some keepers agreed. Yes",), ("Some keepers", "\n", "agreed.")):
        assert marked_run(text("Some keepers agreed."), spans(*said)) is None


def test_marks_are_put_where_their_key_says_and_the_others_are_left() -> None:
    note = Note("n", replace(unit("n1"), name="notes/n"), text("A note."))
    paragraph = Paragraph((Text("Some keepers agreed."), NoteCall("n")), unit=replace(unit("u1", 1), name="s/a"))
    old = document(Section(text("Steps"), (paragraph, section(TABLE).content[0]), "s"), notes=(note,))
    made = marked_edition(
        old,
        {
            "s/a": spans("Some keepers ", "+all ", "agreed."),
            "heading s": spans("-Steps", "+Next"),
            "u2#2": spans("ES 7", "+, 8"),
            "notes/n": spans("A note."),
            "masthead title": spans("Title of the brief", "+s"),
            "masthead about": spans("About the report."),
            "u3#1": spans("Others"),
        },
    )
    assert made.left == ("masthead title", "u3#1")
    (read,) = made.document.sections
    assert shown(read.heading) == "[-Anna: Steps-]{+Anna: Next+}"
    assert isinstance(read.content[0], Paragraph)
    assert shown(read.content[0].children) == "Some keepers {+Anna: all +}agreed.NoteCall"
    assert made.document.notes == (note,)
