"""What the workshop holds of a small project, made once for all tests of answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.preview.answers.editor_links import Links, editor_template
from briefs.preview.workshop.held import Held
from tests.preview.answers.quay import held_in, write_quay


@pytest.fixture(scope="package")
def quay(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of `quay.py`; tests that change it copy it."""
    return write_quay(tmp_path_factory.mktemp("quay") / "project")


@pytest.fixture(scope="package")
def held(quay: Path) -> Held:
    """What is held of it."""
    return held_in(quay)


@pytest.fixture(scope="package")
def links(quay: Path) -> Links:
    """Links to its files."""
    return Links(quay, editor_template("vscode"))
