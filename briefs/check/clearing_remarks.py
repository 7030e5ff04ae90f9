"""What drafts tell clearing officers shows nobody: conflicts of the report, and reasons why wording says more."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.affiliations import affiliations_in
from briefs.check.forbidden_names import forbidden_name_faults
from briefs.check.subjects import BlockToCheck
from briefs.model.block import Conflict
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.typesetting import plain

_HINT = "write “one participant”: drafts are read by people who were not there"


def check_clearing_remarks(block: BlockToCheck) -> Iterator[Diagnostic]:
    """An error for each name, phrase or affiliation in remarks of a block that drafts print."""
    written = block.drawn.block
    fields = ("point", "printed") if isinstance(written, Conflict) else ("says_more",)
    for field in fields:
        if not isinstance(text := getattr(written, field, None), str):
            continue
        place, owner = block.drawn.place_of(field), f'{field} of "{block.drawn.id}"'
        yield from (fault.at(place) for fault in forbidden_name_faults(plain(text), owner, block.rules))
        for phrase in affiliations_in(plain(text), block.rules):
            message = f'{owner} has "{phrase}", which shows who spoke'
            yield Fault("affiliation-printed", message, _HINT).at(place)
