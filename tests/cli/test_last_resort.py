"""What is said of a command that could not say itself why it ended."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from briefs import cli
from briefs.cli import last_resort, printing
from briefs.cli.last_resort import is_out_of_memory, say_crash, say_failure, say_too_long
from briefs.cli.step_record import Step
from briefs.model.limits import MB


def test_a_diagnostic_names_the_step_and_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert say_too_long(Step(2**22 + 1, 0.0, 99.0, 0, 0, "clerks: composing", "templates/clerks.md"), "") == 1
    assert capsys.readouterr().err.splitlines()[0] == (
        'templates/clerks.md: error: all slow steps up to the step "clerks: composing" took more than 10 seconds '
        "of the processor; nothing was written [too-slow]"
    )


def test_programs_get_json(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["briefs", "build", "--json"])
    assert say_failure(MemoryError(), "", "", "") == 1
    (diagnostic,) = json.loads(capsys.readouterr().out)["diagnostics"]
    assert diagnostic["code"] == "too-much-memory"


@pytest.mark.parametrize(
    ("error", "reason"), [(MemoryError(), "MemoryError"), (OSError(24, "Too many open files"), "Too many open files")]
)
def test_it_is_said_in_short_if_there_is_no_room_for_more(
    error: Exception, reason: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(*arguments: object, **more: object) -> None:
        raise MemoryError

    monkeypatch.setattr(printing, "print_diagnostics", fail)
    assert cli._failed(error) == 1
    said = f"error: the program cannot go on, since the system gives it too little: {reason}\n"
    assert capfd.readouterr().err == said


def test_whatever_fails_with_too_little_memory_fails_since_there_is_too_little(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    resource = pytest.importorskip("resource")
    monkeypatch.setattr(resource, "getrlimit", lambda what: (100 * MB, 100 * MB))
    assert say_failure(AttributeError("etree"), "composing", "", "") == 1
    assert "[too-much-memory]" in capsys.readouterr().err


def test_a_failure_that_was_caused_by_lack_of_memory_is_known() -> None:
    because = ValueError("cannot parse")
    because.__cause__ = MemoryError()
    assert is_out_of_memory(because)
    circle = ValueError("x")
    circle.__context__ = KeyError("y")
    circle.__context__.__context__ = circle
    assert not is_out_of_memory(circle)


def test_details_that_cannot_be_kept_can_be_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    assert say_failure(ValueError("x"), "composing", "", "") == 1
    assert f"send what it prints with {last_resort.DETAILS}=1" in capsys.readouterr().err


def test_a_command_that_the_system_gives_too_little_time_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    resource = pytest.importorskip("resource")
    monkeypatch.setattr(resource, "getrlimit", lambda what: (3, 3))
    step = Step(2**22 + 1, 0.0, 0.0, 0, 0, "clerks: composing", "")
    assert say_crash(9, step, "", 50 * MB, 2.9) == 1
    assert "needed more time of the processor than the 3 s that this system gives it" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a full disk to try it with")
def test_output_that_has_no_place_is_not_tried_again_by_python(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as stream:  # closing it would raise OSError
        monkeypatch.setattr(sys, "stdout", stream)
        stream.write("words")
        cli._drop_what_cannot_be_written()
        monkeypatch.undo()
