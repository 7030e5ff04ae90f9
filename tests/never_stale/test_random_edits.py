"""Whatever is changed, and taken back, a command with its cache does what it does without: the same files, messages and
exit codes."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from tests.never_stale import edits
from tests.never_stale.calls import WarmProgram
from tests.never_stale.edits import AROUND, IN_PROJECTS
from tests.never_stale.trials import Trials

SEED = 18


def test_after_a_few_edits(tmp_path: Path, program: WarmProgram) -> None:
    words = ("build", "--audience", "clerks", "--format", "html")
    with Trials(tmp_path, Random(SEED), words, program) as trials:
        codes = Counter(outcome.code for outcome in trials.go(3, IN_PROJECTS))
    assert codes[0] >= 2


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_after_fifty_edits(seed: int, tmp_path: Path, program: WarmProgram) -> None:
    """Two hundred in all; a failure says the edits, and its number is the seed that makes them."""
    with Trials(tmp_path, Random(seed), program=program) as trials:
        codes = Counter(outcome.code for outcome in trials.go(50, IN_PROJECTS))
    assert codes[0] >= 15


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_after_edits_of_the_program_and_its_libraries_too(seed: int, tmp_path: Path) -> None:
    with Trials(tmp_path, Random(seed), copies_program=True) as trials:
        codes = Counter(outcome.code for outcome in trials.go(12, (*IN_PROJECTS, *AROUND * 6)))
    assert codes[0] >= 3


@pytest.mark.slow
def test_in_processes_that_share_nothing(tmp_path: Path) -> None:
    with Trials(tmp_path, Random(SEED)) as trials:
        codes = Counter(outcome.code for outcome in trials.go(12, IN_PROJECTS))
    assert codes[0] >= 3


@pytest.mark.slow
def test_fonts_that_are_overwritten_where_they_are(tmp_path: Path, program: WarmProgram) -> None:
    """Neither is the time of their folder another one then, nor are their own, if `cp --preserve` did it."""
    bold, regular = (f"project/templates/layout/fonts/Carlito-{style}.ttf" for style in ("Bold", "Regular"))
    exchange = edits.exchanged("fonts", f"{bold}|{regular}")
    with Trials(tmp_path, Random(SEED), ("build", "--audience", "mayors", "--format", "pdf"), program) as trials:
        trials.share_of_kept_times, trials.share_of_no_cache = 1, 0
        first, second = trials.go(1, [exchange])
    assert first.files != second.files
