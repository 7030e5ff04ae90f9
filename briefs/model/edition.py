"""What is known about a brief besides its text: from the house, from the template's front matter, about the edition.

The house and front matter are written by hand; command-line options override them; nothing comes from the
clock.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from briefs.model.block_fields import BlockId, Model, Text
from briefs.model.brief_key import BRIEF, BriefKey
from briefs.model.colours import LEAST_CONTRAST, darkened, legibility
from briefs.model.contact import WrittenContact
from briefs.model.diagnostics import Place
from briefs.model.languages import known_language
from briefs.model.limits import MOST_PAGES
from briefs.model.masthead_lines import checked_placeholders
from briefs.model.mistakes import Mistake
from briefs.model.severities import Severities
from briefs.model.versions import Status
from briefs.model.written_dates import no_date, possible_dates
from briefs.model.written_versions import WrittenVersions

DEFAULT_ACCENT = "#1F3A5F"
"""The accent of a brief that has none of its own: navy, 11.5:1 on white."""


_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")


def _date(value: object) -> datetime.date | None:
    """Accept only a date, or text of the form YYYY-MM-DD: pydantic takes a number as seconds since 1970."""
    if value is None or isinstance(value, datetime.date):
        return value
    try:
        return datetime.datetime.strptime(str(value), "%Y-%m-%d").date()
    except ValueError:
        message = no_date(str(value))
        if not (dates := possible_dates(str(value))):
            raise Mistake(message, "write the year, the month and the day in digits, as in 2026-11-23") from None
        hint = f"write, unless it is {dates[1].isoformat()}," if len(dates) > 1 else "write"
        raise Mistake(message, hint, dates[0].isoformat()) from None


def _colour(value: object) -> object:
    if value is None:
        return value  # the field is empty, which is said of every field in the same words
    if not isinstance(value, str) or not re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
        meant = _hexadecimal(str(value))
        message = f'a colour is # and six digits or letters from A to F, such as {DEFAULT_ACCENT}, not "{value}"'
        darker = legibility(meant) < LEAST_CONTRAST if meant else False
        hint = "write, a little darker so that it can be read on white," if darker else "write"
        raise Mistake(message, hint if meant else "", f'"{darkened(meant) if darker else meant}"' if meant else "")
    if (found := legibility(value)) < LEAST_CONTRAST:
        better = darkened(value)
        message = (
            f"{value} is too light to be read on white and in boxes: its contrast there is {found:.1f}:1 and must be "
            f"{LEAST_CONTRAST}:1, as that of {better} is"
        )
        raise Mistake(message, "write", f'"{better}"')
    return value


def _hexadecimal(written: str) -> str:
    """The colour meant by `written`: a name, or a notation of style sheets; empty if it is none."""
    from tinycss2.color3 import RGBA, parse_color  # type: ignore[import-untyped]  # a library of WeasyPrint, without types

    written = written.strip().strip("\"'“”")
    bare = written.lstrip("#")
    if re.fullmatch(r"[0-9A-Fa-f]{8}", bare):
        bare = bare[:6]
    candidates = (written, written.replace(" ", ""), f"#{bare}", f"rgb({written})")
    found = next((one for one in map(parse_color, candidates) if isinstance(one, RGBA)), None)
    return "" if found is None else "#" + "".join(f"{round(255 * channel):02X}" for channel in found[:3])


def _product(value: object) -> object:
    if isinstance(value, str | int) and not re.fullmatch(r"[a-z][a-z0-9]*", str(value).strip()):
        meant = re.sub(r"[^a-z0-9]", "", _ascii(str(value))).lstrip("0123456789")
        message = f'a product is one word of small letters and digits, such as checklist, not "{value}"'
        raise Mistake(message, "write" if meant else "", meant)
    return value


def is_name(text: str) -> bool:
    """Whether `text` can be the name of an audience."""
    return re.fullmatch(r"[a-z][a-z0-9-]*", text) is not None


def name_like(text: str) -> str:
    """The name of an audience that is most like `text`: `City Mayors` gives `city-mayors`; empty if there is none."""
    return re.sub(r"[^a-z0-9]+", "-", _ascii(text)).strip("-").lstrip("0123456789-")


NAME_RULE = "small letters and digits, with hyphens between words, as in city-mayors"
"""What the name of an audience looks like, in words."""


def _ascii(text: str) -> str:
    """`text` in small letters without accents."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


