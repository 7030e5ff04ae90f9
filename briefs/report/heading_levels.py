"""The levels of headings, from how they look, how they are numbered, and what their source says of some of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from briefs.report.heading_numbers import HeadingNumber

MOST_LEVELS = 6
_FEWEST_TO_DEFINE = 3
"""How many headings of one look make a level of their own, in a long report."""
_LONG = 12
"""A report with more headings is long."""


@dataclass(frozen=True, slots=True)
class SeenHeading:
    """A heading in its order. `rank` compares looks: a larger one is a higher heading; equal ones look alike.

    `levels` is what sources (tags, bookmarks, the list of contents) say of its level, by name.
    """

    rank: tuple[float, ...]
    number: HeadingNumber | None = None
    levels: Mapping[str, int] = field(default_factory=dict)


_Class = tuple[Hashable, ...]


def heading_levels(headings: Sequence[SeenHeading]) -> list[int]:
    """The level of each heading, from 1. Headings of one look and one form of number have one level, unless a source
    says otherwise of one; no level is left out under the one above it."""
    classes = [_class_of(heading) for heading in headings]
    known = _known_levels(headings, classes, ("tags", "outline"))
    ranked = _ranked(headings, classes)
    levels = _filled(headings, classes, known, ranked)
    result = [levels[one] for one in classes]
    for index, heading in enumerate(headings):
        for source in ("tags", "outline"):
            if source in heading.levels:
                result[index] = heading.levels[source]
                break
    return _nested(result)


def _class_of(heading: SeenHeading) -> _Class:
    """What headings of one level have in common: the look, and the form of the number."""
    number = heading.number
    if number is None:
        return (heading.rank, "")
    if number.kind == "decimal" and len(number.path) > 1:
        return ("decimal", len(number.path))
    return (heading.rank, number.form)


def _known_levels(
    headings: Sequence[SeenHeading], classes: Sequence[_Class], sources: Sequence[str]
) -> dict[_Class, int]:
    """The level of each class about which the sources agree by majority."""
    known: dict[_Class, int] = {}
    for source in sources:
        votes: dict[_Class, Counter[int]] = defaultdict(Counter)
        for heading, one in zip(headings, classes, strict=True):
            if source in heading.levels:
                votes[one][heading.levels[source]] += 1
        for one, counted in votes.items():
            level, count = counted.most_common(1)[0]
            if count * 2 >= counted.total():
                known.setdefault(one, level)
    return known


def _ranked(headings: Sequence[SeenHeading], classes: Sequence[_Class]) -> list[_Class]:
    """The classes, outermost first: by look, then by depth of number, then in the order in which they begin."""
    first: dict[_Class, int] = {}
    rank: dict[_Class, tuple[float, ...]] = {}
    depth: dict[_Class, int] = {}
    for index, (heading, one) in enumerate(zip(headings, classes, strict=True)):
        first.setdefault(one, index)
        rank[one] = max(rank.get(one, heading.rank), heading.rank)
        depth[one] = len(heading.number.path) if heading.number and heading.number.kind == "decimal" else 1
    return sorted(first, key=lambda one: (tuple(-part for part in rank[one]), depth[one], first[one]))


def _filled(
    headings: Sequence[SeenHeading], classes: Sequence[_Class], known: Mapping[_Class, int], ranked: Sequence[_Class]
) -> dict[_Class, int]:
    """A level for every class."""
    listed = _known_levels(headings, classes, ("contents",))
    counts = Counter(classes)
    sample = {one: heading for heading, one in zip(headings, classes, strict=True)}
    enough = _FEWEST_TO_DEFINE if len(headings) > _LONG else 1
    levels: dict[_Class, int] = {}
    last_rank: tuple[float, ...] | None = None
    outer = 0
    group: list[_Class] = []  # classes of one look that make levels
    singles: dict[tuple[float, ...], int] = {}
    for one in ranked:
        heading = sample[one]
        number = heading.number
        if heading.rank != last_rank:
            outer = max((levels[other] for other in group), default=outer)
            group = []
        if one in known:
            level = known[one]
        elif heading.rank == last_rank and number and number.kind == "annex":
            level = max(1, singles.get(heading.rank, outer))  # annexes stand beside the parts of the report
        elif heading.rank == last_rank and one in listed:
            level = listed[one]
        elif number and number.kind == "decimal" and len(number.path) > 1:
            above = _parent_level(classes, headings, levels, one)
            level = (above if above else outer) + 1
        elif heading.rank == last_rank and (number is None or outer == 0):
            level = max(1, singles.get(heading.rank, outer))
        elif counts[one] < enough and not number and outer:
            level = outer if heading.rank != last_rank else max(1, singles.get(heading.rank, outer))
        else:
            level = outer + 1
        level = max(1, min(level, MOST_LEVELS))
        if one == ranked[0] and counts[one] == 1 and one == classes[0] and len(headings) > 2 and _may_be_title(number):
            level, outer = 1, 0
            levels[one] = 1
            last_rank = heading.rank
            continue
        levels[one] = level
        singles.setdefault(heading.rank, level)
        last_rank = heading.rank
        if counts[one] >= enough or number or one in known or not outer:
            outer = level
            group.append(one)
    return levels


def _may_be_title(number: HeadingNumber | None) -> bool:
    """Whether a lone first heading may be a title over the others, which are then on its level."""
    return number is None or number.kind == "annex"


def _parent_level(
    classes: Sequence[_Class], headings: Sequence[SeenHeading], levels: Mapping[_Class, int], one: _Class
) -> int | None:
    """The level of the headings whose numbers those of a class go on with: "2" for "2.1"."""
    last: dict[tuple[int, ...], int] = {}
    votes: Counter[int] = Counter()
    for heading, own in zip(headings, classes, strict=True):
        number = heading.number
        if number is None or not number.path:
            continue
        if own == one and (above := last.get(number.path[:-1])):
            votes[above] += 1
        if own in levels:
            last[number.path] = levels[own]
    return votes.most_common(1)[0][0] if votes else None


def _nested(levels: Sequence[int]) -> list[int]:
    """How deep each heading is in those above it, from 1: no level is left out."""
    above: list[int] = []
    depths = []
    for level in levels:
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        depths.append(min(len(above), MOST_LEVELS))
    return depths
