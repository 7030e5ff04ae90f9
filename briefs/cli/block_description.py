"""A block as text and as JSON: its fields, and the passages of the report that it rests on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from briefs.cli.line_wrapping import wrapped
from briefs.cli.tables import terminal_width
from briefs.model.block_fields import Form, Passage
from briefs.model.library import Drawn, Extract
from briefs.model.report import Report
from briefs.model.report_places import line_or_page

WIDEST = 100
"""Columns that lines have at most, even if the terminal has more."""


def description(drawn: Drawn, report: Report) -> Iterator[str]:
    """A block as lines of text: kind and place, fields that are filled in, each passage with its address, and its lines
    or page in the `report`."""
    block = drawn.block
    yield f"{drawn.id} ({block.kind})   {drawn.place}"
    for name in type(block).model_fields:
        value = getattr(block, name)
        if name in ("id", "kind", "anchor") or value is None or value in ((), {}):
            continue
        match value:
            case Form():
                yield from _field(name, value.text)
            case Passage():
                yield from _field(name, value.short.text if value.short else drawn.verbatim(name))
            case dict():
                yield from _field(name, ", ".join(f"{key}: {item}" for key, item in value.items()))
            case tuple():
                yield from _field(name, ", ".join(str(item) for item in value))
            case _:
                yield from _field(name.rstrip("_"), str(value))
    for field, extracts in drawn.extracts.items():
        for extract in extracts:
            yield from _field(f"source of {field}" if field != "anchor" else "source", f"“{extract.text}”")
            where = line_or_page(report, extract.lines)
            yield f"    {extract.address}" + (f" ({where})" if where else "")


def _field(name: str, text: str) -> list[str]:
    most = min(WIDEST, terminal_width(sys.stdout) or WIDEST)
    return wrapped(f"{name.replace('_', ' ')}: {text}", most, "  ", "    ")


def block_json(drawn: Drawn, report: Report) -> dict[str, Any]:
    """A block for other programs: its fields as written, its place, its sources in the `report`."""
    block = drawn.block
    fields = block.model_dump(mode="json", by_alias=True, exclude_none=True)
    forms = {
        name: value["text"]
        for name, value in fields.items()
        if isinstance(value, dict) and isinstance(value.get("text"), str)
    }
    return {
        "id": drawn.id,
        "kind": block.kind,
        "file": drawn.place.path,
        "line": drawn.place.line,
        "verbatim": drawn.verbatim(),
        "forms": forms,
        "fields": fields,
        "sources": {
            field: [_source_json(extract, report) for extract in extracts] for field, extracts in drawn.extracts.items()
        },
    }


def _source_json(extract: Extract, report: Report) -> dict[str, Any]:
    page = report.page_of(extract.lines)
    place = {"address": extract.address, "label": extract.label, "lines": list(extract.lines)}
    return {**place, **({"page": page} if page else {}), "text": extract.text}
