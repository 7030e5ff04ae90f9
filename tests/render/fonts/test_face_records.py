"""What fonts say of themselves, kept by the bytes of their files."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from briefs.model.diagnostics import BriefsError
from briefs.render.fonts import face_records
from briefs.render.fonts.face_records import face_record
from briefs.render.fonts.widths import text_measure
from tests.render.drawn import FONTS
from tests.render.fonts.small_fonts import write_font


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    face_records._record.cache_clear()
    return tmp_path / "cache" / "briefs" / "faces"


def test_a_record_has_all_characters_with_their_widths() -> None:
    file = FONTS / "Carlito-Italic.ttf"
    record = face_record(file)
    with TTFont(file) as font:
        widths, glyphs = font["hmtx"].metrics, font.getBestCmap()
        assert record.advances is not None
        assert dict(zip(map(ord, record.characters), record.advances, strict=True)) == {
            code: widths[glyph][0] for code, glyph in glyphs.items()
        }
        assert (record.em, record.is_bold, record.is_italic) == (2048, False, True)


def test_a_font_that_is_known_is_not_opened_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write_font(tmp_path / "Quay.ttf")
    made = face_record(file)
    face_records._record.cache_clear()
    monkeypatch.setattr(face_records, "open_font", None)
    assert face_record(file) == made


def test_what_is_kept_and_damaged_is_made_again(tmp_path: Path, cache: Path) -> None:
    file = write_font(tmp_path / "Quay.ttf")
    made = face_record(file)
    for content in (b"", b"damaged", next(cache.iterdir()).read_bytes()[:-1]):
        next(cache.iterdir()).write_bytes(content)
        face_records._record.cache_clear()
        assert face_record(file) == made


def test_one_changed_byte_is_another_font(tmp_path: Path, cache: Path) -> None:
    file = write_font(tmp_path / "Quay.ttf")
    face_record(file)
    content = file.read_bytes()
    at = len(content) // 2
    file.write_bytes(content[:at] + bytes((content[at] ^ 1,)) + content[at + 1 :])
    with pytest.raises(BriefsError, match="cannot be read as a font"):
        face_record(file)
    assert len(list(cache.iterdir())) == 1


def test_a_font_without_widths_cannot_be_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for style in ("Regular", "Bold"):
        write_font(tmp_path / f"Quay-{style}.ttf", name=f"Carlito-{style}")
    monkeypatch.setattr(face_records, "_advances", lambda font, glyphs: None)
    with pytest.raises(BriefsError, match=r"Quay-Regular\.ttf cannot be read as a font$"):
        text_measure(tmp_path, ("Quay",))("a", False)
