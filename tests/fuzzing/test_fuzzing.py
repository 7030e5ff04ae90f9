"""Whatever is changed in the files of a project, a command ends with what it is for, or with diagnostics.

This tries a few changes, in this process; `make fuzz` tries every kind of file with every command, for hours.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from socket import socket

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefs.cli import main
from tests.builders import CAPTAINS, HOUSE, front, write_files, write_project
from tests.distribution import LETTERS
from tests.fuzzing.fuzzed_project import LOGO, canary, files_of, write_fuzzed_project
from tests.fuzzing.grammar import generated_template, generated_yaml
from tests.fuzzing.hostile_words import Canary
from tests.fuzzing.judgement import wrong_with_end, wrong_with_output, wrong_with_silence
from tests.fuzzing.running_apart import Ended
from tests.fuzzing.trial import Change, apply, made_trial

Bird = tuple[Canary, socket]
QUIET = settings(derandomize=True, deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that nothing was built of."""
    folder = tmp_path_factory.mktemp("fuzzed") / "project"
    house = HOUSE + "logo: {file: logo.svg, alt: Harbour Board, height: 12}\n"
    write_project(folder, templates={"captains": front("captains") + CAPTAINS}, house=house)
    write_files(folder / "templates" / "letters", {"captains": LETTERS["captains"]}, ".md")
    (folder / "templates" / "layout" / "logo.svg").write_text(LOGO, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def bird(root: Path) -> Iterator[Bird]:
    with canary(root.parent) as found:
        yield found


def fails(root: Path, bird: Bird, capfd: pytest.CaptureFixture[str], *command: str) -> list[str]:
    """What is wrong with how a command ends in this process, which raises what nobody has expected."""
    code = main([command[0], "--project", str(root), *command[1:]])
    captured = capfd.readouterr()
    printed = (captured.out + captured.err).encode(errors="surrogateescape")
    wrong = wrong_with_end(list(command), Ended(code, printed, seconds=0, peak=0))
    return wrong + wrong_with_output(root, command[0], code, {}, bird[0]) + wrong_with_silence(bird[1])


def try_changes(root: Path, bird: Bird, capfd: pytest.CaptureFixture[str], seeds: list[str], *command: str) -> set[str]:
    """Run a command on the project with the changes of each seed, which are undone; the paths that were changed."""
    tried: set[str] = set()
    for seed in seeds:
        changes = made_trial(seed, [root]).changes
        before = {change.path: (root / change.path).read_bytes() for change in changes}
        try:
            apply(root, changes, bird[0])
            assert fails(root, bird, capfd, *command) == [], f"seed {seed}"
        finally:
            for path, content in before.items():
                (root / path).write_bytes(content)
        tried |= before.keys()
    return tried


def test_a_changed_project_is_checked_or_refused(
    root: Path, bird: Bird, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    tried = try_changes(root, bird, capfd, [f"short-{number}" for number in range(8)], "check")
    assert {Path(path).suffix for path in tried} >= {".yaml", ".md", ".html", ".txt"}
    caplog.clear()  # libraries may warn of what was changed


@pytest.mark.slow
def test_a_changed_project_is_built_or_refused(
    tmp_path: Path, bird: Bird, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    root = write_fuzzed_project(tmp_path / "project")
    command = ("build", "--output", str(tmp_path / "output"))
    try_changes(root, bird, capfd, [f"long-{number}" for number in range(100)], *command)
    caplog.clear()


@pytest.mark.slow
@QUIET
@given(chance=st.randoms(use_true_random=False))
def test_any_template_is_composed_or_refused(
    chance: random.Random, root: Path, bird: Bird, capfd: pytest.CaptureFixture[str]
) -> None:
    path = root / "templates" / "captains.md"
    before = path.read_text(encoding="utf-8")
    front_matter, mark, body = before.rpartition("---\n")
    try:
        made = front_matter + mark + generated_template(body, chance, bird[0])
        path.write_text(made, encoding="utf-8", errors="replace")
        assert fails(root, bird, capfd, "check") == []
    finally:
        path.write_text(before, encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    "path", ["seeds/harbour/report.yaml", "seeds/harbour/blocks/fact.yaml", "templates/house.yaml"]
)
@QUIET
@given(chance=st.randoms(use_true_random=False))
def test_any_yaml_is_read_or_refused(
    path: str, chance: random.Random, root: Path, bird: Bird, capfd: pytest.CaptureFixture[str]
) -> None:
    before = (root / path).read_text(encoding="utf-8")
    try:
        made = generated_yaml(before, chance, bird[0])
        (root / path).write_text(made, encoding="utf-8", errors="replace")
        assert fails(root, bird, capfd, "check") == []
    finally:
        (root / path).write_text(before, encoding="utf-8")


def test_what_a_seed_changes_is_always_the_same(root: Path, bird: Bird, tmp_path: Path) -> None:
    trial = made_trial("17-2", [root])
    assert trial == made_trial("17-2", [root]) != made_trial("17-3", [root])
    made = []
    for _ in range(2):
        file = tmp_path / "templates" / "captains.md"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes((root / "templates" / "captains.md").read_bytes())
        apply(tmp_path, [Change("templates/captains.md", "a"), Change("templates/captains.md", "b")], bird[0])
        made.append(file.read_bytes())
    assert made[0] == made[1] != (root / "templates" / "captains.md").read_bytes()


def test_every_kind_of_file_is_changed_sooner_or_later(root: Path) -> None:
    chosen = {change.path for number in range(300) for change in made_trial(f"all-{number}", [root]).changes}
    missed = {path for path in files_of(root) if not path.startswith("templates/blocks/")} - chosen
    assert not missed
