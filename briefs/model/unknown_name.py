"""A name that was asked for and that nothing has: the call is wrong, not a document and not the environment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

Named: TypeAlias = Literal[
    "audience", "product", "report", "edition", "block", "block or file", "proposal", "candidate", "kind", "place"
]


class UnknownName(Exception):
    """There is nothing called one of `names`; `known` are those that exist, and `of` says what they are names of.

    If products exist, but for none of the audiences that were asked for, `audiences` are these.
    """

    def __init__(self, of: Named, names: Sequence[str], known: Sequence[str], audiences: Sequence[str] = ()) -> None:
        super().__init__(f"unknown {of} {', '.join(map(repr, names))}")
        self.of, self.names, self.known, self.audiences = of, tuple(names), tuple(known), tuple(audiences)
