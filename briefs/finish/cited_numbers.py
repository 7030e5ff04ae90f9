"""Numbers of the brief itself, where its end matter cites them: "Note 1", "Paras 7, 13 and 15"."""

from __future__ import annotations

from collections.abc import Sequence

from briefs.model.inline import CitedNumber, Inline, Text
from briefs.model.phrases import Phrases


def cited_paragraphs(numbers: Sequence[CitedNumber], phrases: Phrases) -> tuple[Inline, ...]:
    """ "Para 2", "Paras 7, 13 and 15": each number once, in the order given. There must be one at least."""
    *others, last = dict.fromkeys(numbers)
    if not others:
        return with_numbers(phrases.paragraph, "number", (last,))
    first, *more = others
    listed: list[Inline] = [first]
    for number in more:
        listed += (Text(", "), number)
    return with_numbers(phrases.paragraphs, "numbers", (*listed, Text(phrases.last_and), last))


def with_numbers(phrase: str, name: str, numbers: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """`phrase` with `numbers` in place of `{name}`, which it must have."""
    before, after = phrase.split(f"{{{name}}}")
    return (*_text(before), *numbers, *_text(after))


def _text(words: str) -> tuple[Inline, ...]:
    return (Text(words),) if words else ()
