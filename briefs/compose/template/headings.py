"""From headings of a template to sections of the Document, still empty: words, level, id and attributes.

Attributes are in braces at the end of the heading: `## Lines to take {id=lines .box cut=6 keep=2}`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import get_close_matches
from unicodedata import normalize

from markdown_it.token import Token

from briefs.compose.template.commonmark import commonmark_parser
from briefs.compose.template.prose import read_prose
from briefs.compose.template.tokens import TOKEN, Tokens
from briefs.model.diagnostics import Checked, Diagnostic, Fault, Place
from briefs.model.document import Section
from briefs.model.inline import inline_text
from briefs.model.typesetting import words

_ATTRIBUTES = re.compile(r"\{([^{}]*)\}\s*$")
_BRACKETED = re.compile(r"[\[(]([^\[\]()]*)[\])]\s*$")
_LAST_ID = re.compile(r".*\bid=(\S+)", re.DOTALL)
_KNOWN = "known: id=NAME, .decision, .box, .end, .page, cut=N, keep=N"
_ID = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_STYLES = ("decision", "box", "end")
_MOST_DIGITS = 6


def read_heading(element: Token, inline: Token, place: Place, tokens: Tokens) -> Checked[Section]:
    """The section that begins with a heading at `place`: `element` opens the heading, `inline` is its text."""
    faults: list[Fault] = []
    level = int(element.tag[1])
    if level not in (2, 3) and words(inline.content):
        written = f"{'##' if level == 1 else '###'} {TOKEN.sub('…', inline.content)}"
        hint = f"write: {written}; sections are ## and ###, and the title is in the front matter"
        faults.append(Fault("not-representable", f"a heading of level {level}", hint))
    text = inline.content
    section = Section((), (), level=3 if level == 3 else 2, line=place.line)
    if attributes := _ATTRIBUTES.search(text):
        text = text[: attributes.start()].rstrip()
        section, unknown = _with_attributes(section, attributes[1])
        faults += unknown
    problems: list[Diagnostic] = [fault.at(place) for fault in faults]
    prose = read_prose(commonmark_parser().parseInline(text)[0], place, tokens)
    words_of_it = inline_text(prose.value.children)
    problems += prose.problems
    if prose.value.unit is not None:
        message = f'the heading "{words_of_it[:40]}" prints a block, and a heading cannot show where it comes from'
        problems.append(Fault("not-representable", message, "print it in a paragraph below").at(place))
    if "{" in text:
        message = "attributes in braces belong at the end of a heading"
        if "}" not in text:
            message = '"}" is missing after the attributes of a heading'
        problems.append(Fault("template-syntax", message, _KNOWN).at(place))
    elif (
        (bracketed := _BRACKETED.search(text))
        and words(bracketed[1])
        and not _with_attributes(section, bracketed[1])[1]
    ):
        hint = f"write: {element.markup} {text[: bracketed.start()].rstrip()} {{{bracketed[1].strip()}}}"
        message = "the attributes of a heading stand in braces"
        problems.append(Fault("template-syntax", message, hint).at(place))
    if not words(words_of_it) and prose.value.unit is None:
        problems.append(Fault("not-representable", "a heading without words").at(place))
    name = section.id or section_id(words_of_it)
    return Checked(replace(section, heading=prose.value.children, id=name), tuple(problems))


def _with_attributes(section: Section, attributes: str) -> tuple[Section, list[Fault]]:
    """`section` with the `attributes` from between the braces, and a fault for each that does not exist."""
    unknown = []
    for word in re.sub(r" ?(=|:(?= ?\d)) ?", r"\1", " ".join(attributes.split())).split():
        name, _, value = word.partition("=")
        if name == "id" and _ID.fullmatch(value):
            if section.id:
                hint = "keep one of them"
                unknown.append(Fault("template-syntax", f'the heading has two ids, "{section.id}" and "{value}"', hint))
            section = replace(section, id=value)
        elif word.startswith(".") and word[1:] in _STYLES:
            section = replace(section, style=word[1:])  # type: ignore[arg-type]  # one of _STYLES
        elif word == ".page":
            section = replace(section, page_break=True)
        elif name in ("cut", "keep") and value.isdecimal() and len(value) > _MOST_DIGITS:
            hint = f"write a number of {_MOST_DIGITS} digits at most"
            unknown.append(Fault("template-syntax", f"the number of {name} is too large", hint))
        elif name in ("cut", "keep") and value.isdecimal():
            section = replace(section, cut=int(value)) if name == "cut" else replace(section, keep=int(value))
        else:
            meant = [_meant(one) for one in word.split(",") if one]
            hint = f"write: {' '.join(meant)}" if meant and all(meant) else _KNOWN
            unknown.append(Fault("template-syntax", f'"{word}" is not an attribute of a section', hint))
    return section, unknown


def written_id(heading: str) -> str:
    """The last id that the attributes at the end of a heading give it; empty if there is none."""
    attributes = _ATTRIBUTES.search(heading)
    found = _LAST_ID.match(attributes[1]) if attributes else None
    return found[1] if found else ""


def _meant(word: str) -> str:
    """The attribute that `word` is typed for; none if that is not plain."""
    name, *value = re.findall(r"\w+", word.lower())[:2] or [""]
    if name in ("cut", "keep") and value and value[0].isdecimal():
        return f"{name}={value[0]}"
    if numbered := re.fullmatch(r"(cut|keep)(\d+)", name):
        return f"{numbered[1]}={numbered[2]}"
    found = get_close_matches(name, (*_STYLES, "page"), n=1)
    return f".{found[0]}" if found and not value else ""


def section_id(heading: str) -> str:
    """The id of a section with this heading: its letters and digits, in any script, joined by hyphens.

    It is part of the names of units, so it must differ where headings differ, and change only when they do.
    """
    return re.sub(r"[\W_]+", "-", normalize("NFC", heading).casefold()).strip("-") or "section"
