"""Names of places in a report: addresses, which are unique, and the short labels that are printed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Name:
    """How a place is cited: the address in full, and the label as printed."""

    address: str
    label: str

    def then(self, address: str, label: str | None = None) -> Name:
        """This name with something after it, a space between if there is something before."""
        return Name(f"{self.address} {address}".lstrip(), f"{self.label} {label or address}".lstrip())

    def dot(self, number: int) -> Name:
        return Name(f"{self.address}.{number}", f"{self.label}.{number}")


@dataclass(slots=True)
class Names:
    """Names given so far in one report: no address twice, and running numbers for what is numbered throughout."""

    given: Counter[str] = field(default_factory=Counter)
    running: Counter[str] = field(default_factory=Counter)

    def unique(self, name: Name) -> Name:
        self.given[name.address] += 1
        number = self.given[name.address]
        return name if number == 1 else self.unique(name.then(f"({number})"))

    def next(self, word: str) -> Name:
        self.running[word] += 1
        return self.unique(Name(f"{word} {self.running[word]}", f"{word} {self.running[word]}"))
