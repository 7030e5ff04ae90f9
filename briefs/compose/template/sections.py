"""From the Markdown of a template, with tokens for what calls printed, to sections of the Document.

It is CommonMark, but only headings, paragraphs, lists, `*italic*`, `**bold**` and links are allowed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from markdown_it.token import Token

from briefs.compose.template.commonmark import commonmark_parser, elements_of
from briefs.compose.template.headings import read_heading, written_id
from briefs.compose.template.prose import Prose, element_fault, html_fault, own_words, prose_faults, read_prose
from briefs.compose.template.tokens import Tokens
from briefs.model.diagnostics import Checked, Diagnostic, Fault, Place
from briefs.model.document import Content, Item, List, Paragraph, Section
from briefs.model.section_ids import SectionIds, subsection_id

_TOO_EARLY = Fault("not-representable", "text before the first section", "begin with a ## heading")
Judge: TypeAlias = Callable[[Prose, str, Tokens], Iterator[Fault]]
"""Finds what is wrong with the text of a paragraph or item, given its Markdown and the tokens in that."""
INTRO_WORDS = 20
"""The most words of a line that introduces a list or table."""


def read_sections(text: str, tokens: Tokens, places: Sequence[Place]) -> Checked[tuple[Section, ...]]:
    """The sections of `text`, and everything that a brief cannot hold; `places` are where its lines come from."""
    text, places = with_calls_apart(text, tokens, places)
    sections: list[Section] = []
    contents: list[list[Content]] = []
    ids, parent = SectionIds(), ""
    problems: list[Diagnostic] = []
    named: dict[tuple[str, int], Place] = {}
    for element, inside in elements_of(commonmark_parser().parse(text)):
        place = place_of(element, places)
        if element.type == "heading_open":
            heading = read_heading(element, inside[0], place, tokens)
            problems += heading.problems
            problems += _named_twice(heading.value, inside[0].content, named, place)
            section = heading.value
            own = subsection_id(parent, section.id) if section.level == 3 and parent else section.id
            sections.append(replace(section, id=ids.free(own)))
            contents.append([])
            if section.level == 2:
                parent = sections[-1].id
        elif not sections:
            if not any(one.place == place or one.message == _TOO_EARLY.message for one in problems):
                problems.append(_TOO_EARLY.at(place))
        else:
            content = content_of(element, inside, places, tokens)
            problems += content.problems
            contents[-1] += content.value
    filled = (replace(one, content=tuple(within)) for one, within in zip(sections, contents, strict=True))
    return Checked(tuple(filled), tuple(problems))


def _named_twice(
    section: Section, heading: str, named: dict[tuple[str, int], Place], place: Place
) -> Iterator[Diagnostic]:
    """An error if `id=NAME` of a heading is that of another of the same level; `named` has the places of all before."""
    if written_id(heading) != section.id:
        return
    first = named.setdefault((section.id, section.level), place)
    if first != place:
        message = f'"{section.id}" is already the id of the heading in {first}'
        yield Fault("template-syntax", message, "give one of them another").at(place)


def with_calls_apart(text: str, tokens: Tokens, places: Sequence[Place]) -> tuple[str, list[Place]]:
    """`text` with blank lines added around each line that is only block content, and the places of the new lines."""
    out: list[tuple[str, Place]] = []
    for place, line in zip(places, text.split("\n"), strict=True):
        is_content = tokens.content_alone(line) is not None
        out += ((one, place) for one in (("", line.strip(), "") if is_content else (line,)))
    return "\n".join(line for line, _ in out), [place for _, place in out]


def place_of(element: Token, places: Sequence[Place]) -> Place:
    """The place that an element begins at, given the places of all lines."""
    return places[element.map[0] if element.map else 0]


def content_of(
    element: Token,
    inside: Sequence[Token],
    places: Sequence[Place],
    tokens: Tokens,
    judge: Judge = prose_faults,
) -> Checked[tuple[Content, ...]]:
    """The content that an element other than a heading becomes, and what is wrong with it, also as `judge` finds."""
    place = place_of(element, places)
    match element.type:
        case "paragraph_open":
            return _paragraph(inside[0], place, tokens, judge)
        case "bullet_list_open" | "ordered_list_open":
            return _list(inside, places, tokens, judge)
        case "html_block":
            return _refused(html_fault(element.content), place)
        case _:
            return _refused(element_fault(element), place)


def _refused(fault: Fault, place: Place) -> Checked[tuple[Content, ...]]:
    return Checked((), (fault.at(place),))


def _paragraph(inline: Token, place: Place, tokens: Tokens, judge: Judge) -> Checked[tuple[Content, ...]]:
    if (content := tokens.content_alone(inline.content)) is not None:
        return Checked(content)
    prose = read_prose(inline, place, tokens)
    children, unit = prose.value.children, prose.value.unit
    if unit is None and inline.content.rstrip().endswith(":") and 0 < own_words(inline.content) <= INTRO_WORDS:
        return Checked((Paragraph(children, "intro"),), prose.problems)
    problems = _at(place, judge(prose.value, inline.content, tokens))
    return Checked((Paragraph(children, "body", unit),), (*prose.problems, *problems))


def _list(
    inside: Sequence[Token], places: Sequence[Place], tokens: Tokens, judge: Judge
) -> Checked[tuple[Content, ...]]:
    items: list[Item] = []
    problems: list[Diagnostic] = []
    for opening, item in elements_of(inside):
        place = place_of(opening, places)
        if [element.type for element in item] == ["paragraph_open", "inline", "paragraph_close"]:
            prose = read_prose(item[1], place, tokens)
            problems += (*prose.problems, *_at(place, judge(prose.value, item[1].content, tokens)))
            items.append(Item(prose.value.children, prose.value.unit))
        else:
            hint = "begin each item with its sign at the beginning of a line, and write no paragraphs or lists below it"
            fault = Fault("not-representable", "a list item that is more than one paragraph of text", hint)
            problems.append(fault.at(place))
    return Checked((List(tuple(items)),), tuple(problems))


def _at(place: Place, faults: Iterable[Fault]) -> list[Diagnostic]:
    return [fault.at(place) for fault in faults]
