"""Writing a candidate as it stands in its file: fields that are known or guessed, and all others as remarks.

A guess stands as a value with a remark that says so, so that the candidate holds as it is; but words that are not yet
an anchor are no value of a field that holds a passage.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from briefs.candidates.candidate import Candidate, FieldValue, PassageAnchor
from briefs.candidates.found import Open
from briefs.candidates.printable_passage import MOST_WORDS
from briefs.files.record_items import scalar as yaml_scalar
from briefs.model.block import KINDS
from briefs.model.block_fields import Anchor

_PLAIN = re.compile(r"[^\W\d_](?:[\w ’-]*\w)?")
"""Texts that need no quotation marks."""
_UNSEEN = re.compile("[^ -~\u00a1-\u2027\u202f-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]+")
"""What YAML takes for the end of a line, or does not allow even in a remark; and spaces of other kinds."""
_WIDTH = 116
_NEVER_WORDED = ("acronym",)
"""Kinds that are printed by other fields than `short`."""
_SPACES = {ord(one): " " for one in "\u00a0\u2007\u202f"}
_VERBATIM = ("quote",)
"""Kinds that are printed in the words of the report."""
_SPACES = {ord(one): " " for one in "\u00a0\u2007\u202f"}
_ROW_HEADINGS = ("term",)
"""Fields that are the headings of rows, and begin with a capital letter."""
_FROM_ELSEWHERE = ("theme",)
"""Fields whose guess is not in the words of the passage, such as a heading, but would be compared with them."""
_OPEN = "…"
"""Stands for a value that nobody knows yet."""


def candidate_text(candidate: Candidate) -> str:
    """The lines of a candidate, as an entry of the list of blocks in its file, without an empty line behind them."""
    return "".join(f"{line}\n" for line in _lines(candidate))


def _lines(candidate: Candidate) -> Iterator[str]:
    yield f"  - id: {candidate.id}"
    yield from _remark(_origin(candidate))
    for name, value in candidate.fields.items():
        yield _field(candidate.kind, name, value)
    yield f"    anchor: {_anchors((candidate.anchor, *candidate.further))}"
    if candidate.strength:
        yield f"    strength: {_scalar(candidate.strength, _PLAIN)}"
    if candidate.short:
        yield f"    short: {_scalar(candidate.short, re.compile('(?!)'))}"
    elif candidate.kind in _VERBATIM:
        yield "    # printed as it is:"
        yield from _remark(candidate.words, "#   ")
    elif candidate.kind not in _NEVER_WORDED:
        yield f"    # short: {_OPEN}  # at most {MOST_WORDS} words, from this passage:"
        yield from _remark(candidate.words, "#   ")


def _origin(candidate: Candidate) -> str:
    """Where a candidate comes from: place, rule, evidence, certainty, and what else the passage might be."""
    found = candidate.found
    place = candidate.label + (f", page {candidate.page}" if candidate.page else "")
    said = f"{place}: {found.rule}, by “{found.evidence}”; certainty {found.certainty:.2f}"
    return said + (f"; it may also be: {', '.join(candidate.also)}" if candidate.also else "")


def _remark(text: str, begin: str = "# ") -> Iterator[str]:
    """The lines of a remark, wrapped."""
    words = " ".join(_UNSEEN.sub(" ", text).split())
    width = _WIDTH - 4 - len(begin)
    yield from (f"    {begin}{line}" for line in textwrap.wrap(words, width, break_long_words=False) or [""])


def _field(kind: str, name: str, value: FieldValue) -> str:
    if not isinstance(value, Open):
        if name in _ROW_HEADINGS and isinstance(value, str):
            value = value[:1].upper() + value[1:]
        return f"    {name}: {_value(value)}"
    hint = " ".join(_UNSEEN.sub(" ", value.hint).split())
    if not value.guess:
        return f"    # {name}: {_OPEN}  # {hint}"
    is_remark = name in _FROM_ELSEWHERE or (name in KINDS[kind].passages and value.guess != "null")
    begin = "# " if is_remark else ""
    return f"    {begin}{name}: {_guess(kind, name, value.guess)}  # guessed; {hint}"


def _guess(kind: str, name: str, guess: str) -> str:
    """A guess as a value of the field: in a list, if the field holds one."""
    if guess == "null":
        return guess
    written = _scalar(guess, _PLAIN)
    return f"[{written}]" if _is_list(kind, name) else written


def _is_list(kind: str, name: str) -> bool:
    field = KINDS[kind].model_fields.get(name)
    return field is not None and str(field.annotation).startswith("tuple")


def _value(value: FieldValue) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case str():
            return _scalar(value, _PLAIN)
        case tuple():
            return f"[{', '.join(_scalar(one, _PLAIN) for one in value)}]"
        case PassageAnchor():
            return f"{{anchor: {_anchor(value.anchor)}}}"
    raise AssertionError(value)


def _anchors(anchors: Sequence[Anchor]) -> str:
    """One anchor or, in brackets, several."""
    first, *further = map(_anchor, anchors)
    return f"[{', '.join((first, *further))}]" if further else first


def _anchor(anchor: Anchor) -> str:
    nothing: Any = re.compile("(?!)")
    text = _scalar(anchor.text, nothing)
    return text if anchor.scope is None else f"{{text: {text}, in: {_scalar(anchor.scope, nothing)}}}"


def _scalar(text: str, plain: re.Pattern[str]) -> str:
    """A text as people type it: print sets the spaces that do not break, which YAML would show as escapes."""
    return yaml_scalar(text.translate(_SPACES), plain)
