"""A build that is killed at any moment leaves the last build or the next one, whole; the build after it leaves nothing
else.

Only the last stage writes. The quick test kills it step by step; the slow one kills whole builds, at random moments.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.builders import REPOSITORY, write_project
from tests.unlucky.written_builds import Made, ended, writing

LATEST = 2.5
"""Seconds after which a build is killed at the latest; most take less."""
STRIDE = 4
"""The build is killed before each request to the system that has one of these numbers, out of some seventy."""


def start(root: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "briefs", "build", "--project", str(root), *arguments]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "XDG_CACHE_HOME": str(root.parent / "cache")}
    return subprocess.Popen(
        command, env=environment, cwd=root, stdout=-1, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )


def is_whole(build: Path) -> bool:
    """Whether a folder holds what its manifest lists, as it was built, and nothing else."""
    manifest = json.loads((build / "manifest.json").read_bytes())
    listed = {
        entry["path"]: entry["sha256"] for part in ("files", "provenance", "editions") for entry in manifest[part]
    }
    there = {
        path.relative_to(build).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in build.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }
    return there == listed


def kill(root: Path, seconds: float, version: str) -> None:
    """Start a build and end all its processes after some time."""
    with start(root, "--version", version) as process:
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGKILL)


def check(root: Path, seeds: range) -> None:
    with start(root) as process:
        printed = process.communicate()[0]
    assert process.returncode == 0, printed
    for seed in seeds:
        kill(root, random.Random(seed).uniform(0.05, LATEST), f"1.{seed}")
        assert is_whole(root / "build")
    with start(root, "--version", "2.0") as process:
        printed = process.communicate()[0]
    assert process.returncode == 0, printed
    assert is_whole(root / "build")
    assert sorted(path.name for path in root.iterdir() if path.name.startswith(".")) == []


def test_a_build_that_is_killed_at_any_step_of_writing_leaves_a_whole_one(made_briefs: Made, tmp_path: Path) -> None:
    build, step, ways = tmp_path / "build", 1, list[int]()
    made_briefs.briefs_for("clerks").write(build)
    while not ways or ways[-1] == -signal.SIGKILL:
        ways.append(ended(writing(made_briefs, build, step)))
        assert is_whole(build)
        step += STRIDE
    assert ways[-1] == 0
    assert len(ways) > 50 / STRIDE
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


@pytest.mark.slow
def test_builds_killed_at_many_moments_leave_a_whole_one(tmp_path: Path) -> None:
    check(write_project(tmp_path / "project"), range(1, 41))
