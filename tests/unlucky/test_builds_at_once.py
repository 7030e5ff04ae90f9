"""Builds of one folder at once: each has its files in the manifest, whoever was first."""

from __future__ import annotations

import json
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.builders import CLERKS, TEMPLATES, front, write_project
from tests.unlucky.test_killed_builds import is_whole, start
from tests.unlucky.written_builds import Made, ended, writing


def build_at_once(root: Path, audiences: list[str]) -> None:
    with ExitStack() as stack:
        running = [stack.enter_context(start(root, "--audience", audience)) for audience in audiences]
        printed = [process.communicate()[0] for process in running]
    assert [process.returncode for process in running] == [0] * len(running), printed
    manifest = json.loads((root / "build" / "manifest.json").read_bytes())
    assert {entry["audience"] for entry in manifest["files"]} == set(audiences)
    assert is_whole(root / "build")


def project_of(root: Path, audiences: list[str]) -> Path:
    """The project of the tests, with a brief for each of `audiences` besides its own."""
    return write_project(root, templates={**{name: front(name) + CLERKS for name in audiences}, **TEMPLATES})


def test_builds_that_write_at_once_lose_nothing(made_briefs: Made, tmp_path: Path) -> None:
    for round_ in range(5):
        build = tmp_path / f"build-{round_}"
        processes = [writing(made_briefs.briefs_for(name), build) for name in ("captains", "clerks") * 2]
        assert [ended(process) for process in processes] == [0] * 4
        manifest = json.loads((build / "manifest.json").read_bytes())
        assert {entry["audience"] for entry in manifest["files"]} == {"captains", "clerks"}
        assert is_whole(build)


@pytest.mark.slow
def test_six_builds_at_once_lose_nothing(tmp_path: Path) -> None:
    audiences = ["captains", "clerks", "pilots", "keepers", "fishers", "divers"]
    for round_ in range(3):
        build_at_once(project_of(tmp_path / f"project-{round_}", audiences), audiences)
