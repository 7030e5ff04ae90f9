"""Common mistakes in a reference document. Each is a warning: a build can go on, but nobody can have wanted it."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

from docx.opc.part import XmlPart

from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.render.reference.direct_formatting import direct_formatting
from briefs.render.reference.font_widths import nearest_in_width, width_against
from briefs.render.reference.header_mending import listed, place_name
from briefs.render.reference.header_words import own_words, shortened
from briefs.render.reference.house_styles import leave_out
from briefs.render.reference.page_setup import PagePlace, starter_section, text_height, text_width
from briefs.render.reference.placeholders import missing_fields
from briefs.render.reference.reference_document import ReferenceDocument, read_reference
from briefs.render.reference.style_completion import find_styles
from briefs.render.reference.typefaces import WORDS_OWN, families, free_twin, has_widths_of, theme_fonts
from briefs.word.elements import is_on, qn
from briefs.word.styles import StyleSheet, style_id, style_kind, style_name

_NAMES_SHOWN = 4
_SAME_WIDTH = 0.015
"""The difference in width that is not worth naming."""
_TWIPS_PER_MM = 1440 / 25.4
_TOLERANCE = 0.5
"""How many millimetres a page may differ from the PDF's: lengths in Word are rounded."""
_PICTURES = ("w:drawing", "w:pict", "w:object")


def check_reference(
    reference: bytes, path: str, fonts: Path, letterhead: bool = False, language: str = "en-GB"
) -> list[Diagnostic]:
    """Warnings on a reference document, which diagnostics call `path`; `fonts` is the folder of the PDF's fonts.
    `letterhead`: words in headers and footers are printed, as the house wants it.

    `language` (BCP 47) is that of the briefs.

    Raises BriefsError if the bytes are not a Word document that can be read, or if the folder holds no fonts.
    """
    source = read_reference(reference)
    faults = [
        *source.faults,
        *(() if letterhead else _own_words(source)),
        *_direct_formatting(source),
        *_fonts(source, families(fonts)),
        *_left_out(source, language),
        *_page(source),
        *_page_numbers(source),
        *_pictures(source),
    ]
    return [fault.at(Place(path)) for fault in faults]


def _used_names(styles: StyleSheet) -> dict[str, str]:
    """The names of the styles that briefs use, by their ids in the reference, as far as it has them."""
    used = set(find_styles(styles).values())
    return {style_id(style): style_name(style) for style in styles if style_id(style) in used}


def _direct_formatting(source: ReferenceDocument) -> Iterator[Fault]:
    names = _used_names(source.styles)
    for style, words in direct_formatting(source.examples, source.styles).items():
        if style in names:
            yield Fault(
                "reference-direct-formatting",
                f'text in the style "{names[style]}" is formatted by hand ({", ".join(words)}); '
                "briefs use only the style",
                'change the style: select the text, then choose "Update to Match Selection" '
                "for the style in Word's gallery",
            )


def _left_out(source: ReferenceDocument, language: str) -> Iterator[Fault]:
    """What briefs leave out of styles: one warning for styles that do the same, and one for all numbers."""
    styles = StyleSheet(deepcopy(source.styles.root))
    found = leave_out(styles, find_styles(styles), language)
    users: dict[str, list[str]] = {}
    for left in found:
        if not left.is_number:
            users.setdefault(left.does, []).append(left.style)
    alike: dict[tuple[str, ...], list[str]] = {}
    for does, names in users.items():
        alike.setdefault(tuple(names), []).append(does)
    for together, all_does in alike.items():
        *first, last = all_does
        done = f"{', '.join(first)} and {last}" if first else last
        yield Fault(
            "reference-style",
            f"text in {_listed(list(together))} {done}; briefs leave this out",
            "nothing needs to be done; to be rid of this warning, change it with “Modify” in Word's list of styles",
        )
    if numbered := [left.style for left in found if left.is_number]:
        yield Fault(
            "reference-numbering",
            f"{_listed(numbered)} {'have' if len(numbered) > 1 else 'has'} numbers; briefs leave them out, since their "
            "paragraphs are numbered through",
            "nothing needs to be done; to be rid of this warning, take the numbering off in Word",
        )


