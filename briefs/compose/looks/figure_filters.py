"""Filters for block templates of figures: events in order of time, and groups of persons as bars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jinja2.exceptions import FilterArgumentError
from markupsafe import Markup, escape

from briefs.compose.looks.printed_block import PrintedBlock, PrintedPortion


def chronological(blocks: Iterable[PrintedBlock]) -> list[PrintedBlock]:
    """Dates ordered by their `sort`: a year alone comes after the days and months of that year, `undated` last."""
    dates = _of_kind(blocks, "date", "chronological")
    return sorted(dates, key=lambda block: str(block.sort) + "-99" * (2 - str(block.sort).count("-")))


@dataclass(frozen=True, slots=True)
class PrintedBar:
    """A bar, as block templates get it: one or several groups of participants under one name."""

    name: str
    groups: tuple[PrintedBlock, ...]
    is_named: bool = True

    @property
    def persons(self) -> int:
        """How many participants the bar counts."""
        return sum(group.count for group in self.groups)

    @property
    def count(self) -> Markup:
        """The number of participants as HTML, with the form of each group that is counted."""
        forms = "".join(f'<span data-form="{escape(group.id)}/count"></span>' for group in self.groups)
        return Markup(f"{forms}{self.persons}")

    @property
    def portions(self) -> list[PrintedPortion]:
        """The portions of its groups; none if the bar does not name its groups."""
        return [group.including for group in self.groups if self.is_named and group.including]


def as_bars(groups: Iterable[PrintedBlock], few: object, others: object) -> list[PrintedBar]:
    """Bars of groups of participants, the longest first.

    Groups that are counted `together` become one bar under that name. Bars of fewer persons than `few` become one last
    bar named `others`, without names of their own, so that nobody can be identified.
    """
    if not isinstance(few, int) or not isinstance(others, str):
        raise FilterArgumentError("as_bars takes a number of persons and a name for the bar of smaller groups")
    bars = list(_joined(_of_kind(groups, "participant_group", "as_bars")))
    large = sorted((bar for bar in bars if bar.persons >= few), key=lambda bar: -bar.persons)
    small = tuple(group for bar in bars if bar.persons < few for group in bar.groups)
    return [*large, PrintedBar(others, small, is_named=False)] if small else large


def _joined(groups: Sequence[PrintedBlock]) -> Iterator[PrintedBar]:
    """A bar for each group; those that are counted together are one bar, in the place of the first."""
    joined: dict[tuple[str | None, str], list[PrintedBlock]] = {}
    for group in groups:
        joined.setdefault((group.together, "" if group.together else group.id), []).append(group)
    for members in joined.values():
        yield PrintedBar(members[0].together or members[0].name, tuple(members))


def _of_kind(blocks: Iterable[PrintedBlock], kind: str, name: str) -> list[PrintedBlock]:
    found = list(blocks) if isinstance(blocks, Iterable) else []
    if not found or not all(isinstance(block, PrintedBlock) and block.kind == kind for block in found):
        raise FilterArgumentError(f"{name} takes blocks of kind {kind}")
    return found
