"""What the layout engine says of a style sheet, as diagnostics that a designer understands."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from briefs.model.diagnostics import Diagnostic, Fault, Place

PATH = "templates/layout/print.css"
_IGNORED = re.compile(r"Ignored `(?P<declaration>.*)` at (?P<line>\d+):\d+, (?P<reason>.*)\.\Z", re.S)
_AT = re.compile(r"(?P<message>.*) at (?P<line>\d+):\d+(?:: (?P<reason>.*?))?\.?\Z", re.S)
_SELECTOR = re.compile(r"Invalid or unsupported selector, '(?P<selector>.*)'\Z", re.S)
_SPACE_BEFORE_UNIT = re.compile(r"(?<=\d)\s+(?=(?:pt|px|pc|mm|cm|in|em|rem|ex|ch|%)(?!\w))")
_NO_UNIT = re.compile(r"(?<![\w.#-])(?:[1-9]\d*(?:\.\d+)?|0?\.\d+)(?![\w.%])")
_NESTING = re.compile(r":is\(.*?\)\s*")
_BRACE = re.compile(r"""/\*.*?\*/|"[^"\n]*"|'[^'\n]*'|[{}]""", re.S)
_NO_COLOUR = re.compile(r"#[0-9A-Za-z]*")
_MOST_TOLD = 50
"""The most faults of one style sheet that are told."""
_AT_RULE = "correct it, or take it out; all of the look stands in this one file"

_SELECTED = "before the opening brace stands what the rule is for, as in `h2 { … }` or `.unit > p { … }`"


def style_sheet_faults(
    messages: Iterable[str], css: str, properties: Iterable[str], path: str = PATH
) -> Iterator[Diagnostic]:
    """A diagnostic for each of the `messages` of WeasyPrint on the style sheet `css`, on its line.

    `properties` are those that it knows; `path` is where the style sheet is.
    """
    known = sorted(properties)
    brace = _loose_brace(css, path)
    if brace:
        yield brace
    for message in islice(messages, _MOST_TOLD):
        if ignored := _IGNORED.fullmatch(message):
            fault, line = _ignored(ignored, known), int(ignored["line"])
        elif selector := _SELECTOR.match(message):
            text = _NESTING.sub("", selector["selector"]).strip()
            fault = Fault("style-sheet", f'"{text}" selects nothing that can be printed', _SELECTED)
            start = css.find(text)
            line = css.count("\n", 0, start) + 1 if start >= 0 else _last_line(css)
        elif at := _AT.fullmatch(message):
            said = at["reason"] or at["message"]
            fault, line = Fault("style-sheet", f"a rule cannot be applied: {_lowered(said)}", _AT_RULE), int(at["line"])
        else:
            fault, line = Fault("style-sheet", f"it cannot be applied: {_lowered(message)}", _AT_RULE), 1
        if brace is None or line < (brace.place.line or 0):  # what follows a loose brace is taken for something else
            yield fault.at(Place(path, line))


def _last_line(css: str) -> int:
    return css.count("\n") + 1


def _loose_brace(css: str, path: str) -> Diagnostic | None:
    """A diagnostic for the first brace without its other half, if there is one."""
    opened: list[int] = []
    for found in _BRACE.finditer(css):
        line = css.count("\n", 0, found.start()) + 1
        if found[0] == "{":
            opened.append(line)
        elif found[0] == "}" and not opened:
            return Fault("style-sheet", "a closing brace has no opening one", "take it out").at(Place(path, line))
        elif found[0] == "}":
            opened.pop()
    if opened:
        fault = Fault("style-sheet", "the rule that begins here has no end", "write } after its last declaration")
        return fault.at(Place(path, opened[0]))
    return None


def _ignored(found: re.Match[str], known: list[str]) -> Fault:
    declaration = " ".join(found["declaration"].split())
    name, _, value = declaration.partition(":")
    value = value.strip()
    if "unknown property" in found["reason"]:
        like = difflib.get_close_matches(name, known, n=1)
        hint = f"did you mean `{like[0]}: {value}`?" if like else "take it out: paper has no such property"
        return Fault("style-sheet", f'"{name}" is no property of pages', hint)
    if _SPACE_BEFORE_UNIT.search(value):
        hint = f"write a number and its unit without a space: `{name}: {_SPACE_BEFORE_UNIT.sub('', value)}`"
    elif _NO_UNIT.search(value):
        hint = "give each length its unit, as in 12pt or 5mm"
    elif _NO_COLOUR.search(value):
        hint = "a colour has six digits from 0 to 9 and A to F, as in #1F3A6B"
    else:
        hint = "write a value that the property can have, or take the line out"
    return Fault("style-sheet", f'"{declaration}" cannot be applied: {_lowered(found["reason"])}', hint)


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:].rstrip(".")
