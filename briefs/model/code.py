"""What a code of a diagnostic says."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

Severity: TypeAlias = Literal["error", "warning"]


class Code(NamedTuple):
    """What a code means and what to do about it, in whole sentences. Warnings do not stop a build.

    `example` is a case of it in a sentence, for the page on diagnostics.
    """

    meaning: str
    remedy: str
    severity: Severity = "error"
    example: str = ""
