"""The rules of wording that a report's hints set for its briefs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefs.model.participant import Participant
from briefs.model.report import Report, Row, Table
from briefs.model.typesetting import plain
from briefs.model.wording_rules import WordingRules
from briefs.report.hints import NamesHint, ReportHints


def wording_rules(report: Report, hints: ReportHints) -> WordingRules:
    """The rules in `hints`, with the names that must not be printed from the report's own table.

    Each surname is included in capitals and with an initial capital ("FUST", "Fust"), and also without its particle.
    """
    names = hints.names
    return WordingRules(
        strengths={phrase: level for level, phrases in hints.strength.items() for phrase in phrases},
        guarded=dict(hints.guarded),
        never_print=hints.never_print,
        relative_dates=hints.relative_dates,
        names=tuple(dict.fromkeys(_names(report, names))) if names else (),
        common_acronyms=hints.common_acronyms,
        known_names=hints.known_names,
        of_the_report=(hints.title, hints.issuer),
        equivalents=dict(hints.wording),
        aliases=dict(hints.aliases),
        participants=tuple(_participants(report, names)) if names else (),
        name_rows=frozenset(row.address for _, row in _rows(report, names)) if names else frozenset(),
    )


def _names(report: Report, hint: NamesHint) -> Iterator[str]:
    for column, row in _rows(report, hint):
        name = row.cells[column]
        if hint.part == "capitals":
            words = [word for word in name.split() if word.isupper() and len(word) > 1 and word[-1] != "."]
            for surname in filter(None, (" ".join(words), *words[-1:])):
                yield from (surname, surname.title())
        elif name:
            yield name


def _participants(report: Report, hint: NamesHint) -> Iterator[Participant]:
    """The people in the table of names. Its last column says what they stand for, those between what they are."""
    for column, row in _rows(report, hint):
        words = row.cells[column].split()
        surname = [word for word in words if word.isupper() and len(word) > 1 and word[-1] != "."]
        if hint.part != "capitals":
            surname = words[-1:]
        given = tuple(word for word in words if word not in surname and word[-1] != ".")
        others = [cell for index, cell in enumerate(row.cells) if index != column]
        yield Participant(given, " ".join(surname), ", ".join(others[:-1]), _bodies(others[-1] if others else ""))


def _bodies(affiliation: str) -> tuple[str, ...]:
    """The names of a body: as written, what stands in brackets behind it, and the parts between commas."""
    bare = re.sub(r"\s*\([^)]*\)", "", affiliation).strip()
    acronyms = re.findall(r"\(([A-Z][A-Za-z]+)\)", affiliation)
    return tuple(dict.fromkeys(filter(None, (bare, *acronyms, *(part.strip() for part in bare.split(","))))))


def _rows(report: Report, hint: NamesHint) -> Iterator[tuple[int, Row]]:
    """The rows of the tables under the heading that have the column of names, each with the index of that column.

    Heads of tables are left out, and so are rows without a cell there.
    """
    for section in report.sections():
        if plain(section.heading.text) == plain(hint.section):
            for table in (child for child in section.children if isinstance(child, Table)):
                if hint.column in table.columns:
                    column = table.columns.index(hint.column)
                    yield from ((column, row) for row in table.rows if not row.is_head and column < len(row.cells))
