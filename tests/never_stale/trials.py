"""Edits by chance, one after another: after each, the program is called with what it has kept, and without."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from types import TracebackType

from tests.builders import BLOCKS, HOUSE, REPORT, REPOSITORY, TEMPLATES, front, write_project
from tests.invented import anchor, sentence
from tests.never_stale.calls import Outcome, WarmProgram, called, environment, outcome_in
from tests.never_stale.edits import OUTPUTS, Edit, reference
from tests.never_stale.input_state import PROGRAM, SITE, InputState

POINTS = 30
"""Sentences of the report of which the brief for mayors has as many as its page holds."""

_LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10" fill="#6B1F3A"/></svg>'
)


def write_files_of_every_kind(root: Path) -> Path:
    """A small project with inputs of every kind: a brief that does not fit, one for others, a logo, settings."""
    points = "\n\n".join(map(sentence, range(POINTS)))
    blocks = "".join(f'  - {{id: point.p{at}, anchor: "{anchor(at)}"}}\n' for at in range(POINTS))
    halves = [", ".join(f'"point.p{at}"' for at in half) for half in (range(POINTS // 2), range(POINTS // 2, POINTS))]
    mayors = "".join(
        f"## {name} {{cut={at}}}\n\n{{{{ statements({ids}) }}}}\n\n"
        for at, (name, ids) in enumerate(zip(("Findings", "Steps"), halves, strict=True), 1)
    )
    write_project(
        root,
        REPORT.replace("Steps\n", f"{points}\n\nSteps\n", 1),
        blocks={**BLOCKS, "point": f"kind: fact\nblocks:\n{blocks}"},
        templates={**TEMPLATES, "mayors": front("mayors", reference="letterhead.docx") + mayors},
        house=f"{HOUSE}logo: {{file: logo.svg, alt: The anchor, height: 12}}\nembed_fonts: false\n",
    )
    (root / "templates" / "layout" / "logo.svg").write_bytes(_LOGO)
    (root / "templates" / "layout" / "letterhead.docx").write_bytes(reference("Carlito"))
    return root


class Stale(AssertionError):
    """What was kept led to something else."""


class Trials:
    """Two worlds with the same inputs at the same place: one with a cache that grows, and one that keeps nothing."""

    def __init__(
        self,
        folder: Path,
        random: Random,
        words: tuple[str, ...] = ("build", "--audience", "mayors", "--format", "pdf", "--format", "docx"),
        program: WarmProgram | None = None,
        *,
        copies_program: bool = False,
    ) -> None:
        """Begin with a call of these `words`. Calls run in copies of the process of `program`, or else in new ones;
        with `copies_program`, in those of a copy of the program, which can be edited."""
        self._folder, self._random = folder, random
        self.root = write_files_of_every_kind(folder / "project")
        self._package = folder / PROGRAM if copies_program else REPOSITORY
        if copies_program:
            shutil.copytree(REPOSITORY / "briefs", self._package / "briefs")
        (folder / SITE).mkdir()
        self._states = [InputState.of(folder, words)]
        self._before = self._states[0]
        self._own = WarmProgram(self._package) if copies_program else None
        self._program = self._own or program
        self.said: list[str] = []
        self.share_of_kept_times, self.share_of_no_cache = 0.3, 0.5

    def __enter__(self) -> Trials:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._own is not None:
            self._own.end()

    def go(self, steps: int, edits: Sequence[Edit]) -> Iterator[Outcome]:
        """Take so many steps; what came of each. Raises Stale."""
        yield self._both()
        last_good = 1
        for _ in range(steps):
            self._change(edits)
            yield (outcome := self._both())
            if not outcome.code:
                last_good = len(self._states)
            elif self._random.random() < 0.8:  # most steps are to build something
                del self._states[min(last_good, len(self._states) - 1) or 1 :]
                self._move_to(self._states[-1], "taken back")
            if outcome.files and self._random.random() < 0.3:
                self._touch_outputs(sorted(outcome.files))

    def _change(self, edits: Sequence[Edit]) -> None:
        random = self._random
        if len(self._states) > 2 and random.random() < 0.25:
            at = random.randrange(len(self._states))
            self._move_to(self._states[at], f"everything is as before step {at + 1}")
            del self._states[at + 1 :]
            return
        said, state = random.choice(edits)(random, self._states[-1])
        self._states.append(state)
        self._move_to(state, said)

    def _move_to(self, state: InputState, said: str) -> None:
        keeps_times = self._random.random() < self.share_of_kept_times
        self.said.append(f"{said}{' (times are as before)' if keeps_times else ''}")
        state.write(self._folder, self._before, keeps_times)
        if self._own is not None and _program(state) != _program(self._before):
            self._own.end()
            self._program = self._own = WarmProgram(self._package)
        self._before = state

    def _touch_outputs(self, paths: Sequence[str]) -> None:
        """Remove or edit what was built, in both worlds."""
        path, what = self._random.choice(paths), self._random.choice(("remove", "edit", "remove all", "remove some"))
        chosen = {"remove": [path], "edit": [path], "remove all": paths, "remove some": paths[::2]}[what]
        self.said.append(f"{what}: {', '.join(chosen)}")
        for world in ("kept", "plain"):
            for name in chosen:
                file = self._folder / world / name
                if what == "edit":
                    file.write_bytes(file.read_bytes() + b"edited")
                else:
                    file.unlink()

    def _both(self) -> Outcome:
        words = list(self._before.words)
        kept = self._outcome("kept", words, self._folder / "cache")
        if self._random.random() < self.share_of_no_cache:
            plain = self._outcome("plain", [*words, "--no-cache"], self._folder / "cache")
        else:
            shutil.rmtree(self._folder / "empty", ignore_errors=True)
            plain = self._outcome("plain", words, self._folder / "empty")
        if found := kept.difference(plain):
            steps = "\n".join(f"{number}. {step}" for number, step in enumerate(self.said, 1))
            raise Stale(f"briefs {' '.join(words)}\n{found}\nafter\n{steps}")
        return kept

    def _outcome(self, world: str, words: Sequence[str], cache: Path) -> Outcome:
        stash = self._folder / world
        stash.mkdir(exist_ok=True)
        for name in OUTPUTS:
            if (stash / name).exists():
                (stash / name).replace(self.root / name)
        around = environment(cache, self._package, self._before.environment)
        around["PYTHONPATH"] += f":{self._folder / SITE}"
        run = self._program.called if self._program is not None else called
        outcome = outcome_in(self.root, OUTPUTS, *run(words, self.root, around, self._folder / "said"))
        for name in OUTPUTS:
            if (self.root / name).exists():
                (self.root / name).replace(stash / name)
        return outcome


def _program(state: InputState) -> dict[str, bytes]:
    return {path: content for path, content in state.files.items() if path.startswith(PROGRAM)}
