"""What of the words of a brief decides where everything stands on its pages: how paragraphs fall into lines.

Nothing else on a page depends on the words of a paragraph or an item that is as wide as the text, but through its
lines: how many there are, how high each is, and which notes are called in it. So two briefs that differ only in such
words have the same positions, if the lines are the same. `without_words` is what must be the same then, and `shapes_of`
says what the lines are, and in which style: only lines in the same style can be compared.

Everything else counts word for word: headings, tables, boxes that are as wide as their words, notes, and numbers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

_PARAGRAPH = re.compile(r'^<(p|li) id="([^"]+)"([^>]*)>(.*)</\1>$', re.MULTILINE)
"""An element as `briefs/render/html/` writes it: in a line of its own."""
_ID = re.compile(r'\bid="([^"]+)"')
_PIECE = re.compile(r"<[^>]*>|[^<]+")
_SPAN = re.compile(r'<span\b[^>]*\bclass="(note|number)\b')
_INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "cite", "code", "del", "dfn", "em", "i", "ins", "mark", "q", "s", "small")
)
_INLINES = _INLINE | {"span", "strong", "sub", "sup", "u"}
_TAG = re.compile(r"</?([a-z0-9]+)")
_EXACT = 1e-3
"""By how many units of Pango, of which a pixel has 1024, widths may differ at most to be the same."""
_STYLE = (
    *("font_family", "font_size", "font_stretch", "font_style", "font_weight", "font_variant_alternates"),
    *("font_variant_caps", "font_variant_east_asian", "font_variant_ligatures", "font_variant_numeric"),
    *("font_variant_position", "font_feature_settings", "font_kerning", "font_language_override"),
    *("font_variation_settings", "letter_spacing", "word_spacing", "line_height", "vertical_align", "text_indent"),
    *("text_align_all", "text_align_last", "text_transform", "white_space", "hyphens", "hyphenate_character"),
    *("hyphenate_limit_chars", "hyphenate_limit_zone", "overflow_wrap", "word_break", "tab_size", "lang", "display"),
    *("float", "position", "direction", "margin_left", "margin_right", "padding_left", "padding_right"),
    *("padding_top", "padding_bottom", "border_left_width", "border_right_width", "border_top_width"),
    *("border_bottom_width", "box_decoration_break", "block_ellipsis", "max_lines", "continue", "bookmark_level"),
)
"""Properties of CSS that decide where lines end, how high they are, and how they may be parted."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The lines of a paragraph, in a `style` that covers its width: two with equal shapes take the same place."""

    style: str
    lines: tuple[tuple[object, ...], ...]


def without_words(html: str) -> tuple[str, Mapping[str, str]]:
    """`html`, from which a PDF is laid out, without the words of paragraphs and items that have an id; and for each of
    them, by its id, a hash of its words."""
    words: dict[str, str] = {}
    counted = Counter(_ID.findall(html))

    def emptied(found: re.Match[str]) -> str:
        tag, id, attributes, inner = found.groups()
        if {one[1] for one in _TAG.finditer(inner)} - _INLINES or counted[id] > 1:
            return found[0]
        frame, text = _parted(inner)
        words[id] = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return f'<{tag} id="{id}"{attributes}>{frame}</{tag}>'

    return _PARAGRAPH.sub(emptied, html), words


def _parted(inner: str) -> tuple[str, str]:
    """What an element has beside its words: tags, notes and numbers; and its words with tags and notes."""
    frame, text = [], []
    depth, kept = 0, ""
    for piece in _PIECE.findall(inner):
        is_tag = piece.startswith("<")
        if not depth and is_tag and (span := _SPAN.match(piece)):
            depth, kept = 1, span[1]
            frame.append(piece)
            text.append(piece)
            continue
        if depth:
            depth += (piece.startswith("<span") - piece.startswith("</span")) if is_tag else 0
            frame.append(piece)
            if kept == "note" or is_tag:
                text.append(piece)
            continue
        text.append(piece)
        if is_tag:
            frame.append(piece)
    return "".join(frame), "".join(text)


