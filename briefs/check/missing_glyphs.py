"""Every character of a brief must be in one of its fonts; any other is reported where it was written."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.subjects import CharactersToCheck
from briefs.model.block_fields import Form, Passage
from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.model.document import FormRef, Unit
from briefs.model.document_text import section_texts, unit_texts
from briefs.model.library import Drawn, Library

_HINT = "use another character, or add a font that has it to templates/layout/fonts"


def check_missing_glyphs(characters: CharactersToCheck) -> Iterator[Diagnostic]:
    """An error for each missing character, at the wording or the line that brings it into the brief."""
    for character in characters.missing:
        code = f"U+{ord(character):04X}"
        shown = f'"{character}" ({code})' if character.isprintable() else code
        place, block = _origin(character, characters)
        place = place or characters.furniture_place(character) or characters.template.place_of("audience")
        owner = f" (from {block})" if block else ""
        yield Fault("glyph-missing", f"none of the fonts has {shown}{owner}", _HINT).at(place)


def _origin(character: str, characters: CharactersToCheck) -> tuple[Place | None, str]:
    """The first place where `character` was written, and the block that brings it into the brief, if any."""
    document, template = characters.document, characters.template
    for name in template.lines:
        if character in str(getattr(template.front, name)):
            return template.place_of(name), ""
    for unit, text in unit_texts(document):
        if character in text:
            found = _origin_in_blocks(character, unit, characters.library)
            return found or (template.place(unit.line), ", ".join(unit.blocks))
    for section in document.sections:  # One that the program adds, such as the contacts, has no line.
        if section.line and any(character in text for text in section_texts(section)):
            return template.place(section.line), ""
    return None, ""


def _origin_in_blocks(character: str, unit: Unit, library: Library) -> tuple[Place, str] | None:
    """Where the first form of `unit` with `character` was written, in a block file or the report, and its block."""
    for form in unit.forms:
        drawn = library.blocks.get(form.block)
        if drawn is None:
            continue
        if character in _written_by_hand(drawn, form):
            return drawn.place_of(form.field), form.block
        for extract in drawn.extracts.get("anchor" if form.is_verbatim else form.field, ()):
            if character in extract.text:
                return Place(library.report.path, extract.lines[0]), form.block
    return None


def _written_by_hand(drawn: Drawn, form: FormRef) -> str:
    """The wording of `form` that was written by hand; nothing where the report's words are printed."""
    name, _, short = form.field.partition(".")
    match getattr(drawn.block, name, None):
        case Form(text=text) | Passage(short=Form(text=text)) if isinstance(text, str):
            return text if not short or short == "short" else ""
        case str() as text:
            return text
        case _:
            return ""
