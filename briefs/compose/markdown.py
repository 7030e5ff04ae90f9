"""Markdown of a template, with tokens for what calls printed → sections of the Document.

CommonMark, of which a brief's template needs headings, paragraphs, lists, `*italic*`, `**bold**` and links; everything
else is refused. Sections carry attributes in braces behind their heading: `## Lines to take {.box cut=6 keep=2}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefs.compose.ledger import TOKEN, Ledger, Span
from briefs.compose.markup import unit_of
from briefs.compose.weights import strongest
from briefs.model.document import (
    Content,
    Emphasis,
    Inline,
    Item,
    Link,
    List,
    Paragraph,
    Section,
    Strong,
    Text,
    Unit,
    inline_text,
)
from briefs.model.text import curl, words

OWN_WORDS = 12
"""The most words that a template may add to a sentence: connecting words, no statements."""
INTRO_WORDS = 20
"""The most words of a line that introduces a list or table."""

ATTRIBUTES = re.compile(r"\s*\{([^{}]*)\}\s*$")
STYLES = ("decision", "box", "end")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the Markdown that a brief cannot have: line within the text (from 1), code, message, hint."""

    line: int
    code: str
    message: str
    hint: str = ""


@dataclass
class _Reading:
    ledger: Ledger
    problems: list[Problem] = field(default_factory=list)


def read_sections(text: str, ledger: Ledger) -> tuple[tuple[Section, ...], tuple[Problem, ...]]:
    """The sections of `text`, and everything in it that a brief cannot have."""
    reading = _Reading(ledger)
    tokens = MarkdownIt("commonmark").parse(text)
    sections: list[Section] = []
    content: list[Content] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        end = _closing(tokens, position)
        inside = tokens[position + 1 : end]
        line = (token.map[0] if token.map else 0) + 1
        if token.type == "heading_open":
            if sections:
                sections[-1] = replace(sections[-1], content=tuple(content))
                content = []
            sections.append(_section(token, inside[0], line, reading))
        elif not sections and token.type != "heading_open":
            reading.problems.append(
                Problem(line, "not-representable", "text before the first section", "begin with a ## heading")
            )
        else:
            content.extend(_block(token, inside, line, reading))
        position = end + 1
    if sections:
        sections[-1] = replace(sections[-1], content=tuple(content))
    return tuple(sections), tuple(reading.problems)


def _closing(tokens: Sequence[Token], position: int) -> int:
    """Index of the token that closes the one at `position` (itself when it stands alone)."""
    depth = 0
    for index in range(position, len(tokens)):
        depth += tokens[index].nesting
        if depth == 0:
            return index
    raise AssertionError("markdown-it gave unbalanced tokens")


def _section(token: Token, inline: Token, line: int, reading: _Reading) -> Section:
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
    text = curl(inline.content)
    attributes = ATTRIBUTES.search(text)
    section = Section((), (), level=3 if level == 3 else 2)
    if attributes:
        text = text[: attributes.start()]
        section = _attributed(section, attributes[1], line, reading)
    children, _ = _inlines(MarkdownIt("commonmark").parseInline(text)[0], line, reading)
    return replace(section, heading=children, id=_slug(inline_text(children)))


def _attributed(section: Section, attributes: str, line: int, reading: _Reading) -> Section:
    for word in attributes.split():
        name, _, value = word.partition("=")
        if word.startswith(".") and word[1:] in STYLES:
            section = replace(section, style=word[1:])  # type: ignore[arg-type]  # one of STYLES
        elif word == ".page":
            section = replace(section, page_break=True)
        elif name in ("cut", "keep") and value.isdigit():
            section = replace(section, cut=int(value)) if name == "cut" else replace(section, keep=int(value))
        else:
            reading.problems.append(
                Problem(
                    line,
                    "template-syntax",
                    f'"{word}" is no attribute of a section',
                    "known: .decision, .box, .end, .page, cut=N, keep=N",
                )
            )
    return section


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _block(token: Token, inside: Sequence[Token], line: int, reading: _Reading) -> Iterator[Content]:
    match token.type:
        case "paragraph_open":
            yield from _paragraph(inside[0], line, reading)
        case "bullet_list_open" | "ordered_list_open":
            yield _list(inside, line, reading)
        case "html_block":
            reading.problems.append(_html(token.content, line))
        case _:
            what = token.type.removesuffix("_open").replace("_", " ")
            reading.problems.append(Problem(line, "not-representable", f"a brief cannot hold a {what}"))


