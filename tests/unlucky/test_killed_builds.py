"""A build that is killed at any moment leaves the last build or the next one, whole; the build after it leaves nothing
else."""

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

LATEST = 2.5
"""Seconds after which a build is killed at the latest; most take less."""


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


def test_a_killed_build_leaves_a_whole_one(tmp_path: Path) -> None:
    check(write_project(tmp_path / "project"), range(1))


@pytest.mark.slow
def test_builds_killed_at_many_moments_leave_a_whole_one(tmp_path: Path) -> None:
    check(write_project(tmp_path / "project"), range(1, 41))
