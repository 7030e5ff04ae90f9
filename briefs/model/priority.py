"""How much an audience needs a block."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

Priority: TypeAlias = Literal["must", "should", "could", "never"]

PRIORITIES: tuple[Priority, ...] = get_args(Priority)
"""The most needed first."""
