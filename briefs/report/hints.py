"""`report.yaml`, written by hand: what a report's file does not say about itself, and its rules of wording."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, Field, ValidationError, WithJsonSchema

from briefs.files.bounded_reading import read_written
from briefs.files.encoding import decode, plain_line_ends
from briefs.files.fields import diagnostics_of
from briefs.files.salvage import salvaged_file
from briefs.files.yaml import Lines, Location, load_yaml
from briefs.model.block_fields import Model, ProvedForm, Text
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError, Fault, Place, nearest, relative
from briefs.model.doubts import STAND_IN
from briefs.model.mistakes import Mistake


def _fingerprint(value: str) -> str:
    if not re.fullmatch("[0-9a-f]{64}", value):
        raise Mistake(
            "a fingerprint has 64 digits and letters from a to f", "leave it out: the build gives the right one"
        )
    return value


Fingerprint: TypeAlias = Annotated[
    str, AfterValidator(_fingerprint), WithJsonSchema({"type": "string", "pattern": "^[0-9a-f]{64}$"})
]
"""The SHA-256 of a file, in hexadecimal digits."""


class HeadingHint(Model):
    """A heading, in the order of the report."""

    text: Text = Field(description="as in the body of the report, without marks of emphasis")
    level: int = Field(ge=1, le=6, description="1 for the main parts")
    label: Text = Field(description='short form for source tags, e.g. "IV" or "Framework"')
    numbered_as: Text | None = Field(
        default=None,
        description='how numbers that run on through all its subheadings are cited: "ES" gives ES 1, ES 2 …',
    )


def recognized_heading(text: str, level: int, label: str) -> HeadingHint:
    """The hint of a heading that a reader recognised: its `text` as received, whatever characters that has."""
    return HeadingHint.model_construct(text=text, level=level, label=label)


class QuotationHint(Model):
    """A display quotation: words set apart from the body."""

    text: Text = Field(description="its first words, enough that no other line begins with them")
    role: Literal["epigraph", "pull"] = Field(description="epigraph before a part; pull repeats the body")
    attribution: Text | None = Field(default=None, description="the line under it, without its dash")


class TableHint(Model):
    """A section whose lines are the rows of a table, with tabs between the cells."""

    section: Text = Field(description="text of its heading")
    columns: tuple[Text, ...] = Field(min_length=2)
    endings: tuple[Text, ...] = Field(
        default=(), description="all values of the last column, where only a space separates it"
    )


class NamesHint(Model):
    """The table of names that a brief must not print."""

    section: Text = Field(description="text of the heading of the table that holds them")
    column: Text
    part: Literal["capitals", "all"] = Field(description="capitals: the surname is what is in capital letters")


class ReportHints(Model):
    """Everything in `report.yaml`."""

    format: Text | None = Field(default=None, description="ending of the report's file, if the folder contains several")
    title: Text
    subtitle: Text | None = None
    issuer: Text = Field(description="who issued the report, with the acronym in brackets")
    citation: Text = Field(description="how a source line cites the report")
    about: ProvedForm | None = Field(
        default=None,
        description="the sentence under every title: what the report is and whose, when it was made, and how",
    )
    as_at: Text | None = Field(default=None, deprecated=True, description="former name of `about`; it is not printed")
    sha256: Fingerprint | None = Field(
        default=None, description="fingerprint (SHA-256) of the report from which the blocks were drawn"
    )
    outline: tuple[HeadingHint, ...] = Field(
        default=(),
        description="the headings, in order: every one of a plain text; of a file that marks them, those to be changed",
    )
    not_headings: tuple[Text, ...] = Field(
        default=(), description="what looks like a heading in the report's file, but is none"
    )
    quotations: tuple[QuotationHint, ...] = Field(default=(), description="every display quotation, in order")
    signatures: tuple[Text, ...] = Field(default=(), description="first words of each signature")
    tables: tuple[TableHint, ...] = ()
    names: NamesHint | None = None
    strength: dict[int, tuple[Text, ...]] = Field(
        default_factory=dict, description="words for how many held a view that the program's scale lacks, by level"
    )
    guarded: dict[str, int] = Field(
        default_factory=dict,
        description="words besides those of the program's scales that need a passage, or this level of strength",
    )
    never_print: tuple[Text, ...] = Field(default=(), description="phrases that would narrow down who spoke")
    relative_dates: tuple[Text, ...] = Field(default=(), description="dates that mean nothing to a later reader")
    common_acronyms: tuple[Text, ...] = Field(default=(), description="acronyms that need no expansion")
    wording: dict[str, tuple[Text, ...]] = Field(
        default_factory=dict,
        description="words that edited forms may use in place of a word of the report, by that word",
    )
    aliases: dict[str, Text] = Field(
        default_factory=dict,
        description="names that edited forms use for others: what each stands for must be in its passage; several "
        "that it may stand for have semicolons between them",
    )
    known_names: tuple[Text, ...] = Field(
        default=(),
        json_schema_extra={"deprecated": True},
        description="former name of `aliases`: names that edited forms may use anywhere",
    )


STAND_INS: Mapping[str, Any] = MappingProxyType(dict.fromkeys(("title", "issuer", "citation"), STAND_IN))
"""What stands for required fields that are wrong, so that the rest can be used."""
SHAPING = frozenset({"format", "outline", "not_headings", "quotations", "signatures", "tables"})
"""Fields without which the text of the report cannot be read as it was meant."""


@dataclass(frozen=True, slots=True)
class HintsFile:
    """Hints with their lines in the file; `path` is the name in diagnostics.

    `lacks` are the fields that are wrong: they are left out, or something stands in for them.
    """

    path: str
    hints: ReportHints
    lines: Lines
    lacks: frozenset[str] = frozenset()

    def place(self, *location: str | int) -> Place:
        """The place of a field or an item in the file, e.g. `place("outline", 3, "text")`."""
        at: Location = location
        return Place(self.path, self.lines.line(at))


def read_hints(folder: Path, project: Path) -> HintsFile:
    """The `report.yaml` in `folder`.

    Raises DocumentError: `file-missing`, `file-encoding`, `yaml-syntax`, `field-unknown`, `field-missing`,
    `field-invalid`.
    """
    path = relative(folder / "report.yaml", project)
    value, lines = load_yaml(folder / "report.yaml", path, "add it, with the report's `title`, `issuer` and `citation`")
    return parse_hints(value, lines, path)


def parse_hints(value: object, lines: Lines, path: str) -> HintsFile:
    """The hints in the `value` of a `report.yaml`.

    Raises DocumentError: `field-unknown`, `field-missing`, `field-invalid`.
    """
    try:
        hints = ReportHints.model_validate(value)
    except ValidationError as error:
        raise DocumentError(diagnostics_of(error, lines, path, ReportHints)) from error
    file = HintsFile(path, hints, lines)
    if problems := list(_names_faults(file)):
        raise DocumentError(problems)
    return file


def salvage_hints(folder: Path, project: Path) -> Checked[HintsFile | None]:
    """What is good of a `report.yaml` that `read_hints` refuses, and everything wrong with it. None if it is not there.

    Raises BriefsError when the file cannot be opened.
    """
    path, shown = folder / "report.yaml", relative(folder / "report.yaml", project)
    try:
        text = plain_line_ends(decode(read_written(path, shown), shown))
    except (DocumentError, OSError):
        return Checked(None)
    read = salvaged_file(text, shown, ReportHints, STAND_INS)
    if read.value is None:
        return Checked(None, read.problems)
    file = HintsFile(shown, read.value.model, read.value.lines, read.value.lacks)
    if problems := tuple(_names_faults(file)):
        hints, lacks = file.hints.model_copy(update={"names": None}), file.lacks | {"names"}
        is_certain = "tables" not in file.lacks
        return Checked(replace(file, hints=hints, lacks=lacks), (*read.problems, *(problems if is_certain else ())))
    return Checked(file, read.problems)


def _names_faults(file: HintsFile) -> Iterator[Diagnostic]:
    """An error if the table of names is not one of the tables. Code: `field-invalid`."""
    hints = file.hints
    if hints.names:
        columns = [c for table in hints.tables if table.section == hints.names.section for c in table.columns]
        if hints.names.column not in columns:
            message = f'`tables` has no table "{hints.names.section}" with a column "{hints.names.column}"'
            fault = Fault("field-invalid", message, nearest(hints.names.column, columns))
            yield fault.at(file.place("names", "column"))
