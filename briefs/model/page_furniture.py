"""What surrounds the text of a brief: the lines of its masthead and of every page, and the document properties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefs.model.copy import Copy
from briefs.model.inline import Inline


@dataclass(frozen=True, slots=True)
class Logo:
    """The picture above the masthead: its file as named by the house, what is read in its place, its height in mm."""

    file: str
    alternative: str
    height: float


@dataclass(frozen=True, slots=True)
class Furniture:
    """Page furniture (editorial guide A3): all lines as printed, in every format.

    `about` is the sentence under the title; `logo` stands above everything else. `date`, `version` and `distribution`
    are as printed, with their words ("Version 0.3"); no line breaks within them. `reference` is empty if the
    house has none. `running_header` has two parts (what; for whom, and status): two lines in large print, otherwise
    one. If the edition `is_personal`, masthead and footers have room for a line that says what its `copy` is, if it is
    one; see `briefs.model.addressing`.
    """

    issuer: str
    series: str
    reference: str
    date: str
    version: str
    language_name: str
    status: str
    distribution: str
    about: tuple[Inline, ...]
    running_header: tuple[str, ...]
    footer: str
    logo: Logo | None = None
    is_personal: bool = False
    copy: Copy | None = None

    @property
    def identity(self) -> tuple[str, ...]:
        """The identity line under the series: reference, if there is one, date, version, language."""
        return (*filter(None, (self.reference,)), self.date, self.version, self.language_name)

    @property
    def running_line(self) -> str:
        """The running header in one line; if it has to break, the dot stays at the end of the first line."""
        return "\u00a0· ".join(self.running_header)

    @property
    def running_lines(self) -> str:
        """The running header in separate lines, without a dot between them."""
        return "\n".join(self.running_header)


@dataclass(frozen=True, slots=True)
class Properties:
    """Document properties, the same in all formats. `date` is that of the edition, in ISO 8601 (YYYY-MM-DD)."""

    title: str
    subject: str
    author: str
    keywords: tuple[str, ...]
    language: str
    date: str
    version: str
    status: Literal["draft", "cleared"]
    identifier: str
