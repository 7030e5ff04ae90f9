"""Permanent names of units: what a unit prints, in which section, and its position among equals.

A block's own wording counts as one thing, whether a brief has room for the report's words or for their short form. Of
a unit that prints other fields, only the first counts: the others may be filled in or emptied. A figure keeps its name
whatever it is drawn from. So the same use of the same blocks has the same name in a draft and in its cleared edition,
in its long and its short form, and in the next version. Reviews and redlines find units by their names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefs.model.document import FormRef


@dataclass(slots=True)
class UnitNames:
    """The names given so far in one brief."""

    _given: Counter[str] = field(default_factory=Counter)

    def new(self, section: str, blocks: Iterable[str], forms: Iterable[FormRef]) -> str:
        """The name of the next unit that prints `forms` of `blocks`, in reading order, in the section with this id.

        Examples: `issue/es.02`, `asks/es.02(ask)`; a second equal one ends in `#2`.
        """
        named = tuple(blocks)
        printed = [form for form in forms if form.block in named]
        field_of_its_own = "" if not printed or any(map(_is_wording, printed)) else f"({_field(printed[0])})"
        name = f"{section}/{'+'.join(named)}{field_of_its_own}"
        self._given[name] += 1
        return name if self._given[name] == 1 else f"{name}#{self._given[name]}"


def _is_wording(form: FormRef) -> bool:
    """Whether a form prints what its block says: the report's words, or the short form of them."""
    return form.field in ("verbatim", "short")


def _field(form: FormRef) -> str:
    """The field that a form prints, in whichever wording."""
    return form.field.partition(".")[0]
