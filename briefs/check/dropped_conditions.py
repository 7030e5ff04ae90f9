"""Conditions that edited wording leaves out: it then says without reserve what its passage says with one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from briefs.check.sense_words import SenseWords, sense_words
from briefs.check.subjects import WordingToCheck
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.text.opposition import occurrences
from briefs.text.readings import Reading
from briefs.text.word_alignment import partners

_AHEAD = 3
"""So many words behind a condition say what it is."""
_NEEDED = 3
"""So many words of a clause show that a wording says what it says."""


def check_dropped_conditions(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """A warning for each condition of the passage that the wording leaves out, unless its block `says_more`."""
    words = sense_words(wording.rules, wording.acronyms)
    if words is None or wording.drawn.block.says_more is not None:
        return
    for given in dropped_conditions(words.read(wording.text), words.read(wording.passage), words):
        message = f'{wording.owner} leaves out a condition: its passage says "{given}"'
        hint = "say on what it depends, or why that need not be said in says_more"
        yield Fault("condition-dropped", message, hint).at(wording.place)


def dropped_conditions(form: Reading, passage: Reading, words: SenseWords) -> Iterator[str]:
    """The conditions of `passage` on what `form` says, if `form` has neither these nor any other condition."""
    given = list(occurrences(passage, words.conditions))
    if not given or any(True for _ in occurrences(form, words.conditions)):
        return
    if causes := list(_made_causes(form, passage, words)):
        yield from causes
        return
    said = form.keys
    aligned = set(partners(form, passage).values())
    for first, last in given:
        end = next((index for index, token in enumerate(passage.tokens) if index > last and token.lower == ","), None)
        condition = [index for index in islice(passage.after(last), _AHEAD) if end is None or index < end]
        says_nothing = not condition and first == last  # "if so"
        if says_nothing or passage.asks(first) or any(passage.tokens[index].key in said for index in condition):
            continue
        sentence = passage.tokens[first].sentence
        near = [index for index in aligned if passage.tokens[index].sentence == sentence]
        before = next(passage.before(first), None)
        is_on_this = before in aligned if before is not None else any(index > last for index in near)
        if len(near) >= _NEEDED and is_on_this:
            yield passage.words(first, condition[-1] if condition else last)


def _made_causes(form: Reading, passage: Reading, words: SenseWords) -> Iterator[str]:
    """The conditions of `passage` that `form` gives as causes: "as they benefit" for "as long as they may benefit"."""
    aligned = partners(form, passage)
    for first, last in occurrences(passage, words.conditions):
        sentence = passage.tokens[first].sentence
        for _, end in occurrences(form, words.causal):
            behind = next(form.after(end), None)
            place = aligned.get(behind) if behind is not None else None
            if behind is None or place is None or place < last or passage.tokens[place].sentence != sentence:
                continue
            if behind - end > _AHEAD or passage.asks(first) or _has_cause(passage, place, words):
                continue
            yield passage.words(first, place)
            return


def _has_cause(passage: Reading, place: int, words: SenseWords) -> bool:
    """Whether the passage has a cause of its own right in front of a word."""
    return any(
        0 <= place - last <= _AHEAD
        for _, last in occurrences(passage, words.causal)
        if not _is_part(passage, last, words)
    )


def _is_part(passage: Reading, place: int, words: SenseWords) -> bool:
    """Whether a word is part of a condition: "as" of "as long as"."""
    return any(first <= place <= last for first, last in occurrences(passage, words.conditions))
