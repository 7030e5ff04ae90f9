"""Versions as people write them: one for drafts and one for cleared editions, or one for both."""

from __future__ import annotations

import re
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from briefs.model.block_fields import Model
from briefs.model.mistakes import Mistake
from briefs.model.versions import VERSION_FORM, Status


def _version(value: str) -> str:
    if not re.fullmatch(VERSION_FORM, value):
        meant = re.sub(r"[^A-Za-z0-9.-]+|[.-]{2,}", "-", re.sub(r"^[vV]\.?\s+", "", value)).strip(".-")
        rule = "use letters and digits, with dots or hyphens between them, as in 0.3"
        message = f'"{value}" is not a version: {rule}'
        raise Mistake(message, "write" if meant else "", meant)
    return value


Version: TypeAlias = Annotated[
    str,
    AfterValidator(_version),
    WithJsonSchema({"type": ["string", "number"], "pattern": VERSION_FORM}),
]
"""Letters and digits with single dots and hyphens between them, since it is part of the names of files. Editors take
0.3 for a number."""


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
    if value is None:
        raise Mistake("it is empty", "write one, or one for each status", "{draft: 0.3, cleared: 1.0}")
    if isinstance(value, bool | list):
        raise Mistake("give a version, as in 0.3, or one for each status", "write", "{draft: 0.3, cleared: 1.0}")
    _version(str(value))
    return {"draft": str(value), "cleared": str(value)}


WrittenVersions: TypeAlias = Annotated[Versions, BeforeValidator(_versions, json_schema_input_type=Version | Versions)]
"""The versions of drafts and cleared editions, or one for both."""
