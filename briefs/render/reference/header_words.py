"""Words in headers and footers of a reference document that are not a brief's: what is left over, and what is its own.

Left over is what somebody should have filled in: prompts, fields that have nothing to show, controls to choose from.
The words beside it on the same line go too, since they are its label. Own words are all the others, such as an address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from briefs.render.reference.header_fields import property_bound, property_shown
from briefs.render.reference.header_story import PAGE_NUMBERS, Atom, atoms, control_tag, lines, stories, take_out
from briefs.render.reference.placeholders import COPY, FOOTER, HEADER
from briefs.word.cleaning import accept_changes
from briefs.word.elements import Element, qn, value_of

_PLACEHOLDERS = {HEADER, FOOTER, COPY}
_TO_CHOOSE = ("w:date", "w:dropDownList", "w:comboBox", "w14:checkbox")
"""Controls whose content somebody chooses in Word."""
_NOUNS = r"(?:title|name|date|text|logo|number|address|subject|reference|department|office|organi[sz]ation|company)"
_PROMPT = re.compile(
    r"\[[^\[\]]*[^\W\d_][^\[\]]*\]|<[^\W\d_][^<>]*>|«[^«»\s]+»|\{[^{}]*[^\W\d_][^{}]*\}|%[A-Z_]{3,}%"
    r"|_{3,}|\.{5,}|…{2,}|\b\d\d[XxYy]{2}\b|\b[Xx]{4,}\b|\b[Xx]{2}[./-][Xx]{2}\b|\b(?:XX|DD|dd) Month\b"
    r"|\b(?:dd|tt|jj|gg)[ ./-]*(?:mm+|month)[ ./-]*(?:yy|aa|jj)|\bMonth (?:Year|YYYY)\b|\bYYYY\b|\b00[./-]00[./-]0000\b"
    rf"|\b(?:insert|enter|type|add|choose|select|pick)\b(?: \w+){{0,3}} {_NOUNS}\b|\byour (?:\w+ )?{_NOUNS}\b"
    r"|\b(?:click|tap|type|enter|insert)\b.{0,40}\bhere\b|\b(?:click|tap) (?:on |to |or )|\bchoose an? \w+"
    r"|\bcliquez |\bchoisissez un|\bklicken sie|\bwählen sie|\b(?:haga|hacer) clic|\belija un"
    r"|\bfare clic|\bscegliere un|\bclique (?:aqui|ou)|\bescolha um|\bklik (?:of|her|eller)|\bklikk |\bklicka "
    r"|\bkliknij |\blorem ipsum",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"\b(?:XX|DD|JJ|TT) ?[./ -] ?(?:XX|MM|Month)\b|\bMonth 20\b")
_LETTER = re.compile(r"\w")
_SHOWN = 60
"""How many characters of words are shown."""
_PAGE_WORDS = 2
"""The most words that stand before, between or after page numbers, as in "Page no. 2"."""

Piece = list[Atom]
"""What stands together on a line: between tabs, page numbers and what shows the brief's own words."""


def take_leftovers(root: Element) -> list[str]:
    """Remove what is left over in a header or footer; returns what it printed, in words for a message.

    Tracked changes are accepted first. Prompts are known from properties that cleaning removes, so this comes before.
    """
    accept_changes(root)
    return _take(root, _is_leftover)


def take_own_words(root: Element) -> list[str]:
    """Remove the own words of a header or footer; returns them, each piece once, without the words of page numbers."""
    return _take(root, lambda piece: True)


def own_words(root: Element) -> list[str]:
    """The own words of a header or footer, each piece once, without the words of page numbers."""
    pieces = (piece for story in stories(root) for piece, is_page in _pieces(atoms(story)) if not is_page)
    return list(dict.fromkeys(filter(_LETTER.search, map(_words, pieces))))


def _take(root: Element, is_unwanted: Callable[[Piece], bool]) -> list[str]:
    taken: dict[str, None] = {}
    for story in list(stories(root)):
        unwanted: list[Atom] = []
        for piece, is_page in _pieces(atoms(story)):
            if is_unwanted(piece):
                if not (is_page and is_unwanted is not _is_leftover):
                    taken[_described(piece)] = None
                unwanted += [atom for atom in piece if atom.words or atom.field is not None]
        take_out(story, unwanted)
    return [words for words in taken if words]


def _pieces(found: list[Atom]) -> Iterator[tuple[Piece, bool]]:
    """The pieces of a story; and whether one holds no more than the words of page numbers, such as "Page" and "of"."""
    for line in lines(found):
        numbers = [atom for atom in line if atom.field is not None and atom.field.name in PAGE_NUMBERS]
        piece: Piece = []
        for atom in [*line, None]:
            if atom is not None and not _is_ours(atom):
                piece.append(atom)
            elif any(other.words or other.field is not None for other in piece):
                yield piece, bool(numbers) and len(_words(piece).split()) <= _PAGE_WORDS
                piece = []


def _is_ours(atom: Atom) -> bool:
    """Whether an atom belongs to a page number, or to what shows words of the brief."""
    if control_tag(atom) in _PLACEHOLDERS or property_bound(atom.control) not in ("", "-"):
        return True
    made = atom.field
    if made is None or made.is_broken:
        return False
    return made.name in PAGE_NUMBERS or property_shown(made.instruction) != ""


def _is_leftover(piece: Piece) -> bool:
    return any(atom.field is not None or _is_prompt(atom) for atom in piece) or _is_prompting(_words(piece))


def _is_prompting(words: str) -> bool:
    return bool(_PROMPT.search(words) or _CAPITALS.search(words))


def _is_prompt(atom: Atom) -> bool:
    """Whether an atom is in a control that shows a prompt, or from which somebody is to choose."""
    style = atom.element.getparent()
    shown = None if style is None else style.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
    if value_of(shown).lower().startswith("placeholdertext") and atom.words.strip():
        return True
    properties = None if atom.control is None else atom.control.find(qn("w:sdtPr"))
    if properties is None:
        return False
    kinds = ("w:showingPlcHdr", *_TO_CHOOSE)
    return property_bound(atom.control) == "-" or any(properties.find(qn(kind)) is not None for kind in kinds)


def _words(piece: Piece) -> str:
    return " ".join("".join(atom.words for atom in piece).split())


def _described(piece: Piece) -> str:
    """A piece in a message: its words, shortened, and the names of its fields."""
    words = shortened(_words(piece))
    names = dict.fromkeys(atom.field.name for atom in piece if atom.field is not None)
    fields = ", ".join(name for name in names if name)
    if not fields:
        return words or ("a broken field" if names else "")
    return f"{words} from {fields}" if words else fields


def shortened(words: str) -> str:
    """Words in quotation marks, as many as a message can show; empty if there are none."""
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()} …"
    return f'"{shown}"' if words else ""
