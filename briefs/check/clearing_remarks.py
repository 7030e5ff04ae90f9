"""What drafts tell clearing officers shows nobody: conflicts of the report, and reasons why wording says more."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.affiliations import affiliations_in
from briefs.check.forbidden_names import forbidden_name_faults
from briefs.check.subjects import RemarksToCheck
from briefs.model.block import Conflict
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.library import Drawn
from briefs.model.typesetting import plain

_HINT = "write “one participant”: drafts are read by people who were not there"


def has_remarks(drawn: Drawn) -> bool:
    """Whether a block has any remarks that drafts print."""
    return any(_remarks(drawn))


def check_clearing_remarks(block: RemarksToCheck) -> Iterator[Diagnostic]:
    """An error for each name, phrase or affiliation in remarks of a block that drafts print."""
    for field, text in _remarks(block.drawn):
        place, owner = block.drawn.place_of(field), f'{field} of "{block.drawn.id}"'
        yield from (fault.at(place) for fault in forbidden_name_faults(plain(text), owner, block.rules))
        for phrase in affiliations_in(plain(text), block.rules):
            message = f'{owner} has "{phrase}", which shows who spoke'
            yield Fault("affiliation-printed", message, _HINT).at(place)


def _remarks(drawn: Drawn) -> Iterator[tuple[str, str]]:
    """The fields of a block that hold remarks, and these."""
    for field in ("point", "printed") if isinstance(drawn.block, Conflict) else ("says_more",):
        if isinstance(text := getattr(drawn.block, field, None), str):
            yield field, text
