"""The files that the briefs of one report were made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefs.model.brief_key import BriefKey


@dataclass(frozen=True, slots=True)
class ReportFiles:
    """The files that the briefs of the report `name` were made from: SHA-256 `hashes` by path in the project, and the
    path of each brief's template. `absent` are paths of what would be an input too if it were there."""

    name: str
    hashes: Mapping[str, str]
    templates: Mapping[BriefKey, str]
    absent: tuple[str, ...] = ()
