"""Gathering what all finders find: one candidate for each passage, of the kind that is most certain."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from briefs.candidates.finders import FINDERS
from briefs.candidates.found import Found, Material
from briefs.candidates.placed_leaves import placed_leaves

STATING = frozenset(
    (
        *("summary_point", "recommendation", "proposal", "benefit", "counterweight", "evidence", "contradiction"),
        *("pillar", "principle", "question", "follow_up", "next_step", "quote", "answer", "statement"),
    )
)
"""Kinds that say what a passage says, which is of one of them. Of the others, such as dates, it may have several."""
LABELS = {"term": "term", "definition": "term", "institution": "name", "date": "when", "acronym": "acronym"}
"""The field that says what a block of a kind is about, where one passage may have several of them."""
_STRETCH = 500
"""Characters."""
_ONCE = frozenset(("acronym", "institution", "term"))
"""Kinds of which a report has one for each label."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was found, and what else the same passage might be: kinds, each with the rule that says so."""

    found: Found
    also: tuple[str, ...] = ()


@dataclass(slots=True)
class _Chosen:
    """One that was chosen, and where its passage is: a leaf, by its place in the report, and offsets in its text."""

    found: Found
    at: int
    start: int
    end: int
    also: list[str]
    group: int = 0


def gathered(material: Material, kinds: Collection[str] | None = None) -> tuple[Gathered, ...]:
    """The candidates of these `kinds`, or of all, in the order in which their passages stand in the report.

    Passages count as one if they share half of the shorter one. Candidates that are left out are named with the one
    that is kept, of which the certainty is at least as high.
    """
    return one_for_each_passage(
        material, (found for kind in FINDERS if kinds is None or kind in kinds for found in FINDERS[kind](material))
    )


def one_for_each_passage(material: Material, all_found: Iterable[Found]) -> tuple[Gathered, ...]:
    """Of `all_found`, those that are kept, as `gathered` says."""
    places = {placed.leaf.address: (at, placed.text) for at, placed in enumerate(placed_leaves(material.report))}
    chosen: list[_Chosen] = []
    near: dict[tuple[object, ...], list[int]] = {}
    """Which of the chosen ones, by number, are in each stretch of the text of a leaf: so few are compared."""
    groups: dict[tuple[object, ...], int] = {}
    for found in sorted(all_found, key=lambda one: -one.certainty):
        at, text = places[found.passage.leaf.address]
        start = text.find(found.passage.words)
        if start < 0:
            continue
        one = _Chosen(found, at, start, start + len(found.passage.words), [])
        group = _group(found, at)
        whole = found.kind in _ONCE
        keys = [group] if whole else [(*group, n) for n in range(one.start // _STRETCH, one.end // _STRETCH + 1)]
        rivals = sorted({number for key in keys for number in near.get(key, ())})
        other = next((chosen[number] for number in rivals if whole or _is_same(chosen[number], one)), None)
        if other is None:
            for key in keys:
                near.setdefault(key, []).append(len(chosen))
            one.group = groups.setdefault(group, len(groups))
            chosen.append(one)
        elif (said := f"{found.kind} ({found.rule})") not in other.also and found.kind != other.found.kind:
            other.also.append(said)
    kept = sorted(chosen, key=lambda one: (one.at, one.start, one.end, one.group))
    return tuple(Gathered(one.found, tuple(one.also)) for one in kept)


def _group(found: Found, at: int) -> tuple[object, ...]:
    """What a candidate competes with: others of its group in the same leaf, or in the whole report."""
    label = label_of(found)
    if found.kind in _ONCE:
        return (found.kind, label.casefold())
    return ("", at) if found.kind in STATING else (found.kind, label.casefold(), at)


def label_of(found: Found) -> str:
    """What a candidate is about, if its kind has a field for that; else nothing."""
    value = found.fields.get(LABELS.get(found.kind, ""), "")
    return value if isinstance(value, str) else ""


def _is_same(one: _Chosen, other: _Chosen) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared >= min(one.end - one.start, other.end - other.start)
