"""One trial: some files of a project are changed, by nothing but its seed, and a command is run on it."""

from __future__ import annotations

import random
import re
import shutil
import socket
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from tests.fuzzing.fuzzed_project import commands_for, copy_project, files_of
from tests.fuzzing.hostile_words import Canary
from tests.fuzzing.judgement import state, wrong_with_end, wrong_with_output, wrong_with_silence
from tests.fuzzing.mutations import mutated
from tests.fuzzing.running_apart import Ended, run_apart


@dataclass(frozen=True, slots=True)
class Change:
    """What is changed: the file at `path`, by a mutation that the text `seed` decides."""

    path: str
    seed: str


@dataclass(frozen=True, slots=True)
class Trial:
    """A good project, what is changed in it, and the command that is run, with the seed that all this came from."""

    seed: str
    project: Path
    changes: tuple[Change, ...]
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """How a command ended, and what is wrong with that."""

    ended: Ended
    wrong: tuple[str, ...]

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of failure, as in "traceback"."""
        return frozenset(one.partition(":")[0] for one in self.wrong)


@dataclass(frozen=True, slots=True)
class Bench:
    """Where trials are run: a folder for the changed project and the cache, and what must not be read or called."""

    folder: Path
    bird: Canary
    listener: socket.socket

    def run(self, trial: Trial) -> Result:
        """Run a trial on a new copy of its project, which stays in `folder` until the next one."""
        root = self.folder / "project"
        shutil.rmtree(root, ignore_errors=True)
        copy_project(trial.project, root)
        apply(root, trial.changes, self.bird)
        before = state(root)
        ended = run_apart(trial.command, root, self.folder / "cache")
        wrong = wrong_with_end(list(trial.command), ended)
        wrong += wrong_with_output(root, trial.command[0], ended.code, before, self.bird)
        wrong += wrong_with_silence(self.listener)
        if self.bird.secret.encode() in ended.printed:
            wrong.append("foreign: what is in a file outside the project was printed")
        return Result(ended, tuple(wrong))

    def minimised(self, trial: Trial, result: Result) -> tuple[Trial, Result]:
        """The trial with as few of its changes as do for a failure of the same kind."""
        for change in trial.changes:
            fewer = replace(trial, changes=tuple(one for one in trial.changes if one is not change))
            if fewer.changes and (again := self.run(fewer)).kinds & result.kinds:
                trial, result = fewer, again
        return trial, result


def made_trial(seed: str, projects: list[Path], only: str = "") -> Trial:
    """The trial that comes from a seed; `only` is in the paths of what is changed."""
    chance = random.Random(seed)
    project = projects[0] if chance.random() < 0.6 else chance.choice(projects)
    files = [one for one in files_of(project) if only in one]
    if not files:
        project = projects[0]
        files = [one for one in files_of(project) if only in one]
    first = _likely(files, chance)
    paths = [first, *(chance.choice((first, _likely(files, chance))) for _ in range(chance.choice((0, 0, 1, 2))))]
    changes = tuple(Change(path, f"{seed} {number}") for number, path in enumerate(paths))
    return Trial(seed, project, changes, tuple(chance.choice(commands_for(first))))


def _likely(files: list[str], chance: random.Random) -> str:
    """One of these files; each folder is as likely as the next, so that many files of one kind count as few."""
    folders = sorted({_kind(one) for one in files})
    folder = chance.choice(folders)
    return chance.choice([one for one in files if _kind(one) == folder])


def _kind(path: str) -> str:
    """What kind of file it is: its folder and its ending."""
    folder, _, name = path.rpartition("/")
    return f"{re.sub('HB-.*', 'HB', folder)}/{name.partition('.')[2]}" if folder else name


def apply(root: Path, changes: Iterable[Change], bird: Canary) -> None:
    """Make the changes in the project."""
    for change in changes:
        path, chance = root / change.path, random.Random(change.seed)
        beside = sorted(one for one in path.parent.iterdir() if one.suffix == path.suffix and one.is_file())
        other = chance.choice(beside).read_bytes()
        path.write_bytes(mutated(path.read_bytes(), change.path, chance, bird, other))


def keep(bench: Bench, trial: Trial, result: Result, folder: Path) -> Path:
    """Keep the project on which a command has failed, as it was before, with a file that says what failed and how to
    run it again."""
    to = folder / trial.seed
    shutil.rmtree(to, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(trial.project, to, symlinks=True)
    apply(to, trial.changes, bench.bird)
    (to / "failed.txt").write_text(told(trial, result) + "\n", encoding="utf-8", errors="replace")
    return to


def told(trial: Trial, result: Result) -> str:
    """What failed, on what, and how to run it again."""
    changed = "\n".join(f"{change.path}, changed by seed {change.seed!r}" for change in trial.changes)
    again = f"Again, in this folder: briefs {' '.join(trial.command)}\nOr: make fuzz SEED={trial.seed}"
    return f"{again}\nThe project {trial.project.name}, with\n{changed}\n" + "\n\n".join(result.wrong)
