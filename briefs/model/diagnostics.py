"""What can be wrong, and how it is reported.

There are three kinds of failure, never mixed. A `Diagnostic` says that a *document* is wrong (collected, located,
coded), a `BriefsError` that the *environment* is (raised, one line and a hint). Any other exception is our mistake.

Code that finds a mistake makes a `Fault`, and code that knows where it was written turns it into a `Diagnostic`:
`Fault(code, message, hint).at(place)`. A function that can return a value in spite of mistakes returns `Checked`: the
value and all problems. A function that cannot, such as the parser of a file, raises `DocumentError`, which carries the
problems; a caller that can go on without the value catches it. A check has no value and returns or yields diagnostics.
So no function gets a list to append to, and all mistakes are reported at once.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, TypeVar

from briefs.model.code import Severity
from briefs.model.codes import CODES

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file: `path` relative to the project, `line` counted from 1 (0: the file as a whole).

    `within` says where it is if lines of the file are none that people see, as in "p. 12, IV ¶ 3".
    """

    path: str
    line: int = 0
    within: str = ""

    def __str__(self) -> str:
        if self.within:
            return f"{self.path}, {self.within}"
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something wrong in a document: place, message, stable code, and what to do about it.

    `block` is the id of the block that it is about, if it is about one and that could be drawn. `given` is the severity
    that a house gives to its code, if it gives one.
    """

    place: Place
    code: str
    message: str
    hint: str = ""
    block: str = ""
    given: Severity | None = None

    def __post_init__(self) -> None:
        assert self.code in CODES, f"undeclared diagnostic code {self.code!r}"

    @property
    def severity(self) -> Severity:
        """Whether it is an error or a warning, which is decided by its code, unless a house decides it."""
        return self.given or CODES[self.code].severity

    def about(self, block: str) -> Diagnostic:
        """The same, as something wrong with the block with the id `block`."""
        return replace(self, block=block)

    def __str__(self) -> str:
        text = f"{self.place}: {self.severity}: {self.message} [{self.code}]"
        return f"{text}\n  hint: {self.hint}" if self.hint else text


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong, as long as its place is not known: stable code, message, and what to do about it."""

    code: str
    message: str
    hint: str = ""

    def at(self, place: Place) -> Diagnostic:
        """The diagnostic of this fault at `place`."""
        return Diagnostic(place, self.code, self.message, self.hint)


@dataclass(frozen=True, slots=True)
class Checked(Generic[T_co]):
    """A value, with everything that is wrong with its sources."""

    value: T_co
    problems: tuple[Diagnostic, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Whether any of the problems is an error."""
        return has_errors(self.problems)

    def or_raise(self) -> T_co:
        """The value, if there are no problems at all. Otherwise raises DocumentError with all of them."""
        if self.problems:
            raise DocumentError(self.problems)
        return self.value


def has_errors(problems: Iterable[Diagnostic]) -> bool:
    """Whether any of `problems` is an error rather than a warning."""
    return any(problem.severity == "error" for problem in problems)


class BriefsError(Exception):
    """The environment is at fault: a library, a font, a full disk. One line, and a hint that says what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class DocumentError(Exception):
    """Work cannot go on because documents are wrong. Carries every diagnostic found so far.

    `failure` is what is wrong with the environment besides, if that kept others from being found.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic], failure: BriefsError | None = None) -> None:
        self.diagnostics = tuple(diagnostics)
        self.failure = failure
        super().__init__("\n".join(str(d) for d in self.diagnostics))


def relative(path: Path, project: Path) -> str:
    """`path` as diagnostics show it: with forward slashes, and relative to the project if it is inside the project."""
    try:
        return path.absolute().relative_to(project.absolute()).as_posix()
    except ValueError:
        return path.as_posix()


_LONGEST_NAME = 200
"""A name with more characters is not compared with others: nobody mistyped it."""
_MANY_NAMES = 3_000
"""Of more names, only those that begin with the same two letters are compared."""


def most_similar(name: str, names: Iterable[str]) -> str:
    """The one of `names` most like `name`, also if that has capitals; empty if none is similar."""
    known = sorted(set(names))
    if len(name) > _LONGEST_NAME:
        return ""
    if len(known) > _MANY_NAMES:
        known = [one for one in known if one[:2].lower() == name[:2].lower()]
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    close = close or difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.6)
    return close[0] if close else ""


def nearest(name: str, names: Iterable[str]) -> str:
    """A hint with the one of `names` most like `name`; if none is similar, with all of them, unless there are many."""
    known = sorted(set(names))
    if close := most_similar(name, known):
        return f'did you mean "{close}"?'
    return f"known: {', '.join(known)}" if 0 < len(known) <= 24 else ""
