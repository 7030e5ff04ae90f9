"""Colours and how legible they are. Colours are written `#RRGGBB`."""

from __future__ import annotations

import colorsys

WHITE = "#FFFFFF"
LEAST_CONTRAST = 4.5
"""The least contrast of text that everybody can read (WCAG 2.2, 1.4.3, level AA)."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours: from 1, none, to 21, black on white (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def tint(colour: str, share: float = 0.07) -> str:
    """`colour` mixed with white, at `share` (0 to 1) of its strength: the background of boxes."""
    return "#" + "".join(f"{round(255 - (255 - channel) * share):02X}" for channel in channels(colour))


def legibility(colour: str) -> float:
    """The contrast of text in `colour` where it is least: on white, or in a box with a tint of the same colour."""
    return min(contrast(colour, WHITE), contrast(colour, tint(colour)))


def darkened(colour: str) -> str:
    """`colour` in its own hue, dark enough to be read on white and in boxes."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in channels(colour)))
    steps = range(1000)
    darker = (colorsys.hls_to_rgb(hue, lightness * (1 - step / 1000), saturation) for step in steps)
    made = ("#" + "".join(f"{round(channel * 255):02X}" for channel in rgb) for rgb in darker)
    return next(one for one in made if legibility(one) >= LEAST_CONTRAST)


def channels(colour: str) -> tuple[int, ...]:
    """Red, green and blue from 0 to 255."""
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def _luminance(colour: str) -> float:
    """Relative luminance, from 0 to 1 (WCAG 2.2)."""
    shares = (channel / 255 for channel in channels(colour))
    linear = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return sum(weight * share for weight, share in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
