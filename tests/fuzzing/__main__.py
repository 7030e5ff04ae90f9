"""`make fuzz`: changed projects and random commands, each in a process of its own, for as long as it may take.

What fails is printed, and kept: the changed project in a folder of its own, with what the command printed.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import get_args

from tests.fuzzing.fuzzed_project import FILES, Change, canary, copy_project, run_apart, write_fuzzed_project
from tests.fuzzing.hostile_words import Canary
from tests.fuzzing.mutations import Mutation, Operation, mutated

COMMANDS = (
    *(("build",),) * 6,
    ("build", "--audience", "captains", "--format", "docx"),
    ("check",),
    ("blocks",),
    ("show", "fact.timetable"),
    ("fit", "--audience", "captains"),
    ("trace", "--audience", "captains"),
    ("audit",),
    ("report", "--outline"),
    ("draw",),
    ("reference", "--check", "templates/layout/house.docx"),
)
"""What is run; a build, mostly."""


def main() -> int:
    """Run until the time is over; 1 if anything has failed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=60)
    options.add_argument("--seed", type=int, default=int(time.time()))
    options.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "briefs-fuzzing")
    given = options.parse_args()
    chance, end = random.Random(given.seed), time.monotonic() + given.minutes * 60
    done = failed = 0
    print(f"seed {given.seed}; what fails is kept in {given.keep}")
    with tempfile.TemporaryDirectory() as folder, canary(Path(folder)) as (bird, listener):
        good = write_fuzzed_project(Path(folder) / "good")
        while time.monotonic() < end:
            root = copy_project(good, Path(folder) / "project")
            changes = [random_change(chance) for _ in range(chance.choice((1, 1, 1, 2, 3)))]
            apply(root, changes, bird)
            command = list(chance.choice(COMMANDS))
            command = [str(root / word) if word.startswith("templates/") else word for word in command]
            wrong = run_apart(root, command, bird, listener)
            done += 1
            if wrong:
                failed += 1
                keep(root, given.keep / f"{given.seed}-{done}", command, changes, wrong)
            shutil.rmtree(root, ignore_errors=True)
    print(f"{done} runs, {failed} failed")
    return 1 if failed else 0


def random_change(chance: random.Random) -> Change:
    """A change of some file."""
    operation: Operation = chance.choice(get_args(Operation))
    return Change(chance.choice(FILES), Mutation(operation, chance.random(), chance.random(), chance.randrange(10_000)))


def apply(root: Path, changes: list[Change], bird: Canary) -> None:
    """Make the changes in the project."""
    for change in changes:
        path = root / change.path
        path.write_bytes(mutated(path.read_bytes(), change.path, change.mutation, bird))


def keep(root: Path, to: Path, command: list[str], changes: list[Change], wrong: list[str]) -> None:
    """Keep a project on which a command has failed, and say so."""
    told = "\n".join(["briefs " + " ".join(command), *map(str, changes), *wrong])
    shutil.rmtree(to, ignore_errors=True)
    to.parent.mkdir(parents=True, exist_ok=True)
    copy_project(root, to)
    (to / "failed.txt").write_text(told + "\n", encoding="utf-8", errors="replace")
    print(f"{to}: {told[:1500]}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
