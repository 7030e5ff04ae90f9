"""Versions of editions, and which of them cleared editions may have."""

from __future__ import annotations

import re
from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema

from briefs.model.block_fields import Model

Status: TypeAlias = Literal["draft", "cleared"]
"""Whether a brief has been cleared for circulation."""

VERSION_FORM = "^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$"
Version: TypeAlias = Annotated[
    str,
    StringConstraints(pattern=VERSION_FORM),
    WithJsonSchema({"type": ["string", "number"], "pattern": VERSION_FORM}),
]
"""Letters and digits with single dots and hyphens between them, since it is part of the names of files. Editors take
0.3 for a number."""

_FINAL = re.compile(r"0*[1-9][0-9]*(\.[0-9]+)*")
"""Versions of cleared editions: numbers with dots between them, from 1 on."""


def is_final(version: str) -> bool:
    """Whether a cleared edition can have this version: of digits and dots only, and not below 1."""
    return _FINAL.fullmatch(version) is not None


class Versions(Model):
    """The version that drafts have, and the one that cleared editions have."""

    draft: Version
    cleared: Version

    def of(self, status: Status) -> str:
        """The version of an edition with this status."""
        return self.draft if status == "draft" else self.cleared


def _versions(value: object) -> object:
    """The versions as written: one for each status, or one for both."""
    if isinstance(value, dict):
        return {status: str(one) if type(one) is int else one for status, one in value.items()}
    if isinstance(value, Versions):
        return value
    if not isinstance(value, str | int) or not re.fullmatch(VERSION_FORM, str(value)):
        shown = "" if value is None else value
        raise ValueError(
            f'"{shown}" is not a version: use letters and digits, with dots or hyphens between them, as in 0.3'
        )
    return {"draft": str(value), "cleared": str(value)}


WrittenVersions: TypeAlias = Annotated[Versions, BeforeValidator(_versions, json_schema_input_type=Version | Versions)]
"""The versions of drafts and cleared editions, or one for both."""
