"""What was recognised in a report is kept, and is the same when it is used again."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from briefs.files.user_cache import cache_folder, keep
from briefs.model.diagnostics import Checked, DocumentError, Fault, Place
from briefs.model.report import LeftAside, Page
from briefs.report import kept_recognition
from briefs.report.hints import HeadingHint
from briefs.report.kept_recognition import recognize_once
from briefs.report.pieces import (
    FootnotePiece,
    HeadingPiece,
    ItemPiece,
    MatterPiece,
    ParagraphPiece,
    PicturePiece,
    QuotationPiece,
    RowPiece,
    TableShape,
)
from briefs.report.recognized import Recognized

SHAPE = TableShape(1, ("Harbour", "Boats"))
RECOGNIZED = Recognized(
    (
        HeadingPiece((1,), "Tides", HeadingHint(text="Tides", level=1, label="?"), "bold, 14 pt", 0.8),
        ParagraphPiece((2, 3), "Low *water*.¹", is_whole=True),
        ParagraphPiece((2,), "Of an item.", "list 1", depth=1),
        ItemPiece((4,), "a bell", "•", 2, "list 1", 1),
        FootnotePiece((5,), "See the map.", 1, "fn 1, p. 3"),
        QuotationPiece((6,), "A voice", "pull", "a keeper"),
        RowPiece((7,), ("Low Quay", "12"), SHAPE, is_head=True),
        RowPiece((8,), ("Well Yard", "3"), SHAPE),
        PicturePiece((9,), "Figure 1", "A quay"),
        MatterPiece((10,), "Small Harbours", "running head"),
    ),
    "\n".join("abcdefghij"),
    pages=(Page("iv", 1), Page("1", 4)),
    language="en",
    languages={3: "fr"},
    title="Small Harbours",
    author="The keepers",
    date="2026-05-01",
    left_aside=(LeftAside("hidden text", "A draft.", 3), LeftAside("form", "Name:")),
)
FOUND = Checked(RECOGNIZED, (Fault("report-scanned", "message", "hint").at(Place("report.pdf")),))


def test_a_report_is_tried_in_which_no_field_is_empty() -> None:
    assert all(
        getattr(RECOGNIZED, field.name) not in ("", (), {})
        for field in fields(Recognized)
        if field.name != "is_file_text"
    )


class Counting:
    """A recogniser that counts how often it is called."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, content: bytes, path: str) -> Checked[Recognized]:
        self.calls += 1
        return FOUND


@pytest.fixture(autouse=True)
def _cache_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(kept_recognition, "_LEAST_SECONDS", 0.0)


def test_a_report_is_recognised_once_and_is_then_the_same() -> None:
    recognizer = Counting()
    assert recognize_once(recognizer, b"content", "report.pdf") == FOUND
    again = recognize_once(recognizer, b"content", "report.pdf")
    assert again == FOUND
    assert recognizer.calls == 1
    tables = [piece.table for piece in again.value.pieces if isinstance(piece, RowPiece)]
    assert tables[0] is tables[1]


def test_another_file_or_path_is_recognised_anew() -> None:
    recognizer = Counting()
    for content, path in ((b"one", "report.pdf"), (b"two", "report.pdf"), (b"one", "other/report.pdf")):
        recognize_once(recognizer, content, path)
    assert recognizer.calls == 3


@pytest.mark.parametrize(
    "damage", [b"", b"{}", b'{"pieces": [["Unknown"]]}', b'{"pieces": [[]]}', b"\xff", b"[" * 100_000]
)
def test_what_is_damaged_is_not_used(damage: bytes) -> None:
    recognizer = Counting()
    recognize_once(recognizer, b"content", "report.pdf")
    (file,) = cache_folder("recognition").iterdir()
    keep("recognition", file.name, damage, 9)
    assert recognize_once(recognizer, b"content", "report.pdf") == FOUND
    assert recognizer.calls == 2


def test_what_takes_no_time_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_recognition, "_LEAST_SECONDS", 60.0)
    recognize_once(Counting(), b"content", "report.pdf")
    assert not cache_folder("recognition").exists()


def test_that_a_report_cannot_be_read_is_not_kept() -> None:
    def refuse(content: bytes, path: str) -> Checked[Recognized]:
        raise DocumentError([Fault("report-damaged", "message", "hint").at(Place(path))])

    with pytest.raises(DocumentError):
        recognize_once(refuse, b"content", "report.pdf")
    assert not cache_folder("recognition").exists()
