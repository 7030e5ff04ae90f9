"""The text of paragraphs, items and headings in a template: the output of calls, and a few connecting words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markdown_it.token import Token

from briefs.compose.looks.html_elements import is_link
from briefs.compose.template.tokens import TOKEN, Span, Tokens
from briefs.compose.units import unit_printing
from briefs.compose.weighing import strongest
from briefs.model.diagnostics import Checked, Diagnostic, Fault, Place
from briefs.model.document import Unit
from briefs.model.inline import Emphasis, Inline, Link, Strong, Text, inline_text
from briefs.model.text_runs import joined
from briefs.model.typesetting import words
from briefs.model.typography import curl

MOST_NESTED = 20
"""How deep emphasis and links can lie in each other, far beyond what anybody sees."""
OWN_WORDS = 12
"""The most words of its own that a template may use in a sentence: to connect, not to state anything."""

_NAMES = {
    "image": "a picture that does not come from a block",
    "code_inline": "code",
    "code_block": "indented text",
    "fence": "code",
    "blockquote": "a block quotation",
    "hr": "a rule",
    "s": "struck-through text",
    "table": "a table that does not come from a block template",
    "hardbreak": "a line break within a paragraph",
}
"""Everyday words for elements of CommonMark that no brief may contain."""

_CURES = {
    "image": "take it out; pictures are blocks of the kind figure",
    "code_inline": "take the backticks (`) away",
    "fence": "take the lines of backticks or tildes away",
    "blockquote": 'take the ">" away; quotes("…") prints quotations',
    "hr": "take the line out; a ## heading begins a section",
    "s": "take the ~~ away, or the words that are struck through",
    "table": "print blocks with a call that makes a table, such as {{ terms(…) }}",
}
"""What to do about them."""


_TOO_DEEP = Fault(
    "not-representable",
    f"bold and italic words lie in each other more than {MOST_NESTED} deep",
    "take signs of emphasis (* and **) away",
)


@dataclass(frozen=True, slots=True)
class Prose:
    """The text of a paragraph, item or heading, and its unit if it prints blocks."""

    children: tuple[Inline, ...]
    unit: Unit | None


def read_prose(inline: Token, place: Place, tokens: Tokens) -> Checked[Prose]:
    """The text of the element at `place`, with its tokens replaced by what they stand for."""
    spans: list[Span] = []
    problems: list[Diagnostic] = []
    stack: list[tuple[str, str, list[Inline]]] = [("", "", [])]
    deep = closed = 0
    for child in inline.children or ():
        here = stack[-1][2]
        match child.type:
            case "text":
                for piece in _pieces(child.content, tokens):
                    match piece:
                        case Text():
                            here.append(piece)
                        case Span():
                            spans.append(piece)
                            here.extend(piece.inlines)
                        case Fault():
                            problems.append(piece.at(place))
            case "softbreak":
                here.append(Text(" "))
            case "strong_open" | "em_open" | "link_open":
                if len(stack) > MOST_NESTED:  # it is read as if it were not emphasis
                    problems += [] if deep else [_TOO_DEEP.at(place)]
                    deep += 1
                    continue
                stack.append((child.type, str(child.attrs.get("href", "")), []))
            case "strong_close" | "em_close" | "link_close" if deep > closed:
                closed += 1
            case "strong_close" | "em_close" | "link_close":
                kind, target, inner = stack.pop()
                stack[-1][2].append(_wrapped(kind, target, tuple(inner)))
                if kind == "link_open" and not is_link(target):
                    problems.append(_link_fault(target).at(place))
            case "s_close":
                pass  # reported where it opens
            case "html_inline":
                problems.append(html_fault(child.content).at(place))
            case _:
                problems.append(element_fault(child).at(place))
    unit = unit_printing(form for span in spans for form in span.forms)
    if unit is not None:
        unit = replace(unit, weight=strongest(span.weight for span in spans), line=place.line)
    return Checked(Prose(joined(stack[0][2]), unit), tuple(problems))


def _wrapped(kind: str, target: str, inner: tuple[Inline, ...]) -> Inline:
    if kind == "strong_open":
        return Strong(inner)
    return Emphasis(inner) if kind == "em_open" else Link(target, inline_text(inner))


def _pieces(text: str, tokens: Tokens) -> Iterator[Text | Span | Fault]:
    """`text` with its tokens replaced by what they stand for, and a fault for each that cannot stand in a sentence."""
    text, last = curl(text), 0
    for token in TOKEN.finditer(text):
        if text[last : token.start()]:
            yield Text(text[last : token.start()])
        last = token.end()
        if (span := tokens.span(int(token[1]))) is not None:
            yield span
        elif tokens.content(int(token[1])) is not None:
            message = "a call that prints whole paragraphs, lists or tables stands inside a sentence"
            yield Fault("block-in-sentence", message, 'put it alone on a line, or print a span with {{ block("…") }}')
    if text[last:]:
        yield Text(text[last:])


def own_words(source: str) -> int:
    """How many words of its own the Markdown of a paragraph or item has, not counting its calls."""
    return len(words(TOKEN.sub(" ", source)))


def prose_faults(prose: Prose, source: str, tokens: Tokens) -> Iterator[Fault]:
    """Faults for what the Markdown `source` of a paragraph or item says in words of its own, and may not."""
    if any(tokens.content(int(number)) is not None for number in TOKEN.findall(source)):
        return  # reported already: block-in-sentence
    start, own = textwrap.shorten(TOKEN.sub("…", source), 48, placeholder=" …"), own_words(source)
    if prose.unit is None and own == 0:
        what = "the mark of a note stands alone" if TOKEN.search(source) else f'"{start}" stands alone'
        yield Fault("untraced-prose", what, "put it behind the words that it belongs to, or take it out")
    elif prose.unit is None and len(prose.children) == 1 and isinstance(prose.children[0], Strong):
        hint = f"write: ## {inline_text(prose.children)}"
        yield Fault("untraced-prose", f"{start} is a bold line, not a heading", hint)
    elif prose.unit is None:
        hint = "make it a block of kind statement with its anchors, or end it with a colon if it introduces a list"
        yield Fault("untraced-prose", f'"{start}" says something that does not come from a block', hint)
    elif own > OWN_WORDS:
        message = f'{own} words of the template\'s own in "{start}"; at most {OWN_WORDS} may connect blocks'
        yield Fault("untraced-prose", message, "make it a block of kind statement with its anchors")


def html_fault(source: str) -> Fault:
    """The fault of HTML in a template."""
    written = source.strip()
    comment = written.removeprefix("<!--").removesuffix("-->").strip()
    if written.startswith("<!--") and "\n" not in comment:
        return Fault("raw-html", "an HTML comment in a template", f"write: {{# {comment} #}}")
    hint = "put the look of a block into templates/blocks/, and write special characters as they are"
    return Fault("raw-html", f"HTML in a template: {written[:40]}", hint)


def element_fault(element: Token) -> Fault:
    """The fault of Markdown that a brief cannot hold."""
    name = element.type.removesuffix("_open")
    return Fault("not-representable", f"a brief cannot hold {_NAMES.get(name, name)}", _CURES.get(name, ""))


def _link_fault(target: str) -> Fault:
    hint = "begin the address with https://, http:// or mailto:, and put no call into it"
    return Fault("not-representable", f'a link to "{target[:40]}", which is not an external address', hint)
