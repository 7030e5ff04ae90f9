"""What keeps YAML from being read, in the words of those who write it: each slip once, with the line as it should be.

YAML says where it gave up, which is not always where the slip is, and only the first time. So slips are guessed near
that place (`briefs/files/repairs.py`), and a guess counts if YAML can read on with it; then the rest is read on the
same terms. The file itself is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TypeAlias

import yaml

from briefs.files.repair import Repair
from briefs.files.repairs import GUESSES
from briefs.files.rereading import Rereading
from briefs.files.text_repairs import open_quotation
from briefs.files.written_line import indent_of, shown, split_line
from briefs.files.yaml_errors import GivenTwice
from briefs.model.block import KINDS
from briefs.model.block_fields import Anchor, Model, Portion
from briefs.model.diagnostics import Fault
from briefs.model.edition import FrontMatter, Gaps, House, HouseLogo, PerStatus

Load: TypeAlias = Callable[[str], object]
"""Loads a text; raises yaml.YAMLError, or RecursionError."""

_MOST = 12
"""So many slips of one file are looked for."""
_LONGEST_GUESSED = 3_000
"""No guesses are made about lines with more characters, or beside them: none was written by hand."""
_WORDS = (
    (
        "mapping values are not allowed",
        "there is a colon here that YAML does not expect",
        'put a text that contains ": " in quotation marks, and begin each line as far to the right as its neighbours',
    ),
    (
        "could not find expected ':'",
        "YAML expects the name of a field here, with a colon and a space after it",
        "write `name: value`; a text that goes on must begin further to the right than its field",
    ),
    ("cannot start any token", "YAML cannot read a text that begins so", "put the text in quotation marks"),
    ("quoted scalar", "the quotation mark that opens here is never closed", "close it where the text ends"),
    ("escape", "a backslash in double quotation marks means something to YAML", "put single quotation marks around"),
    ("flow", "a bracket or brace that opens here is not closed, or a comma is missing", "look at the end of the line"),
    ("nested too deeply", "lists or fields are nested too deeply", "these files need only a few levels of both"),
    ("block scalar", "after > or | nothing may stand on the line", "begin the text on the next line, further right"),
    ("key must be", "the name of a field must be a word or a number", "put quotation marks around it"),
    ("alias", "a text cannot begin with * unless it is in quotation marks", "put the text in quotation marks"),
    ("alphabetic", "a text cannot begin with * or & here", "put the text in quotation marks"),
    ("would be lost", "a text cannot begin with & unless it is in quotation marks", "put the text in quotation marks"),
    ("tag", "a text cannot begin with ! unless it is in quotation marks", "put the text in quotation marks"),
    ("directive", "a line cannot begin with %", "put the text in quotation marks, or take the line out"),
    ("document", "the file goes on after YAML takes it to have ended", "take out the line --- or the line above"),
)
"""Messages and hints for what no guess explains, by words of YAML's own message; the first that matches counts."""
_OTHERWISE = (
    "YAML cannot read this line: it does not fit the lines above it",
    "look for a quotation mark, colon, hyphen, bracket or comma that is missing, and for the wrong indentation",
)


@dataclass(frozen=True, slots=True)
class _Failure:
    """Where YAML gave up: line and column from 0, its own words, and the line on which what it was reading begins."""

    line: int
    column: int
    words: str
    begins: int | None = None
    twice: tuple[str, int] | None = None

    @property
    def start(self) -> int:
        """The line on which what YAML cannot read begins."""
        return self.line if self.begins is None else self.begins


def syntax_faults(text: str, load: Load, rereading: Rereading) -> list[tuple[int, Fault]]:
    """What keeps `load` from reading `text`, with the lines (from 1), in their order, as far as `rereading` goes.

    Code: `yaml-syntax`.
    """
    lines = text.split("\n")
    load = _counting(load, rereading)
    numbers = list(range(1, len(lines) + 1))
    known = _names() | {
        match[1].lower() for match in re.finditer(r"(?:^[ \t]*(?:- )?|[{,]\s*)([A-Za-z_]\w*):\s", text, re.MULTILINE)
    }
    found: list[tuple[int, Fault]] = []
    while len(found) < _MOST and (failure := _failure("\n".join(lines), load)) is not None:
        repair = None if rereading.is_over else _repair(lines, failure, known, load, rereading)
        if repair is None:
            found.append(_unexplained(lines, numbers, failure))
            break
        message = repair.message
        if failure.twice is not None:
            message = message.format(first=numbers[failure.twice[1]])
        found.append((numbers[repair.at], Fault("yaml-syntax", message, repair.hint)))
        lines[repair.at : repair.until] = repair.lines
        numbers[repair.at : repair.until] = [
            numbers[min(repair.at + index, repair.until - 1)] for index in range(len(repair.lines))
        ]
    return sorted(found, key=lambda one: one[0])


def _counting(load: Load, rereading: Rereading) -> Load:
    """`load`, which tells `rereading` how much it reads."""

    def counted(text: str) -> object:
        try:
            value = load(text)
        except (yaml.scanner.ScannerError, yaml.parser.ParserError) as error:  # others come when all is read
            mark = error.problem_mark or error.context_mark
            rereading.read(text, (mark.line + 1) / (text.count("\n") + 1) if mark else 1.0)
            raise
        except BaseException:
            rereading.read(text)
            raise
        rereading.read(text)
        return value

    return counted


