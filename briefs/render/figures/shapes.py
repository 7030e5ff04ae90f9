"""Shapes of a drawing, and their SVG (SVG 1.1). Lengths are in points, from the upper left corner.

A shape is in the colour of text or in the accent of the brief. On a screen, the style sheet sets these
(`currentColor`); elsewhere they are written into the drawing, and tints are solid colours, since PDF/A and Word need
drawings without transparency.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from types import MappingProxyType
from typing import TypeAlias, assert_never

from briefs.model.colours import tint
from briefs.render.fonts.widths import FAMILIES

_ALSO: Mapping[str, str] = MappingProxyType({"Carlito": "Calibri"})
"""Families that Word has, by those of ours that have the same widths."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Filled with the accent, or with a tint: that share of it."""

    left: float
    top: float
    width: float
    height: float
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line in the accent."""

    left: float
    top: float
    right: float
    bottom: float
    thickness: float
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A disc in the accent, or only its rim; `radius` includes the rim."""

    x: float
    y: float
    radius: float
    rim: float
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text that begins at `x`, or ends there if it is `right_aligned`."""

    x: float
    baseline: float
    text: str
    size: float
    is_bold: bool = False
    is_accented: bool = False
    right_aligned: bool = False


Shape: TypeAlias = Rectangle | Line | Dot | Label


@dataclass(frozen=True, slots=True)
class Sketch:
    """The shapes of a drawing, in the order in which they are read, and its total height."""

    shapes: tuple[Shape, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a drawing (`#RRGGBB`), and the families of its type, the preferred first."""

    ink: str
    accent: str
    families: tuple[str, ...] = FAMILIES

    @property
    def font_family(self) -> str:
        """The families as SVG names them."""
        names = [name for family in self.families for name in (family, _ALSO.get(family)) if name]
        return ",".join((*names, "sans-serif"))


def svg_of(
    sketch: Sketch,
    width: float,
    title: str,
    colours: Colours | None = None,
    size: tuple[float, float] | None = None,
    name: str = "",
) -> str:
    """The SVG of `sketch`, which is `width` wide; with another `size` (width and height), it is enlarged.

    Without `colours` it takes those of the text around it, and its type. `name` is its class, for style sheets. It is
    one image, whose `title` is read in its place (SVG-AAM 1.0, 5.1).
    """
    printed = size or (width, sketch.height)
    own = f' fill="{colours.ink}" font-family="{escape(colours.font_family)}"' if colours else ""
    role = f'class="{name}" role="img"' if name else 'role="img"'
    lines = [
        f'<svg {role} xmlns="http://www.w3.org/2000/svg" width="{_of(printed[0])}pt" height="{_of(printed[1])}pt" '
        f'viewBox="0 0 {_of(width)} {_of(sketch.height)}"{own}>',
        f"<title>{escape(title, quote=False)}</title>",
        *_elements(sketch.shapes, colours),
        "</svg>",
    ]
    return "\n".join(lines)


def _elements(shapes: Iterable[Shape], colours: Colours | None) -> Iterable[str]:
    accent = colours.accent if colours else "currentColor"
    for shape in shapes:
        match shape:
            case Rectangle():
                sides = zip(
                    ("x", "y", "width", "height"), (shape.left, shape.top, shape.width, shape.height), strict=True
                )
                fill = tint(accent, shape.share) if colours and shape.share < 1 else accent
                thinned = f' fill-opacity="{_of(shape.share)}"' if shape.share < 1 and not colours else ""
                yield f'<rect {_attributes(sides)} fill="{fill}"{thinned}/>'
            case Line():
                ends = zip(("x1", "y1", "x2", "y2"), (shape.left, shape.top, shape.right, shape.bottom), strict=True)
                dashes = ' stroke-dasharray="2 3"' if shape.is_dashed else ""
                yield f'<line {_attributes(ends)} stroke="{accent}" stroke-width="{_of(shape.thickness)}"{dashes}/>'
            case Dot():
                centre = zip(("cx", "cy", "r"), (shape.x, shape.y, shape.radius - shape.rim / 2), strict=True)
                fill = "none" if shape.is_open else accent
                yield (
                    f'<circle {_attributes(centre)} stroke="{accent}" stroke-width="{_of(shape.rim)}" fill="{fill}"/>'
                )
            case Label():
                start = zip(("x", "y", "font-size"), (shape.x, shape.baseline, shape.size), strict=True)
                style = ' font-weight="bold"' if shape.is_bold else ""
                style += f' fill="{accent}"' if shape.is_accented else ""
                style += ' text-anchor="end"' if shape.right_aligned else ""
                yield f"<text {_attributes(start)}{style}>{escape(shape.text, quote=False)}</text>"
            case _:
                assert_never(shape)


def _attributes(values: Iterable[tuple[str, float]]) -> str:
    return " ".join(f'{name}="{_of(value)}"' for name, value in values)


def _of(value: float) -> str:
    """A number with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
