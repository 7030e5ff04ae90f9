"""Reports that hold more than a report can are refused, with what it is and where."""

from __future__ import annotations

import pytest

from briefs.model.diagnostics import Checked, DocumentError
from briefs.report import report_bounds
from briefs.report.hints import recognized_heading
from briefs.report.inference.plain_text_recognition import recognize_plain_text
from briefs.report.pieces import HeadingPiece, ParagraphPiece, Piece, RowPiece, TableShape
from briefs.report.recognized import Recognized
from briefs.report.recognizers import RECOGNIZERS
from briefs.report.report_bounds import bounded, refuse_lines, refuse_pieces


def _refusal(*pieces: Piece, has_lines: bool = True) -> str:
    with pytest.raises(DocumentError) as raised:
        refuse_pieces(pieces, "report.md", has_lines)
    return str(raised.value).partition(" [report-too-large]")[0]


def _paragraph(text: str, line: int = 3) -> ParagraphPiece:
    return ParagraphPiece((line,), text)


def _heading(text: str, level: int = 1) -> HeadingPiece:
    return HeadingPiece((5,), text, recognized_heading(text, level, "?"))


def test_what_is_too_long_is_named_with_its_line_if_that_is_one_of_the_file() -> None:
    said = _refusal(_paragraph("a " * 100_001))
    assert said.startswith("report.md:3: error: a paragraph has more than 200,000 characters: “a a a")
    assert _refusal(_paragraph("a" * 1001), has_lines=False).startswith("report.md: error: a word has more than 1,000")
    assert _refusal(_heading("a " * 1001)).startswith("report.md:5: error: a heading has more than 2,000 characters")


def test_what_is_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, most in (("PIECES", 3), ("CHARACTERS", 9), ("CELLS", 2)):
        monkeypatch.setattr(report_bounds, f"MOST_{name}", most)
    refuse_pieces([_paragraph("four"), _paragraph("five")], "report.md", has_lines=True)
    assert "more than 3 paragraphs" in _refusal(*(_paragraph("a") for _ in range(4)))
    assert "more than 9 characters" in _refusal(_paragraph("tides"), _paragraph("boats"))
    assert "more than 2 cells" in _refusal(RowPiece((1,), ("a", "b", "c"), TableShape(1, ("", "", ""))))
    with pytest.raises(DocumentError, match="more than 3 lines with text"):
        refuse_lines(["a", "", "b", "c", "d"], "report.txt")
    with pytest.raises(DocumentError, match="more than 9 characters"):
        refuse_lines(["a" * 10], "report.txt")


def test_long_headings_over_very_many_places_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_bounds, "LARGEST_ADDRESSES", 100)
    pieces: list[Piece] = [_heading("a part"), _heading("a section " * 3, 2), *[_paragraph("text")] * 4]
    assert "too long for all that stands under them" in _refusal(*pieces)
    refuse_pieces([*pieces[1:], *pieces[:1]], "report.md", has_lines=True)


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (".md", "# A\n\na" + "\u0301" * 99),
        (".html", "<p>a" + "\u0301" * 99),
        (".html", "<p>a" + "&#x301;" * 99),
        (".html", "<img alt='a" + "&#x301;" * 99 + "'>"),
    ],
)
def test_heaps_of_marks_are_refused_before_anything_normalises_them(suffix: str, text: str) -> None:
    with pytest.raises(DocumentError, match="more than 30 marks stand on one letter"):
        RECOGNIZERS[suffix](text.encode(), f"report{suffix}")


def test_plain_text_is_refused_by_its_lines_also_when_it_is_taken_in() -> None:
    with pytest.raises(DocumentError, match=r"report.txt:3: error: a word has more than 1,000 characters"):
        recognize_plain_text(b"A\n\n" + b"9" * 5000, "report.txt")


def test_a_recognizer_is_bounded_whatever_the_format() -> None:
    def recognize(content: bytes, path: str) -> Checked[Recognized]:
        return Checked(Recognized((_paragraph(content.decode()),), content.decode()))

    assert bounded(recognize)(b"a tide", "report.x").value.text == "a tide"
    with pytest.raises(DocumentError):
        bounded(recognize)(b"a" * 2000, "report.x")
