"""Colours derived from the accent of an audience, and how legible they are. Colours are written `#RRGGBB`."""

from __future__ import annotations

import colorsys

DARK = "#23272D"
"""The lightest background on a dark screen: that of boxes."""

_READABLE = 6.0
"""The contrast of coloured text on a dark screen; the minimum is 4.5 (WCAG 2.2, 1.4.3)."""


def tint(colour: str, share: float = 0.07) -> str:
    """`colour` mixed with white, at `share` (0 to 1) of its strength: the background of boxes."""
    return "#" + "".join(f"{round(255 - (255 - channel) * share):02X}" for channel in _channels(colour))


def lightened(colour: str) -> str:
    """`colour` in its own hue, light enough to be read on a dark screen."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in _channels(colour)))
    lighter = (colorsys.hls_to_rgb(hue, light / 100, saturation) for light in range(round(lightness * 100), 101))
    made = ("#" + "".join(f"{round(channel * 255):02X}" for channel in channels) for channels in lighter)
    return next(colour for colour in made if contrast(colour, DARK) >= _READABLE)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours: from 1, none, to 21, black on white (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance, from 0 to 1 (WCAG 2.2)."""
    shares = (channel / 255 for channel in _channels(colour))
    linear = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return sum(weight * share for weight, share in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _channels(colour: str) -> tuple[int, ...]:
    """Red, green and blue from 0 to 255."""
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))
