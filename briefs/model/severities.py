"""How serious a house takes what checks find: it may raise a severity, and lower some."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Annotated, TypeAlias

from pydantic import BeforeValidator

from briefs.model.code import Severity
from briefs.model.codes import CHECKING
from briefs.model.diagnostics import Diagnostic
from briefs.model.mistakes import Mistake

_ANSWERED_FOR = ("name-", "affiliation-", "text-leaked", "quote-", "quotation-", "number-")
PROTECTED = frozenset(
    code for code, what in CHECKING.items() if code.startswith(_ANSWERED_FOR) and what.severity == "error"
)
"""Codes of names, leaks, quotations and numbers, which no house can take for less than errors."""
UNPRINTABLE = frozenset(
    {
        "glyph-missing",
        "brief-right-to-left",
        "figure-right-to-left",
        "figure-too-high",
        "off-page",
        "words-lost",
        "renditions-differ",
        "scope-unknown",
    }
)
"""Codes of what keeps files from being made as they should be, whatever a house thinks of it."""


def _severities(value: object) -> object:
    """Accept severities of what checks find, unless one would take something protected for a warning."""
    if not isinstance(value, dict):
        return value
    for code, severity in value.items():
        if code not in CHECKING:
            rule = "name a code of the page on diagnostics, under “Checking wording and briefs”"
            raise Mistake(f'"{code}" is not the code of anything that a check finds', rule)
        if severity != "error" and code in PROTECTED:
            message = f'"{code}" is always an error: names, leaks, quotations and numbers are what a house answers for'
            raise Mistake(message, f"take it out, or write {code}: error")
        if severity != "error" and code in UNPRINTABLE:
            raise Mistake(
                f'"{code}" is always an error: with it, a brief cannot be made', f"take it out, or write {code}: error"
            )
    return value


Severities: TypeAlias = Annotated[Mapping[str, Severity], BeforeValidator(_severities)]
"""Severities by code."""


def with_severities(found: Iterable[Diagnostic], severities: Mapping[str, Severity]) -> tuple[Diagnostic, ...]:
    """What checks have found, as serious as a house takes it."""
    return tuple(replace(one, given=severities[one.code]) if one.code in severities else one for one in found)
