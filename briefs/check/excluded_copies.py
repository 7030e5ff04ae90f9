"""A block that is never for an audience does not reach it under another id, with the same words."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.subjects import BriefToCheck
from briefs.check.withheld_texts import is_excluded
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.document import FormRef
from briefs.model.form_wording import wording_of
from briefs.model.library import Drawn
from briefs.text.squeezed import folded_words

_MAIN = ("short", "ask", "verbatim")
_FEWEST = 5
"""Fewer words, such as a name or a question's beginning, are nobody's wording."""


def check_excluded_copies(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """An error for each block that the brief prints in the words of one that is never for its audience."""
    audience = brief.document.audience
    excluded = {
        words: drawn
        for drawn in brief.library.blocks.values()
        if is_excluded(drawn, audience)
        for words in map(folded_words, _forms_of(drawn))
        if len(words) >= _FEWEST
    }
    told: set[tuple[str, str]] = set()
    for unit in brief.document.units() if excluded else ():
        for form in (one for one in unit.forms if one.field in _MAIN):
            drawn = brief.library.blocks.get(form.block)
            original = excluded.get(folded_words(wording_of(drawn, form))) if drawn is not None else None
            if drawn is None or original is None or is_excluded(drawn, audience) or (drawn.id, original.id) in told:
                continue
            told.add((drawn.id, original.id))
            message = f'"{drawn.id}" says in the same words what "{original.id}" says, which is never for {audience}'
            hint = "leave one of them out, or make both of them never or neither"
            yield Fault("excluded-copied", message, hint).at(drawn.place)


def _forms_of(drawn: Drawn) -> Iterator[str]:
    """The main forms of a block: its passages may be those of another one."""
    return (wording_of(drawn, FormRef(drawn.id, name)) for name in _MAIN)