def _name(value: object) -> object:
    if isinstance(value, str | int) and not is_name(str(value).strip()):
        meant = name_like(str(value))
        message = f'"{value}" cannot be the name of an audience, which has {NAME_RULE}'
        raise Mistake(message, "write" if meant else "", meant)
    return value


Colour: TypeAlias = Annotated[
    str, BeforeValidator(_colour), WithJsonSchema({"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"})
]
"""A colour as in CSS: # and six hexadecimal digits."""
Language: TypeAlias = Annotated[Text, AfterValidator(known_language)]
"""The tag (BCP 47) of a language that briefs can be in, such as en-GB."""
Date: TypeAlias = Annotated[datetime.date, BeforeValidator(_date)]
"""A date, written YYYY-MM-DD."""
Name: TypeAlias = Annotated[
    str, BeforeValidator(_name), WithJsonSchema({"type": "string", "pattern": "^[a-z][a-z0-9-]*$"})
]
"""Lower-case letters, digits and hyphens, since it is part of the names of files."""
Product: TypeAlias = Annotated[
    str, BeforeValidator(_product), WithJsonSchema({"type": "string", "pattern": "^[a-z][a-z0-9]*$"})
]
"""Lower-case letters and digits: in the names of files, the audience follows after a hyphen."""


Copies: TypeAlias = Literal["personal", "identical"]
"""Whether each copy says whom it is for and has a number, or all are the same."""
Line: TypeAlias = Annotated[Text, AfterValidator(checked_placeholders)]
"""A line of the masthead; `{code}`, `{version}` and `{date}` stand for those of the brief."""


class PerStatus(Model):
    """A line that differs between a draft and a cleared edition; `{version}` and `{date}` stand for the edition's."""

    draft: Line
    cleared: Line

    def of(self, status: Status) -> str:
        """The line of an edition with this status, as written: version and date are not yet filled in."""
        return self.draft if status == "draft" else self.cleared


class HouseLogo(Model):
    """A picture above the masthead, the same in every format."""

    file: Text = Field(description="an SVG or PNG file, as a path from templates/layout or the project")
    alt: Text = Field(description="what is read in its place, e.g. the name of the issuer")
    height: float = Field(ge=4, le=40, description="height in mm")


class House(Model):
    """`templates/house.yaml`, and over it, field by field, `seeds/<report>/house.yaml`: what every masthead needs."""

    issuer: Text = Field(
        description="who issues the briefs, as printed in the masthead; without it, the report's issuer"
    )
    contact: WrittenContact | None = Field(default=None, description="how to reach the issuer, printed at the end")
    reference: Line | None = Field(
        default=None, description="reference number; it may contain {code}, which tells briefs apart, and {version}"
    )
    language: Language = Field(description="BCP 47 tag of the briefs' language, e.g. en-GB")
    language_name: Text = Field(description="the language as printed in the masthead, e.g. English")
    version: WrittenVersions = Field(
        description="version of the edition: one, or {draft: 0.3, cleared: 1.0}; --version overrides it"
    )
    date: Date = Field(description="date of the edition (YYYY-MM-DD); --date overrides it")
    status: PerStatus = Field(description="the status line")
    running_status: PerStatus = Field(description="the status in the running header, in two or three words")
    distribution: PerStatus = Field(description="General, Limited or Restricted")
    logo: HouseLogo | None = Field(default=None, description="a picture above the masthead")
    attribution: Text | None = Field(
        default=None, description="the rule on who may be named, as a sentence, e.g. the Chatham House Rule"
    )
    offices: tuple[Text, ...] = Field(default=(), description="rows of the clearance table of a draft")
    clearance: Literal["required", "free"] = Field(
        default="free", description="required: a cleared edition needs all offices on record in clearances.yaml"
    )
    valid_until: Date | None = Field(
        default=None, description="the last day on which cleared editions may be dated, distributed and sent"
    )
    severity: Severities = Field(
        default_factory=dict, description="how serious findings of checks are: error or warning, by code"
    )
    embed_fonts: bool = Field(
        default=True, description="whether Word and HTML files carry the fonts that they need, as the PDF always does"
    )
    letterhead: bool = Field(
        default=False,
        description="whether Word files print the words in headers and footers of their reference documents",
    )
    copies: Copies = Field(
        default="identical",
        description="personal: masthead and footers have room for whom each copy is for, and its number",
    )


