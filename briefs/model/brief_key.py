"""Which document a brief is: for whom it is written, and what it is.

An audience can have several documents: its brief, and *products*, such as a checklist alone. Audience and product
together identify one everywhere: among templates, in the manifest and in the names of files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

BRIEF = "brief"
"""The product that is the audience's brief itself, which a template need not name."""


@dataclass(frozen=True, slots=True, order=True)
class BriefKey:
    """The document of an `audience` that is its `product`."""

    audience: str
    product: str = BRIEF

    @classmethod
    def of_entry(cls, entry: Mapping[str, Any]) -> BriefKey:
        """The document that an entry of a manifest is about; entries without a product are older than products."""
        return cls(entry["audience"], entry.get("product", BRIEF))

    @property
    def is_brief(self) -> bool:
        """Whether it is the audience's brief itself."""
        return self.product == BRIEF

    @property
    def file_part(self) -> str:
        """What it is called in the names of files: `brief-ministers`, `checklist-ministers`."""
        return f"{self.product}-{self.audience}"

    @property
    def described(self) -> str:
        """What sentences call it."""
        return (
            f"the brief for {self.audience}" if self.is_brief else f'the product "{self.product}" for {self.audience}'
        )

    @property
    def options(self) -> str:
        """The options of a command that choose it: `--audience ministers --product checklist`."""
        return f"--audience {self.audience}" + ("" if self.is_brief else f" --product {self.product}")

    def __str__(self) -> str:
        """Its name in lists: `ministers`, `ministers, checklist`."""
        return self.audience if self.is_brief else f"{self.audience}, {self.product}"


def chosen_keys(
    keys: Iterable[BriefKey], audiences: Sequence[str] = (), products: Sequence[str] = ()
) -> tuple[BriefKey, ...]:
    """Those of `keys` with one of the `audiences` and one of the `products`; an empty sequence means any.

    They come audience by audience, in the order of `audiences` or of `keys`, each brief before its other products.
    """
    keys = tuple(keys)
    return tuple(
        key
        for audience in audiences or dict.fromkeys(key.audience for key in keys)
        for key in sorted(keys, key=lambda key: not key.is_brief)
        if key.audience == audience and (not products or key.product in products)
    )
