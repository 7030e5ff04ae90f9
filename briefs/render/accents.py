"""The accent of an audience on dark screens. Colours are written `#RRGGBB`."""

from __future__ import annotations

import colorsys

from briefs.model.colours import channels, contrast

DARK = "#23272D"
"""The lightest background on a dark screen: that of boxes."""

_READABLE = 6.0
"""The contrast of coloured text on a dark screen; the minimum is 4.5 (WCAG 2.2, 1.4.3)."""


def lightened(colour: str) -> str:
    """`colour` in its own hue, light enough to be read on a dark screen."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in channels(colour)))
    lighter = (colorsys.hls_to_rgb(hue, light / 100, saturation) for light in range(round(lightness * 100), 101))
    made = ("#" + "".join(f"{round(channel * 255):02X}" for channel in rgb) for rgb in lighter)
    return next(colour for colour in made if contrast(colour, DARK) >= _READABLE)
