"""What comes with the program is what would be made of its fonts."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.render.fonts import face_records, prepared_fonts, subsets
from briefs.render.fonts.face_records import face_record
from briefs.render.fonts.faces import read_face
from briefs.render.fonts.prepared_fonts import FOLDER, prepare, prepared
from briefs.render.fonts.subsets import EUROPEAN, PLAIN, make_subset, subset
from scripts.prepared_fonts import expected
from tests.render.drawn import FONTS


def test_all_that_is_expected_comes_with_the_program_and_nothing_else() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {name for name, _ in expected()}, "run `make docs`"


@pytest.mark.slow
def test_what_comes_with_the_program_is_what_would_be_made() -> None:
    assert [name for name, make in expected() if prepared(name) != make()] == []


def test_nothing_is_made_of_the_fonts_of_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name in ((subsets, "make_subset"), (face_records, "read_record")):
        monkeypatch.setattr(module, name, lambda *how: pytest.fail("it is made"))
    face_records._record.cache_clear()
    subset.cache_clear()
    for name in ("Carlito-Regular", "Carlito-BoldItalic"):
        face = read_face(FONTS / f"{name}.ttf")
        assert subset(face, EUROPEAN, "ttf")[:4] == b"\0\1\0\0"
        assert subset(face, PLAIN, "woff2")[:4] == b"wOF2"
    assert face_record(FONTS / "DejaVuSans.ttf").family == "DejaVu Sans"


def test_a_part_that_comes_with_the_program_has_the_bytes_that_would_be_made() -> None:
    face = read_face(FONTS / "DejaVuSans.ttf")
    subset.cache_clear()
    assert subset(face, frozenset("☐"), "woff2") == make_subset(face.file, frozenset("☐"), "woff2")


def test_what_is_damaged_or_not_there_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepared_fonts, "FOLDER", tmp_path / "prepared")
    assert prepared("name") is None
    prepare("name", b"content")
    assert prepared("name") == b"content"
    (tmp_path / "prepared" / "name").write_bytes(b"damaged")
    assert prepared("name") is None
