"""How wide the bundled fonts set a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.render.engine.loading import load_engine
from briefs.render.fonts.widths import FAMILIES, families_in, text_measure
from tests.render.drawn import FONTS

MEASURE = text_measure(FONTS)


@pytest.mark.parametrize(
    ("words", "bold"), [("International Organization", False), ("Bilateral, “11”", True), ("☐", False)]
)
def test_a_text_is_as_wide_as_the_layout_engine_sets_it_without_kerning(words: str, bold: bool) -> None:
    type_ = f"font: {'bold' if bold else 'normal'} 100px Carlito, DejaVu Sans; font-kerning: none"
    html = f'<p style="{type_}; font-variant-ligatures: none; white-space: nowrap">{words}</p>'
    page = load_engine(FONTS).HTML(string=html).render().pages[0]
    (line,) = (box for box in page._page_box.descendants() if type(box).__name__ == "TextBox")
    assert MEASURE(words, bold) == pytest.approx(line.width / 100, abs=0.02)


def test_bold_is_wider_and_a_text_is_the_sum_of_its_parts() -> None:
    assert MEASURE("Migration", True) > MEASURE("Migration", False)
    assert MEASURE("Migration", False) == pytest.approx(MEASURE("Migr", False) + MEASURE("ation", False))


def test_a_character_that_no_font_has_counts_one_em() -> None:
    assert MEASURE("𓀀", False) == 1


def test_a_folder_without_the_fonts_is_a_fault_of_the_environment(tmp_path: Path) -> None:
    with pytest.raises(BriefsError, match=r"has no Carlito$"):
        text_measure(tmp_path)("a", False)


def test_the_first_family_that_has_a_character_gives_its_width() -> None:
    other = text_measure(FONTS, ("DejaVu Sans", "Carlito"))
    assert other("Migration", False) > MEASURE("Migration", False)
    assert other("☐", False) == MEASURE("☐", False)


def test_a_family_is_there_if_it_has_regular_and_bold_type(tmp_path: Path) -> None:
    assert families_in(FONTS) == FAMILIES
    for name in ("Carlito-Regular.ttf", "Carlito-BoldItalic.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans.ttf"):
        (tmp_path / name).write_bytes((FONTS / name).read_bytes())
    assert families_in(tmp_path) == ("DejaVu Sans",)
    assert families_in(tmp_path / "none") == ()
