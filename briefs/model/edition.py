"""What is known about a brief besides its text: from the house, from the template's front matter, about the edition.

`templates/house.yaml` and front matter are written by hand; command-line options override them; nothing comes from the
clock.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema

from briefs.model.block_fields import BlockId, Model, Text
from briefs.model.brief_key import BRIEF, BriefKey
from briefs.model.colours import LEAST_CONTRAST, WHITE, contrast, darkened
from briefs.model.contact import WrittenContact
from briefs.model.diagnostics import Place
from briefs.model.versions import Status, WrittenVersions

_LANGUAGE = re.compile(
    r"[a-z]{2,3}(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    r"(-[0-9a-wyz](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?",
    re.ASCII | re.IGNORECASE,
)
"""The form of a language tag (RFC 5646, 2.1): language, script, region, variants, extensions, private use."""

DEFAULT_ACCENT = "#1F3A5F"
"""The accent of a brief that has none of its own: navy, 11.5:1 on white."""


def _date(value: object) -> datetime.date:
    """Accept only a date, or text of the form YYYY-MM-DD: pydantic takes a number as seconds since 1970."""
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.datetime.strptime(str(value), "%Y-%m-%d").date()
    except ValueError:
        raise ValueError(f'"{"" if value is None else value}" is not a date of the form YYYY-MM-DD') from None


def _colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
        raise ValueError(f"a colour is # and six digits or letters from A to F, such as {DEFAULT_ACCENT}")
    if (found := contrast(value, WHITE)) < LEAST_CONTRAST:
        raise ValueError(
            f"{value} is too light to be read on white: its contrast is {found:.1f}:1 and must be {LEAST_CONTRAST}:1, "
            f"as that of {darkened(value)} is"
        )
    return value


def _language(value: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        raise ValueError(f'"{value}" is not a language tag such as en-GB (BCP 47)')
    return value


def _product(value: str) -> str:
    if not re.fullmatch(r"[a-z][a-z0-9]*", value):
        raise ValueError("a product is one word of small letters and digits, such as checklist")
    return value


Colour: TypeAlias = Annotated[
    str, AfterValidator(_colour), WithJsonSchema({"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"})
]
"""A colour as in CSS: # and six hexadecimal digits."""
Language: TypeAlias = Annotated[Text, AfterValidator(_language)]
"""A language tag (BCP 47), such as en-GB."""
Date: TypeAlias = Annotated[datetime.date, BeforeValidator(_date)]
"""A date, written YYYY-MM-DD."""
Name: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
"""Lower-case letters, digits and hyphens, since it is part of the names of files."""
Product: TypeAlias = Annotated[
    str, AfterValidator(_product), WithJsonSchema({"type": "string", "pattern": "^[a-z][a-z0-9]*$"})
]
"""Lower-case letters and digits: in the names of files, the audience follows after a hyphen."""


class PerStatus(Model):
    """A line that differs between a draft and a cleared edition; `{version}` and `{date}` stand for the edition's."""

    draft: Text
    cleared: Text

    def of(self, status: Status) -> str:
        """The line of an edition with this status, as written: version and date are not yet filled in."""
        return self.draft if status == "draft" else self.cleared


class HouseLogo(Model):
    """A picture above the masthead, the same in every format."""

    file: Text = Field(description="an SVG or PNG file, as a path from templates/layout or the project")
    alt: Text = Field(description="what is read in its place, e.g. the name of the issuer")
    height: float = Field(ge=4, le=40, description="height in mm")


class House(Model):
    """`templates/house.yaml`: what every masthead needs."""

    issuer: Text = Field(description="who issues the briefs, as printed in the masthead")
    contact: WrittenContact = Field(description="how to reach the issuer, printed at the end")
    reference: Text = Field(description="reference number; it may contain {code} and {version}")
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
    chatham_house: Text | None = Field(
        default=None, description="the sentence on attribution, printed in the end matter"
    )
    offices: tuple[Text, ...] = Field(default=(), description="rows of the clearance table of a draft")
    embed_fonts: bool = Field(
        default=True, description="whether Word and HTML files carry the fonts that they need, as the PDF always does"
    )
    letterhead: bool = Field(
        default=False,
        description="whether Word files print the words in headers and footers of their reference documents",
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
    pages: int = Field(ge=1, description="page budget of the cleared edition")
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

    @property
    def key(self) -> BriefKey:
        """Which document it is."""
        return BriefKey(self.audience, self.product)


@dataclass(frozen=True, slots=True)
class Template:
    """A brief's template: front matter, and the Markdown body, which begins on `first_line` of the file at `path`.

    `lines` are the lines of the fields of the front matter.
    """

    path: str
    front: FrontMatter
    body: str
    first_line: int
    lines: Mapping[str, int] = field(default_factory=dict)

    def place(self, line: int) -> Place:
        """The place of a line (from 1) of the file; 0 is the file as a whole."""
        return Place(self.path, line)

    def body_place(self, line: int) -> Place:
        """A line of the body, as a place in the file; 0 is the file as a whole."""
        return Place(self.path, line + self.first_line - 1 if line else 0)

    def place_of(self, name: str) -> Place:
        """Where the field `name` of the front matter is, or the file as a whole if it is not there."""
        return Place(self.path, self.lines.get(name, 0))


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a brief: what its masthead and properties say about it."""

    status: Status
    version: str
    date: datetime.date
