"""Accents for paper and for dark screens."""

from __future__ import annotations

import re

from briefs.model.colours import contrast
from briefs.render.accents import lightened
from tests.render.builders import layout


def test_an_accent_for_dark_screens_is_read_on_every_ground_and_keeps_its_hue() -> None:
    accents = ("#1F3A5F", "#6B1F3A", "#1E5245", "#000000", "#FFFFFF", "#FFE9A8")
    grounds = re.findall(r"--(?:ground|box): (#\w+)", layout().screen_css.partition("dark)")[2].partition("}")[0])
    assert len(grounds) == 2
    made = [lightened(accent) for accent in accents]
    assert made == ["#84A7D7", "#DE8CA9", "#43B79A", "#A6A6A6", "#FFFFFF", "#FFE9A8"]
    assert min(contrast(colour, ground) for colour in made for ground in grounds) >= 4.5
