"""What forms say: wording written by hand, or the report's words."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.model.block_fields import Form, Passage
from briefs.model.document import FormRef
from briefs.model.library import Drawn


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


def forms_of(drawn: Drawn) -> Iterator[FormRef]:
    """All forms that a block can print: the report's words, and its wording."""
    yield FormRef(drawn.id, "verbatim")
    for name in type(drawn.block).model_fields:
        match getattr(drawn.block, name):
            case Form():
                yield FormRef(drawn.id, name)
            case Passage(short=short):
                yield FormRef(drawn.id, name if short is None else f"{name}.short")
