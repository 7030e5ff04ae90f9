"""A command that takes too much, crashes or fails is one diagnostic; one that ends by itself ends as it would alone."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefs.cli.supervision import watches
from tests.builders import REPOSITORY

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux can watch over processes")

PROGRAM = """
import os, signal, sys, types
from briefs.model import limits, present_step
limits.LONGEST_STEP = limits.LONGEST_SLOW_STEPS = 0.3
limits.LARGEST_MEMORY = 200 * limits.MB

def run(arguments, call):
    present_step.doing("clerks: composing")
    present_step.uses("templates/clerks.md")
{work}

running = types.ModuleType("briefs.cli.running")
running.run = run
sys.modules["briefs.cli.running"] = running
from briefs.cli import main
raise SystemExit(main())
"""
"""The program, with work of our own in place of what it does."""

FORK = "if os.fork(): os.wait(); return 0\n"


def command(work: str) -> list[str]:
    """A command that does `work`."""
    indented = "\n".join(f"    {line}" for line in work.splitlines())
    return [sys.executable, "-c", PROGRAM.replace("{work}", indented), "fit"]


def environment(folder: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BRIEFS_")}
    return {**kept, "PYTHONPATH": str(REPOSITORY), "XDG_CACHE_HOME": str(folder / "cache"), **more}


def ended(folder: Path, work: str, **more: str) -> subprocess.CompletedProcess[str]:
    """How a command that does `work` ends."""
    with_limit = {"capture_output": True, "text": True, "timeout": 60, "check": False}
    return subprocess.run(command(work), env=environment(folder, **more), cwd=folder, **with_limit)  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize(
    ("work", "code"),
    [
        ("while True: pass", "too-slow"),
        (f"{FORK}while True: pass", "too-slow"),
        ("for _ in range(99): present_step.doing('more'); step = sum(range(10**8))", "too-slow"),
        ("'a' * 10**9", "too-much-memory"),
        ("kept = [bytearray(10**6) for _ in range(10**6)]", "too-much-memory"),
        ("raise ImportError('libx: cannot allocate memory in static TLS block')", "too-much-memory"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "too-much-memory"),
        ("os.kill(os.getpid(), signal.SIGSEGV)", "program-failed"),
        ("os.abort()", "program-failed"),
        ("def deep(): return deep()\ndeep()", "program-failed"),
    ],
    ids=[
        "loop",
        "loop of another process",
        "slow steps",
        "long text",
        "many",
        "library",
        "kill",
        "segv",
        "abort",
        "deep",
    ],
)
def test_what_ends_a_command_is_one_diagnostic(tmp_path: Path, work: str, code: str) -> None:
    process = ended(tmp_path, work)
    assert (process.returncode, process.stdout) == (1, "")
    first, hint, count = process.stderr.splitlines()
    assert first.endswith(f"; nothing was written [{code}]")
    assert "composing" in first or "more" in first
    assert hint.startswith("  hint: ")
    assert count == "1 error"


def test_a_new_build_is_not_denied(tmp_path: Path) -> None:
    process = ended(tmp_path, "present_step.wrote('build')\nos.abort()")
    assert "(SIGABRT); build has the new build all the same [program-failed]" in process.stderr


def test_what_one_needs_for_mending_is_kept_or_printed(tmp_path: Path) -> None:
    work = "raise ValueError('nobody expected this')"
    assert "failures/traceback.txt" in ended(tmp_path, work).stderr
    assert "nobody expected this" in (tmp_path / "cache/briefs/failures/traceback.txt").read_text(encoding="utf-8")
    assert "nobody expected this" in ended(tmp_path, work, BRIEFS_TRACEBACK="1").stderr


@pytest.mark.parametrize(
    ("work", "code", "told"),
    [
        ("return 0", 0, ""),
        ("raise SystemExit(2)", 2, ""),
        ("print('told', file=sys.stderr)\nreturn 1", 1, "told\n"),
        ("os.kill(os.getpid(), signal.SIGINT)", 130, "interrupted; the last build is unchanged\n"),
        ("os.kill(os.getppid(), signal.SIGTERM)\nsignal.pause()", 143, "ended; the last build is unchanged\n"),
        ("os.killpg(0, signal.SIGTERM)\nsignal.pause()", 143, "ended; the last build is unchanged\n"),
        ("print(sys.stdin.read(), file=sys.stderr)\nreturn 0", 0, "typed\n"),
    ],
    ids=["well", "usage", "errors", "ctrl-c", "ended", "all ended", "input"],
)
def test_a_command_ends_as_it_would_alone(tmp_path: Path, work: str, code: int, told: str) -> None:
    process = subprocess.run(
        command(work),
        input="typed",
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        start_new_session=True,
    )
    assert (process.returncode, process.stderr) == (code, told)


def test_patience_gives_more_time_and_memory(tmp_path: Path) -> None:
    work = "text = 'a' * 300_000_000\nreturn 0"
    assert ended(tmp_path, work).returncode == 1
    assert ended(tmp_path, work, BRIEFS_PATIENCE="4").returncode == 0


def test_nothing_goes_on_once_the_one_that_watches_is_killed(tmp_path: Path) -> None:
    work = "if os.fork(): os.wait()\nprint(os.getpid(), flush=True)\nwhile True: signal.pause()"
    with subprocess.Popen(
        command(work), env=environment(tmp_path), cwd=tmp_path, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        number = int(process.stdout.readline())
        process.kill()
    for _ in range(500):
        if is_gone(number):
            break
        time.sleep(0.01)
    assert is_gone(number)


def is_gone(number: int) -> bool:
    """Whether a process has ended, also if nobody has taken note of it."""
    try:
        return Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(") ")[2].startswith("Z")
    except OSError:
        return True


def test_the_preview_runs_as_long_as_somebody_wants_it() -> None:
    assert not watches(["preview", "--no-open"])
    assert all(map(watches, ([], ["build"], ["_complete", "preview"])))
