"""What is wrong with the fonts of a layout."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from briefs.render.fonts.font_check import check_fonts
from tests.render.drawn import FONTS
from tests.render.fonts.small_fonts import write_font


def found(root: Path, is_embedding: bool = True) -> list[tuple[str, str, str]]:
    problems = check_fonts(root / "fonts", root, is_embedding)
    return [(problem.place.path, problem.code, problem.severity) for problem in problems]


def test_the_fonts_of_the_program_are_in_order() -> None:
    assert check_fonts(FONTS, FONTS, is_embedding=True) == []


def test_a_folder_without_fonts_is_reported(tmp_path: Path) -> None:
    assert found(tmp_path) == [("fonts", "font-missing", "error")]


def test_each_damaged_font_is_reported_by_its_name(tmp_path: Path) -> None:
    cut_off = write_font(tmp_path / "fonts" / "Pier.ttf")
    cut_off.write_bytes(cut_off.read_bytes()[:-200])
    (tmp_path / "fonts" / "Quay.ttf").write_text("version https://git-lfs.github.com/spec/v1", encoding="utf-8")
    write_font(tmp_path / "fonts" / "Whole.ttf")
    assert found(tmp_path) == [
        ("fonts/Pier.ttf", "font-damaged", "error"),
        ("fonts/Quay.ttf", "font-damaged", "error"),
    ]


def test_a_family_that_text_is_set_in_must_be_there(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    for name in ("DejaVuSans.ttf", "fonts.conf"):
        shutil.copy(FONTS / name, tmp_path / "fonts" / name)
    (problem,) = check_fonts(tmp_path / "fonts", tmp_path, is_embedding=True)
    assert str(problem).startswith(
        'fonts/fonts.conf: error: fonts.conf names "Carlito", but no font of this family is in the folder '
        "[font-missing]"
    )


def test_a_font_with_a_changed_byte_or_without_a_table_is_damaged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "fonts").mkdir()
    changed = bytearray((FONTS / "Carlito-Regular.ttf").read_bytes())
    changed[len(changed) // 2] ^= 0xFF
    (tmp_path / "fonts/Changed.ttf").write_bytes(changed)
    with TTFont(FONTS / "Carlito-Bold.ttf") as font:
        del font["hmtx"]
        font.recalcBBoxes = False
        font.save(tmp_path / "fonts/Lacking.ttf")
    caplog.clear()  # saving the font warns of its date
    assert found(tmp_path) == [
        ("fonts/Changed.ttf", "font-damaged", "error"),
        ("fonts/Lacking.ttf", "font-damaged", "error"),
    ]


def test_a_font_that_may_not_be_embedded_is_reported_unless_none_is(tmp_path: Path) -> None:
    write_font(tmp_path / "fonts" / "Quay.ttf", fs_type=2)
    (problem,) = check_fonts(tmp_path / "fonts", tmp_path, is_embedding=True)
    assert str(problem) == (
        "fonts/Quay.ttf: warning: the maker of Quay Regular does not allow a part of it to be put into files that "
        "others change (fsType 2), so readers without this font see another one [font-embedding]\n"
        "  hint: use a font that may be embedded, or write `embed_fonts: false` into house.yaml"
    )
    assert found(tmp_path, is_embedding=False) == []


@pytest.mark.parametrize("style", ["Regular", "Bold", "Italic", "BoldItalic"])
def test_the_family_that_text_is_set_in_must_be_complete(tmp_path: Path, style: str) -> None:
    shutil.copytree(FONTS, tmp_path / "fonts")
    (tmp_path / "fonts" / f"Carlito-{style}.ttf").unlink()
    (problem,) = check_fonts(tmp_path / "fonts", tmp_path, is_embedding=True)
    name = style.replace("BoldItalic", "Bold Italic")
    assert str(problem).startswith(f"fonts: error: Carlito {name} is not in the folder")
    assert problem.code == "font-missing"


def test_fonts_that_are_compressed_and_a_configuration_that_leads_out_are_reported(tmp_path: Path) -> None:
    write_font(tmp_path / "fonts" / "Quay.ttf")
    (tmp_path / "fonts" / "small.pcf.gz").write_bytes(b"\x1f\x8b\x08")
    (tmp_path / "fonts" / "fonts.conf").write_text("<fontconfig><dir>/</dir></fontconfig>", encoding="utf-8")
    assert found(tmp_path) == [
        ("fonts/small.pcf.gz", "font-damaged", "error"),
        ("fonts/fonts.conf", "font-configuration", "error"),
    ]
