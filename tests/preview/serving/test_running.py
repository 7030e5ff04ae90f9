"""`briefs preview` as a whole: it follows the files, survives what happens to them and to its worker, and ends."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.builders import REPOSITORY, write_project
from tests.preview.running_preview import RunningPreview, is_running, running_preview

BRIEF = "harbour/captains/brief"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_project(tmp_path_factory.mktemp("preview") / "project")


@pytest.fixture(scope="module")
def preview(root: Path) -> Iterator[RunningPreview]:
    with running_preview(root) as running:
        yield running


@pytest.fixture(autouse=True)
def interruptible() -> Iterator[None]:
    """Ctrl-C is not ignored, as it is in what a shell runs in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def of_brief(state: dict[str, Any]) -> dict[str, Any]:
    return next((one for one in state["briefs"] if one["id"] == BRIEF and one["version"]), {})


def is_done(state: dict[str, Any]) -> bool:
    return bool(of_brief(state).get("is_current"))


def test_briefs_are_shown_and_follow_the_files(preview: RunningPreview, root: Path) -> None:
    state = preview.state_when(is_done)
    assert (state["problems"], state["failure"]) == ([], "")
    assert preview.ask("GET", f"/frame?brief={BRIEF}")[2].count(b"fewer boats") == 0
    file = root / "seeds/harbour/blocks/fact.yaml"
    text = file.read_text(encoding="utf-8")
    version = of_brief(state)["version"]
    file.write_text(
        text.replace("a shared timetable would reduce waiting.", "a shared timetable would reduce"), "utf-8"
    )
    half = preview.state_when(lambda now: of_brief(now)["version"] != version or now["problems"])
    file.write_text(text[: len(text) // 2] + "\n  - {", encoding="utf-8")
    broken = preview.state_when(lambda now: now["problems"] and now["generation"] > half["generation"])
    assert "seeds/harbour/blocks/fact.yaml" in {one["link"]["path"] for one in broken["problems"]}
    assert of_brief(broken)["version"], "the last good state is still there"
    assert preview.ask("GET", f"/frame?brief={BRIEF}")[0] == 200
    file.write_text(text, encoding="utf-8")
    preview.state_when(lambda now: is_done(now) and not now["problems"])


@pytest.mark.slow
def test_a_worker_that_is_killed_comes_back(preview: RunningPreview) -> None:
    before = preview.state_when(is_done)
    (worker,) = preview.workers()
    os.kill(worker, signal.SIGKILL)
    lost = preview.state_when(lambda now: now["failure"])
    assert [one["id"] for one in lost["briefs"]] == [one["id"] for one in before["briefs"]]
    assert not is_running(worker)
    after = preview.state_when(lambda now: is_done(now) and not now["failure"])
    assert of_brief(after)["version"] == of_brief(before)["version"]
    assert after["generation"] > before["generation"]
    assert "ended unexpectedly" in preview.told
    assert "Traceback" not in preview.told


@pytest.mark.slow
def test_the_page_can_have_everything_written(preview: RunningPreview, root: Path) -> None:
    preview.state_when(is_done)
    built = preview.post("/build")
    assert built["problems"] == []
    assert all((root / path).is_file() for path in built["written"])
    assert {Path(path).suffix for path in built["written"]} >= {".pdf", ".docx", ".html"}


def test_a_second_preview_takes_the_next_port(preview: RunningPreview, root: Path) -> None:
    with running_preview(root, port=preview.port) as second:
        assert second.port > preview.port


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)])
def test_it_ends_at_once_and_leaves_nothing(number: int, code: int, root: Path) -> None:
    with running_preview(root) as running:
        workers = running.workers()
        assert workers
        stream = running.connection()
        stream.request("GET", "/events", headers=running.headers("GET"))
        assert stream.getresponse().readline() == b"retry: 500\n"
        half = socket.create_connection(("127.0.0.1", running.port))  # a request that never ends
        half.sendall(b"GET /")
        start = time.monotonic()
        os.kill(running.process.pid, number)
        assert running.process.wait(10) == code
        while any(map(is_running, workers)):
            assert time.monotonic() < start + 10
            time.sleep(0.01)
        half.close()
        stream.close()
        assert running.told in ("", "interrupted\n", "ended\n")


@pytest.mark.parametrize("seconds", [0.1, 0.25, 0.4])
def test_ctrl_c_at_the_terminal_ends_all_of_it_also_while_it_starts(seconds: float, root: Path) -> None:
    command = [sys.executable, "-m", "briefs", "preview", "--no-open", "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with subprocess.Popen(
        command, cwd=root, env=environment, text=True, start_new_session=True, stdout=-1, stderr=-1
    ) as process:
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=10)  # the worker would hold the pipes open
    assert process.returncode in (130, -signal.SIGINT)
    if process.returncode == 130:
        assert re.fullmatch("interrupted(; the last build is unchanged)?\n", told)


def test_neither_other_commands_nor_the_server_load_what_they_do_not_need() -> None:
    serving = ("starlette", "uvicorn", "watchfiles", "anyio", "h11")
    heavy = ("briefs.pipeline", "briefs.render", "briefs.preview.worker", "weasyprint", "pydantic", "jinja2", "docx")
    other = f"import sys, briefs.cli.build, briefs.pipeline.build, briefs.cli.arguments; {_loaded(serving)}"
    server = f"import sys, briefs.cli.preview, briefs.preview.serving.running; {_loaded(heavy)}"
    for code in (other, server):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=REPOSITORY, check=True)
        assert done.stdout == "[]\n"


def _loaded(names: tuple[str, ...]) -> str:
    return f"print([name for name in {names!r} if name in sys.modules])"
