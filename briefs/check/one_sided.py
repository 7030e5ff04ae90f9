"""The wording of a matter in dispute speaks of both sides: a view without the one against it is no account of it."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.sense_words import SenseWords, sense_words
from briefs.check.subjects import WordingToCheck
from briefs.model.block import Contradiction
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.typesetting import plain

_HINT = "say what the other side held, or why that need not be said in says_more"


def check_one_sided(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """A warning for the wording of a contradiction that speaks of one side only, unless its block `says_more`.

    It does if none of its words belong to one of the sides alone, while a passage is passed over; or if all words that
    belong to one passage alone are of the same one.
    """
    block, words = wording.drawn.block, sense_words(wording.rules, wording.acronyms)
    is_settled = block.says_more is not None
    if not isinstance(block, Contradiction) or wording.field != "short" or words is None or is_settled:
        return
    if block.one_side is None or block.other_side is None:
        return  # nothing says which of its words belong to which side
    said = _keys(wording.text, words)
    passages = [_keys(text, words) for text in wording.passages]
    covered = sum(bool(own & said) for own in _apart(passages))
    labels = [_keys(side.short.text if side.short else "", words) for side in (block.one_side, block.other_side)]
    whole = [
        label | _keys(wording.drawn.verbatim(name), words)
        for name, label in zip(("one_side", "other_side"), labels, strict=True)
    ]
    heard = [not said.isdisjoint(one | other) for one, other in zip(_apart(labels), _apart(whole), strict=True)]
    if covered < 2 <= len(passages) or (covered < len(passages) and not all(heard)):
        message = f"{wording.owner} speaks of one side only, but its block has two that differ"
        yield Fault("sense-doubtful", message, _HINT).at(wording.place)


def _keys(text: str, words: SenseWords) -> frozenset[str]:
    """The words of a text that carry content, by which they are compared."""
    reading = words.read(plain(text))
    return frozenset(reading.tokens[index].key for index in reading.contentful)


def _apart(texts: list[frozenset[str]]) -> list[frozenset[str]]:
    """The words of each text that none of the others has."""
    return [
        own.difference(*(other for there, other in enumerate(texts) if there != here)) for here, own in enumerate(texts)
    ]
