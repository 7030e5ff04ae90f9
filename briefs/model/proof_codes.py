"""The codes of what is found in whole briefs and their files, and of what has changed since people have read it."""

from __future__ import annotations

from briefs.model.code import Code

PROOF: dict[str, Code] = {}
