"""Whenever a command is stopped, it says so in one line, and leaves nothing half done."""

from __future__ import annotations

import io
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefs.cli import main, running, stopping
from briefs.cli.stopping import Stopped, catch_signals
from tests.builders import REPOSITORY, write_project

SIGNALS = [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "ended")]


@pytest.fixture(autouse=True)
def interruptible() -> Iterator[None]:
    """Ctrl-C is not ignored, as it is in what a shell runs in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def stopped(root: Path, number: int, at: str, *arguments: str, group: bool = False) -> tuple[int, list[str]]:
    """The exit code of a call in `root`, and what it told, if it gets the signal `number` once it tells `at`.

    It tells each module that is loaded, but what it told of that is left out of the result.
    """
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "XDG_CACHE_HOME": str(root / "cache")}
    command = [sys.executable, "-X", "importtime", "-m", "briefs", *arguments]
    streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    told = []
    with subprocess.Popen(command, cwd=root, env=environment, text=True, start_new_session=True, **streams) as process:  # type: ignore[call-overload]
        for line in process.stderr:
            told.append(line.rstrip("\n"))
            if re.search(at, line) and not line.startswith("stopping"):
                os.killpg(process.pid, number) if group else os.kill(process.pid, number)
                told.append("stopping")
                at = "stopping"
    assert "stopping" in told, f"it never told {at}"
    return process.returncode, [
        line for line in told[told.index("stopping") + 1 :] if line and "import time:" not in line
    ]


@pytest.mark.parametrize(
    ("number", "code", "said"),
    [SIGNALS[0], pytest.param(*SIGNALS[1], marks=pytest.mark.slow)],
)
@pytest.mark.parametrize(
    "at",
    [
        r"briefs\.cli\.usage",
        pytest.param(r"briefs\.cli\.running", marks=pytest.mark.slow),
        pytest.param(r"weasyprint", marks=pytest.mark.slow),
        r"reading the report",
        pytest.param(r"captains: composing", marks=pytest.mark.slow),
        pytest.param(r"clerks: writing html", marks=pytest.mark.slow),
        r"^writing",
    ],
)
def test_a_build_that_is_stopped_is_one_line(root: Path, at: str, number: int, code: int, said: str) -> None:
    first, told = stopped(root, number, at, "build", "--verbose", "--format", "html")
    steps = [line for line in told if not re.match(r"writing|(captains|clerks): |reading ", line)]
    is_written = (root / "build").exists()
    outcome = "build has the new build all the same" if is_written else "the last build is unchanged"
    assert (first, steps) in ((code, [f"{said}; {outcome}"]), (0, []))
    assert first or is_written
    lock = ".build.lock"  # no hindrance: the lock itself ends with the process
    assert {path.name for path in root.iterdir()} - {lock} <= {"seeds", "templates", "cache", "build"}


@pytest.mark.parametrize("group", [False, True], ids=["alone", "with its other process"])
def test_both_processes_of_a_build_end(root: Path, group: bool) -> None:
    code, told = stopped(root, signal.SIGINT, "captains: composing", "build", "--verbose", group=group)
    assert (code, told[-1:]) == (130, ["interrupted; the last build is unchanged"])
    assert [line for line in told if "Traceback" in line or "Exception" in line] == []


def test_a_command_that_writes_nothing_does_not_speak_of_builds(root: Path) -> None:
    assert stopped(root, signal.SIGINT, r"weasyprint", "fit") == (130, ["interrupted"])


@pytest.fixture
def caught() -> Iterator[None]:
    """As in a process of its own, signals are caught; then everything is as before."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    hook = sys.unraisablehook
    catch_signals()
    yield
    for number, handler in before.items():
        signal.signal(number, handler)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    sys.unraisablehook = hook
    stopping._asked.clear()


def test_what_fails_since_a_library_swallowed_the_signal_is_no_failure(
    caught: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def swallow(*arguments: object) -> None:
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt:
            raise ValueError("schema") from None

    monkeypatch.setattr(running, "parse_arguments", swallow)
    assert main(["build"]) == 130
    assert capsys.readouterr().err == "interrupted; the last build is unchanged\n"


def test_an_interruption_of_what_cannot_fail_comes_right_after(caught: None) -> None:
    class Finalized:
        def __del__(self) -> None:
            signal.raise_signal(signal.SIGTERM)

    with pytest.raises(Stopped) as raised:  # noqa: PT012
        del [Finalized()][0]
        time.sleep(10)
    assert raised.value.code == 143


def test_signals_that_are_ignored_stay_so(caught: None) -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    catch_signals()
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN


def test_other_failures_are_failures(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object) -> None:
        raise ValueError("a bug")

    monkeypatch.setattr(running, "parse_arguments", fail)
    with pytest.raises(ValueError, match="a bug"):
        main(["build"])


def test_it_is_said_although_the_stream_was_being_set_up(
    caught: None, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    class Broken(io.TextIOWrapper):
        """What is left of a stream if it is interrupted while its encoding is set."""

        def write(self, text: str) -> int:
            raise io.UnsupportedOperation("not writable")

    def interrupted() -> None:
        monkeypatch.setattr(sys, "stderr", Broken(io.BytesIO()))
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(running, "prepare_streams", interrupted)
    assert main(["build"]) == 130
    assert capfd.readouterr().err == "interrupted; the last build is unchanged\n"
