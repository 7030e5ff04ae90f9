"""What of the last build still holds, and where it is looked for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefs.fit.selection import Selection
from briefs.model.brief_key import BriefKey
from briefs.pipeline import Order
from briefs.pipeline.last_build import remembered_selections, versions
from tests.builders import write_project
from tests.projects import built, inputs_of


def test_it_is_made_by_versions_that_can_be_named() -> None:
    assert {"briefs", "weasyprint", "python-docx", "python", "pango"} <= set(versions())


def test_what_is_only_built_in_memory_may_remember_what_was_written(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    built(root, formats=("html",), output=root / "build")
    inputs = inputs_of(root)
    in_memory = Order(inputs.project)
    nothing = Selection(frozenset(), frozenset())
    everything = {BriefKey("captains"): nothing, BriefKey("clerks"): nothing}
    assert remembered_selections(inputs, in_memory) == {}
    assert remembered_selections(inputs, replace(in_memory, remembered_from=root / "build")) == everything
    elsewhere = replace(in_memory, output=root / "elsewhere")
    assert remembered_selections(inputs, elsewhere) == {}
    assert remembered_selections(inputs, replace(elsewhere, remembered_from=root / "build")) == everything
