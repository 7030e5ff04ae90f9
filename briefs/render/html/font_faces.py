"""The fonts that an HTML file carries: `@font-face` rules with subsets as `data:` addresses (CSS Fonts 4, 4).

Whatever fonts a reader has, lines are as long as in the PDF, and figures fit.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from html import unescape
from re import compile

from briefs.render.fonts.faces import faces_of, families_named, shared_out
from briefs.render.fonts.subsets import PLAIN, subset
from briefs.render.layout import Layout

_TAG = compile(r"<(/?)(\w+)[^>]*>")
_LABEL = compile(r'data-label="([^"]*)"')
_BOLD = frozenset(("b", "strong", "th", "caption", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"))
_ITALIC = frozenset(("em", "i"))


def font_faces(body: str, layout: Layout) -> str:
    """The rules for the families that the style sheet for screens names, with the glyphs that `body` (HTML) needs.

    Italic type is left out if `body` has none, and further families, which have only single signs, have one face.
    Raises BriefsError for a font that cannot be read.
    """
    return "\n".join(_rules(body, layout))


def _rules(body: str, layout: Layout) -> Iterator[str]:
    text = frozenset(unescape(_TAG.sub("", body) + "".join(_LABEL.findall(body)))) - frozenset("\n\t")
    used = _styles(body)
    families = families_named(layout.screen_css, layout.fonts)
    for at, (family, printed) in enumerate(shared_out(text, families, layout.fonts).items()):
        characters = printed if at else printed | PLAIN
        wanted = used if at == 0 else {(False, False)}
        for (is_bold, is_italic), face in sorted(faces_of(family, layout.fonts).items()):
            if face.may_be_embedded and (is_bold, is_italic) in wanted:
                data = b64encode(subset(face, characters, "woff2")).decode()
                yield (
                    f'@font-face {{ font-family: "{family}"; font-weight: {700 if is_bold else 400}; '
                    f"font-style: {'italic' if is_italic else 'normal'}; "
                    f'src: url(data:font/woff2;base64,{data}) format("woff2") }}'
                )


def _styles(body: str) -> set[tuple[bool, bool]]:
    """The type that `body` uses, by whether it is bold and italic; every brief has regular and bold."""
    used = {(False, False), (True, False)}
    open_bold = open_italic = 0
    for tag in _TAG.finditer(body):
        change = -1 if tag[1] else 1
        open_bold += change if tag[2] in _BOLD else 0
        if tag[2] in _ITALIC:
            open_italic += change
        if open_italic:
            used.add((open_bold > 0, True))
    return used
