"""The order in which mistakes are reported is that in which an author mends them."""

from __future__ import annotations

from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.model.mending_order import in_mending_order


def at(code: str, path: str, line: int = 1) -> Diagnostic:
    return Fault(code, "…").at(Place(path, line))


IN_ORDER = [
    at("report-missing", "seeds/harbour"),
    at("field-unknown", "seeds/harbour/report.yaml", 3),
    at("yaml-syntax", "seeds/harbour/blocks/a.yaml", 2),
    at("short-too-long", "seeds/harbour/blocks/a.yaml", 7),
    at("anchor-not-found", "seeds/harbour/blocks/b.yaml", 1),
    at("field-invalid", "templates/house.yaml"),
    at("template-syntax", "templates/blocks/asks.html"),
    at("block-unknown", "templates/captains.md", 90),
    at("block-unknown", "templates/harbour/captains.md", 2),
    at("over-budget", "templates/captains.md", 4),
    at("style-property", "templates/layout/print.css"),
    at("logo-unusable", "templates/house.yaml"),
    at("stale", "build/a.pdf"),
]


def test_stages_come_in_order_and_within_one_files_and_lines() -> None:
    assert in_mending_order(reversed(IN_ORDER)) == [
        *IN_ORDER[:10],
        IN_ORDER[11],
        IN_ORDER[10],
        IN_ORDER[12],
    ]


def test_each_is_there_once() -> None:
    assert in_mending_order(IN_ORDER[:2] * 2) == IN_ORDER[:2]
