"""SVG files: read without trust, and reduced to what draws.

A logo is printed by many programs on many computers. What could run, load something, or look different on each of them
is refused with a hint; what draws nothing, such as comments and the notes of graphics programs, is taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from briefs.render.logo.svg_style import check_style
from briefs.render.logo.unusable import UnusableLogo

MOST_ELEMENTS = 20_000
"""The most elements that may be drawn; those that are used again count again."""
_SVG = "http://www.w3.org/2000/svg"
_HREF = ("href", "{http://www.w3.org/1999/xlink}href")
_KEPT_ATTRIBUTES = ("{http://www.w3.org/1999/xlink}", "{http://www.w3.org/XML/1998/namespace}")
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
"""The address that others are read from, so that `#part` is in another file (XML Base, 3.1)."""
_ACTIVE = frozenset(("script", "foreignObject", "iframe", "audio", "video", "canvas", "animate", "animateMotion"))
_ACTIVE_TOO = frozenset(("animateTransform", "animateColor", "set", "discard", "handler", "listener"))
_LETTERS = frozenset(("text", "tspan", "textPath", "tref", "font", "font-face", "glyph"))
_SHADED = frozenset(("linearGradient", "radialGradient", "pattern", "mask"))
_EFFECTS = frozenset(("filter", "meshgradient", "hatch"))
_PICTURES = frozenset(("image", "feImage"))
_ADDRESS = re.compile(
    r"""url\(\s*+["']?+\s*+(?!\#)|@import|@font-face|(?:image-set|image|cross-fade|paint|src)\(|\\""", re.IGNORECASE
)
"""What could load something in a style sheet or an attribute; a backslash could spell it in another way."""
_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,2})?"
_VIEW = re.compile(rf"\s*{_NUMBER}[\s,]+{_NUMBER}[\s,]+({_NUMBER})[\s,]+({_NUMBER})\s*")
_LENGTH = re.compile(rf"\s*({_NUMBER})(px|pt|pc|mm|cm|in)?\s*")
_PER_UNIT = {"px": 1.0, "": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_SAVE_AGAIN = "save it as plain SVG in a graphics program"
_WITHIN = re.compile(r"""url\(\s*["']?\s*#([^"')\s]+)""")
"""A part of the file that an attribute uses."""
_DRAWN_AGAIN = frozenset(("clipPath", "mask", "pattern", "marker"))
"""Elements that are drawn, with all that is in them, for each shape that uses them."""


@dataclass(frozen=True, slots=True)
class SvgFile:
    """An SVG file reduced to what draws, how wide it is for its height, and whether it has plain colours only."""

    root: etree._Element
    ratio: float
    is_flat: bool

    def content(self, width: float, height: float) -> bytes:
        """The file, in a size in mm."""
        self.root.set("width", f"{width:.3f}mm")
        self.root.set("height", f"{height:.3f}mm")
        return etree.tostring(self.root, encoding="utf-8")


def read_svg(content: bytes) -> SvgFile:
    """The SVG file in `content`. Raises UnusableLogo if it is none, or if it cannot be a logo."""
    root = _parsed(content)
    for element in list(root.iter()):
        _check(element)
    _reduce(root)
    try:
        count = _drawn(root, _named(root), frozenset())
    except RecursionError:
        count = MOST_ELEMENTS + 1
    if count > MOST_ELEMENTS:
        raise UnusableLogo("the logo draws too many shapes", "simplify it in a graphics program")
    is_flat = not any(_local(str(element.tag)) in _SHADED for element in root.iter())
    return SvgFile(root, _ratio(root), is_flat)


def _parsed(content: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    neither = UnusableLogo("the logo is neither a PNG nor an SVG file", "save it as PNG or as SVG")
    endless = UnusableLogo("the logo declares entities, which can make a small file endless", _SAVE_AGAIN)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error):
            message = "the groups of the logo are nested too deeply to be drawn"
            raise UnusableLogo(message, "ungroup it in a graphics program") from error
        raise (endless if b"<!ENTITY" in content else neither) from error
    declared: Any = root.getroottree().docinfo.internalDTD  # its type lacks what it declares
    if declared is not None and next(iter(declared.entities()), None) is not None:
        raise endless
    if root.tag != f"{{{_SVG}}}svg":
        raise neither
    return root


def _check(element: etree._Element) -> None:
    """Raise UnusableLogo if an element could run or load something, or would look different elsewhere."""
    name = etree.QName(element).localname if isinstance(element.tag, str) else ""
    attributes = {str(key): str(value).strip() for key, value in element.attrib.items()}
    if name in _ACTIVE | _ACTIVE_TOO or any(_local(key).lower().startswith("on") for key in attributes):
        raise UnusableLogo("the logo has scripts or moves, which a brief never does", f"{_SAVE_AGAIN}, without scripts")
    if name in _LETTERS:
        hint = "turn its text into outlines (paths) in a graphics program"
        raise UnusableLogo("the logo has text, which looks different wherever its font is missing", hint)
    if name in _EFFECTS:
        hint = "save it without effects such as shadows, or as PNG"
        raise UnusableLogo("the logo has effects that only some programs draw", hint)
    css = [value for key, value in attributes.items() if key not in _HREF]
    css += ["".join(map(str, element.itertext()))] if name == "style" else []
    is_linked = any(not value.startswith("#") for key, value in attributes.items() if key in _HREF)
    if name in _PICTURES or is_linked or any(_ADDRESS.search(text) for text in css):
        hint = "make it one drawing, with nothing linked or embedded, in a graphics program"
        raise UnusableLogo("the logo loads something from outside, or holds another picture", hint)
    check_style(attributes, "".join(map(str, element.itertext())) if name == "style" else "")


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _reduce(root: etree._Element) -> None:
    """Take out everything that draws nothing."""
    for element in list(root.iter()):
        if (
            isinstance(element.tag, str)
            and etree.QName(element).namespace == _SVG
            and _local(element.tag) != "metadata"
        ):
            for key in map(str, list(element.attrib)):
                if key == _BASE or (key.startswith("{") and not key.startswith(_KEPT_ATTRIBUTES)):
                    del element.attrib[key]
        elif (parent := element.getparent()) is not None:
            if element.tail:
                element.tail = None
            parent.remove(element)
    etree.cleanup_namespaces(root)


def _named(root: etree._Element) -> dict[str, etree._Element]:
    return {element.get("id", ""): element for element in root.iter() if element.get("id")}


def _drawn(element: etree._Element, named: dict[str, etree._Element], within: frozenset[str]) -> int:
    """How many elements are drawn for `element`, up to just above the most that may be; `within` are ids around it."""
    count = 1
    for one in _children(element, named):
        name = one.get("id", "")
        if name and name in within:
            raise UnusableLogo("a shape of the logo is a part of itself", _SAVE_AGAIN)
        count += _drawn(one, named, within | {name} if name else within)
        if count > MOST_ELEMENTS:
            break
    return count


def _children(element: etree._Element, named: dict[str, etree._Element]) -> Iterator[etree._Element]:
    yield from element
    if _local(str(element.tag)) == "use":
        target = next((element.get(key, "").strip() for key in _HREF if element.get(key)), "")
        if target[1:] in named:
            yield named[target[1:]]
    for used in (name for value in element.attrib.values() for name in _WITHIN.findall(str(value))):
        if used in named and _local(str(named[used].tag)) in _DRAWN_AGAIN:
            yield named[used]


def _ratio(root: etree._Element) -> float:
    """The width of the picture for its height. Gives it a view if it has none. Raises UnusableLogo without a size."""
    view = _VIEW.fullmatch(root.get("viewBox", ""))
    if view:
        width, height = float(view[1]), float(view[2])
    else:
        sizes = [_LENGTH.fullmatch(root.get(side, "")) for side in ("width", "height")]
        width, height = (float(size[1]) * _PER_UNIT[size[2] or ""] if size else 0.0 for size in sizes)
        root.set("viewBox", f"0 0 {width:g} {height:g}")
    if not (width > 0 and height > 0):
        raise UnusableLogo("the logo does not say how large it is", "save it with a width and a height, or a viewBox")
    return width / height
