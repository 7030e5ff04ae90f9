"""What an audit tells, in words that the page and the terminal have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from briefs.audit.audit import Audit, BlockFate, Printing, ReportAudit, StatedFigure

NOTHING = "Nothing was found."


def minutes(seconds: int) -> str:
    """A time to read: "35 s", "4 min"."""
    return f"{seconds} s" if seconds < 60 else f"{round(seconds / 60)} min"


def share(value: float) -> str:
    """A share from 0 to 1 in per cent."""
    return f"{value:.0%}".replace("%", "\u00a0%")


def told_place(stated: StatedFigure) -> str:
    """Where a report states a number: its label and lines."""
    lines = ", ".join(map(str, stated.lines))
    return f"{stated.report}, {stated.label}, line {lines}"


def told_fate(fate: BlockFate) -> str:
    """What becomes of a block for an audience, and where it is printed or why it is not."""
    if fate.fate == "printed":
        return "printed: " + "; ".join(map(_printing, fate.printings))
    if fate.fate == "left out":
        return fate.reason
    return f"{fate.fate}, although a must" if fate.priority == "must" else fate.fate


def _printing(one: Printing) -> str:
    forms = " and ".join(one.forms) or "in a picture"
    number = "" if one.number is None else f" {one.number}"
    return f"{forms} in {one.product}{number}"


def names_of(audiences: Sequence[str]) -> dict[str, str]:
    """A short mark for each audience: as few of its first letters as tell it from the others."""
    marks: dict[str, str] = {}
    for name in audiences:
        length = next(
            (
                size
                for size in range(1, len(name) + 1)
                if not any(other != name and other.startswith(name[:size]) for other in audiences)
            ),
            len(name),
        )
        marks[name] = name[:length].upper()
    return marks


def audit_json(audit: Audit) -> dict[str, Any]:
    """An audit for other programs; of the coverage only the shares, since the text is the report's."""
    return {
        "reports": [_report_json(one) for one in audit.reports],
        "figures_between_reports": [asdict(one) for one in audit.figures],
    }


def _report_json(one: ReportAudit) -> dict[str, Any]:
    value = asdict(one)
    del value["coverage"]
    return value
