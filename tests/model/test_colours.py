"""How legible colours are, and which are dark enough to be read on white."""

from __future__ import annotations

import pytest

from briefs.model.colours import LEAST_CONTRAST, WHITE, contrast, darkened, legibility, tint


def test_contrast_is_that_of_wcag() -> None:
    assert (contrast("#000000", "#FFFFFF"), contrast("#777777", "#777777")) == (21, 1)
    assert contrast("#FFFFFF", "#767676") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize(
    ("colour", "expected"), [("#FFFFFF", "#707070"), ("#FFE9A8", "#8F6B00"), ("#1F3A5F", "#1F3A5F")]
)
def test_a_colour_is_darkened_only_as_far_as_needed_to_be_read_on_white_and_in_boxes(
    colour: str, expected: str
) -> None:
    assert darkened(colour) == expected
    assert contrast(darkened(colour), tint(darkened(colour))) >= LEAST_CONTRAST
    assert contrast(darkened(colour), WHITE) >= LEAST_CONTRAST


def test_text_is_least_legible_in_a_box_with_a_tint_of_its_own_colour() -> None:
    assert legibility("#767676") == contrast("#767676", tint("#767676")) < LEAST_CONTRAST < contrast("#767676", WHITE)


def test_a_tint_is_the_colour_thinned_with_white() -> None:
    assert (tint("#000000", 0), tint("#000000", 1), tint("#1F3A5F", 0.5)) == ("#FFFFFF", "#000000", "#8F9CAF")
