"""Direct formatting: changes to text by hand instead of in its style (ISO/IEC 29500-1, 17.7.2)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TypeAlias

from briefs.word.elements import Element, local_name, qn, value_of
from briefs.word.styles import StyleSheet

_TEXT = {
    "rFonts": "font",
    "b": "bold",
    "i": "italic",
    "caps": "capitals",
    "smallCaps": "capitals",
    "strike": "strike-through",
    "color": "colour",
    "spacing": "spacing of letters",
    "sz": "size",
    "highlight": "highlighting",
    "u": "underline",
    "shd": "shading",
}
_PARAGRAPH = {
    "pBdr": "borders",
    "shd": "shading",
    "tabs": "tabs",
    "spacing": "spacing",
    "ind": "indents",
    "jc": "alignment",
}
_TABLE = {"tblBorders": "borders", "shd": "shading"}
_CELL = {"tcBorders": "borders", "shd": "shading"}
_PLAIN = {"0", "auto", "clear", "left", "nil", "none", "start", "baseline"}
"""Values that mean "none"; some programs write them out."""
_NOT_LATIN = {"eastAsia", "cs", "hint", "eastAsiaTheme", "cstheme"}
_SIDES = {"top", "bottom", "left", "right", "start", "end", "insideH", "insideV"}
"""Sides of a table, which are sides of its cells too: some programs write one for the other."""
_DEEPEST = 2
"""How many tables, or paragraphs with text boxes, may be one in the other."""
_CONTAINERS = {"pBdr", "tabs", "tblBorders", "tcBorders"}

Said: TypeAlias = frozenset[tuple[str, str, str]]
"""What properties set: element, attribute, value."""


def direct_formatting(body: Element, styles: StyleSheet) -> dict[str, list[str]]:
    """How text is formatted by hand, in words, by the ids of the text's styles.

    It counts if all text of a paragraph is formatted by hand, or words in a character style, or a table. Formatting
    that repeats the style does not count: some programs write it out again.
    """
    found: dict[str, dict[str, None]] = {}
    said = _Said(styles)
    for style, words in (*_in_paragraphs(body, said), *_in_tables(body, said)):
        if style and words:
            found.setdefault(style, {}).update(dict.fromkeys(words))
    return {style: list(words) for style, words in found.items()}


class _Said:
    """What styles set: worked out once for each, and for each set of them that comes together."""

    def __init__(self, styles: StyleSheet) -> None:
        self._styles = styles
        self._own: dict[Element, Said] = {}
        self._found: dict[str, Said] = {}
        self._together: dict[frozenset[str], tuple[Said, frozenset[str]]] = {}

    def by(self, *styles: str) -> tuple[Said, frozenset[str]]:
        """What these styles set together, by their ids, and the elements that do."""
        names = frozenset(styles)
        if names not in self._together:
            said = frozenset[tuple[str, str, str]]().union(*map(self._by_one, names))
            self._together[names] = said, frozenset(name for name, _, _ in said)
        return self._together[names]

    def _by_one(self, style: str) -> Said:
        """What a style sets, including what it is based on and the settings for all text."""
        if style not in self._found:
            holders = (*self._styles.root.iterfind(qn("w:docDefaults")), *self._styles.ancestry(style))
            self._found[style] = frozenset[tuple[str, str, str]]().union(*map(self._by_element, holders))
        return self._found[style]

    def _by_element(self, holder: Element) -> Said:
        if holder not in self._own:
            self._own[holder] = _says(holder)
        return self._own[holder]


def _in_paragraphs(body: Element, said: _Said) -> Iterator[tuple[str, list[str]]]:
    for paragraph in body.iter(qn("w:p")):
        if _is_deep(paragraph):
            continue
        style = _style(paragraph, "p")
        around = {style, *(_style(table, "tbl") for table in paragraph.iterancestors(qn("w:tbl")))}
        by_all = said.by(*around)
        runs = [r for r in paragraph.iter(qn("w:r")) if any((t.text or "").strip() for t in r.iter(qn("w:t")))]
        plain = [_words(run.find(qn("w:rPr")), _TEXT, *by_all) for run in runs if not _style(run, "r")]
        if plain and len(plain) == len(runs):
            shared = [word for word in plain[0] if all(word in other for other in plain)]
            yield style, [*shared, *_words(paragraph.find(qn("w:pPr")), _PARAGRAPH, *by_all)]
        for run in runs:
            own = _style(run, "r")
            yield own, _words(run.find(qn("w:rPr")), _TEXT, *said.by(*around, own))


def _in_tables(body: Element, said: _Said) -> Iterator[tuple[str, list[str]]]:
    for table in body.iter(qn("w:tbl")):
        if _is_deep(table):
            continue
        style = _style(table, "tbl")
        yield style, _words(table.find(qn("w:tblPr")), _TABLE, *said.by(style))
        for cell in table.iter(qn("w:tc")):
            yield style, _words(cell.find(qn("w:tcPr")), _CELL, *said.by(style))


def _is_deep(element: Element) -> bool:
    """Whether so many of the same kind are around an element that looking into each would take too long."""
    return len(list(islice(element.iterancestors(str(element.tag)), _DEEPEST + 1))) > _DEEPEST


def _style(element: Element, kind: str) -> str:
    return value_of(element.find(f"{qn(f'w:{kind}Pr')}/{qn(f'w:{kind}Style')}"))


def _words(properties: Element | None, words: dict[str, str], said: Said, known: frozenset[str]) -> list[str]:
    """Those properties in `words` that set something that is not in `said`; `known` are the elements in that."""
    given: dict[str, Element] = {}
    for child in () if properties is None else properties:
        given.setdefault(local_name(child), child)
    made = []
    for name, word in words.items() if given else ():
        new = _says(given[name]) - said if name in given else ()
        if any(value not in _PLAIN or own in known for own, _, value in new):
            made.append(word)
    return made


def _says(root: Element) -> Said:
    """Every attribute of the main namespace within `root`; a switch without one is on."""
    prefix = qn("w:p")[:-1]
    made: set[tuple[str, str, str]] = set()
    for element in root.iter(f"{prefix}*"):
        own = local_name(element)
        own = "border" if own in _SIDES else own
        values = {str(name).removeprefix(prefix): str(value) for name, value in element.attrib.items()}
        values = {name: value for name, value in values.items() if own != "rFonts" or name not in _NOT_LATIN}
        if not element.attrib and own not in _CONTAINERS:
            values = {"val": "1"}
        made |= {(own, name, value) for name, value in values.items()}
    return frozenset(made)
