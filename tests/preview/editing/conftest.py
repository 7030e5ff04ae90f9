"""A harbour with a few blocks in several styles, read once; and copies of its files that a test may write."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefs.pipeline.inputs import Inputs
from briefs.preview.answers.editor_links import Links
from briefs.preview.editing.block_source import read_block_source
from briefs.preview.shown.editing_views import Edit
from tests.builders import BLOCKS, write_project
from tests.projects import inputs_of

BENEFITS = """kind: benefit
blocks:
  # Waiting
  - id: ben.waiting
    sort: direct
    beneficiary: Keepers
    anchor: "Most keepers agreed … at the quay"
    basis: {anchor: "Ferries that share … the winter months", short: More bicycles}  # one day
    short:
      text: >-
        A shared timetable
        would reduce waiting
      anchor: "Most keepers agreed … at the quay"
    audiences:
      captains: could
    note: 'Old'

  - {id: ben.boats, sort: indirect, anchor: "Ferries that share … the winter months", audiences: {clerks: never}}
"""

Asked = Callable[..., Edit]


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    """What the briefs of a harbour are made from; no test writes its files."""
    return inputs_of(write_project(tmp_path_factory.mktemp("harbour"), blocks={**BLOCKS, "benefits": BENEFITS}))


@pytest.fixture
def copied(harbour: Inputs, tmp_path: Path) -> Inputs:
    """The same, with files of its own that a test may write."""
    shutil.copytree(harbour.project.seeds, tmp_path / "seeds")
    project = replace(harbour.project, root=tmp_path)
    return replace(harbour, project=project, seed=tmp_path / "seeds" / harbour.seed.name)


@pytest.fixture
def links(tmp_path: Path) -> Links:
    return Links(tmp_path)


def edit_of(inputs: Inputs, block: str, name: str, value: str, before: str | None = None) -> Edit:
    """An edit of a block as its file is now."""
    return Edit(inputs.name, block, name, value, read_block_source(inputs, block).version, before)


def benefits_of(inputs: Inputs) -> Path:
    """The file with the benefits."""
    return inputs.seed / "blocks" / "benefits.yaml"
