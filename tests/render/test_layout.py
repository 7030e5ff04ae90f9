"""Accents and tints."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.render.layout import tint
from tests.render.builders import layout


def test_an_audience_without_an_accent_has_navy() -> None:
    assert (layout().accent("ministers"), layout().accent("judges")) == ("#6B1F3A", "#1F3A5F")


def test_an_accent_is_written_in_six_digits() -> None:
    with pytest.raises(ValueError, match=r"^an accent is written #RRGGBB, not red$"):
        replace(layout(), accents={"judges": "red"})


def test_a_tint_is_the_colour_thinned_with_white() -> None:
    assert (tint("#000000", 0), tint("#000000", 1), tint("#1F3A5F", 0.5)) == ("#FFFFFF", "#000000", "#8F9CAF")
