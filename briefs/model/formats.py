"""The formats that briefs are built in."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

Format: TypeAlias = Literal["pdf", "docx", "html"]

FORMATS: tuple[Format, ...] = get_args(Format)
