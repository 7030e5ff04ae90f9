"""Whatever in a project names a file or an address outside: no word of it comes into what is written or printed, nobody
is called, and nothing outside is changed."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.builders import write_project
from tests.distribution import ANN, HEAD
from tests.hostile.away import CALL, SECRET, Away, away_from, holders
from tests.hostile.doors import DOORS
from tests.projects import run
from tests.sampling import every

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture
def away(tmp_path: Path) -> Iterator[Away]:
    """What lies outside, in a folder beside the project."""
    with away_from(tmp_path / "away") as found:
        yield found


FORMATS = [word for each in ("html", "pdf", "docx") for word in ("--format", each)]
OF_REPORTS = ("fit --audience captains", "show fact.timetable", "blocks", "report", "audit", "draw --dry-run")


def commands(root: Path, door: str) -> list[list[str]]:
    """What is done with a project behind a door, besides building it; what is written is below it."""
    reads_more = door.startswith(("a link", "blocks", "report.yaml", "house.yaml: an", "a template: an i"))
    reference = root / "templates" / "layout" / "reference.docx"
    return [
        ["check"],
        *(words.split() for words in OF_REPORTS if reads_more),
        *([["reference", "--check", str(reference)]] if reference.exists() else []),
    ]


AFTER_A_BUILD = [["distribute", "--recipients", "list.csv"], ["publish", "--output", "site"]]


def is_kept_out(root: Path, away: Away, said: str) -> bool:
    """Whether nothing of what lies outside is in what was written, or in what was `said`, and nobody was called."""
    written = [name for folder in ("build", "site") for name in holders(root / folder, SECRET, CALL)]
    assert written == []
    assert SECRET not in said
    return not away.was_called()


@pytest.mark.parametrize("door", every(45, DOORS))
def test_nothing_outside_comes_in_by_a_build(
    door: str, tmp_path: Path, away: Away, capfd: pytest.CaptureFixture[str]
) -> None:
    root = write_project(tmp_path / "deep" / "project")
    DOORS[door](root, away)
    before = away.state()
    run(root, "build", "--audience", "captains", "--format", "html", "--format", "docx")
    assert is_kept_out(root, away, "".join(capfd.readouterr()))
    assert away.state() == before


@pytest.mark.slow
@pytest.mark.parametrize("door", DOORS)
def test_nothing_outside_comes_in_by_any_command(
    door: str, tmp_path: Path, away: Away, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_project(tmp_path / "deep" / "project")
    (root / "list.csv").write_text(HEAD + ANN, encoding="utf-8")
    DOORS[door](root, away)
    before = away.state()
    monkeypatch.chdir(root)
    is_built = run(root, "build", "--audience", "captains", "--status", "cleared", *FORMATS) == 0
    for command in [*commands(root, door), *(AFTER_A_BUILD if is_built else [])]:
        assert _ended(root, command) in (0, 1, 2), command
        assert is_kept_out(root, away, "".join(capfd.readouterr())), command
    assert away.state() == before


@pytest.mark.slow
def test_what_lies_outside_would_be_found(tmp_path: Path, away: Away) -> None:
    """These tests can fail: what holds the words, in whatever form, is seen, and so is a call."""
    root = write_project(tmp_path / "deep" / "project")
    (root / "templates" / "captains.md").write_text(
        (root / "templates" / "captains.md")
        .read_text(encoding="utf-8")
        .replace("a timetable could change", f"a timetable of {SECRET} could change"),
        encoding="utf-8",
    )
    assert run(root, "build", "--audience", "captains", *FORMATS) == 0
    found = {name.partition(":")[0].rpartition(".")[2] for name in holders(root / "build", SECRET)}
    assert {"html", "pdf", "docx"} <= found
    socket.create_connection(away.listener.getsockname()).close()
    assert away.was_called()


@pytest.mark.slow
def test_a_browser_loads_nothing_for_what_a_hostile_project_builds(
    tmp_path: Path, away: Away, browser: Browser, capfd: pytest.CaptureFixture[str]
) -> None:
    opened = 0
    shown = [name for name in DOORS if name.startswith(("screen.css", "a logo", "a block template"))]
    for number, door in enumerate(shown):
        root = write_project(tmp_path / str(number) / "project")
        DOORS[door](root, away)
        run(root, "build", "--audience", "captains", "--format", "html")
        for file in (root / "build").glob("*.html"):
            asked, said = _shown(browser, file)
            opened += 1
            assert [each for each in asked if not each.startswith(("data:", file.as_uri()))] == []
            assert said == [], door
    assert opened > 0
    assert not away.was_called()
    capfd.readouterr()


def _ended(root: Path, command: list[str]) -> int | str | None:
    """The exit code of a command, also of one that names what is not there."""
    try:
        return run(root, *command)
    except SystemExit as ended:
        return ended.code


def _shown(browser: Browser, file: Path) -> tuple[list[str], list[str]]:
    """What a browser asks for to show a file, and what it says in its console."""
    asked: list[str] = []
    said: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(file.as_uri(), wait_until="load")
    page.wait_for_timeout(50)
    page.close()
    return asked, said
