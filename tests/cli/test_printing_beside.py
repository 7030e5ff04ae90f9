"""A server goes on, whatever its terminal does."""

from __future__ import annotations

import threading

import pytest

from briefs.cli import printing_beside
from briefs.cli.printing_beside import PrintingBeside
from briefs.preview.messages import Finished
from tests.preview.interrupted import interrupted


class Told:
    """A terminal that keeps what it is told, fails at what is "gone", and takes nothing from what is "held" on."""

    def __init__(self) -> None:
        self.told: list[object] = []
        self.goes_on = threading.Event()

    def ready(self, address: str, wanted: int | None) -> None:
        self.told.append(address)

    def finished(self, round_of_building: Finished) -> None:
        self.told.append(round_of_building)

    def mistaken(self, during: str, traceback: str) -> None:
        self.told.append(during)

    def warned(self, what: str) -> None:
        if what == "gone":
            raise BrokenPipeError
        if what == "held":
            self.goes_on.wait(5)
        self.told.append(what)


@pytest.fixture(autouse=True)
def _keeps_its_output(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing_beside, "drop_output", lambda *streams: None)


def test_everything_is_told_in_order_and_nothing_fails() -> None:
    terminal = Told()
    beside = PrintingBeside(terminal)
    beside.ready("http://127.0.0.1:8010", None)
    done = Finished((), 0.1)
    beside.finished(done)
    beside.warned("gone")
    beside.mistaken("building", "Traceback")
    assert beside.end()
    assert terminal.told == ["http://127.0.0.1:8010", done, "building"]


def test_what_a_terminal_does_not_take_keeps_nobody_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing_beside, "LAST", 0.01)
    terminal = Told()
    beside = PrintingBeside(terminal)
    beside.warned("held")
    beside.warned("more")
    assert terminal.told == []
    assert not beside.end()
    terminal.goes_on.set()


def test_its_thread_takes_no_ctrl_c() -> None:
    beside = "from briefs.cli.printing_beside import PrintingBeside; PrintingBeside(None)"
    assert interrupted(beside) == "the whole of it\nthen the end\n"
