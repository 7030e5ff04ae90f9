"""Figures that differ: different numbers of what seems to be the same thing, inside a report or between reports.

Only what is surely a count is compared: a number and, right behind it or with one adjective between, the same noun in
the plural. Whether it is the same thing, a person must judge; so all places are shown.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefs.audit.audit import DifferingFigures, StatedFigure
from briefs.model.report import Matter, Report, Row
from briefs.model.typesetting import plain
from briefs.text.quantities import Quantity, quantities
from briefs.text.stems import stem

_COUNTED = re.compile(r"[ -]((?:[^\W\d_A-Z][\w-]+ )?)([^\W\d_A-Z][\w-]{3,}s)\b")
"""What is counted, behind a number: a noun in the plural, and one word that may stand before it."""
_RANGE_BEFORE = re.compile(r"(?<![\w.,])[\w.,]+(?:[-–]| to | or )\Z")
_LONGEST_BEFORE = 60
"""How many characters before a number are looked at, for the number from which a range goes."""
_OF_A_DATE = range(1000, 2101)
_SMALL = frozenset(
    ["as", "has", "was", "is", "its", "this", "thus", "across", "always", "perhaps", "besides", "towards"]
)


@dataclass(frozen=True, slots=True)
class _Count:
    values: frozenset[float]
    stated: StatedFigure


def differing_within(report: Report, name: str, language: str) -> tuple[DifferingFigures, ...]:
    """The numbers inside a report that differ; `name` is that of its folder."""
    return tuple(_differing(_counts(report, name, language)))


def differing_between(reports: Mapping[str, Report], language: str) -> tuple[DifferingFigures, ...]:
    """The numbers that differ between `reports`, by name: all those of things that more than one of them counts."""
    counts: defaultdict[str, list[_Count]] = defaultdict(list)
    for name, report in reports.items():
        for noun, found in _counts(report, name, language).items():
            counts[noun] += found
    shared = {noun: found for noun, found in counts.items() if len({one.stated.report for one in found}) > 1}
    return tuple(one for one in _differing(shared) if _differs_between(shared[one.noun]))


def _differs_between(found: Sequence[_Count]) -> bool:
    """Whether no number of one report is one of another's."""
    by_report: defaultdict[str, set[float]] = defaultdict(set)
    for one in found:
        by_report[one.stated.report] |= one.values
    first, *others = by_report.values()
    return all(first.isdisjoint(one) for one in others)


def _differing(counts: Mapping[str, Sequence[_Count]]) -> Iterator[DifferingFigures]:
    for noun, found in counts.items():
        if any(one.values.isdisjoint(found[0].values) for one in found[1:]):
            yield DifferingFigures(noun, tuple(dict.fromkeys(one.stated for one in found)))


def _counts(report: Report, name: str, language: str) -> dict[str, list[_Count]]:
    """What a report counts, by noun, in the order of the report."""
    notes = report.note_numbers()
    found: defaultdict[str, list[_Count]] = defaultdict(list)
    nouns: dict[str, str] = {}
    for leaf in report.leaves():
        if isinstance(leaf, Row | Matter):
            continue
        text = plain(leaf.text, notes)
        for one in _sure(quantities(text, language)):
            behind = _COUNTED.match(text, one.end)
            if behind is None or behind[2] in _SMALL:
                continue
            before = _RANGE_BEFORE.search(text, max(0, one.start - _LONGEST_BEFORE), one.start)
            start = before.start() if before and before[0][0].isdigit() else one.start
            stated = StatedFigure(text[start : behind.end()], name, leaf.label, leaf.lines)
            noun = nouns.setdefault(stem(behind[2], language), behind[2])
            found[noun].append(_Count(one.values, stated))
    return found


def _sure(found: Iterable[Quantity]) -> Iterator[Quantity]:
    """The quantities that are counts: no measures, years, factors or vague numbers, and not one or two of something."""
    for one in found:
        value = max(one.values, default=0)
        if one.kind == "number" and one.unit is None and value > 2 and value not in _OF_A_DATE:
            yield one