class Gaps(Model):
    """What the report does not say: lines for those who receive a draft to complete; in drafts only."""

    heading: Text = Field(description="heading of the box, e.g. For completion by the parliamentary service")
    lines: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(description="what is missing, a few words each")


class FrontMatter(Model):
    """The front matter of a template: whom the brief is for, what it is, and how much room it has."""

    audience: Name = Field(description="name of the audience, used in blocks and file names")
    product: Product = Field(
        default=BRIEF, description="what it is, in file names, e.g. checklist; brief: the audience's brief itself"
    )
    reader: Text = Field(description="whom the brief is for, in words")
    series: Text = Field(description="the series in the masthead, e.g. Brief for Ministers")
    title: Text = Field(description="title of the brief: states the finding in at most 14 words")
    code: Text = Field(description="code of the audience in the reference number, e.g. MIN")
    short_title: Text = Field(description="title in the running header")
    subject: Text = Field(description="subject, for the document properties")
    keywords: tuple[Text, ...] = Field(default=(), description="keywords, for the document properties")
    pages: int = Field(ge=1, le=MOST_PAGES, description="page budget of the cleared edition")
    words: int | None = Field(
        default=None, ge=1, description="word budget: counts the words of units, without furniture and sources"
    )
    first_page: tuple[Text, ...] = Field(
        default=(), description="sections, by heading or id, that must stand whole on page 1"
    )
    contains: tuple[Text, ...] = Field(
        default=(), description="kinds of block of each of which the brief prints at least one, e.g. benefit"
    )
    repeats: tuple[BlockId, ...] = Field(
        default=(), description="ids of blocks that the brief says twice on purpose, e.g. at first in brief"
    )
    accent: Colour = Field(default=DEFAULT_ACCENT, description="the colour of the brief")
    gaps: Gaps | None = Field(
        default=None, description="what the report does not say, as lines to complete; in drafts only"
    )
    reference: Text | None = Field(
        default=None,
        description="Word document that gives the Word file its look, as a path from templates/layout or the project",
    )
    copies: Copies | None = Field(
        default=None, description="personal or identical; without it, as the house says, where personal is explained"
    )
    says_more: Text | None = Field(
        default=None,
        description="why words of its own, in quotation marks here, say what nothing that is printed there says",
    )

    @property
    def key(self) -> BriefKey:
        """Which document it is."""
        return BriefKey(self.audience, self.product)

    @property
    def allowed(self) -> tuple[str, ...]:
        """The words that `says_more` has in quotation marks."""
        return tuple(_QUOTED.findall(self.says_more)) if self.says_more else ()


@dataclass(frozen=True, slots=True)
class Template:
    """A brief's template: front matter, and the Markdown body, which begins on `first_line` of the file at `path`.

    `lines` are the lines of the fields of the front matter, `entries` also those of what is in them: `("gaps", "lines",
    0)`. `lacks` are the fields that are wrong: they are left
    out, or something stands in for them, so that the rest can be checked.
    """

    path: str
    front: FrontMatter
    body: str
    first_line: int
    lines: Mapping[str, int] = field(default_factory=dict)
    lacks: frozenset[str] = frozenset()
    entries: Mapping[tuple[Hashable, ...], int] = field(default_factory=dict)

    def place(self, line: int) -> Place:
        """The place of a line (from 1) of the file; 0 is the file as a whole."""
        return Place(self.path, line)

    def body_place(self, line: int) -> Place:
        """A line of the body, as a place in the file; 0 is the file as a whole."""
        return Place(self.path, line + self.first_line - 1 if line else 0)

    def place_of(self, name: str) -> Place:
        """Where the field `name` of the front matter is, or the file as a whole if it is not there."""
        return Place(self.path, self.lines.get(name, 0))

    def place_within(self, name: str, *entry: str | int) -> Place:
        """Where an entry of the field `name` is, or else the field."""
        return Place(self.path, self.entries.get((name, *entry), self.lines.get(name, 0)))
