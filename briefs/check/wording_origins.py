"""What forms say, and where characters of a unit were written: in a block file, or in the report."""

from __future__ import annotations

from briefs.model.block_fields import Form, Passage
from briefs.model.diagnostics import Place
from briefs.model.document import FormRef, Unit
from briefs.model.library import Drawn, Library


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
                return Place(library.report.path, extract.lines[0]), form.block
    return None


def written_by_hand(drawn: Drawn, form: FormRef) -> str:
    """The wording of `form` that was written by hand; nothing where the report's words are printed."""
    name, _, short = form.field.partition(".")
    match getattr(drawn.block, name, None):
        case Form(text=text) | Passage(short=Form(text=text)) if isinstance(text, str):
            return text if not short or short == "short" else ""
        case str() as text:
            return text
        case _:
            return ""


def wording_of(drawn: Drawn, form: FormRef) -> str:
    """What `form` says: wording written by hand, or else the report's words."""
    return written_by_hand(drawn, form) or drawn.verbatim("anchor" if form.is_verbatim else form.field)
