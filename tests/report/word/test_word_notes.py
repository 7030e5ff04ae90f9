"""Notes: their numbers, what they are cited as, and where they stand."""

from __future__ import annotations

from briefs.report.pieces import FootnotePiece
from tests.report.word.word_files import call, note, par, recognized, table, text

SEPARATOR = '<w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'


def notes(body: str, **parts: str) -> list[tuple[int, str, str]]:
    """Number, text and what it is cited as, of each note."""
    found = [piece for piece in recognized(body, **parts).pieces if isinstance(piece, FootnotePiece)]
    return [(piece.number, piece.text, piece.cited_as) for piece in found]


def test_footnotes_are_numbered_in_the_order_of_their_calls_and_stand_after_what_calls_them() -> None:
    body = par(text("Wells") + call(7) + text(" dry.")) + table((par(text("a") + call(3)), "b")) + par("End.")
    found = recognized(body, footnotes=SEPARATOR + note(3, "Third.") + note(7, "First.", "More of it."))
    assert found.text.split("\n") == [
        "Wells¹ dry.",
        "¹ First.",
        "More of it.",
        "a²\tb",
        "² Third.",
        "End.",
    ]
    assert notes(body, footnotes=SEPARATOR + note(3, "Third.") + note(7, "First.", "More of it.")) == [
        (1, "First. More of it.", ""),
        (2, "Third.", ""),
    ]


def test_endnotes_come_last_and_are_cited_as_they_are_printed() -> None:
    body = par(text("a") + call(1, "endnote") + text("b") + call(1) + text("c") + call(2, "endnote")) + par("End.")
    endnotes = note(1, "One.", kind="endnote") + note(2, "Two.", kind="endnote")
    found = notes(body, footnotes=note(1, "Foot."), endnotes=endnotes)
    assert found == [(1, "Foot.", ""), (2, "One.", "en i"), (3, "Two.", "en ii")]
    assert recognized(body, footnotes=note(1, "Foot."), endnotes=endnotes).text.startswith("a²b¹c³")


def test_marks_of_their_own_are_not_counted() -> None:
    own = '<w:r><w:t>Kosovo</w:t><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    body = par(own + text(" and others") + call(2))
    footnotes = f'<w:footnote w:id="1">{par("* All references.")}</w:footnote>' + note(2, "One.")
    assert notes(body, footnotes=footnotes) == [(1, "All references.", "fn *"), (2, "One.", "fn 1")]
    assert recognized(body, footnotes=footnotes).text.startswith("Kosovo¹ and others²")


def test_formats_of_numbers_are_those_of_the_settings() -> None:
    settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr>'
    assert notes(par(text("a") + call(1)), footnotes=note(1, "One."), settings=settings) == [(1, "One.", "fn a")]


def test_a_note_may_be_called_twice_and_an_empty_one_is_none() -> None:
    body = par(text("a") + call(1) + text("b") + call(1) + text("c") + call(2) + text("d") + call(9))
    footnotes = note(1, "One.") + note(2, "")
    assert notes(body, footnotes=footnotes) == [(1, "One.", "")]
    assert recognized(body, footnotes=footnotes).text.split("\n")[0] == "a¹b¹cd"
