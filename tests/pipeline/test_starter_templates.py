"""A report's first templates print whatever has been accepted, and say what to do if nothing has."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import DocumentError
from briefs.model.document_text import full_text
from briefs.pipeline import Order, Project, build, prepare
from briefs.pipeline.starter_templates import AUDIENCE, starter_templates
from tests.builders import BLOCKS, write_project

OURS = {
    name: text.replace("captains: must", f"{AUDIENCE}: must").replace("    audiences: {clerks: never}\n", "")
    for name, text in BLOCKS.items()
}


def starting(root: Path, blocks: Mapping[str, str], language: str = "en-GB") -> Project:
    [(path, content)] = starter_templates("harbour", "The Harbour Study", language).items()
    assert path == "templates/harbour/brief.md"
    (root / path).parent.mkdir(parents=True)
    (root / path).write_bytes(content)
    return Project(write_project(root, blocks=blocks, templates={}))


@pytest.mark.parametrize("language", ["en-GB", "fr"])
def test_a_first_brief_prints_what_was_accepted(tmp_path: Path, language: str) -> None:
    prepared = prepare(starting(tmp_path, OURS, language))
    assert prepared.problems == ()
    inputs = prepared.value
    template = inputs.templates[BriefKey(AUDIENCE)]
    document = inputs.composer.compose(template, Order(inputs.project).edition(inputs.house, "draft"))
    assert [section.id for section in document.sections] == ["recommendations", "facts"]
    assert "The board should publish the tides" in full_text(document)
    assert "Ferries that share a timetable" in full_text(document)


@pytest.mark.parametrize("blocks", [{}, {"acronym": "kind: acronym\nblocks: []\n"}])
def test_without_any_block_it_is_said_what_to_do(tmp_path: Path, blocks: dict[str, str]) -> None:
    with pytest.raises(DocumentError) as raised:
        build(Order(starting(tmp_path, blocks), formats=("html",)))
    said = raised.value.diagnostics
    assert {problem.code for problem in said} == {"section-empty"} | ({"file-missing"} if not blocks else set())
    assert all("briefs draw" in problem.hint for problem in said)
