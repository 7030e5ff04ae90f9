"""`briefs init`: taking a new report in."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from briefs.cli.printing import diagnostic_json, print_diagnostics, print_json, say
from briefs.cli.project_folder import PARTS
from briefs.cli.schema import all_schemas
from briefs.cli.styles import styled
from briefs.cli.tables import table, terminal_width
from briefs.cli.usage import Options
from briefs.intake.guess import Guess, in_words
from briefs.model.diagnostics import BriefsError
from briefs.pipeline.initializing import NewReport, new_report, write_report

_PERSONAL = frozenset({"signatures"})
"""Fields that hold names of people: how many there are is told, and where they stand."""
_COUNTED = {"quotations": ("quotation", "quotations"), "signatures": ("signature", "signatures")}
_LISTED = ("outline", "not_headings", *_COUNTED)
_UNTOLD = ("about", "loose_dates", "never_print")
_MOST = 60
"""A value has no more characters in the table."""


def run_init(options: Options) -> int:
    """Take a report in, or show how that would be done. Returns the exit code."""
    if options.is_found and not any((options.project / part).is_dir() for part in PARTS):
        hint = "name a project with --project; if you name a new folder, it becomes one"
        raise BriefsError("there is no project here, nor in any folder above", hint)
    new = new_report(options.file, options.project, datetime.date.today(), options.called, all_schemas())
    written = () if options.dry_run else write_report(new)
    if options.json:
        print_json(_json(new, written))
        return 0
    print_diagnostics(new.problems, named=options.named)
    say(*_found_lines(new), *_settling_lines(new))
    if options.dry_run:
        say(styled(new.hints, "head"), *new.contents[new.hints].decode().splitlines(), "", *_would_be_written(new))
    else:
        say(*_written_lines(new, written, options), *_next_lines(new, options))
    return 0


def _found_lines(new: NewReport) -> Iterator[str]:
    """The headings, then all other guesses, each with its evidence."""
    most = terminal_width(sys.stdout)
    headings = [one for one in new.guesses if one.field == "outline"]
    is_paged = any(one.page for one in headings)
    if headings:
        rows = [_heading_row(one, is_paged) for one in headings]
        head = ("heading", "page" if is_paged else "line", "found by", "certainty")
        yield from table(head, rows, {1}, most, cut_off={0, 2})
        yield ""
    rows = list(_guess_rows(new.guesses))
    yield from table(("field", "guess", "found by", "certainty"), rows, most=most, cut_off={1, 2})
    yield ""


def _heading_row(guess: Guess, is_paged: bool) -> tuple[str, str, str, str]:
    heading = guess.value or guess.proposal
    place = guess.page if is_paged else str(guess.lines[0])
    return "  " * (heading["level"] - 1) + heading["text"], place, guess.evidence, _certainty(guess)


def _guess_rows(guesses: Sequence[Guess]) -> Iterator[tuple[str, str, str, str]]:
    for guess in guesses:
        if guess.field in _LISTED or guess.field in _UNTOLD:
            continue
        yield guess.field, _shown(guess), guess.evidence, _certainty(guess)
    for field, (one, many) in _COUNTED.items():
        if found := [guess for guess in guesses if guess.field == field and guess.value is not None]:
            least = min(found, key=lambda guess: guess.certainty)
            yield field, f"{len(found)} {one if len(found) == 1 else many}", least.evidence, _certainty(least)


def _certainty(guess: Guess) -> str:
    return "open" if guess.value is None else in_words(guess.certainty)


def _shown(guess: Guess) -> str:
    """The value of a guess in a few words."""
    value = guess.value
    if guess.field == "tables" and value is not None:
        return f"{value['section']}: {', '.join(value['columns'])}"
    if guess.field == "names" and value is not None:
        return f"{value['column']}: {'words in capitals' if value['part'] == 'capitals' else 'all words'}"
    if isinstance(value, dict):
        value = [phrase for phrases in value.values() for phrase in phrases]
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")
    return text if len(text) <= _MOST or guess.field in ("title", "citation") else f"{text[: _MOST - 1].rstrip(', ')}…"


def _settling_lines(new: NewReport) -> Iterator[str]:
    if new.to_settle:
        yield styled(f"for a person to settle, in {new.hints}:", "head")
        yield from (f"  - {one}" for one in new.to_settle)
        yield ""


def _would_be_written(new: NewReport) -> Iterator[str]:
    paths = _in_short(new, new.contents)
    yield f"nothing was written; without --dry-run: {', '.join(paths)}"


def _in_short(new: NewReport, paths: Sequence[str] | Any) -> list[str]:
    """The paths of files; those that a new project has in any case are one."""
    own = [path for path in paths if f"/{new.name}/" in path]
    return own if len(own) == len(list(paths)) else ["templates/ and schemas/ of a new project", *own]


def _written_lines(new: NewReport, written: Sequence[str], options: Options) -> Iterator[str]:
    if new.is_new_project:
        yield f"a new project in {new.root}, with the look of this program’s own briefs"
    shown = (f"{new.root}/{path}" if new.is_new_project else options.named(path) for path in written)
    yield from (one for one in shown if f"/{new.name}/" in one)
    yield ""


def _next_lines(new: NewReport, options: Options) -> Iterator[str]:
    project = "" if options.is_found else f" --project {options.project}"
    more = f"{project} --report {new.name}"
    commands = (
        (f"briefs report{more}", "shows the report as it is read: correct report.yaml until it is right"),
        (f"briefs draw{more}", "proposes blocks, and says how to accept those that you want"),
        (f"briefs build{more}", "builds the first brief"),
    )
    wide = max(len(command) for command, _ in commands)
    yield styled("next:", "head")
    yield from (f"  {command:<{wide}}  {text}" for command, text in commands)


def _json(new: NewReport, written: Sequence[str]) -> dict[str, Any]:
    return {
        "name": new.name,
        "project": str(new.root),
        "written": list(written),
        "would_write": [] if written else list(new.contents),
        "guesses": [_guess_json(guess) for guess in new.guesses],
        "to_settle": list(new.to_settle),
        "diagnostics": [diagnostic_json(problem) for problem in new.problems],
    } | ({} if written else {"report_yaml": new.contents[new.hints].decode()})


def _guess_json(guess: Guess) -> dict[str, Any]:
    is_personal = guess.field in _PERSONAL
    return {
        "field": guess.field,
        "value": None if is_personal else guess.value,
        "proposal": None if is_personal else guess.proposal,
        "evidence": guess.evidence,
        "certainty": round(guess.certainty, 2),
        "is": _certainty(guess),
        "lines": list(guess.lines),
        "page": guess.page,
    }
