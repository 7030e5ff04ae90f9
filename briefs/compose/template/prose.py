"""The text of paragraphs, items and headings in a template: what calls printed, and few connecting words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it.token import Token

from briefs.compose.looks.html_elements import is_link
from briefs.compose.looks.html_reader import unit_of
from briefs.compose.template.tokens import TOKEN, Ledger, Span
from briefs.compose.weighing import strongest
from briefs.model.document import Emphasis, Inline, Link, Strong, Text, Unit, inline_text
from briefs.model.typesetting import curl, words

OWN_WORDS = 12
"""The most words that a template may add to a sentence: connecting words, no statements."""


NAMES = {
    "image": "a picture that is not a block's",
    "code_inline": "code",
    "code_block": "a text that is indented",
    "fence": "code",
    "blockquote": "a block quotation",
    "hr": "a rule",
    "s": "text that is struck through",
    "table": "a table that is not a block template's",
    "hardbreak": "a break within a line",
}
"""Elements of CommonMark that no brief has, as people call them."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the Markdown that a brief cannot have: line within the text, code, message, hint."""

    line: int
    code: str
    message: str
    hint: str = ""


@dataclass
class Reading:
    """The reading of a text: what its tokens stand for, the template's line behind each of its lines, what is wrong."""

    ledger: Ledger
    lines: Sequence[int]
    problems: list[Problem] = field(default_factory=list)


def read_prose(inline: Token, line: int, reading: Reading) -> tuple[tuple[Inline, ...], Unit | None]:
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
                if kind == "link_open" and not is_link(target):
                    message = f'a link to "{target[:40]}", which is no address outside'
                    hint = "a link begins with https://, http:// or mailto: and has no call in its address"
                    reading.problems.append(Problem(line, "not-representable", message, hint))
            case "s_close":
                pass  # said where it opens
            case "html_inline":
                reading.problems.append(html_problem(child.content, line))
            case _:
                reading.problems.append(unrepresentable(child, line))
    unit = unit_of(tuple(dict.fromkeys(form for span in spans for form in span.forms)))
    if unit is not None:
        unit = replace(unit, weight=strongest(span.weight for span in spans), line=reading.lines[line])
    return _joined(stack[0][2]), unit


def _wrapped(kind: str, target: str, inner: tuple[Inline, ...]) -> Inline:
    if kind == "strong_open":
        return Strong(inner)
    return Emphasis(inner) if kind == "em_open" else Link(target, inline_text(inner))


def _spans(text: str, spans: list[Span], line: int, reading: Reading) -> Iterator[Inline]:
    text, last = curl(text), 0
    for token in TOKEN.finditer(text):
        if text[last : token.start()]:
            yield Text(text[last : token.start()])
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
        yield Text(text[last:])


def _joined(inlines: list[Inline]) -> tuple[Inline, ...]:
    out: list[Inline] = []
    for inline in inlines:
        previous = out[-1] if out else None
        if isinstance(inline, Text) and isinstance(previous, Text):
            out[-1] = Text(previous.text + inline.text)
        else:
            out.append(inline)
    return tuple(out)


def own_words(source: str) -> int:
    return len(words(TOKEN.sub(" ", source)))


def check_prose(traced: bool, own: int, source: str, line: int, reading: Reading) -> None:
    if any(reading.ledger.content(int(number)) is not None for number in TOKEN.findall(source)):
        return  # said already: block-in-sentence
    start = " ".join(TOKEN.sub("…", source).split())[:40]
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


def html_problem(source: str, line: int) -> Problem:
    return Problem(
        line,
        "raw-html",
        f"HTML in a template: {source.strip()[:40]}",
        "what a block looks like belongs in templates/blocks/; plain characters are written as they are",
    )


def unrepresentable(token: Token, line: int) -> Problem:
    """The problem of Markdown that a brief cannot hold."""
    name = token.type.removesuffix("_open")
    return Problem(line, "not-representable", f"a brief cannot hold {NAMES.get(name, name)}")
