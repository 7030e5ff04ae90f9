"""Wordings as the answer to the offices quotes them: what changes, in bold, with the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from briefs.model.decision_record import DecidedProposal, PassageKept
from briefs.model.inline import Inline, Strong, Text, inline_text

_WORD = re.compile(r"\S+\s*")
_NEAR = 5
"""How many words are shown on each side of a change."""
_LEAST = 0.4
"""The likeness from which on two wordings are one that was edited, and not one in place of another."""
_LONG = 40
"""How many words of a text are quoted where the text as a whole is meant."""
_QUOTED = 6
"""How many words of a passage tell it."""
_LETTERS = re.compile(r"\w+")
_INNER = str.maketrans("“”", "‘’")
"""Quotation marks within a quotation."""

Inlines = tuple[Inline, ...]


def quoted_change(before: str, after: str) -> tuple[Inlines, Inlines]:
    """What changes between two wordings, as it was and as it is, each as it stands between quotation marks."""
    old, new = _words(before), _words(after)
    matcher = SequenceMatcher(None, [one.strip() for one in old], [one.strip() for one in new], autojunk=False)
    if matcher.ratio() < _LEAST:
        return (Text(_joined(old)),), (Text(_joined(new)),)
    changes = matcher.get_opcodes()
    was = _parts(old, [(kind == "equal", start, end) for kind, start, end, _, _ in changes])
    now = _parts(new, [(kind == "equal", start, end) for kind, _, _, start, end in changes])
    return _without_end_space(list(was)), _without_end_space(list(now))


def quoted(text: str) -> str:
    """A text as it stands between quotation marks, cut off if it is long."""
    words = _words(text)
    return _joined(words) if len(words) <= _LONG else f"{_joined(words[:_LONG])} …"


def deciding_passages(one: DecidedProposal) -> tuple[PassageKept, ...]:
    """The passages that answer a proposal: those that the checks quoted, or else the one most like what was to change.

    A wording may rest on many passages; an office that changed three words of it needs the one that has them. New text
    rests on none: those that are nearest to it do not say otherwise.
    """
    if one.kind == "new":
        return ()
    cited = [_compared(finding) for finding in one.findings]
    quoting = [each for each in one.passages if any(_begins(each, finding) for finding in cited)]
    if quoting or not one.passages:
        return tuple(dict.fromkeys(quoting))
    wanted = set(_compared(_near_change(one)).split())
    return (max(one.passages, key=lambda each: len(wanted & set(_compared(each.text).split()))),)


def _near_change(one: DecidedProposal) -> str:
    """The words of the wording as it was sent that reviewers changed, and those around them."""
    if not one.proposed:
        return one.before
    return inline_text(quoted_change(one.before, one.proposed[0].text)[0])


def _begins(passage: PassageKept, finding: str) -> bool:
    """Whether a finding quotes the beginning of the passage."""
    words = _compared(passage.text).split()
    return bool(words) and " ".join(words[:_QUOTED]) in finding


def _compared(text: str) -> str:
    """A text as it is compared: words in small letters, without signs."""
    return " ".join(_LETTERS.findall(text.casefold()))


def _words(text: str) -> list[str]:
    return _WORD.findall(" ".join(text.split()).translate(_INNER))


def _joined(words: Sequence[str]) -> str:
    return "".join(words).strip()


def _parts(words: Sequence[str], runs: Sequence[tuple[bool, int, int]]) -> Iterator[Inline]:
    """The words of one side, in runs that are the same on both or not: changed ones bold, and those near them."""
    for number, (is_same, start, end) in enumerate(runs):
        if not is_same:
            if start < end:
                yield Strong((Text("".join(words[start:end]).rstrip()),))
                yield Text(" ")
            continue
        before = _NEAR if number else 0
        after = _NEAR if number < len(runs) - 1 else 0
        if end - start <= before + after + 1:
            yield Text("".join(words[start:end]).rstrip() + " ")
        else:
            kept = ["".join(words[start : start + before]).rstrip(), "…", "".join(words[end - after : end]).rstrip()]
            yield Text(" ".join(filter(None, kept)) + " ")


def _without_end_space(inlines: list[Inline]) -> Inlines:
    """Without the space at the end, which would stand before a quotation mark."""
    if inlines and isinstance(inlines[-1], Text):
        inlines[-1] = Text(inlines[-1].text.rstrip())
    return tuple(one for one in inlines if one != Text(""))
