"""What can be wrong, and how it is said.

Three kinds, never mixed: a `Diagnostic` says that a *document* is wrong (collected, located, coded);
a `BriefsError` that the *environment* is (raised, one line and a hint); anything else that escapes is our fault.

What finds a mistake makes a `Fault` of it, and whoever knows where it was written makes that a `Diagnostic`:
`Fault(code, message, hint).at(place)`. A function that can go on in spite of mistakes returns `Checked`: its value, and
all the problems. One that cannot raises `DocumentError`, which carries them.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Literal, TypeVar

T_co = TypeVar("T_co", covariant=True)

Severity = Literal["error", "warning"]

CODES: dict[str, str] = {
    # reading the report
    "report-unknown": "a folder of templates has the name of no report",
    "report-missing": "the folder of the report holds no report that a reader knows",
    "report-empty": "the report has no text",
    "report-encoding": "the report is not UTF-8",
    "report-changed": "the report is no longer the one that the blocks were drawn from",
    "hint-not-found": "a hint in report.yaml names a line that the report does not have",
    "row-unsplit": "a row of a table in the report does not split into its columns",
    # files of ours
    "yaml-syntax": "a YAML file cannot be read",
    "file-encoding": "a file is not UTF-8",
    "file-missing": "a file that the project needs is not there",
    "field-unknown": "a field that this kind of thing does not have",
    "field-missing": "a required field is not there",
    "field-invalid": "a field has a value that it cannot have",
    # drawing blocks
    "kind-unknown": "no such kind of block",
    "id-duplicate": "two blocks have the same id",
    "anchor-not-found": "an anchor matches nothing in the report",
    "anchor-ambiguous": "an anchor matches more than one place in the report",
    "anchor-too-short": "an anchor has too few words",
    "scope-unknown": "an anchor's `in` names no place of the report",
    "strength-not-found": "a block's strength is not in the words of the report that it points at",
    "strength-unknown": "a block's strength is not in the table of levels",
    "count-wrong": "a number given in a block is not the one the report has",
    "reference-unknown": "a block names another block that does not exist",
    # composing
    "front-matter": "a template's front matter is wrong",
    "template-syntax": "a template cannot be parsed",
    "template-name": "a template uses a name that does not exist",
    "template-filter": "a template uses a filter that does not exist",
    "block-unknown": "a template asks for a block that does not exist",
    "block-kind": "a template prints a block as something that it is not",
    "block-excluded": "a template asks for a block that is `never` for its audience",
    "block-in-sentence": "a call that prints blocks stands inside a sentence",
    "block-lost": "a block template prints nothing of a block that it is given",
    "form-missing": "a block has not the form that a template asks for",
    "audience-unknown": "a name that is no audience",
    "raw-html": "a template contains HTML",
    "untraced-prose": "a template says something of its own",
    "not-representable": "an element that the Document cannot hold",
    # checking
    "over-budget": "a brief is longer than its page budget",
    "first-page": "a section that must stand on page 1 does not",
    "over-words": "a brief has more words than its word budget",
    "section-empty": "a brief, or a section of it, has nothing in it",
    "must-missing": "a block that is `must` for an audience is not in its brief",
    "pair-broken": "one half of a pair is in a brief without the other",
    "strength-upgraded": "an edited form says more than the report does",
    "short-too-long": "an edited form is too long",
    "name-untraced": "an edited form has a name that its passage has not",
    "number-untraced": "an edited form has a number that its passage has not",
    "negation-lost": "an edited form has words that its passage negates, and no negation",
    "sentence-too-long": "a sentence is too long for a brief",
    "relative-date": "a relative date would be printed",
    "name-printed": "a name that must not be printed occurs in a brief",
    "acronym-unexpanded": "an acronym is printed without its expansion",
    "quote-not-verbatim": "words in quotation marks are not in the passage",
    "glyph-missing": "a character that no font of the brief has",
    # reference documents
    "reference-unreadable": "a reference document is not a Word document that can be read",
    "reference-direct-formatting": "text of a reference document is formatted by hand where its style was meant",
    "reference-font": "a style of a reference document uses a font whose widths no font of the PDF has",
    "reference-page": "the page of a reference document leaves more or less room for text than that of the PDF",
    "reference-page-number": "a footer of a reference document lacks the fields of page numbers",
}
"""Every code a diagnostic can have, with what it means. Stable: people search for them."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a file: `path` relative to the project, `line` counted from 1 (0: the file as a whole)."""

    path: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something wrong in a document: place, message, stable code, and what to do about it."""

    place: Place
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __post_init__(self) -> None:
        assert self.code in CODES, f"undeclared diagnostic code {self.code!r}"

    def __str__(self) -> str:
        text = f"{self.place}: {self.severity}: {self.message} [{self.code}]"
        return f"{text}\n  hint: {self.hint}" if self.hint else text


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong, before it is known where: stable code, message, and what to do about it."""

    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"

    def at(self, place: Place) -> Diagnostic:
        """The diagnostic of this fault at `place`."""
        return Diagnostic(place, self.code, self.message, self.hint, self.severity)


@dataclass(frozen=True, slots=True)
class Checked(Generic[T_co]):
    """A value, and everything that is wrong with what it was made from."""

    value: T_co
    problems: tuple[Diagnostic, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Whether any of the problems is an error."""
        return has_errors(self.problems)


def has_errors(problems: Iterable[Diagnostic]) -> bool:
    """Whether any of `problems` is an error, and not only a warning."""
    return any(problem.severity == "error" for problem in problems)


class BriefsError(Exception):
    """The environment is wrong: a library, a font, a full disk. One line, and a hint what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class DocumentError(Exception):
    """Work cannot go on because documents are wrong; carries every diagnostic found so far."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(str(d) for d in self.diagnostics))


def relative(path: Path, project: Path) -> str:
    """`path` as diagnostics name it: relative to the project where it lies in it, with forward slashes."""
    try:
        return path.absolute().relative_to(project.absolute()).as_posix()
    except ValueError:
        return path.as_posix()


def nearest(name: str, names: Iterable[str]) -> str:
    """A hint that names the most similar of `names`, or lists them when none is similar and they are few."""
    known = sorted(set(names))
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    if close:
        return f'did you mean "{close[0]}"?'
    return f"known: {', '.join(known)}" if 0 < len(known) <= 24 else ""
