"""Opening font files."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.render.fonts.font_files import FONTS_HINT, is_unpacked, open_font, packed_files
from tests.render.drawn import FONTS
from tests.render.fonts.small_fonts import write_font


def test_a_font_is_opened() -> None:
    with open_font(FONTS / "Carlito-Bold.ttf") as font:
        assert font["name"].getDebugName(1) == "Carlito"


def test_whatever_goes_wrong_is_a_fault_of_the_environment(tmp_path: Path) -> None:
    with (
        pytest.raises(BriefsError, match=r"none\.ttf cannot be read as a font$") as raised,
        open_font(tmp_path / "none.ttf"),
    ):
        pass
    assert raised.value.hint == FONTS_HINT


@pytest.mark.parametrize("content", [b"wOF2\0\1\0\0", b"wOFF", b"ttcf", b"\x1f\x8b", b"", b"%!PS"])
def test_a_font_that_is_compressed_is_not_opened(tmp_path: Path, content: bytes) -> None:
    assert not is_unpacked(content)
    (tmp_path / "x.ttf").write_bytes(content)
    with pytest.raises(BriefsError, match="cannot be read as a font"), open_font(tmp_path / "x.ttf"):
        pass


def test_compressed_files_are_found_in_folders_too(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, content in {
        "a.pcf.gz": b"\x1f\x8b\x08",
        "in/b.bdf.bz2": b"BZh9",
        "c.txt": b"words",
        "d.Z": b"\x1f\x9d",
    }.items():
        (tmp_path / name).write_bytes(content)
    assert [path.name for path in packed_files(tmp_path)] == ["a.pcf.gz", "d.Z", "b.bdf.bz2"]


def test_damage_that_is_read_past_is_not_told_among_diagnostics(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = write_font(tmp_path / "quay.ttf")
    with open_font(file) as font:
        cmap = font.reader.tables["cmap"].offset
    content = bytearray(file.read_bytes())
    (first,) = struct.unpack_from(">I", content, cmap + 8)
    struct.pack_into(">H", content, cmap + first + 2, 0)  # the length of the letters, as if there were none
    file.write_bytes(content)
    with open_font(file) as font:
        assert font.getBestCmap() is None
    assert caplog.records == []
