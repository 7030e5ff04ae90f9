"""The look that renderers share: style sheets, fonts, paper, type size and one accent colour per audience."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from briefs.model.sheet import USUAL, Paper, Sheet, TypeSize

NAVY = "#1F3A5F"
"""The accent of an audience that has none of its own: 11.5:1 on white."""

MEASURES: Mapping[TypeSize, float] = MappingProxyType({11: 156.0, 14: 170.0})
"""Width of the text in mm, on every paper: some 90 characters, and 76 in large print (editorial guide A5)."""

_WIDTHS: Mapping[Paper, float] = MappingProxyType({"A4": 210.0, "letter": 215.9})
_ABOVE_AND_BELOW: Mapping[Paper, tuple[float, float]] = MappingProxyType({"A4": (24.0, 22.0), "letter": (17.0, 15.6)})
"""The text is 251 mm high on A4 and 246.8 mm on Letter, so a brief with a line of slack holds its pages on both."""

_HEX_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Layout:
    """How briefs look, as read from `templates/layout/` by the pipeline.

    `print_css` lays out the PDF, `screen_css` the HTML; `fonts` is the folder of the fonts with their `fonts.conf`;
    `accents` maps audiences to colours (`#RRGGBB`); `sheet` is what is printed on.
    """

    print_css: str
    screen_css: str
    fonts: Path
    accents: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    sheet: Sheet = USUAL

    def __post_init__(self) -> None:
        wrong = sorted(colour for colour in self.accents.values() if not _HEX_COLOUR.fullmatch(colour))
        if wrong:
            raise ValueError(f"an accent is written #RRGGBB, not {', '.join(wrong)}")

    @property
    def measure(self) -> float:
        """The width of the text in mm."""
        return MEASURES[self.sheet.size]

    @property
    def margins(self) -> tuple[float, float, float]:
        """Those of the page in mm: top, sides, bottom.

        Large print has the room of A4 above and below on either paper: its running header may take two lines.
        """
        top, bottom = _ABOVE_AND_BELOW["A4" if self.sheet.is_large_print else self.sheet.paper]
        return top, (_WIDTHS[self.sheet.paper] - self.measure) / 2, bottom

    def accent(self, audience: str) -> str:
        """The accent colour of an audience, navy where the layout gives none."""
        return self.accents.get(audience, NAVY)


def tint(colour: str, share: float = 0.07) -> str:
    """`colour` (`#RRGGBB`) thinned with white to `share` of its strength: the ground of boxes."""
    return "#" + "".join(f"{round(255 - (255 - channel) * share):02X}" for channel in _channels(colour))


DARK = "#23272D"
"""The lightest ground of a dark screen: that of boxes."""
_READABLE = 6.0
"""Contrast of coloured text on it; 4.5 is the least (WCAG 2.2, 1.4.3)."""


def lightened(colour: str) -> str:
    """`colour` (`#RRGGBB`) in its own hue, as light as it must be to be read on a dark screen."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in _channels(colour)))
    lighter = (colorsys.hls_to_rgb(hue, light / 100, saturation) for light in range(round(lightness * 100), 101))
    made = ("#" + "".join(f"{round(channel * 255):02X}" for channel in channels) for channels in lighter)
    return next(colour for colour in made if contrast(colour, DARK) >= _READABLE)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours (`#RRGGBB`): from 1, none, to 21, black on white (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    shares = (channel / 255 for channel in _channels(colour))
    linear = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return sum(weight * share for weight, share in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))