def _failure(text: str, load: Load) -> _Failure | None:
    try:
        load(text)
    except GivenTwice as error:
        return _Failure(error.line, 0, "given twice", twice=(error.key, error.first))
    except yaml.MarkedYAMLError as error:
        words = f"{error.problem or ''} {error.context or ''}"
        last = text.count("\n")
        at, context = error.problem_mark or error.context_mark, error.context_mark
        is_open = context is not None and ("quoted" in words or "flow" in words)
        begins = min(context.line, last) if context is not None and is_open else None
        return _Failure(min(at.line, last), at.column, words, begins) if at else _Failure(0, 0, words)
    except yaml.reader.ReaderError as error:
        line = text.encode()[: error.position].count(b"\n")  # libyaml counts bytes
        character: str | int = error.character
        number = ord(character) if isinstance(character, str) else character
        return _Failure(line, 0, f"character {number}")
    except RecursionError:
        return _Failure(0, 0, "nested too deeply")
    return None


def _repair(
    lines: Sequence[str], failure: _Failure, known: Set[str], load: Load, rereading: Rereading
) -> Repair | None:
    """The guess with which YAML can read on furthest; the first of several."""
    if failure.words.startswith(("character", "nested")):
        return None
    if failure.twice is not None:
        return _one_of_two(lines, failure.line, *failure.twice)
    best, furthest = None, failure.start
    for guess in _guesses(lines, failure, known):
        reached = _reached(lines, guess, load)
        if reached > max(furthest, guess.until - 1):
            best, furthest = guess, reached
        if reached >= len(lines) or rereading.is_over:
            break
    return best or _first_of_two(lines, failure, known, load, rereading)


def _first_of_two(
    lines: Sequence[str], failure: _Failure, known: Set[str], load: Load, rereading: Rereading
) -> Repair | None:
    """A guess about the line of a failure that helps only together with another one about the same line."""
    at = failure.start
    if len(lines[at]) > _LONGEST_GUESSED:
        return None
    for guess in (one for kind in GUESSES for one in kind(lines, at, known)):
        made = [*lines[: guess.at], *guess.lines, *lines[guess.until :]]
        for other in (one for kind in GUESSES for one in kind(made, at, known)):
            if rereading.is_over:
                return None
            if guess.lines and _reached(made, other, load) > max(at, other.until - 1):
                return guess
    return None


def _guesses(lines: Sequence[str], failure: _Failure, known: Set[str]) -> Iterator[Repair]:
    """All guesses near the place of a failure, those about where it begins first."""
    above = (at for at in range(failure.line - 1, -1, -1) if lines[at].strip() and lines[at].lstrip()[0] != "#")
    places = dict.fromkeys((*(() if failure.begins is None else (failure.begins,)), failure.line, *islice(above, 3)))
    if any(len(lines[at]) > _LONGEST_GUESSED for at in places):
        return
    for guess in GUESSES:
        for at in places:
            yield from guess(lines, at, known)
        if guess is open_quotation:
            for at in range(failure.line - 1, max(-1, failure.line - 40), -1):
                yield from guess(lines, at, known)


def _reached(lines: Sequence[str], repair: Repair, load: Load) -> int:
    """The line (from 0, as it is now) where YAML gives up after a `repair`; their number if it reads them all."""
    left = _failure("\n".join([*lines[: repair.at], *repair.lines, *lines[repair.until :]]), load)
    return len(lines) if left is None else left.start - len(repair.lines) + repair.until - repair.at


def _one_of_two(lines: Sequence[str], at: int, key: str, first: int) -> Repair:
    """What to do about a field that is given twice: an item begins here without its hyphen, or one is too many.

    In the message, `{first}` stands for the line of the first.
    """
    message = f'the field "{key}" is given twice here, first on line {{first}}'
    if split_line(lines[first]).dash:
        made = " " * lines[first].index("-") + "- " + lines[at].strip()
        hint = f"if a new item of the list begins here, write a hyphen before it{shown(made)}"
        return Repair(at, at + 1, (made,), message, hint)
    return Repair(at, _end_of(lines, at), (), message, "keep only one of them")


def _end_of(lines: Sequence[str], at: int) -> int:
    """The end of the field that begins on line `at`: of what stands further to the right below it."""
    column, end = split_line(lines[at]).column, at + 1
    while end < len(lines) and (not lines[end].strip() or indent_of(lines[end]) > column):
        end += 1
    return end


def _unexplained(lines: Sequence[str], numbers: Sequence[int], failure: _Failure) -> tuple[int, Fault]:
    at = min(failure.line, len(lines) - 1)
    if failure.words.startswith("character"):
        message = f"there is a character that cannot be seen, U+{int(failure.words.split()[1]):04X}"
        return numbers[at], Fault("yaml-syntax", message, "delete the word that contains it, and type the word again")
    if failure.begins is not None:
        at = failure.begins
    message, hint = next(((words, cure) for part, words, cure in _WORDS if part in failure.words), _OTHERWISE)
    as_written = "" if failure.words.startswith("nested") else _as_written(lines[at])
    return numbers[at], Fault("yaml-syntax", message, hint + as_written)


def _as_written(line: str) -> str:
    return f"; it reads{shown(line)}" if line.strip() else ""


@cache
def _names() -> frozenset[str]:
    """The names of the fields of blocks, front matter and houses; those of `report.yaml` are known if it has them."""
    models: tuple[type[Model], ...] = (*KINDS.values(), Anchor, Portion, FrontMatter, Gaps, House, HouseLogo, PerStatus)
    fields = (field.alias or name for model in models for name, field in model.model_fields.items())
    return frozenset({*fields, "kind", "blocks", "prints", "draws", "options", "most"})
