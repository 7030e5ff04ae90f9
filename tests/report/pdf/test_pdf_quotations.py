"""Quotations are what repeats the text in another look, or is indented on both sides."""

from __future__ import annotations

from briefs.report.pdf.pdf_recognition import recognize_pdf
from briefs.report.pieces import QuotationPiece
from tests.report.pdf.builders import column_at, drawn_pdf, text_at

BODY = [f"the keepers of the old harbour in line {index}, and so on" for index in range(6)]


def quotations_of(content: str) -> list[tuple[str, str, str]]:
    pieces = recognize_pdf(drawn_pdf(column_at(50, 350, BODY) + content), "report.pdf").value.pieces
    return [(one.role, one.text, one.attribution) for one in pieces if isinstance(one, QuotationPiece)]


def test_italics_that_repeat_the_text_are_a_pull_quote() -> None:
    text = "the old harbour in line 3"
    assert quotations_of(text_at(80, 250, text, 10, "I")) == [("pull", text, "")]
    assert quotations_of(text_at(80, 250, "the old harbour in line 9", 10, "I")) == []


def test_a_name_after_a_dash_is_that_of_the_speaker() -> None:
    said = text_at(80, 250, "We asked for a bell, and for a lamp.", 10, "I") + text_at(80, 236, "— a keeper")
    assert quotations_of(said) == [("block", "We asked for a bell, and for a lamp.", "a keeper")]


def test_lines_indented_on_both_sides_are_a_block_quotation_if_they_are_set_off() -> None:
    lines = ["“A harbour without a bell has", "no voice, as we have known."]
    assert quotations_of(column_at(90, 250, lines, 9, 11)) == [("block", " ".join(lines), "")]
    assert quotations_of(column_at(50, 250, lines, 9, 11)) == []
