"""What a build is made from: every file of the project that can change a brief, and nothing else."""

from __future__ import annotations

from pathlib import Path

from briefs.pipeline.last_build import input_hashes, versions
from tests.builders import write_files, write_project
from tests.projects import inputs_of


def test_it_is_made_from_its_report_its_templates_and_their_looks_but_not_from_what_is_hidden(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    (root / "templates" / ".captains.md.swp").write_text("x")
    write_files(root / "templates" / "other", {"clerks": "x"}, ".md")
    paths = set(input_hashes(inputs_of(root)))
    assert {
        "seeds/harbour/report.txt",
        "seeds/harbour/blocks/fact.yaml",
        "templates/captains.md",
        "templates/house.yaml",
        "templates/blocks/asks.html",
        "templates/layout/print.css",
    } <= paths
    assert not {"templates/.captains.md.swp", "templates/other/clerks.md"} & paths


def test_it_is_made_by_versions_that_can_be_named() -> None:
    assert {"briefs", "weasyprint", "python-docx", "python", "pango"} <= set(versions())
