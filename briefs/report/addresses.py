"""Names of places in a report: addresses, which are unique, and the short labels that are printed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PlaceName:
    """How a place is cited: the address in full, and the label as printed."""

    address: str
    label: str

    def then(self, address: str, label: str | None = None) -> PlaceName:
        """This name with more appended after a space; if `label` is None, `address` is appended to the label too."""
        return PlaceName(f"{self.address} {address}".lstrip(), f"{self.label} {label or address}".lstrip())

    def dot(self, number: int) -> PlaceName:
        """The name of the part with this `number`: `ES 16.1` of `ES 16`."""
        return PlaceName(f"{self.address}.{number}", f"{self.label}.{number}")


@dataclass(slots=True)
class PlaceNames:
    """The names given so far in one report: addresses are unique, and some numbers run through the whole report.

    `notes` are the numbers of its footnotes: other superscripts are not their marks.
    """

    notes: frozenset[int] = frozenset()
    given: Counter[str] = field(default_factory=Counter)
    running: Counter[str] = field(default_factory=Counter)

    def unique(self, name: PlaceName) -> PlaceName:
        """`name`, with a number in brackets if its address has been given already."""
        self.given[name.address] += 1
        number = self.given[name.address]
        return name if number == 1 else self.unique(name.then(f"({number})"))

    def next(self, word: str) -> PlaceName:
        """The next name of something that is numbered through the whole report, such as `quotation 3`."""
        self.running[word] += 1
        return self.unique(PlaceName(f"{word} {self.running[word]}", f"{word} {self.running[word]}"))
