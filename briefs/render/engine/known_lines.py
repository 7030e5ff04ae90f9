"""Lines that a process has broken before: the same words in the same style and width need not be shaped again.

A third of the time of a layout goes into where lines end, and how wide words are. Most of them are those of another
layout of the brief: on another paper, as a draft, or before the last edit. WeasyPrint asks all of it of one function,
`split_first_line`. What that gives says nothing of the layout that it was made for: it is measures, and a text that is
shaped again once it is painted. What is known counts for the same files of fonts.
"""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import Any, TypeAlias

from briefs.render.engine.font_folders import font_folders
from briefs.render.engine.known_styles import KnownStyles

_STYLE = (
    *("font_family", "font_size", "font_stretch", "font_style", "font_weight", "font_variant_alternates"),
    *("font_variant_caps", "font_variant_east_asian", "font_variant_ligatures", "font_variant_numeric"),
    *("font_variant_position", "font_feature_settings", "font_kerning", "font_language_override"),
    *("font_variation_settings", "letter_spacing", "word_spacing", "white_space", "hyphens", "hyphenate_character"),
    *("hyphenate_limit_chars", "overflow_wrap", "word_break", "tab_size", "lang", "direction"),
)
"""Properties of CSS that `split_first_line` and what it calls ask for; it is left alone where there are more."""
_MOST = 16_384
"""How many lines and words are known: those of the layouts of some ten briefs. It is half as many after that."""

Line: TypeAlias = tuple[Any, int, int | None, float, float, float]
"""What `split_first_line` gives: the Pango layout, the length of the line in bytes, where the next one begins, and the
width, height and baseline of the line in pixels."""


class KnownLines:
    """Lines by all that they were made from, the latest ones."""

    def __init__(self) -> None:
        self._latest: dict[Any, Line] = {}
        self._older: dict[Any, Line] = {}
        self.looks: dict[tuple[Any, ...], tuple[Any, ...]] = {}
        """What lines look like, each once for all of them."""
        self.styles = KnownStyles()
        """The styles that are known in the same fonts."""
        self.asked = self.made = 0
        """How many lines were asked for, and how many had to be made."""

    def get(self, key: Any) -> Line | None:
        """The line that was made from `key`, if it is known."""
        self.asked += 1
        known = self._latest.get(key)
        if known is None and (known := self._older.get(key)) is not None:
            self.keep(key, known)
        return known

    def keep(self, key: Any, line: Line) -> None:
        """Know `line` from now on."""
        if len(self._latest) >= _MOST // 2:
            self._latest, self._older, self.looks = {}, self._latest, {}
        self._latest[key] = line


_known: dict[str, Any] = {"state": None, "lines": KnownLines()}
"""The state of the fonts for which lines are known, and these."""


def known_lines(fonts: Path) -> KnownLines:
    """What this process knows of lines in the fonts in this folder; nothing once any file there has changed."""
    _ask_first()
    state = font_folders(fonts.resolve())
    if _known["state"] != state:
        _known.update(state=state, lines=KnownLines())
    lines: KnownLines = _known["lines"]
    return lines


@cache
def _ask_first() -> None:
    """Let WeasyPrint ask for a line that is known before it makes it: for layouts whose fonts have `known_lines`."""
    from weasyprint.layout import inline, preferred
    from weasyprint.text import line_break

    usual, style_of, light = line_break.split_first_line, itemgetter(*_STYLE), line_break.Layout

    def split_first_line(
        text: str,
        style: Any,
        context: Any,
        max_width: float | None,
        justification_spacing: float,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> Line:
        known: KnownLines | None = getattr(style.font_config, "known_lines", None)
        if known is None or style.font_config._folder is not None or not _is_plain(style):
            line: Line = usual(text, style, context, max_width, justification_spacing, is_line_start, minimum)
            return line
        look = style_of(style)
        key = (text, max_width, justification_spacing, bool(is_line_start), minimum, look)
        found = known.get(key)
        if found is None:
            known.made += 1
            found = usual(text, style, context, max_width, justification_spacing, is_line_start, minimum)
            known.keep((*key[:-1], known.looks.setdefault(look, look)), found)
        layout = light.__new__(light)  # one for each box, which shapes its text again when it is painted
        vars(layout).update(vars(found[0]))
        return (layout, *found[1:])

    inline.split_first_line = preferred.split_first_line = split_first_line


def _is_plain(style: Any) -> bool:
    """Whether lines in this style follow from the properties that are looked at: not if it hyphenates by a dictionary,
    or if the font says where the text is to be underlined."""
    return bool(style["hyphens"] != "auto" and style["text_decoration_line"] == "none")