def _fonts(source: ReferenceDocument, known: tuple[str, ...]) -> Iterator[Fault]:
    theme = theme_fonts(None if source.theme is None else source.theme.blob)
    users: dict[str, list[str]] = {}
    for id, name in _used_names(source.styles).items():
        is_text = style_kind(source.styles[id]) == "paragraph"
        users.setdefault(source.styles.font(id, theme) or (WORDS_OWN if is_text else ""), []).append(name)
    for font, names in users.items():
        if font and not has_widths_of(font, known):
            yield Fault(
                "reference-font",
                f'{_listed(names)} {"uses" if len(names) == 1 else "use"} the font "{font}", and no font of the PDF '
                f"has the same widths, so Word and the PDF break lines differently{_difference(font, known)}",
                f"use a font with the widths of {known[0]}, or add {_addition(font)} to templates/layout/fonts",
            )


def _difference(font: str, known: tuple[str, ...]) -> str:
    """How much wider or narrower text is in a font than in the nearest one of the PDF, if anything is known of it."""
    nearest = nearest_in_width(font, known)
    if nearest is None:
        return ""
    wider = width_against(font) / width_against(nearest) - 1
    if abs(wider) < _SAME_WIDTH:
        return f": {nearest} is nearest, and about as wide on average"
    than = "wider" if wider > 0 else "narrower"
    return f": {nearest} is nearest, and text in {font} is about {abs(wider) * 100:.0f} % {than}"


def _addition(font: str) -> str:
    """The font to add so that the PDF has the widths of `font`: that itself, or a free one."""
    twin = free_twin(font)
    return font if twin is None else f"{twin}, which is free and has the widths of {font},"


def _listed(names: list[str]) -> str:
    shown = ", ".join(f'"{name}"' for name in names[:_NAMES_SHOWN])
    rest = f" and {len(names) - _NAMES_SHOWN} more" if len(names) > _NAMES_SHOWN else ""
    return f"the style{'s' if len(names) > 1 else ''} {shown}{rest}"


def _page(source: ReferenceDocument) -> Iterator[Fault]:
    section, ours = source.setup.section, starter_section()
    for what, which, measured in (
        ("wide", "at the sides", (text_width(section), text_width(ours))),
        ("high", "above and below", (text_height(section), text_height(ours))),
    ):
        theirs, wanted = (length / _TWIPS_PER_MM for length in measured)
        if abs(theirs - wanted) > _TOLERANCE:
            change = "larger" if theirs > wanted else "smaller"
            yield Fault(
                "reference-page",
                f"the text is {theirs:.0f} mm {what}, and {wanted:.0f} mm in the PDF: pages break differently",
                f"make the margins {which} {abs(theirs - wanted):.0f} mm {change} in all",
            )


def _printed(source: ReferenceDocument) -> Iterator[tuple[PagePlace, XmlPart]]:
    """The headers and footers that a brief has, in the order of their names."""
    has_even = is_on(source.settings, "evenAndOddHeaders")
    for place, part in sorted(source.setup.furniture.items(), key=lambda item: item[0]):
        if has_even or place[1] != "even":
            yield place, part


def _own_words(source: ReferenceDocument) -> Iterator[Fault]:
    for place, part in _printed(source):
        if words := [shortened(piece) for piece in own_words(part.element)]:
            yield Fault(
                "reference-words",
                f"{place_name(place)} has words that the PDF does not have ({listed(words)}): they are left out",
                "what all formats are to say belongs in templates/house.yaml; to print these words in Word files "
                "all the same, write `letterhead: true` there",
            )


def _pictures(source: ReferenceDocument) -> Iterator[Fault]:
    for place, part in _printed(source):
        if next(part.element.iter(*map(qn, _PICTURES)), None) is not None:
            yield Fault(
                "reference-picture",
                f"{place_name(place)} has a picture that the PDF does not have",
                "take it out, and name it as `logo` in templates/house.yaml: then all formats have it",
            )


def _page_numbers(source: ReferenceDocument) -> Iterator[Fault]:
    for place, part in _printed(source):
        missing = missing_fields(part.element) if place[0] == "footer" else ()
        if missing:
            yield Fault(
                "reference-page-number",
                f"{place_name(place)} lacks the field{'s' if len(missing) > 1 else ''} {' and '.join(missing)}",
                'insert "Page X of Y" from Word\'s gallery of page numbers; numbers that are typed do not count',
            )
