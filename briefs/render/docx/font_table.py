"""The fonts of a Word file: those of the PDF, embedded under the names that its styles use.

Styles name Calibri, which every Word has; what is embedded there is Carlito, which has the same widths. So lines end
alike where neither is installed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from uuid import UUID

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part

from briefs.render.fonts.faces import Face, faces_in, faces_of
from briefs.render.fonts.subsets import EUROPEAN, NAMES, subset
from briefs.render.reference.look import Look
from briefs.render.reference.typefaces import has_widths_of
from briefs.word.elements import Element, qn, value_of
from briefs.word.embedded_fonts import (
    CONTENT_TYPE,
    RELATIONSHIP,
    STYLES,
    embed,
    font_entry,
    font_key,
    font_table,
    is_embedded,
    name_also,
    obfuscated,
)
from briefs.word.package import Package
from briefs.word.style_properties import is_set


def add_fonts(
    package: Package,
    look: Look,
    stories: Iterable[Element],
    fonts: Path | None,
    copy: Collection[str] | None = None,
) -> bool:
    """Add the table of fonts to a package, and fonts of the folder `fonts` if there is one; whether any is embedded.

    `stories` are the roots of all parts with text. Characters that people may need when they edit are embedded too.
    An edition with personal copies has texts that say which `copy` it is, or none yet: faces in which these are set
    have the letters of all names, and the others are the same in all copies. What a reference document embeds itself
    stays as it is. Raises BriefsError for a font that cannot be read.
    """
    known = look.font_table
    if fonts is None:
        if known is not None:
            package.main.relate_to(known, RT.FONT_TABLE)
        return False
    table = font_table(None if known is None else known.blob)
    part = package.add_part("/word/fontTable.xml", CT.WML_FONT_TABLE, RT.FONT_TABLE, table)
    for id, relation in () if known is None else known.rels.items():
        target = relation.target_ref if relation.is_external else relation.target_part
        part.load_rel(relation.reltype, target, id, relation.is_external)
    texts = (str(text) for story in stories for text in story.itertext())
    characters = EUROPEAN.union(*(text for text in texts if text not in (copy or ())))
    names = () if copy is None else NAMES.union(*copy)
    of_names = _of_names(look)
    has_embedded = False
    for name in _used(look):
        faces = _matching(name, fonts)
        if faces and not is_embedded(entry := font_entry(table, name)):
            name_also(entry, faces[0].family)
            added: dict[tuple[bool, bool], tuple[str, UUID]] = {}
            for face in faces:
                style = (face.is_bold, face.is_italic)
                printed = characters.union(names) if style in of_names else characters
                added[style] = _added(package, part, face, printed)
            embed(entry, added)
            has_embedded = True
    return has_embedded


def _of_names(look: Look) -> set[tuple[bool, bool]]:
    """Whether the line about the copy is in bold and in italic type, in each of the styles that it is set in."""
    sheet = look.styles
    styles = [look.style(name) for name in ("BriefIdentity", "Footer", "Header")]
    return {(is_set(sheet, style, "rPr", "b"), is_set(sheet, style, "rPr", "i")) for style in styles}


def _used(look: Look) -> Iterator[str]:
    """The fonts that styles, lists, headers and footers name for Latin letters, each once."""
    roots = [look.styles.root, look.numbering, *(part.element for part in look.furniture.values())]
    named = [fonts for root in roots for fonts in root.iter(qn("w:rFonts"))]
    theme = look.theme_fonts
    used = [value_of(fonts, side) for fonts in named for side in ("ascii", "hAnsi")]
    used += [theme.get(value_of(fonts, f"{side}Theme")[:5], "") for fonts in named for side in ("ascii", "hAnsi")]
    yield from filter(None, dict.fromkeys(used))


def _matching(name: str, fonts: Path) -> list[Face]:
    """The faces in the folder that a font called `name` may be shown in: its own, or else those with its widths."""
    others = dict.fromkeys(face.family for face in faces_in(fonts) if has_widths_of(name, (face.family,)))
    family = next(iter(sorted(others, key=lambda other: other.lower() != name.lower())), None)
    found = {} if family is None else faces_of(family, fonts)
    return [found[style] for style in STYLES if style in found and found[style].may_be_embedded]


def _added(package: Package, table: Part, face: Face, characters: frozenset[str]) -> tuple[str, UUID]:
    """Add a face to the package; returns its relationship and its key."""
    font = subset(face, characters, "ttf")
    key = font_key(font)
    name = package.free_name("/word/fonts/font%d.odttf")
    return package.add_font(table, name, CONTENT_TYPE, RELATIONSHIP, obfuscated(font, key)), key
