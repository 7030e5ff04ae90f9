"""From the Markdown of a letter, with tokens for what calls printed, to paragraphs and lists.

It is the Markdown of briefs without headings; and sentences of a letter may be its own, within limits.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefs.compose.template.commonmark import commonmark_parser, elements_of
from briefs.compose.template.prose import OWN_WORDS, Prose, own_words
from briefs.compose.template.sections import content_of, place_of, with_calls_apart
from briefs.compose.template.tokens import TOKEN, Tokens
from briefs.model.diagnostics import Checked, Diagnostic, Fault, Place
from briefs.model.document import Content, List, Paragraph
from briefs.model.inline import Checkbox, Emphasis, Foreign, Inline, NoteCall, Strong, TextArea, inline_text
from briefs.model.own_words import OwnWords

MOST_OWN_WORDS = 20
"""The most words of its own that a paragraph of a letter may have if it prints no block: courtesies, and what is
attached, not what the report says."""


@dataclass(frozen=True, slots=True)
class LetterContent:
    """What a letter says, and its own words."""

    content: tuple[Paragraph | List, ...]
    words: tuple[OwnWords, ...]

    @property
    def paragraphs(self) -> str:
        """What its paragraphs say."""
        return " ".join(inline_text(one.children) for one in self.content if isinstance(one, Paragraph))


def read_letter_content(text: str, tokens: Tokens, places: Sequence[Place]) -> Checked[LetterContent]:
    """The content of the Markdown `text`, and everything that a letter cannot hold; `places` are where its lines come
    from."""
    text, places = with_calls_apart(text, tokens, places)
    content: list[Paragraph | List] = []
    problems: list[Diagnostic] = []
    words: list[OwnWords] = []
    for element, inside in elements_of(commonmark_parser().parse(text)):
        place = place_of(element, places)
        if element.type == "heading_open":
            hint = "a letter is short: take the heading out, or write it as a sentence"
            problems.append(Fault("not-representable", "a letter has no headings", hint).at(place))
            continue
        is_list = element.type in ("bullet_list_open", "ordered_list_open")
        read = content_of(element, inside, places, tokens, _item_faults if is_list else _letter_faults)
        problems += read.problems
        words += (
            OwnWords("the letter", TOKEN.sub("…", one.content), places[one.map[0]], scope="letter")
            for one in inside
            if one.type == "inline" and one.map is not None and own_words(one.content)
        )
        for one in read.value:
            if (refused := _refused(one)) is not None or not isinstance(one, Paragraph | List):
                problems.append((refused or _no_letter("a table or picture")).at(place))
            elif isinstance(one, List) and element.type == "bullet_list_open":
                content.append(replace(one, style="plain"))
            elif isinstance(one, List) or inline_text(one.children).strip():
                content.append(one)
    return Checked(LetterContent(tuple(content), tuple(words)), tuple(problems))


def _letter_faults(prose: Prose, source: str, tokens: Tokens) -> Iterator[Fault]:
    """Faults for too many words of its own in the Markdown `source` of a paragraph or item."""
    if any(tokens.content(int(number)) is not None for number in TOKEN.findall(source)):
        return  # reported already: block-in-sentence
    start, own = textwrap.shorten(TOKEN.sub("…", source), 48, placeholder=" …"), own_words(source)
    most, what = (OWN_WORDS, "may connect blocks") if prose.unit else (MOST_OWN_WORDS, "may stand in a paragraph")
    if own > most:
        message = f'{own} words of the letter\'s own in "{start}"; at most {most} {what}'
        yield Fault("untraced-prose", message, "make it a block of kind statement with its anchors, or say less")


def _item_faults(prose: Prose, source: str, tokens: Tokens) -> Iterator[Fault]:
    """As `_letter_faults`, for an item: one that has only words of its own asks or states something."""
    if TOKEN.search(source) is None:
        start = textwrap.shorten(source, 48, placeholder=" …")
        hint = "print blocks: {{ asks(…) }} for what is asked, {{ statements(…) }} for what is said"
        yield Fault("untraced-prose", f'the item "{start}" does not come from a block', hint)
    else:
        yield from _letter_faults(prose, source, tokens)


def _refused(content: Content) -> Fault | None:
    """What is wrong with content that a message cannot show, if anything."""
    inlines = [one.children for one in content.owners if isinstance(one, Paragraph)]
    if isinstance(content, List):
        inlines = [item.children for item in content.items]
    found = next((one for children in inlines for one in _all(children) if isinstance(one, _NOT_SHOWN)), None)
    return None if found is None else _no_letter("boxes to tick, room to write in, or notes")


_NOT_SHOWN = (Checkbox, TextArea, NoteCall)


def _no_letter(what: str) -> Fault:
    hint = 'print the blocks with another call, such as {{ statements(…) }} or {{ block("…") }}'
    return Fault("not-representable", f"a letter cannot hold {what}", hint)


def _all(children: tuple[Inline, ...]) -> Iterator[Inline]:
    for child in children:
        yield child
        if isinstance(child, Strong | Emphasis | Foreign):
            yield from _all(child.children)
