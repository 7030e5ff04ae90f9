"""Every character of a brief must be in one of its fonts; any other is reported where it was written."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.subjects import CharactersToCheck
from briefs.check.wording_origins import origin_in_blocks
from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.model.document_text import section_texts, unit_texts

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
            found = origin_in_blocks(character, unit, characters.library)
            return found or (template.place(unit.line), ", ".join(unit.blocks))
    for section in document.sections:  # One that the program adds, such as the contacts, has no line.
        if section.line and any(character in text for text in section_texts(section)):
            return template.place(section.line), ""
    return None, ""
