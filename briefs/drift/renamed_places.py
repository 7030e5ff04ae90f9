"""What places of the accepted report are called now, if headings were reworded or numbered otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefs.drift.report_lock import ReportLock
from briefs.drift.same_words import compact

_LEAF = re.compile(r" (?:¶|item|list|row|table|picture|quotation|note) [\d.]+(?: \(\d+\))?\Z")
"""The part of an address behind that of its section."""


@dataclass(frozen=True)
class RenamedPlaces:
    """Places of the report that `lock` holds, and where their words stand in a report with the parts `now`."""

    lock: ReportLock
    now: Sequence[tuple[str, str]]

    def name_of(self, scope: str) -> str | None:
        """What the place `scope` of the accepted report is called now; None if that cannot be told.

        Whatever most of its parts that can be found again stand in is that place.
        """
        votes = Counter(self._votes(scope))
        if not votes:
            return None
        [(name, count), *_] = votes.most_common(1)
        return name if 2 * count > votes.total() else None

    @cached_property
    def _addresses(self) -> dict[str, list[str]]:
        """The addresses of parts of the report, by their words."""
        found: dict[str, list[str]] = {}
        for address, words in self.now:
            found.setdefault(compact(words), []).append(address)
        return found

    def _votes(self, scope: str) -> Iterator[str]:
        """The name of the place that each part in `scope` speaks for, as far as it stands in one place only."""
        for address, words in self.lock.parts:
            if address != scope and not address.startswith((f"{scope} ", f"{scope}.")):
                continue
            places = self._addresses.get(compact(words), [])
            if len(places) != 1:
                continue
            behind = address[len(scope) :]
            if places[0].endswith(behind):
                yield places[0].removesuffix(behind)
            elif _LEAF.search(behind) and _LEAF.sub("", behind) == "":
                yield _LEAF.sub("", places[0])
