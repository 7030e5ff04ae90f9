"""What the program does is told to whoever listens, and to nobody if nobody does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefs.files.bounded_reading import read_file
from briefs.model import present_step


class Told:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def doing(self, what: str) -> None:
        self.told.append(what)

    def uses(self, path: str, size: int) -> None:
        self.told.append((path, size))

    def fits(self, brief: str, pages: int) -> None:
        self.told.append((brief, pages))

    def has_own_limits(self) -> None:
        self.told.append("own limits")

    def wrote(self, folder: str) -> None:
        self.told.append(f"wrote {folder}")


@pytest.fixture
def told() -> Iterator[list[object]]:
    listener = Told()
    present_step.listen(listener)
    yield listener.told
    present_step._listeners.clear()
    present_step._present.update(what="", path="", written="")


def test_a_listener_is_told_everything_until_the_process_has_limits_of_its_own(told: list[object]) -> None:
    present_step.doing("writing")
    present_step.fits("clerks", 4)
    present_step.wrote(Path("build"))
    present_step.has_own_limits()
    present_step.doing("reading")
    assert told == ["writing", ("clerks", 4), "wrote build", "own limits"]


def test_the_last_file_belongs_to_the_step(told: list[object], tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    file.write_bytes(b"words")
    present_step.doing("reading")
    read_file(file)
    assert told == ["reading", (str(file), 5)]
    assert present_step.present() == ("reading", str(file), "")
    present_step.doing("composing")
    assert present_step.present() == ("composing", "", "")


def test_much_work_is_several_steps_and_little_work_is_one(told: list[object]) -> None:
    present_step.doing("checking")
    assert list(present_step.in_portions(range(5), 5)) == [0, 1, 2, 3, 4]
    assert told == ["checking"]
    assert list(present_step.in_portions(range(5), 2)) == [0, 1, 2, 3, 4]
    assert told[1:] == ["checking, 1 of 3", "checking, 2 of 3", "checking, 3 of 3", "checking"]
