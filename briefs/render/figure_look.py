"""The look of figures: custom properties in `print.css` (CSS Custom Properties for Cascading Variables, 2).

A designer sets them in the rule `:root`, as in `--figure-type: 9pt`. Those that are not set have the defaults below.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import Field, dataclass, field, fields
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from briefs.files.kept_values import kept_value
from briefs.model.diagnostics import Checked, Diagnostic, Fault, Place
from briefs.render.fonts.widths import FAMILIES, families_in

PREFIX = "--figure-"
NARROW = 250
"""Points: on less, a graphic is drawn for a narrow screen."""
FEWEST = 4
"""Ems: what stands side by side has room for some letters; where it has not, it stands one under the other."""
_POINTS: Mapping[str, float] = MappingProxyType(
    {"pt": 1, "px": 0.75, "pc": 12, "in": 72, "cm": 72 / 2.54, "mm": 72 / 25.4}
)
"""Points in each absolute unit of length (CSS Values 3, 6.2)."""
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def _length(default: float, least: float, most: float, meaning: str) -> Any:
    """A length in points."""
    wanted = f"a length from {least:g}pt to {most:g}pt, such as {default:g}pt"
    return field(default=default, metadata={"least": least, "most": most, "wanted": wanted, "meaning": meaning})


def _share(default: float, least: float, most: float, meaning: str) -> Any:
    """A share of 1."""
    wanted = f"a percentage from {least:.0%} to {most:.0%}, such as {default:.0%}"
    return field(default=default, metadata={"least": least, "most": most, "wanted": wanted, "meaning": meaning})


def _colour(default: str, meaning: str) -> Any:
    return field(default=default, metadata={"wanted": f"a colour, such as {default}", "meaning": meaning})


def _families(default: tuple[str, ...], meaning: str) -> Any:
    wanted = f"names of families with commas between them, as {_listed(default)}"
    return field(default=default, metadata={"wanted": wanted, "meaning": meaning})


def _listed(families: Iterable[str]) -> str:
    """Families as CSS names them."""
    return ", ".join(family if family.isalpha() else f'"{family}"' for family in families)


@dataclass(frozen=True, slots=True)
class FigureLook:
    """Colour, type and spacing of figures: lengths in points, tints as shares of the accent."""

    font: tuple[str, ...] = _families(FAMILIES, "families of type, the preferred first")
    ink: str = _colour("#1A1A1A", "colour of words")
    type: float = _length(9, 6, 24, "size of words")
    head: float = _length(9.5, 6, 24, "size of what is bold")
    line: float = _length(11, 6, 48, "from line to line")
    rule: float = _length(1.5, 0.25, 6, "thickness of the line through events")
    dot: float = _length(7, 2, 24, "diameter of the dot of an event")
    gap: float = _length(8, 2, 48, "room between events")
    event: float = _length(70, 40, 400, "least width of an event beside others")
    pillar: float = _length(80, 40, 400, "least width of a pillar beside others")
    pillar_gap: float = _length(6, 1, 48, "room between pillars")
    pillar_padding: float = _length(5, 1, 24, "room around the words of a pillar")
    pillar_number: float = _length(12, 6, 36, "size of the number of a pillar")
    pillar_tint: float = _share(0.08, 0, 0.3, "tint of a pillar")
    beam_tint: float = _share(0.16, 0, 0.3, "tint of the beam on pillars")
    base_tint: float = _share(0.3, 0.1, 1, "tint of the base under pillars")
    bar_line: float = _length(9.5, 6, 48, "from line to line of the names of bars")
    bar_gap: float = _length(3.25, 1, 48, "room between bars")
    bar: float = _length(9, 2, 48, "thickness of a bar")
    bar_names: float = _share(0.44, 0.2, 0.6, "share of the width that names of bars take at most")
    portion_tint: float = _share(0.6, 0.3, 0.8, "tint of a part of a bar")


CLOSE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"line": ("type", "head", "dot"), "bar_line": ("type", "head", "bar")}
)
"""What must not be larger than the distance from line to line."""


def property_name(known: Field[Any]) -> str:
    """The custom property of a field of `FigureLook`."""
    return PREFIX + known.name.replace("_", "-")


PROPERTIES: Mapping[str, Field[Any]] = MappingProxyType({property_name(known): known for known in fields(FigureLook)})
"""Fields of `FigureLook` by the names of their custom properties."""


@lru_cache(maxsize=4)
def figure_look(css: str) -> FigureLook:
    """The look that the style sheet `css` gives to figures; wrong values are replaced by the defaults."""
    return read_figure_look(css, "print.css").value


def read_figure_look(css: str, path: str, fonts: Path | None = None) -> Checked[FigureLook]:
    """The look that the style sheet `css` gives to figures, and each wrong or unknown property with its line.

    `path` is that of the style sheet, for messages. If the folder `fonts` is given, families that it does not have are
    reported; then BriefsError is raised for a font that cannot be read.
    """
    told = f"look of figures {path!r} {css}"
    read = kept_value(told, Checked, lambda: _read(css, path))
    look, lines = read.value
    missing = () if fonts is None else _missing_families(look, path, lines, fonts)
    return Checked(look, (*read.problems, *missing))


def _read(css: str, path: str) -> Checked[tuple[FigureLook, dict[str, int]]]:
    """The look, with the lines of properties by name, and what is wrong with them but for families of type."""
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    problems: list[Diagnostic] = []
    for name, tokens, line, is_in_root in _declarations(css) if PREFIX in css.lower() else ():
        known = PROPERTIES.get(name)
        value = None if known is None else _value(known, tokens)
        if known is None:
            fault = Fault("style-property", f'figures have no property "{name}"', _nearest_property(name))
        elif not is_in_root:
            fault = Fault("style-property", f'"{name}" is set outside the rule :root', "move it there")
        elif value is None:
            hint = f"{known.metadata['meaning']}: {known.metadata['wanted']}"
            fault = Fault("style-property", f'"{name}" has a value that it cannot have', hint)
        else:
            values[known.name], lines[known.name] = value, line
            continue
        problems.append(fault.at(Place(path, line)))
    look = FigureLook(**values)
    return Checked((look, lines), (*problems, *_too_close(look, path, lines)))


def _declarations(css: str) -> Iterator[tuple[str, list[Any], int, bool]]:
    """Custom properties of figures in the rules of `css`: name, tokens of the value, line, whether it is in :root."""
    import tinycss2  # type: ignore[import-untyped]  # ships no types; a library of WeasyPrint, loaded when needed

    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        is_root = rule.type == "qualified-rule" and tinycss2.serialize(rule.prelude).strip() == ":root"
        yield from _declarations_in(rule, is_root)


def _declarations_in(rule: Any, is_root: bool) -> Iterator[tuple[str, list[Any], int, bool]]:
    """As `_declarations`, for one rule, with all rules that are nested in it (CSS Nesting 1; `@media`, `@layer`)."""
    import tinycss2

    if not getattr(rule, "content", None) or PREFIX not in tinycss2.serialize(rule.content).lower():
        return
    for one in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
        if one.type == "declaration" and one.lower_name.startswith(PREFIX):
            tokens = [token for token in one.value if token.type not in ("whitespace", "comment")]
            yield one.name, tokens, one.source_line, is_root
        elif one.type != "declaration":
            yield from _declarations_in(one, is_root=False)


def _nearest_property(name: str) -> str:
    """The hint for an unknown name. The prefix is not compared, since all names share it."""
    short = {known.removeprefix(PREFIX): known for known in PROPERTIES}
    close = difflib.get_close_matches(name.lower().removeprefix(PREFIX), short, n=1)
    return f'did you mean "{short[close[0]]}"?' if close else f"known: {', '.join(PROPERTIES)}"


def _value(known: Field[Any], tokens: list[Any]) -> float | str | tuple[str, ...] | None:
    """The value of a property, in points or as a share of 1; None if it cannot have it."""
    if isinstance(known.default, tuple):
        return _family_names(tokens)
    token = tokens[0] if len(tokens) == 1 else None
    if token is None:
        return None
    if isinstance(known.default, str):
        written = token.serialize()
        return written if _COLOUR.fullmatch(written) else None
    is_share = "percentage" in known.metadata["wanted"]
    value: float
    match token.type:
        case "percentage" if is_share:
            value = token.value / 100
        case "dimension" if not is_share and token.lower_unit in _POINTS:
            value = token.value * _POINTS[token.lower_unit]
        case _:
            return None
    return value if known.metadata["least"] <= value <= known.metadata["most"] else None


def _family_names(tokens: list[Any]) -> tuple[str, ...] | None:
    """Names of families (CSS Fonts 4, 2.1): strings, or identifiers with spaces between them; None for anything else.

    Generic families are left out, since a drawing names one anyway.
    """
    names: list[list[str]] = [[]]
    for token in tokens:
        match token.type:
            case "literal" if token.value == ",":
                names.append([])
            case "ident" | "string" if not names[-1] or token.type == "ident":
                names[-1].append(token.value)
            case _:
                return None
    found = tuple(" ".join(words) for words in names if words != ["sans-serif"])
    return found if found and all(map(any, names)) else None


def _missing_families(look: FigureLook, path: str, lines: Mapping[str, int], fonts: Path) -> Iterator[Diagnostic]:
    """Families that the folder `fonts` does not have; those that come with the program are there."""
    wanted = [family for family in look.font if family not in FAMILIES]
    known = families_in(fonts) if wanted else ()
    for family in wanted:
        if family not in known:
            message = f'"{PREFIX}font" names the family "{family}", which the fonts of the layout do not have'
            use = f"use {_listed(known)}; or " if known else ""
            hint = f"{use}add its regular and its bold type to the fonts folder of the layout"
            yield Fault("style-property", message, hint).at(Place(path, lines["font"]))


def _too_close(look: FigureLook, path: str, lines: Mapping[str, int]) -> Iterator[Diagnostic]:
    """Lines that would run into each other, reported at the property set last; `lines` are those of the properties."""
    for line, sizes in CLOSE.items():
        for size in sizes:
            if getattr(look, line) < getattr(look, size):
                names = (PREFIX + name.replace("_", "-") for name in (line, size))
                message = "lines of figures run into each other: {} is less than {}".format(*names)
                place = Place(path, max(lines.get(line, 0), lines.get(size, 0)))
                yield Fault("style-property", message, "set lines further apart").at(place)
