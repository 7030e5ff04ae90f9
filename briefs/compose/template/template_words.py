"""The words of its own that a brief's template has: front matter, headings, what introduces and connects blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from jinja2 import TemplateSyntaxError

from briefs.compose.looks.block_template import BlockTemplate
from briefs.compose.template.brief_environment import brief_environment
from briefs.compose.template.option_words import option_words
from briefs.model.block_ids import BLOCK_ID
from briefs.model.edition import Gaps, Template
from briefs.model.own_words import OwnWords, Scope

PRINTED = "…"
"""Stands for what a call prints."""
_HEADING = re.compile(r"(#{1,6})\s+(.*)", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{[^{}]*\}\Z")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_STRING = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_FIELDS: tuple[tuple[str, Scope], ...] = (
    ("title", "blocks"),
    ("short_title", "blocks"),
    ("subject", "blocks"),
    ("keywords", "blocks"),
    ("reader", "furniture"),
    ("series", "furniture"),
    ("gaps", "furniture"),
)
"""The fields of front matter that are printed, or stand in the properties of files."""


@dataclass
class _Piece:
    """A heading (`level` 2 or 3), or a paragraph or item (0): its line, its words, the blocks that it prints."""

    line: int
    level: int
    text: str
    ids: list[str] = field(default_factory=list)


def own_words(template: Template, block_templates: Mapping[str, BlockTemplate]) -> Iterator[OwnWords]:
    """All words of its own that `template` has, in the order in which they stand; those of its body only if Jinja can
    read it. Words are held against the blocks under their heading, in their paragraph, or in the whole brief.
    """
    pieces = _pieces(template.body)
    everything = tuple(dict.fromkeys(one for piece in pieces for one in piece.ids))
    front = template.front
    whom = (front.reader, front.series, front.audience, front.product)
    for one in _found(template, block_templates, pieces, everything):
        yield replace(one, brief=everything, whom=whom)


def _found(
    template: Template,
    block_templates: Mapping[str, BlockTemplate],
    pieces: Sequence[_Piece],
    everything: tuple[str, ...],
) -> Iterator[OwnWords]:
    yield from _front_matter(template, everything)
    parts = _Parts(pieces)
    for index, piece in enumerate(pieces):
        text = _LINK.sub(r"\1", piece.text.strip())
        if not any(character.isalnum() for character in text):
            continue
        under = parts.under(index)
        if piece.level:
            yield OwnWords("the heading", text, template.body_place(piece.line), under, counts=parts.counts(index))
        else:
            ids = tuple(piece.ids) or under or everything
            counts = parts.counts(index)
            yield OwnWords("the template", text, template.body_place(piece.line), ids, counts=counts)
    for option in option_words(template, block_templates):
        yield option if option.blocks else replace(option, blocks=everything)


def _front_matter(template: Template, everything: tuple[str, ...]) -> Iterator[OwnWords]:
    for name, scope in _FIELDS:
        if name not in template.lacks and (value := getattr(template.front, name)):
            what = "the title" if name == "title" else f"`{name}`"
            for entry, text in _texts(name, value):
                yield OwnWords(what, text, template.place_within(name, *entry), everything, scope)


def _texts(name: str, value: object) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The texts of a field, each with where it is in the field."""
    match value:
        case str():
            yield (), value
        case Gaps():
            yield ("heading",), value.heading
            yield from ((("lines", index), text) for index, text in enumerate(value.lines))
        case tuple():
            yield from (((index,), text) for index, text in enumerate(value))


class _Parts:
    """What stands under each heading. What is the same for all pieces under one is found once."""

    def __init__(self, pieces: Sequence[_Piece]) -> None:
        self._pieces = pieces
        self._headings = list(accumulate((at if one.level else 0 for at, one in enumerate(pieces)), max))
        """For each piece, the heading that it stands under, or is; the first piece if there is none."""
        self._known: dict[tuple[int, bool], tuple[str, ...]] = {}

    def under(self, index: int) -> tuple[str, ...]:
        """The blocks under a heading; those under the heading of a paragraph or item."""
        start = self._headings[index]
        key = (start, start == index)
        if key not in self._known:
            self._known[key] = self._ids_under(*key)
        return self._known[key]

    def _ids_under(self, start: int, is_itself: bool) -> tuple[str, ...]:
        pieces = self._pieces
        level = pieces[start].level or 1
        ids: dict[str, None] = {}
        for piece in pieces[start:] if is_itself else pieces[start : self._end(start, 3)]:
            if piece is not pieces[start] and 0 < piece.level <= level:
                break
            ids.update(dict.fromkeys(piece.ids))
        return tuple(ids)

    def _end(self, start: int, level: int) -> int:
        pieces = self._pieces
        later = (number for number in range(start + 1, len(pieces)) if 0 < pieces[number].level <= level)
        return next(later, len(pieces))

    def counts(self, index: int) -> tuple[int, ...]:
        """How many blocks the calls under a heading, or behind a paragraph, print: each, and all together; and how many
        items follow."""
        end = self._end(index, self._pieces[index].level or 3)
        following = self._pieces[index + 1 : end]
        printed = [len(piece.ids) for piece in following if piece.ids]
        return (*printed, sum(printed), sum(not piece.level for piece in following))


def _pieces(body: str) -> list[_Piece]:
    """The headings, paragraphs and items of a body, in order; none if Jinja cannot read it."""
    pieces: list[_Piece] = []
    current: _Piece | None = None
    for number, text, ids in _lines(body):
        heading = _HEADING.match(text)
        if heading:
            text = _ATTRIBUTES.sub("", heading[2].rstrip().rstrip("#").rstrip()).rstrip()
            pieces.append(_Piece(number, min(3, max(2, len(heading[1]))), text, ids))
            current = None
        elif not text.strip() and not ids:
            current = None
        elif (sign := _ITEM.match(text)) is not None or current is None:
            current = _Piece(number, 0, text[sign.end() :] if sign is not None else text, ids)
            pieces.append(current)
        else:
            current.text += f" {text.strip()}"
            current.ids += ids
    return pieces


def _lines(body: str) -> Iterator[tuple[int, str, list[str]]]:
    """The lines of a body without statements and comments, each with its number and the blocks that its calls print."""
    lines: dict[int, str] = {}
    ids: dict[int, list[str]] = {}
    construct, start = "", 1
    try:
        lexed = list(brief_environment().lex(body))
    except TemplateSyntaxError:
        return  # reported by lint
    for line, kind, value in lexed:
        if kind == "data":
            for offset, text in enumerate(value.split("\n")):
                lines[line + offset] = lines.get(line + offset, "") + text
        elif kind.endswith("_begin"):
            construct, start = value, line
        else:
            construct += value
            if kind == "variable_end":
                lines[start] = lines.get(start, "") + PRINTED
                found = (one or other for one, other in _STRING.findall(construct))
                ids.setdefault(start, []).extend(one for one in found if BLOCK_ID.match(one))
    for number in range(1, max((*lines, *ids), default=0) + 1):
        yield number, lines.get(number, ""), ids.get(number, [])
