"""A name that was asked for and that nothing has: the call is wrong, not a document and not the environment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

Named: TypeAlias = Literal[
    "audience", "product", "report", "edition", "block", "block or file", "proposal", "candidate", "kind", "place"
]

_MANY = 20
"""More names than this are not listed."""


class UnknownName(Exception):
    """There is nothing called one of `names`; `known` are those that exist, and `of` says what they are names of.

    If products exist, but for none of the audiences that were asked for, `audiences` are these.
    """

    def __init__(self, of: Named, names: Sequence[str], known: Sequence[str], audiences: Sequence[str] = ()) -> None:
        wrong, those = ", ".join(f'"{name}"' for name in names), ", ".join(known[:_MANY])
        for_them = f" for {', '.join(audiences)}" if audiences else ""
        listed = f"; known: {those}{', …' if len(known) > _MANY else ''}" if known else ""
        super().__init__(f"unknown {of} {wrong}{for_them}{listed}")
        self.of, self.names, self.known, self.audiences = of, tuple(names), tuple(known), tuple(audiences)
