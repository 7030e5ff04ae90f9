"""What fonts say of themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.render.fonts.faces import faces_in, faces_of, families_named, read_face, shared_out
from tests.render.drawn import FONTS
from tests.render.fonts.small_fonts import write_font


def test_faces_are_known_by_family_weight_and_slope() -> None:
    assert [face.name for face in faces_in(FONTS)] == [
        "Carlito Bold",
        "Carlito Bold Italic",
        "Carlito Italic",
        "Carlito Regular",
        "DejaVu Sans Bold",
        "DejaVu Sans Regular",
    ]
    assert set(faces_of("carlito", FONTS)) == {(False, False), (True, False), (False, True), (True, True)}
    assert {"é", "ł"} < faces_of("Carlito", FONTS)[False, False].characters


@pytest.mark.parametrize(
    ("fs_type", "may_be_embedded"),
    [(0, True), (2, False), (4, False), (8, True), (12, True), (0x100, False), (0x208, False)],
)
def test_what_the_maker_allows_is_heeded(fs_type: int, may_be_embedded: bool, tmp_path: Path) -> None:
    assert read_face(write_font(tmp_path / "Quay.ttf", fs_type)).may_be_embedded is may_be_embedded


def test_a_font_that_was_cut_off_cannot_be_read(tmp_path: Path) -> None:
    file = write_font(tmp_path / "Quay.ttf")
    file.write_bytes(file.read_bytes()[:-100])
    for wrong in (file, tmp_path / "none.ttf"):
        with pytest.raises(BriefsError, match="cannot be read as a font"):
            read_face(wrong)


def test_a_font_that_was_changed_is_read_again(tmp_path: Path) -> None:
    assert read_face(write_font(tmp_path / "Quay.ttf")).family == "Quay"
    assert read_face(write_font(tmp_path / "Quay.ttf", family="Pier")).family == "Pier"


def test_a_style_sheet_names_families_in_its_rules() -> None:
    css = '/* DejaVu Sans */ p { font: 1rem "DejaVu Sans", carlito, Carlito-Black }'
    assert families_named(css, FONTS) == ("DejaVu Sans", "Carlito")
    assert families_named("p { font-family: Carlitos, x-Carlito }", FONTS) == ()


def test_each_character_is_of_the_first_family_that_has_it() -> None:
    assert shared_out("ab☐𓀀", ("Carlito", "DejaVu Sans"), FONTS) == {
        "Carlito": frozenset("ab"),
        "DejaVu Sans": frozenset("☐"),
    }
    assert shared_out("ab", ("Carlito", "DejaVu Sans", "None"), FONTS) == {"Carlito": frozenset("ab")}
