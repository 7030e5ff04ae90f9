"""What `briefs preview` prints: the address, a line for each round of building, and what failed."""

from __future__ import annotations

import builtins
import re
from pathlib import Path
from typing import Any

import pytest

from briefs.cli import main
from briefs.cli.preview import Printed
from briefs.preview.messages import Finished
from briefs.preview.serving import worker_client


def told(capsys: pytest.CaptureFixture[str]) -> str:
    """What was printed to standard error, without the time."""
    return re.sub(r"^\d\d:\d\d:\d\d ", "", capsys.readouterr().err, flags=re.MULTILINE)


def test_the_address_is_printed_and_another_port_told(capsys: pytest.CaptureFixture[str]) -> None:
    Printed(quiet=True).ready("http://127.0.0.1:9001/?token=x", 9000)
    out, err = capsys.readouterr()
    assert out == "the preview is at http://127.0.0.1:9001/?token=x (Ctrl-C ends it)\n"
    assert err == "port 9000 is taken\n"


@pytest.mark.parametrize(
    ("finished", "line"),
    [
        (Finished(("h/a/brief",), 0.31), "h/a/brief built (0.3 s)\n"),
        (Finished(("h/a/brief", "h/b/brief"), 1, warnings=1), "2 briefs built (1.0 s); 1 warning\n"),
        (
            Finished((), 0.1, errors=2, warnings=3, first="seeds/a.yaml:3: wrong"),
            "no brief has changed (0.1 s); 2 errors, 3 warnings; seeds/a.yaml:3: wrong\n",
        ),
        (Finished((), 5, warnings=1, is_of_files=True), "finished files checked (5.0 s); 1 warning\n"),
        (Finished((), 5, failure="no report in seeds"), "error: no report in seeds\n"),
    ],
)
def test_a_round_of_building_is_a_line(finished: Finished, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    terminal = Printed(quiet=False)
    terminal.finished(finished)
    assert told(capsys) == line
    terminal.finished(finished)
    assert told(capsys) == (line if finished.built else "")


def test_with_quiet_only_errors_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    terminal = Printed(quiet=True)
    terminal.finished(Finished(("h/a/brief",), 0.3, warnings=1))
    assert told(capsys) == ""
    terminal.finished(Finished((), 0.3, errors=1, first="a: wrong"))
    terminal.mistaken("building", "Traceback")
    terminal.warned("It was started again.")
    assert told(capsys).splitlines() == [
        "no brief has changed (0.3 s); 1 error; a: wrong",
        "error: the program failed at building; please report this:",
        "Traceback",
        "warning: It was started again.",
    ]


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--port", "65536"], 2, "is not a port"),
        (["--port", "x"], 2, "is not a port"),
        (["--editor", "foo"], 1, 'no editor is known by the name "foo"'),
    ],
)
def test_what_cannot_be_meant_is_refused(
    options: list[str], code: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        found = main(["preview", "--project", str(tmp_path), *options])
    except SystemExit as error:
        found = int(error.code or 0)
    assert found == code
    assert said in capsys.readouterr().err


def test_packages_that_are_not_installed_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped: list[bool] = []
    load = builtins.__import__

    def lacking(name: str, *given: Any) -> Any:
        if name == "briefs.preview.serving.running":
            raise ModuleNotFoundError("none", name="uvicorn")
        return load(name, *given)

    started: list[Any] = []
    monkeypatch.setattr(worker_client.WorkerClient, "_start", lambda self: started.append(self._start_process))
    monkeypatch.setattr(worker_client.WorkerClient, "stop", lambda self: stopped.append(True))
    monkeypatch.setattr(builtins, "__import__", lacking)
    monkeypatch.chdir(tmp_path)
    assert main(["preview", "--project", "."]) == 1
    assert started[0].args[0].root == tmp_path, "by its path: another folder may take its place"
    assert "the preview needs uvicorn, which is not installed (run make briefs" in capsys.readouterr().err
    assert stopped
