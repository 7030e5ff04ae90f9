"""Permanent names of units: what a unit prints, in which section, and its position among equals.

A block's own wording counts as one thing, whether a brief has room for the report's own words or only for the short
form; and a figure keeps its name whatever it is drawn from. So the same use of the same blocks has the same name in a
draft and in its cleared edition, in its long and its short form, and in the next edition. Reviews, redlines and
comparisons of editions identify units by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefs.model.document import FormRef

WORDING = "text"
"""Stands for a block's own wording in names, whether `verbatim` or `short`."""


@dataclass(slots=True)
class UnitNames:
    """The names given so far in one brief."""

    _given: Counter[str] = field(default_factory=Counter)

    def new(self, section: str, blocks: Iterable[str], forms: Iterable[FormRef]) -> str:
        """The name of the next unit that prints `forms` of `blocks` in the section with this id.

        Examples: `issue/es.02`, `why-act/ben.states(basis,beneficiary,text)`; a second equal one ends in `#2`.
        """
        named = tuple(blocks)
        fields = sorted({_field(form) for form in forms if form.block in named})
        what = "+".join(named) + (f"({','.join(fields)})" if fields not in ([], [WORDING]) else "")
        name = f"{section}/{what}"
        self._given[name] += 1
        return name if self._given[name] == 1 else f"{name}#{self._given[name]}"


def _field(form: FormRef) -> str:
    """The part of a block that a form prints, whichever its wording."""
    passage, _, wording = form.field.partition(".")
    return WORDING if passage in ("verbatim", "short") and not wording else passage
