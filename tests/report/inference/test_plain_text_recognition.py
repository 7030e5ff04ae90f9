from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.files.yaml import Lines
from briefs.model.diagnostics import DocumentError
from briefs.model.report import Section
from briefs.model.typesetting import plain
from briefs.report.hints import HeadingHint, HintsFile, ReportHints, read_hints
from briefs.report.inference.plain_text_recognition import recognize_plain_text
from briefs.report.pieces import FootnotePiece, HeadingPiece, MatterPiece, QuotationPiece
from briefs.report.plain_text.reader import read_plain_text
from briefs.report.recognized import Recognized
from briefs.report.source import Source
from tests.report.builders import walk

SEED = Path("seeds/connecting-the-dots")
LONG = (
    "The villages asked for wells, and they said so again and again, until somebody came and listened to them at last."
)


def recognized(text: str) -> Recognized:
    return recognize_plain_text(text.encode(), "report.txt").value


def headings(found: Recognized) -> list[tuple[int, str]]:
    notes = frozenset(piece.number for piece in found.pieces if isinstance(piece, FootnotePiece))
    pieces = [piece for piece in found.pieces if isinstance(piece, HeadingPiece)]
    return [(piece.hint.level, plain(piece.text, notes)) for piece in pieces]


@pytest.fixture(scope="module")
def shipped() -> Recognized:
    return recognize_plain_text((SEED / "report.txt").read_bytes(), "report.txt").value


def test_the_headings_of_the_shipped_report_are_found_without_its_description(shipped: Recognized) -> None:
    outline = [(one.level, plain(one.text)) for one in read_hints(SEED, SEED).hints.outline]
    found = headings(shipped)
    texts = [text for _, text in found]
    assert len([text for _, text in outline if text in texts]) >= 44
    assert len([text for text in texts if text not in {one for _, one in outline}]) <= 2
    assert sum(one == other for one, other in zip(found, outline, strict=True)) >= 42


def test_its_quotations_and_signatures_are_found(shipped: Recognized) -> None:
    hints = read_hints(SEED, SEED).hints
    quotations = [plain(piece.text) for piece in shipped.pieces if isinstance(piece, QuotationPiece)]
    known = [any(text.startswith(plain(one.text)) for text in quotations) for one in hints.quotations]
    assert sum(known) >= 10
    signatures = [
        piece.text for piece in shipped.pieces if isinstance(piece, MatterPiece) and piece.role == "signature"
    ]
    assert [text.split("\n")[0] for text in signatures] == list(hints.signatures)


def test_what_was_recognized_is_what_the_reader_reads_by_it() -> None:
    text = f"Water\n\n{LONG}\n\nWells\n=====\n\n{LONG}\n\n1.1 Depth\n\n{LONG}\n\nPUMPS\n\n{LONG}\n"
    found = recognized(text)
    outline = tuple(HeadingHint(text=words, level=level, label=words) for level, words in headings(found))
    hints = ReportHints(title="x", issuer="x", citation="x", outline=outline)
    read = read_plain_text(Source("report.txt", text.encode(), HintsFile("report.yaml", hints, Lines({(): 1}))))
    assert read.problems == ()
    sections = [node for node in walk(read.value.children) if isinstance(node, Section)]
    spans = [piece.lines for piece in found.pieces if isinstance(piece, HeadingPiece)]
    assert [section.heading.lines for section in sections] == spans
    assert len(spans) == 3


def test_pages_begin_at_form_feeds_and_have_their_numbers() -> None:
    page = f"{LONG}\n\n" * 9
    found = recognized(f"{page}i\n\f{page}2\n\f{page}3\n\f{page}4\n\f{page}5\n")
    assert [one.label for one in found.pages] == ["1", "2", "3", "4", "5"]
    roles = [piece.role for piece in found.pieces if isinstance(piece, MatterPiece)]
    assert roles.count("page number") >= 4


def test_other_encodings_are_refused() -> None:
    with pytest.raises(DocumentError) as caught:
        recognize_plain_text("Ça".encode("cp1252"), "report.txt")
    assert [one.code for one in caught.value.diagnostics] == ["report-encoding"]


LINES = ("", "", "Wells", "1. Wells", "2.1 Depth", "====", "- item", "a) item", "¹ note", "3", "\f", "Contents")
MORE = ("WELLS", LONG, "“Water is life.”", "- A mayor", "a\tb", "Table 1: x", "\u2028", "  indented", "Wells\t3")
LINE = st.sampled_from((*LINES, *MORE))


@given(st.lists(LINE, max_size=40))
def test_every_line_is_in_exactly_one_piece(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = recognized(text)
    used = sorted(number for piece in found.pieces for number in piece.lines)
    assert used == [number for number, line in enumerate(found.text.split("\n"), 1) if line.strip()]
