"""The words in charts and diagrams."""

from __future__ import annotations

import pytest

from briefs.report.pieces import PicturePiece
from briefs.report.word.word_recognition import recognize_word
from tests.report.word.word_files import par, text, word_report

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
D = 'xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
CHART = (
    f"<c:title {C} {A}><a:p><a:r><a:t>Boats </a:t></a:r><a:r><a:t>per harbour</a:t></a:r></a:p></c:title>"
    f"<c:strCache {C}><c:pt><c:v>North</c:v></c:pt><c:pt><c:v>2026</c:v></c:pt>"
    "<c:pt><c:v>North</c:v></c:pt></c:strCache>"
    f"<c:numCache {C}><c:formatCode>General</c:formatCode><c:pt><c:v>nan</c:v></c:pt></c:numCache>"
)
DIAGRAM = f"<d:t {D} {A}><a:p><a:r><a:t>Plan</a:t></a:r></a:p><a:p/><a:p><a:r><a:t>Build</a:t></a:r></a:p></d:t>"


def drawing(reference: str, described: str = "") -> str:
    """A drawing that shows what a part holds."""
    return f'<w:r><w:drawing><wp:inline><wp:docPr descr="{described}"/>{reference}</wp:inline></w:drawing></w:r>'


@pytest.mark.parametrize(
    ("reference", "parts", "words"),
    [
        (f'<c:chart {C} r:id="r0"/>', {"chart": CHART}, "Boats per harbour; North"),
        (f'<d:relIds {D} r:dm="r0"/>', {"diagramData": DIAGRAM}, "Plan; Build"),
    ],
)
def test_what_is_written_in_charts_and_diagrams_is_text_of_a_picture(
    reference: str, parts: dict[str, str], words: str
) -> None:
    body = par(text("Text.")) + par(drawing(reference)) + par(drawing(reference, "Bars."))
    found = recognize_word(word_report(body, **parts), "report.docx")
    assert [piece.alternative for piece in found.value.pieces if isinstance(piece, PicturePiece)] == [
        words,
        f"Bars. {words}",
    ]
    assert found.problems == ()


@pytest.mark.parametrize("part", ["<c:v xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'>7</c:v>", "<"])
def test_a_chart_without_words_or_damaged_is_named(part: str) -> None:
    found = recognize_word(
        word_report(par(text("a") + drawing(f'<c:chart {C} r:id="r0"/>')), chart=part), "report.docx"
    )
    assert [one.message for one in found.problems] == ["one chart or diagram has no words that can be read"]
