"""Characters that no font of the briefs has, where they were written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from briefs.model.block_fields import Form, Passage
from briefs.model.diagnostics import Diagnostic, Place
from briefs.model.document import Document, Unit, inline_text
from briefs.model.document_text import content_texts, unit_texts
from briefs.model.edition import Template
from briefs.model.library import Drawn, Library

HINT = "write it otherwise, or add a font that has it to templates/layout/fonts"


def check_glyphs(
    missing: Iterable[str],
    document: Document,
    template: Template,
    library: Library,
    furnished: Callable[[str], Place | None],
) -> Iterator[Diagnostic]:
    """An error for each of the characters `missing` that `document` has, at the wording or the line that brings it in.

    `furnished` says where a character stands in what the furniture of briefs is made of, if it does.
    """
    for character in missing:
        code = f"U+{ord(character):04X}"
        shown = f'"{character}" ({code})' if character.isprintable() else code
        place, owner = _origin(character, document, template, library)
        place = place or furnished(character) or template.place_of("audience")
        yield Diagnostic(place, "glyph-missing", f"no font of the briefs has {shown}{owner}", HINT)


def _origin(character: str, document: Document, template: Template, library: Library) -> tuple[Place | None, str]:
    """Where `character` was written, and the block that brings it in; of its places in the brief, the first."""
    for name in template.lines:
        if character in str(getattr(template.front, name)):
            return template.place_of(name), ""
    for unit, text in unit_texts(document):
        if character in text:
            found = _wording(character, unit, library)
            return found or (template.place(unit.line), f" (from {', '.join(unit.blocks)})")
    for section in document.sections:
        texts = (inline_text(section.heading), *(text for one in section.content for text in content_texts(one)))
        if any(character in text for text in texts):
            return template.place(section.line), ""
    return None, ""


def _wording(character: str, unit: Unit, library: Library) -> tuple[Place, str] | None:
    """The place of the form with `character` among those that `unit` prints, in a file of blocks or in the report."""
    for form in unit.forms:
        drawn = library.blocks.get(form.block)
        if drawn is None:
            continue
        if character in _edited(drawn, form.field):
            return drawn.place_of(form.field), f" (from {form.block})"
        for extract in drawn.extracts.get("anchor" if form.is_verbatim else form.field, ()):
            if character in extract.text:
                return Place(library.report.path, extract.lines[0]), f" (from {form.block})"
    return None


def _edited(drawn: Drawn, field: str) -> str:
    """What is written by hand in a field, named as in `Unit.forms`; nothing where the report's words are printed."""
    name, _, short = field.partition(".")
    match getattr(drawn.block, name, None):
        case Form(text=text) | Passage(short=Form(text=text)) if isinstance(text, str):
            return text if not short or short == "short" else ""
        case str() as text:
            return text
        case _:
            return ""
