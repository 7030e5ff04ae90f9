"""What became of each sent paragraph of a match."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.model.mark import Mark
from briefs.model.marked_file import MarkedParagraph, Span
from briefs.model.sent_text import SentPiece
from briefs.review.changed_paragraphs import changed_paragraphs
from briefs.review.matches import Match
from tests.review.marked_copies import SENT

ANA = Mark("Ana", "2026-11-02T09:00:00Z")
LAMPS, BOATS = (next(one for one in SENT if one.key == key) for key in ("lamps", "boats"))
PARAGRAPH = MarkedParagraph(0, "body")


def test_new_text_has_no_sent_paragraphs() -> None:
    assert changed_paragraphs(Match((), (PARAGRAPH,), (Span("New words."),))) == ()


def test_a_paragraph_that_is_gone_says_nothing() -> None:
    (one,) = changed_paragraphs(Match((LAMPS,), ()))
    assert (one.sent, one.after) == (LAMPS, "")


def test_joined_paragraphs_have_their_own_texts_and_spans() -> None:
    spans = (
        Span("Some keepers trim the lamps before "),
        Span("dusk", deleted=ANA),
        Span("dawn", inserted=ANA),
        Span("."),
        Span("\n", deleted=ANA),
        Span(" ", inserted=ANA),
        Span("Boats wait outside the bar. They "),
        Span("may", deleted=ANA),
        Span("must", inserted=ANA),
        Span(" enter at high water."),
    )
    lamps, boats = changed_paragraphs(Match((LAMPS, BOATS), (PARAGRAPH,), spans))
    assert lamps.after == "Some keepers trim the lamps before dawn."
    assert boats.after == "Boats wait outside the bar. They must enter at high water."
    assert [form.form for form in (*lamps.forms, *boats.forms)] == ["co.lamps/short", "co.tide/short"]
    assert boats.spans_of(boats.forms[0]) == (
        Span("They "),
        Span("may", deleted=ANA),
        Span("must", inserted=ANA),
        Span(" enter at high water."),
    )


def _citing(number: str, text: str = "As paragraph {0} says, the oil store is full.") -> tuple[str, ...]:
    pieces = tuple(
        SentPiece(words, "co.oil/short" if count != 1 else "", is_counted=count == 1)
        for count, words in enumerate(("As paragraph ", "12", " says, the oil store is full."))
    )
    match = Match((replace(LAMPS, pieces=pieces),), (PARAGRAPH,), (Span(text.format(number)),))
    return tuple(form.after for one in changed_paragraphs(match) for form in one.forms if form.edits)


@pytest.mark.parametrize("number", ["11", "Error: Reference source not found", "Erreur : source non trouvée"])
def test_a_number_that_a_program_counted_anew_is_no_edit(number: str) -> None:
    assert _citing(number) == ()
    assert _citing(number, "As paragraph {0} says, the oil store is empty.") == (
        "As paragraph  says, the oil store is empty.",
    )


def test_words_in_place_of_a_counted_number_are_an_edit() -> None:
    assert _citing("seven") == ("seven",)


def test_an_edit_is_tracked_only_if_the_text_before_all_changes_is_the_sent_one() -> None:
    tracked = (Span("Some", deleted=ANA), Span("Most", inserted=ANA), Span(" keepers trim the lamps before dusk."))
    partly = (Span("Some", deleted=ANA), Span("Most", inserted=ANA), Span(" good keepers trim the lamps before dusk."))
    for spans, expected in ((tracked, [True]), (partly, [False])):
        (one,) = changed_paragraphs(Match((LAMPS,), (PARAGRAPH,), spans))
        assert [edit.is_tracked for form in one.forms for edit in form.edits] == expected