def _paragraph(inline: Token, line: int, reading: _Reading) -> Iterator[Content]:
    alone = TOKEN.fullmatch(inline.content.strip())
    if alone and (content := reading.ledger.content(int(alone[1]))) is not None:
        yield from content
        return
    children, unit = _inlines(inline, line, reading)
    own = _own_words(inline.content)
    if unit is None and inline.content.rstrip().endswith(":") and own <= INTRO_WORDS:
        yield Paragraph(children, "intro")
        return
    _check_prose(unit is not None, own, inline.content, line, reading)
    yield Paragraph(children, "body", unit)


def _list(inside: Sequence[Token], line: int, reading: _Reading) -> List:
    items: list[Item] = []
    position = 0
    while position < len(inside):
        end = _closing(inside, position)
        item = inside[position + 1 : end]
        start = inside[position].map
        item_line = start[0] + 1 if start else line
        if [token.type for token in item] == ["paragraph_open", "inline", "paragraph_close"]:
            children, unit = _inlines(item[1], item_line, reading)
            _check_prose(unit is not None, _own_words(item[1].content), item[1].content, item_line, reading)
            items.append(Item(children, unit))
        else:
            reading.problems.append(
                Problem(item_line, "not-representable", "a list item that is more than one paragraph of text")
            )
        position = end + 1
    return List(tuple(items))


def _inlines(inline: Token, line: int, reading: _Reading) -> tuple[tuple[Inline, ...], Unit | None]:
    """The text of a paragraph, item or heading, and the unit that it is when it prints blocks."""
    spans: list[Span] = []
    stack: list[tuple[str, str, list[Inline]]] = [("", "", [])]
    for child in inline.children or ():
        here = stack[-1][2]
        match child.type:
            case "text":
                here.extend(_spans(child.content, spans, line, reading))
            case "softbreak":
                here.append(Text(" "))
            case "strong_open" | "em_open" | "link_open":
                stack.append((child.type, str(child.attrs.get("href", "")), []))
            case "strong_close" | "em_close" | "link_close":
                kind, target, inner = stack.pop()
                stack[-1][2].append(_wrapped(kind, target, tuple(inner)))
            case "html_inline":
                reading.problems.append(_html(child.content, line))
            case _:
                what = child.type.removesuffix("_open").replace("_", " ")
                reading.problems.append(Problem(line, "not-representable", f"a brief cannot hold a {what} in text"))
    unit = unit_of(tuple(dict.fromkeys(form for span in spans for form in span.forms)))
    if unit is not None:
        unit = replace(unit, weight=strongest(span.weight for span in spans))
    return _joined(stack[0][2]), unit


def _wrapped(kind: str, target: str, inner: tuple[Inline, ...]) -> Inline:
    if kind == "strong_open":
        return Strong(inner)
    return Emphasis(inner) if kind == "em_open" else Link(target, inline_text(inner))


def _spans(text: str, spans: list[Span], line: int, reading: _Reading) -> Iterator[Inline]:
    last = 0
    for token in TOKEN.finditer(text):
        if text[last : token.start()]:
            yield Text(curl(text[last : token.start()]))
        last = token.end()
        if (span := reading.ledger.inline(int(token[1]))) is not None:
            spans.append(span)
            yield from span.inlines
        elif reading.ledger.content(int(token[1])) is not None:
            reading.problems.append(
                Problem(
                    line,
                    "block-in-sentence",
                    "a call that prints whole paragraphs, lists or tables stands inside a sentence",
                    'set it alone on its line, or print a span with {{ block("…") }}',
                )
            )
    if text[last:]:
        yield Text(curl(text[last:]))


def _joined(inlines: list[Inline]) -> tuple[Inline, ...]:
    out: list[Inline] = []
    for inline in inlines:
        previous = out[-1] if out else None
        if isinstance(inline, Text) and isinstance(previous, Text):
            out[-1] = Text(previous.text + inline.text)
        else:
            out.append(inline)
    return tuple(out)


def _own_words(source: str) -> int:
    return len(words(TOKEN.sub(" ", source)))


def _check_prose(traced: bool, own: int, source: str, line: int, reading: _Reading) -> None:
    start = TOKEN.sub("…", source)[:40]
    if not traced:
        reading.problems.append(
            Problem(
                line,
                "untraced-prose",
                f'"{start}" says something without a block',
                "make it a block of kind statement with its anchors, or end it with a colon if it introduces a list",
            )
        )
    elif own > OWN_WORDS:
        reading.problems.append(
            Problem(
                line,
                "untraced-prose",
                f'{own} words of the template\'s own in "{start}"; at most {OWN_WORDS} may connect blocks',
                "make it a block of kind statement with its anchors",
            )
        )


def _html(source: str, line: int) -> Problem:
    return Problem(
        line,
        "raw-html",
        f"HTML in a template: {source.strip()[:40]}",
        "what a block looks like belongs in templates/blocks/; plain characters are written as they are",
    )
