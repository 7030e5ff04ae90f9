"""Common mistakes in a reference document. Each is a warning: a build can go on, but nobody can have wanted it."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.model.sheet import USUAL
from briefs.render.reference.direct_formatting import direct_formatting
from briefs.render.reference.font_widths import nearest_in_width, width_against
from briefs.render.reference.header_check import check_headers
from briefs.render.reference.house_styles import leave_out
from briefs.render.reference.page_setup import column_count, starter_section, text_height, text_width
from briefs.render.reference.paper import fit_paper, paper_of
from briefs.render.reference.reference_document import ReferenceDocument, read_reference
from briefs.render.reference.style_completion import find_styles
from briefs.render.reference.typefaces import WORDS_OWN, families, free_twin, has_widths_of, theme_fonts
from briefs.word.elements import qn
from briefs.word.measures import twips
from briefs.word.styles import StyleSheet, style_id, style_kind, style_name

_NAMES_SHOWN = 4
_SAME_WIDTH = 0.015
"""The difference in width that is not worth naming."""
_TWIPS_PER_MM = 1440 / 25.4
_TOLERANCE = 0.5
"""How many millimetres a page may differ from the PDF's: lengths in Word are rounded."""


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
        *check_headers(source, letterhead),
        *_direct_formatting(source),
        *_fonts(source, families(fonts)),
        *_left_out(source, language),
        *_page(source),
    ]
    return [fault.at(Place(path)) for fault in faults]


def _used_names(styles: StyleSheet) -> dict[str, str]:
    """The names of the styles of text in briefs, by their ids in the reference, as far as it has them.

    No text is in Word's default styles of characters, tables and lists.
    """
    defaults = {styles.default(kind) for kind in ("character", "table", "numbering")}
    used = set(find_styles(styles).values()) - defaults
    return {style_id(style): style_name(style) for style in styles if style_id(style) in used}


def _direct_formatting(source: ReferenceDocument) -> Iterator[Fault]:
    names = _used_names(source.styles)
    found = direct_formatting(source.examples, source.styles)
    ways = {names[style]: ", ".join(words) for style, words in found.items() if style in names}
    if not ways:
        return
    if len(ways) == 1:
        ((name, how),) = ways.items()
        said = f'text in the style "{name}" is formatted by hand ({how}); briefs use only the style'
    else:
        styles = _several([f'"{name}" ({how})' for name, how in ways.items()])
        said = f"text in the styles {styles} is formatted by hand; briefs use only the styles"
    yield Fault(
        "reference-direct-formatting",
        said,
        'change the style: select the text, then choose "Update to Match Selection" for the style in Word\'s gallery',
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
    done = []
    for together, all_does in alike.items():
        *first, last = all_does
        does = f"{', '.join(first)} and {last}" if first else last
        done.append(f"text in {_listed(list(together))} {does}")
    if done:
        yield Fault(
            "reference-style",
            f"{'; '.join(done)}; briefs leave this out",
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
        font = source.styles.font(id, theme) if is_text else source.styles.own_font(id, theme)
        users.setdefault(font or (WORDS_OWN if is_text else ""), []).append(name)
    other = {font: names for font, names in users.items() if font and not has_widths_of(font, known)}
    if not other:
        return
    clauses = []
    for number, (font, names) in enumerate(other.items()):
        use = "" if number else (" uses" if len(names) == 1 else " use")
        difference = f" ({_difference(font, known)})" if len(other) > 1 and _difference(font, known) else ""
        clauses.append(f'{_listed(names)}{use} the font "{font}"{difference}')
    (font, *more) = other
    about = f": {_difference(font, known)}" if not more and _difference(font, known) else ""
    yield Fault(
        "reference-font",
        f"{_and(clauses)}, and no font of the PDF has the same widths, so Word and the PDF break lines differently"
        f"{about}",
        f"use a font with the widths of {known[0]}, or add {_and([_addition(font) for font in other])} to "
        "templates/layout/fonts",
    )


def _difference(font: str, known: tuple[str, ...]) -> str:
    """How much wider or narrower text is in a font than in the nearest one of the PDF, if anything is known of it."""
    nearest = nearest_in_width(font, known)
    if nearest is None:
        return ""
    wider = width_against(font) / width_against(nearest) - 1
    if abs(wider) < _SAME_WIDTH:
        return f"{nearest} is nearest, and about as wide on average"
    than = "wider" if wider > 0 else "narrower"
    return f"{nearest} is nearest, and text in {font} is about {abs(wider) * 100:.0f} % {than}"


def _addition(font: str) -> str:
    """The font to add so that the PDF has the widths of `font`: that itself, or a free one."""
    twin = free_twin(font)
    return font if twin is None else f"{twin}, which is free and has the widths of {font},"


def _listed(names: list[str]) -> str:
    shown = _several([f'"{name}"' for name in names])
    return f"the style{'s' if len(names) > 1 else ''} {shown}"


def _several(names: list[str]) -> str:
    """As many names as a message can show, and the number of the others."""
    rest = f" and {len(names) - _NAMES_SHOWN} more" if len(names) > _NAMES_SHOWN else ""
    return f"{', '.join(names[:_NAMES_SHOWN])}{rest}"


def _and(parts: list[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


def _page(source: ReferenceDocument) -> Iterator[Fault]:
    """Whether text has the same room as in the PDF, on the usual paper, which a build makes of the other one."""
    section, ours = deepcopy(source.setup.section), starter_section()
    if paper_of(section) is None:
        (size,) = section.iterfind(qn("w:pgSz"))
        sides = (f"{twips(size, side) / _TWIPS_PER_MM:.0f}" for side in ("w", "h"))
        yield Fault(
            "reference-page",
            f"the page is {' by '.join(sides)} mm, and A4 or Letter in the PDF: pages break differently",
            "choose A4 or Letter, upright, in Word, under Layout, Size and Orientation",
        )
        return
    columns = column_count(section)
    if columns > 1:
        yield Fault(
            "reference-page",
            f"the text is in {columns} columns, and in one in the PDF: pages break differently",
            "choose one column in Word, under Layout, Columns",
        )
        return
    fit_paper(section, USUAL)
    said, changes = [], []
    for what, which, measured in (
        ("wide", "at the sides", (text_width(section), text_width(ours))),
        ("high", "above and below", (text_height(section), text_height(ours))),
    ):
        theirs, wanted = (length / _TWIPS_PER_MM for length in measured)
        if abs(theirs - wanted) > _TOLERANCE:
            change = "larger" if theirs > wanted else "smaller"
            said.append((f"{theirs:.0f} mm {what}", f"{wanted:.0f} mm"))
            changes.append(f"{which} {abs(theirs - wanted):.0f} mm {change}")
    if said:
        theirs_all, ours_all = (" and ".join(lengths) for lengths in zip(*said, strict=True))
        yield Fault(
            "reference-page",
            f"the text is {theirs_all}, and {ours_all} in the PDF: pages break differently",
            f"make the margins {' and those '.join(changes)} in all",
        )
