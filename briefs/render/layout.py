"""The look that renderers share: style sheets, fonts, one accent colour per brief, and the sheet to print on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefs.files.bounded_reading import read_written
from briefs.files.encoding import decode
from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import BriefsError, Checked, DocumentError, Place, relative
from briefs.model.edition import DEFAULT_ACCENT
from briefs.model.limits import LARGEST_STYLE_SHEET
from briefs.model.sheet import USUAL, Sheet
from briefs.render.carried_pictures import picture_faults, with_own_pictures
from briefs.render.figure_look import read_figure_look
from briefs.render.fonts.faces import families_named
from briefs.render.fonts.widths import TextMeasure, families_in, text_measure
from briefs.render.logo.logo_picture import LogoPicture
from briefs.render.style.sound_styles import is_known_as_sound, keep_as_sound
from briefs.render.style.style_text import carried_style

if TYPE_CHECKING:
    from briefs.render.style.style_limits import Medium

REDLINE_PATH = "templates/layout/redline.css"
"""Where the style sheet for redlines is in a project."""

_HEX_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Layout:
    """The look of briefs.

    `print_css` lays out the PDF, `screen_css` the HTML; `fonts` is the folder of the fonts with their `fonts.conf`;
    `accents` maps briefs to colours (`#RRGGBB`, else ValueError is raised); `sheet` is what is printed on;
    `logo` stands above the masthead. If it `embeds_fonts`, Word and HTML files carry the fonts that they need; a PDF
    always does. `redline_css` is how changes look; only a layout for redlines has it.
    """

    print_css: str
    screen_css: str
    fonts: Path
    accents: Mapping[BriefKey, str] = field(default_factory=lambda: MappingProxyType({}))
    sheet: Sheet = USUAL
    logo: LogoPicture | None = None
    embeds_fonts: bool = False
    redline_css: str = ""

    def __post_init__(self) -> None:
        wrong = sorted(colour for colour in self.accents.values() if not _HEX_COLOUR.fullmatch(colour))
        if wrong:
            raise ValueError(f"an accent is written #RRGGBB, not {', '.join(wrong)}")

    def accent(self, brief: BriefKey) -> str:
        """The accent colour of a brief; navy if the layout gives none."""
        return self.accents.get(brief, DEFAULT_ACCENT)

    @property
    def letters(self) -> TextMeasure:
        """The widths of words in running text: in the families that `print_css` names, or else in all that are there.

        Raises BriefsError for a font that cannot be read.
        """
        complete = families_in(self.fonts)
        named = tuple(family for family in families_named(self.print_css, self.fonts) if family in complete)
        return text_measure(self.fonts, named or complete)


def read_layout(
    folder: Path,
    project: Path,
    accents: Mapping[BriefKey, str],
    embeds_fonts: bool = False,
    has_fonts: bool = True,
) -> Checked[Layout]:
    """The look in `folder` (`templates/layout`), with the accent colours of briefs, for A4 in the usual type.

    `embeds_fonts`: Word and HTML files carry their fonts; `has_fonts`: families that are named are looked for
    among them. Its problems are wrong properties of figures, which have their defaults instead.

    Raises BriefsError if a style sheet is missing, and DocumentError if it is not read, not UTF-8, or holds what it
    must not; messages name the style sheet relative to the folder `project`.
    """
    try:
        layout = Layout(
            print_css=_style_sheet(folder / "print.css", project, "pages"),
            screen_css=_style_sheet(folder / "screen.css", project, "screens"),
            fonts=folder / "fonts",
            accents=accents,
            embeds_fonts=embeds_fonts,
        )
    except OSError as error:
        raise BriefsError(
            f"cannot read {error.filename}: {error.strerror}", "templates/layout/ holds the look"
        ) from error
    shown = relative(folder / "print.css", project)
    look = read_figure_look(layout.print_css, shown, layout.fonts if has_fonts else None)
    return Checked(layout, look.problems)


def for_redlines(layout: Layout, folder: Path, project: Path) -> Layout:
    """`layout` with how changes look, which `redline.css` in `folder` says. Raises the same as `read_layout`."""
    path = folder / Path(REDLINE_PATH).name
    try:
        css = _style_sheet(path, project, "pages")
    except OSError as error:
        raise BriefsError(
            f"cannot read {path}: {error.strerror}",
            "it says how changes look: take it from the program's own templates/",
        ) from error
    _check_carried(relative(path, project), layout.screen_css, css)
    return replace(layout, redline_css=css)


def _style_sheet(path: Path, project: Path, medium: Medium) -> str:
    """The text of a style sheet, which holds nothing that it must not."""
    shown = relative(path, project)
    css = decode(read_written(path, shown, LARGEST_STYLE_SHEET), shown)
    if medium == "screens":
        css = with_own_pictures(css, shown, path.parent, project).or_raise()
    if is_known_as_sound(css, medium):
        return css
    from briefs.render.style.style_limits import style_problems  # only loaded for style sheets that are not known

    if problems := style_problems(css, shown, medium) or picture_faults(css, shown, medium == "pages"):
        raise DocumentError(problems)
    if medium == "screens":
        _check_carried(shown, css)
    keep_as_sound(css, medium)
    return css


def _check_carried(path: str, *sheets: str) -> None:
    """Raise DocumentError if style sheets hold as an HTML file carries them what they do not hold as they are written.

    Without remarks, what stands before one and behind it may become one word.
    """
    from briefs.render.style.style_limits import style_problems  # as above

    if problems := style_problems(carried_style(*sheets), path, "screens"):
        hint = "write each remark on a line of its own, between two rules"
        raise DocumentError([replace(problem, place=Place(path), hint=hint) for problem in problems[:1]])
