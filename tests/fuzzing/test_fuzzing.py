"""Whatever is changed in the files of a project, a build ends with briefs or with diagnostics; `make fuzz` tries this
for longer, with every command."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from socket import socket

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzzing.fuzzed_project import FILES, Change, build_here, canary, changed, write_fuzzed_project
from tests.fuzzing.hostile_words import Canary
from tests.fuzzing.mutations import MUTATIONS

CHANGES = st.lists(st.builds(Change, st.sampled_from(FILES), MUTATIONS), min_size=1, max_size=2)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_fuzzed_project(tmp_path_factory.mktemp("fuzzed") / "project")


@pytest.fixture(scope="module")
def bird(root: Path) -> Iterator[tuple[Canary, socket]]:
    with canary(root.parent) as found:
        yield found


@pytest.mark.slow
@settings(max_examples=400, derandomize=True, suppress_health_check=list(HealthCheck))
@given(changes=CHANGES)
def test_a_changed_project_ends_with_briefs_or_diagnostics(
    changes: list[Change], root: Path, bird: tuple[Canary, socket], caplog: pytest.LogCaptureFixture
) -> None:
    with changed(root, changes, bird[0]):
        build_here(root, *bird)
    caplog.clear()  # libraries may warn of what was changed
