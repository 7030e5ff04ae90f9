"""What people get wrong in a reference document: each a warning, as a build can do with it, but not what they meant."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import XmlPart
from docx.parts.document import DocumentPart

from briefs.model.diagnostics import Diagnostic, Place
from briefs.render.docx.headers import missing_fields
from briefs.render.docx.styles import find_styles
from briefs.render.reference.direct_formatting import direct_formatting
from briefs.render.reference.page_setup import page_setup, starter_section, text_height, text_width
from briefs.render.reference.typefaces import families, has_widths_of, style_font, theme_fonts
from briefs.word.elements import Element, qn, root
from briefs.word.package import open_reference

_NAMES_SHOWN = 4
_TWIPS_PER_MM = 1440 / 25.4
_TOLERANCE = 0.5
"""What a page may differ from the PDF's, in millimetres: lengths in Word are rounded."""


def check_reference(reference: bytes, path: str, fonts: Path) -> list[Diagnostic]:
    """Warnings on a reference document, which diagnostics call `path`; `fonts` is the folder of the PDF's fonts.

    Raises BriefsError if the bytes are no Word document, or the folder holds no fonts.
    """
    source = open_reference(reference)
    place = Place(path)
    return [
        *_direct_formatting(source, place),
        *_fonts(source, place, families(fonts)),
        *_page(source, place),
        *_page_numbers(source, place),
    ]


def _warning(place: Place, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(place, code, message, hint, "warning")


def _styles(source: DocumentPart) -> Element:
    part = next((rel.target_part for rel in source.rels.values() if rel.reltype == RT.STYLES), None)
    return part.element if isinstance(part, XmlPart) else root("styles")


def _used_names(styles: Element) -> dict[str, str]:
    """The names of the styles that briefs use, by their ids in the reference, as far as it has them."""
    used = set(find_styles(styles).values())
    names = ((s.get(qn("w:styleId"), ""), s.find(qn("w:name"))) for s in styles.iterfind(qn("w:style")))
    return {id: id if name is None else name.get(qn("w:val"), id) for id, name in names if id in used}


def _direct_formatting(source: DocumentPart, place: Place) -> Iterator[Diagnostic]:
    names = _used_names(_styles(source))
    for style, words in direct_formatting(source.element.body, _styles(source)).items():
        if style in names:
            yield _warning(
                place,
                "reference-direct-formatting",
                f'text in the style "{names[style]}" is formatted by hand ({", ".join(words)}); briefs take the style',
                'change the style: select the text, then "Update to Match Selection" at the style in Word\'s gallery',
            )


def _fonts(source: DocumentPart, place: Place, known: tuple[str, ...]) -> Iterator[Diagnostic]:
    styles = _styles(source)
    theme = next((rel.target_part.blob for rel in source.rels.values() if rel.reltype == RT.THEME), None)
    fonts = theme_fonts(theme)
    users: dict[str, list[str]] = {}
    for id, name in _used_names(styles).items():
        users.setdefault(style_font(id, styles, fonts), []).append(name)
    for font, names in users.items():
        if font and not has_widths_of(font, known):
            yield _warning(
                place,
                "reference-font",
                f'{_listed(names)} {"uses" if len(names) == 1 else "use"} the font "{font}", and the PDF has none of '
                "its widths: the two break lines differently",
                f"take a font with the widths of {known[0]}, or add {font} to the fonts of the layout",
            )


def _listed(names: list[str]) -> str:
    shown = ", ".join(f'"{name}"' for name in names[:_NAMES_SHOWN])
    rest = f" and {len(names) - _NAMES_SHOWN} more" if len(names) > _NAMES_SHOWN else ""
    return f"the style{'s' if len(names) > 1 else ''} {shown}{rest}"


def _page(source: DocumentPart, place: Place) -> Iterator[Diagnostic]:
    section, ours = page_setup(source).section, starter_section()
    for what, which, measured in (
        ("wide", "at the sides", (text_width(section), text_width(ours))),
        ("high", "above and below", (text_height(section), text_height(ours))),
    ):
        theirs, wanted = (length / _TWIPS_PER_MM for length in measured)
        more = "more" if theirs > wanted else "less"
        if abs(theirs - wanted) > _TOLERANCE:
            yield _warning(
                place,
                "reference-page",
                f"the text is {theirs:.0f} mm {what}, and {wanted:.0f} mm in the PDF: pages break differently",
                f"the margins {which} want {abs(theirs - wanted):.0f} mm {more} in all",
            )


def _page_numbers(source: DocumentPart, place: Place) -> Iterator[Diagnostic]:
    parts = ((page, part) for (kind, page), part in page_setup(source).furniture.items() if kind == "footer")
    for page, part in sorted(parts, key=lambda footer: footer[0]):
        missing = missing_fields(part.element)
        if missing:
            which = {
                "default": "the footer",
                "first": "the footer of the first page",
                "even": "the footer of even pages",
            }
            fields = " and ".join(missing)
            yield _warning(
                place,
                "reference-page-number",
                f"{which[page]} lacks the field{'s' if len(missing) > 1 else ''} {fields}",
                'insert "Page X of Y" from Word\'s gallery of page numbers; numbers that are typed do not count',
            )