def shapes_of(rendering: Any, ids: Mapping[str, str]) -> dict[str, Shape]:
    """The shapes of elements with these ids in `rendering`, a document of WeasyPrint; not of those whose words decide
    more than their lines."""
    found: dict[str, tuple[list[str], list[tuple[object, ...]]]] = {}
    others: set[str] = set()
    styles = _Styles()
    for page in rendering.pages:
        content = page._page_box.children[0]
        has_floats = _has_floats(content)  # lines beside one are shorter than their paragraph
        for id, box, is_plain in _boxes(content, ids, not has_floats):
            lines = [_line(line, styles) for line in box.children] if is_plain else []
            if not lines or None in lines:
                others.add(id)
                continue
            style, told = found.setdefault(id, ([styles.of(box), _width(box.width)], []))
            for line in lines:
                assert line is not None
                style.extend(line[0])
                told.append(line[1])
    return {
        id: Shape(sha256("\n".join(dict.fromkeys(style)).encode("utf-8", "surrogatepass")).hexdigest(), tuple(lines))
        for id, (style, lines) in found.items()
        if id not in others
    }


def _has_floats(box: Any) -> bool:
    """Whether something in `box` floats to a side."""
    children = [getattr(child, "_box", child) for child in getattr(box, "children", ())]
    return any(child.is_floated() or _has_floats(child) for child in children)


def _boxes(box: Any, ids: Mapping[str, str], is_plain: bool = True) -> Iterator[tuple[str, Any, bool]]:
    """The boxes of elements with these ids in `box`, each with whether it is as wide as the text and has only lines."""
    is_plain = is_plain and type(box).__name__ == "BlockBox" and box.is_in_normal_flow()
    id: str = "" if box.element is None else box.element.get("id", "")
    if id in ids and box.element_tag == box.element.tag:
        yield id, box, is_plain and all(type(line).__name__ == "LineBox" for line in box.children)
        return
    for child in getattr(box, "children", ()):
        yield from _boxes(getattr(child, "_box", child), ids, is_plain)


def _line(line: Any, styles: _Styles) -> tuple[list[str], tuple[object, ...]] | None:
    """The styles in a line, and what it is: its height, how far its text goes up and down, and the notes in it. None if
    something in it is as wide as its words."""
    style: list[str] = []
    notes: list[str] = []
    high = low = 0.0
    waiting = list(reversed(line.children))
    while waiting:
        box = waiting.pop()
        box = getattr(box, "_box", box)
        kind = type(box).__name__
        name = box.element.get("class", "") if box.element is not None else ""
        if kind not in ("TextBox", "InlineBox", "InlineBlockBox", "LineBreakBox"):
            return None
        if kind == "InlineBlockBox":
            if "number" not in name.split():
                return None
            style.append(f"{_width(box.margin_width())} {round(box.margin_height(), 3)} {styles.of(box)}")
        elif name.split()[:1] == ["note"]:
            notes.append(box.element.get("id", ""))
        if kind == "TextBox":
            high = min(high, box.position_y - line.position_y)
            low = max(low, box.position_y - line.position_y + box.height)
            if "::" in box.element_tag:
                style.append(box.text)
        elif kind == "InlineBox":
            waiting.extend(reversed(box.children))
        style.append(styles.of(box))
    return style, (round(line.height, 4), round(high, 2), round(low, 2), *notes)


def _width(pixels: float) -> str:
    """A width, the same for two that are set alike: Pango counts in whole units, of which a pixel has 1024."""
    units = pixels * 1024
    return f"{pixels:.6f}" if abs(units * 2 - round(units * 2)) > _EXACT else repr(pixels)


class _Styles:
    """What styles say of lines, found once for each style of a layout."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Any, str]] = {}

    def of(self, box: Any) -> str:
        """All of the style of `box` that decides about lines."""
        style = box.style
        if id(style) not in self._known:
            told = repr([style[name] for name in _STYLE])
            self._known[id(style)] = style, sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        return self._known[id(style)][1]
