"""Where characters of a unit were written: in a block file, or in the report."""

from __future__ import annotations

from briefs.model.diagnostics import Place
from briefs.model.document import Unit
from briefs.model.form_wording import written_by_hand
from briefs.model.library import Library
from briefs.model.report_places import place_in_report


def origin_in_blocks(character: str, unit: Unit, library: Library) -> tuple[Place, str] | None:
    """Where the first form of `unit` with `character` was written, in a block file or the report, and its block."""
    for form in unit.forms:
        drawn = library.blocks.get(form.block)
        if drawn is None:
            continue
        if character in written_by_hand(drawn, form):
            return drawn.place_of(form.field), form.block
        for extract in drawn.extracts.get("anchor" if form.is_verbatim else form.field, ()):
            if character in extract.text:
                return place_in_report(library.report, extract.lines, extract.address), form.block
    return None
