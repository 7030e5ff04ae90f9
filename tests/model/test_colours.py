"""How legible colours are, and which are dark enough to be read on white."""

from __future__ import annotations

import pytest

from briefs.model.colours import LEAST_CONTRAST, WHITE, contrast, darkened


def test_contrast_is_that_of_wcag() -> None:
    assert (contrast("#000000", "#FFFFFF"), contrast("#777777", "#777777")) == (21, 1)
    assert contrast("#FFFFFF", "#767676") == pytest.approx(4.54, abs=0.005)


@pytest.mark.parametrize(
    ("colour", "expected"), [("#FFFFFF", "#767676"), ("#FFE9A8", "#967000"), ("#1F3A5F", "#1F3A5F")]
)
def test_a_colour_is_darkened_only_as_far_as_needed_to_be_read_on_white(colour: str, expected: str) -> None:
    assert darkened(colour) == expected
    assert contrast(darkened(colour), WHITE) >= LEAST_CONTRAST
