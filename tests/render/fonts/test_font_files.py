"""Opening font files."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.render.fonts.font_files import FONTS_HINT, open_font
from tests.render.drawn import FONTS


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
