"""Calls in the text of a template: which blocks they name, and the same text without some of them, or in another order.

Everything else of a call, and of the template, stays as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_CONSTRUCT = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_OPENING = re.compile(r"\{\{-?\s*(\w+)\s*\(")
_ARGUMENT = re.compile(r"""\s*(?:"([^"\\]*)"|'([^'\\]*)')\s*(?=[,)])""")
_STRING = re.compile(r"""(\w+)\s*=\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")


@dataclass(frozen=True, slots=True)
class Call:
    """A call such as `{{ statements("a", "b") }}`: its text, where it starts in the template, on which line (from 1).

    `ids` are the blocks that it names, each with the place of its text (quotation marks included) in `text`.
    """

    name: str
    text: str
    start: int
    line: int
    ids: tuple[tuple[str, int, int], ...]

    @property
    def blocks(self) -> tuple[str, ...]:
        """The ids of the blocks, in order."""
        return tuple(name for name, _, _ in self.ids)

    def without(self, blocks: Sequence[str]) -> str:
        """The text of the call without these blocks; empty if it names no others."""
        return self.with_blocks([one for one in self.blocks if one not in blocks])

    def with_blocks(self, blocks: Sequence[str]) -> str:
        """The text of the call with `blocks` in place of those that it names; empty if there are none."""
        if not blocks:
            return ""
        written = {name: self.text[start:end] for name, start, end in self.ids}
        quote = self.text[self.ids[0][1]]
        first, last = self.ids[0], self.ids[-1]
        gaps = [self.text[one[2] : other[1]] for one, other in zip(self.ids, self.ids[1:], strict=False)]
        said = written.get(blocks[0], f"{quote}{blocks[0]}{quote}")
        for number, block in enumerate(blocks[1:]):
            gap = gaps[number] if number < len(gaps) else ", "
            said += gap + written.get(block, f"{quote}{block}{quote}")
        return self.text[: first[1]] + said + self.text[last[2] :]

    def options(self) -> dict[str, tuple[str, int]]:
        """The options that are texts: what is between the quotation marks, and where that starts in the template."""
        found = _STRING.finditer(self.text)
        return {one[1]: (one[2][1:-1], self.start + one.start(2) + 1) for one in found}


def calls_in(template: str) -> tuple[Call, ...]:
    """All calls in the text of a template that name blocks, in order; those in remarks are none."""
    calls = []
    for found in _CONSTRUCT.finditer(template):
        opening = _OPENING.match(found[0])
        if opening is None:
            continue
        ids, at = [], opening.end()
        while argument := _ARGUMENT.match(found[0], at):
            group = 1 if argument[1] is not None else 2
            ids.append((argument[group], argument.start(group) - 1, argument.end(group) + 1))
            at = argument.end() + 1
        if ids:
            line = template.count("\n", 0, found.start()) + 1
            calls.append(Call(opening[1], found[0], found.start(), line, tuple(ids)))
    return tuple(calls)


def call_of(template: str, blocks: Sequence[str], line: int = 0) -> Call | None:
    """The call that names all of `blocks`: the one nearest to `line`, or None."""
    named = [one for one in calls_in(template) if set(blocks) <= set(one.blocks)]
    return min(named, key=lambda one: abs(one.line - line), default=None)


def is_alone(template: str, call: Call) -> bool:
    """Whether nothing but the call stands on its lines: it prints what it prints by itself, and not within a text."""
    before = template[template.rfind("\n", 0, call.start) + 1 : call.start]
    end = call.start + len(call.text)
    after = template[end:].split("\n", 1)[0]
    return not before.strip() and not after.strip()


def paragraph_around(template: str, start: int) -> tuple[int, int]:
    """Where the paragraph or item that has the character at `start` begins and ends in the text of a template."""
    first = max(template.rfind("\n\n", 0, start) + 2, 0) if "\n\n" in template[:start] else 0
    found = re.compile(r"\n[ \t]*\n|\Z").search(template, start)
    return first, found.start() if found else len(template)
