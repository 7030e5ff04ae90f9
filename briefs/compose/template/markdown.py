"""Markdown of a template, with tokens for what calls printed → sections of the Document.

CommonMark, of which a brief's template needs headings, paragraphs, lists, `*italic*`, `**bold**` and links; everything
else is refused. Sections carry attributes in braces behind their heading: `## Lines to take {.box cut=6 keep=2}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import count

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefs.compose.template.prose import (
    Problem,
    Reading,
    check_prose,
    html_problem,
    own_words,
    read_prose,
    unrepresentable,
)
from briefs.compose.template.tokens import TOKEN, Ledger
from briefs.model.document import (
    Content,
    Item,
    List,
    Paragraph,
    Section,
    inline_text,
)
from briefs.model.typesetting import words

INTRO_WORDS = 20
"""The most words of a line that introduces a list or table."""

ATTRIBUTES = re.compile(r"\s*\{([^{}]*)\}\s*$")
KNOWN_ATTRIBUTES = "known: .decision, .box, .end, .page, cut=N, keep=N"
STYLES = ("decision", "box", "end")


def read_sections(text: str, ledger: Ledger, lines: Sequence[int]) -> tuple[tuple[Section, ...], tuple[Problem, ...]]:
    """The sections of `text`, and everything in it that a brief cannot have, with the lines that stand in `lines`."""
    text, origins = _spaced(text, ledger, lines)
    reading = Reading(ledger, origins)
    tokens = _parser().parse(text)
    sections: list[Section] = []
    content: list[Content] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        end = _closing(tokens, position)
        inside = tokens[position + 1 : end]
        line = token.map[0] if token.map else 0
        if token.type == "heading_open":
            if sections:
                sections[-1] = replace(sections[-1], content=tuple(content))
                content = []
            section = _section(token, inside[0], line, reading)
            name = _unused(section.id, {other.id for other in sections})
            sections.append(replace(section, id=name, line=origins[line]))
        elif not sections and token.type != "heading_open":
            reading.problems.append(
                Problem(line, "not-representable", "text before the first section", "begin with a ## heading")
            )
        else:
            content.extend(_block(token, inside, line, reading))
        position = end + 1
    if sections:
        sections[-1] = replace(sections[-1], content=tuple(content))
    return tuple(sections), tuple(replace(problem, line=origins[problem.line]) for problem in reading.problems)


def _parser() -> MarkdownIt:
    """CommonMark, and tables, struck text and links to anywhere, to be refused: else they were read as plain words."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def _spaced(text: str, ledger: Ledger, numbers: Sequence[int]) -> tuple[str, list[int]]:
    """`text` with blank lines round each line that is nothing but block content; and where its lines come from."""
    out: list[str] = []
    origins: list[int] = []
    for number, line in zip(numbers, text.split("\n"), strict=True):
        token = TOKEN.fullmatch(line.strip())
        is_content = token is not None and ledger.content(int(token[1])) is not None
        lines = ["", line.strip(), ""] if is_content else [line]
        out += lines
        origins += [number] * len(lines)
    return "\n".join(out), origins


def _closing(tokens: Sequence[Token], position: int) -> int:
    """Index of the token that closes the one at `position` (itself when it stands alone)."""
    depth = 0
    for index in range(position, len(tokens)):
        depth += tokens[index].nesting
        if depth == 0:
            return index
    raise AssertionError("markdown-it gave unbalanced tokens")


def _section(token: Token, inline: Token, line: int, reading: Reading) -> Section:
    level = int(token.tag[1])
    if level not in (2, 3):
        reading.problems.append(
            Problem(
                line,
                "not-representable",
                f"a heading of level {level}",
                "sections are ## and ###; the title is in the front matter",
            )
        )
    text = inline.content
    attributes = ATTRIBUTES.search(text)
    section = Section((), (), level=3 if level == 3 else 2)
    if attributes:
        text = text[: attributes.start()]
        section = _attributed(section, attributes[1], line, reading)
    children, unit = read_prose(_parser().parseInline(text)[0], line, reading)
    if unit is not None:
        message = f'the heading "{inline_text(children)[:40]}" prints a block, and headings are not traced'
        reading.problems.append(Problem(line, "not-representable", message, "print it in a paragraph below"))
    if "{" in text:
        message = "attributes in braces stand at the end of a heading"
        reading.problems.append(Problem(line, "template-syntax", message, KNOWN_ATTRIBUTES))
    if not words(inline_text(children)):
        reading.problems.append(Problem(line, "not-representable", "a heading without words"))
    return replace(section, heading=children, id=_slug(inline_text(children)))


def _attributed(section: Section, attributes: str, line: int, reading: Reading) -> Section:
    for word in attributes.split():
        name, _, value = word.partition("=")
        if word.startswith(".") and word[1:] in STYLES:
            section = replace(section, style=word[1:])  # type: ignore[arg-type]  # one of STYLES
        elif word == ".page":
            section = replace(section, page_break=True)
        elif name in ("cut", "keep") and value.isdecimal():
            section = replace(section, cut=int(value)) if name == "cut" else replace(section, keep=int(value))
        else:
            reading.problems.append(
                Problem(
                    line,
                    "template-syntax",
                    f'"{word}" is no attribute of a section',
                    KNOWN_ATTRIBUTES,
                )
            )
    return section


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "section"


def _unused(name: str, used: Set[str]) -> str:
    """`name`, or the first of `name-2`, `name-3` … that is not in `used`."""
    numbered = (f"{name}-{number}" for number in count(2))
    return name if name not in used else next(one for one in numbered if one not in used)


def _block(token: Token, inside: Sequence[Token], line: int, reading: Reading) -> Iterator[Content]:
    match token.type:
        case "paragraph_open":
            yield from _paragraph(inside[0], line, reading)
        case "bullet_list_open" | "ordered_list_open":
            yield _list(inside, line, reading)
        case "html_block":
            reading.problems.append(html_problem(token.content, line))
        case _:
            reading.problems.append(unrepresentable(token, line))


def _paragraph(inline: Token, line: int, reading: Reading) -> Iterator[Content]:
    alone = TOKEN.fullmatch(inline.content.strip())
    if alone and (content := reading.ledger.content(int(alone[1]))) is not None:
        yield from content
        return
    children, unit = read_prose(inline, line, reading)
    own = own_words(inline.content)
    if unit is None and inline.content.rstrip().endswith(":") and own <= INTRO_WORDS:
        yield Paragraph(children, "intro")
        return
    check_prose(unit is not None, own, inline.content, line, reading)
    yield Paragraph(children, "body", unit)


def _list(inside: Sequence[Token], line: int, reading: Reading) -> List:
    items: list[Item] = []
    position = 0
    while position < len(inside):
        end = _closing(inside, position)
        item = inside[position + 1 : end]
        start = inside[position].map
        item_line = start[0] if start else line
        if [token.type for token in item] == ["paragraph_open", "inline", "paragraph_close"]:
            children, unit = read_prose(item[1], item_line, reading)
            check_prose(unit is not None, own_words(item[1].content), item[1].content, item_line, reading)
            items.append(Item(children, unit))
        else:
            reading.problems.append(
                Problem(item_line, "not-representable", "a list item that is more than one paragraph of text")
            )
        position = end + 1
    return List(tuple(items))
