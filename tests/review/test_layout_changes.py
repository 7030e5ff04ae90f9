"""What programs change in a file when they save it is no proposal."""

from __future__ import annotations

from briefs.model.mark import Mark
from briefs.model.marked_file import Span
from briefs.model.sent_text import SentParagraph, SentPiece
from briefs.review.layout_changes import as_sent

SENT = (
    SentParagraph(
        "text clearing-notes/1",
        "text",
        (
            SentPiece("Paras\u00a0"),
            SentPiece("3", is_counted=True),
            SentPiece(" and "),
            SentPiece("12", is_counted=True),
            SentPiece(": no date"),
        ),
    ),
)
TEXT = "Paras\u00a03 and 12: no date"


def _text(spans: tuple[Span, ...]) -> str:
    return "".join(span.text for span in spans)


def test_other_spaces_and_other_numbers_are_as_sent() -> None:
    assert _text(as_sent(SENT, [Span("Paras 2 and 11: no date")])) == TEXT


def test_an_error_in_place_of_a_number_that_a_program_computes_is_as_sent() -> None:
    error = Span("Error: Reference source not found", is_cited=True)
    spans = as_sent(SENT, [Span("Paras "), error, Span(" and "), Span("11", is_cited=True), Span(": no date")])
    assert _text(spans) == TEXT


def test_words_beside_numbers_are_what_somebody_wrote() -> None:
    spans = [Span("Paras "), Span("2", is_cited=True), Span(" or "), Span("11", is_cited=True), Span(": no date")]
    assert _text(as_sent(SENT, spans)) == "Paras 3 or 12: no date"


def test_inserted_words_stay() -> None:
    new = Span(" given", inserted=Mark("Ana"))
    spans = as_sent(SENT, [Span("Paras "), Span("3"), Span(" and 11: no date"), new])
    assert _text(spans) == TEXT + " given"
    assert spans[-1] == new


def test_numbers_of_another_count_are_left_as_they_are() -> None:
    spans = [Span("Paras "), Span("2", is_cited=True), Span(" and the last: no date")]
    assert as_sent(SENT, spans) == tuple(spans)
