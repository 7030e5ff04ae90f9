"""Builds that run at once have one cache: each ends as it does alone, also if another is killed meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest

from tests.builders import HOUSE, REPOSITORY, write_project
from tests.never_stale.calls import Outcome, WarmProgram, environment, outcome_in
from tests.never_stale.spoiling import files_in

ROUNDS = 6
WORDS: Sequence[tuple[str, ...]] = (
    ("build", "--audience", "clerks", "--format", "html"),
    ("build", "--audience", "captains", "--format", "docx"),
    ("build", "--status", "cleared", "--format", "pdf"),
    ("check",),
)


@pytest.mark.slow
def test_several_commands_at_once_end_as_they_do_alone(tmp_path: Path, program: WarmProgram) -> None:
    """In every round, the same words stand in all copies of the project, and have never been seen before."""
    roots = [write_project(tmp_path / str(at) / "project", house=f"{HOUSE}embed_fonts: false\n") for at in range(4)]
    programs = [program, *(WarmProgram(REPOSITORY) for _ in roots[1:])]
    try:
        with ThreadPoolExecutor(len(roots)) as pool:
            for number in range(ROUNDS):
                for root in roots:
                    blocks = root / "seeds" / "harbour" / "blocks" / "fact.yaml"
                    blocks.write_text(f"{blocks.read_text('utf-8')}# {number}\n", "utf-8")
                words = WORDS[number % len(WORDS)]
                arguments = [(one, root, tmp_path / "cache", words) for one, root in zip(programs, roots, strict=True)]
                together = list(pool.map(lambda one: _outcome(*one), arguments))
                alone = _outcome(program, roots[0], tmp_path / f"alone{number}", words)
                assert [one.difference(alone) for one in together] == [""] * len(roots)
    finally:
        for one in programs[1:]:
            one.end()
    assert all("-" not in path.name for path in files_in(tmp_path / "cache"))  # nothing is half written


def _outcome(program: WarmProgram, root: Path, cache: Path, words: Sequence[str]) -> Outcome:
    around = environment(cache, REPOSITORY, {})
    return outcome_in(root, ["build"], *program.called(words, root, around, root.parent / "said"))


@pytest.mark.slow
def test_a_build_that_is_killed_at_any_moment_leaves_a_cache_of_use(tmp_path: Path, program: WarmProgram) -> None:
    root = write_project(tmp_path / "project", house=f"{HOUSE}embed_fonts: false\n")
    words = ("build", "--audience", "clerks", "--format", "docx")
    alone = _outcome(program, root, tmp_path / "alone", words)
    random, cache = Random(18), tmp_path / "cache"
    for _ in range(ROUNDS):
        command = [sys.executable, "-m", "briefs", *words]
        around = environment(cache, REPOSITORY, {})
        with subprocess.Popen(command, cwd=root, env=around, stdout=-1, stderr=-1, start_new_session=True) as killed:
            time.sleep(random.uniform(0.3, 2.5))
            try:
                os.killpg(killed.pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        assert _outcome(program, root, cache, words).difference(alone) == ""
