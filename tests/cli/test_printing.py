"""What arrives on a terminal, and elsewhere."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefs.cli import main
from tests.builders import BLOCKS, REPORT, REPOSITORY, TEMPLATES, write_project
from tests.cli.test_running import session

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
ESCAPE = "\x1b]0;taken\x07\x9b2J"


def on_terminal(root: Path, columns: int, *arguments: str, **environment: str) -> str:
    """What a call prints to a terminal that is so many columns wide, with the live line taken away."""
    process, terminal = pty.fork()
    if process == 0:
        settings = {"PYTHONPATH": str(REPOSITORY), "COLUMNS": str(columns), "TERM": "xterm", **environment}
        kept = {name: value for name, value in os.environ.items() if "COLOR" not in name}
        os.chdir(root)
        os.execve(sys.executable, [sys.executable, "-m", "briefs", *arguments], {**kept, **settings})
    printed = b""
    while chunk := _read(terminal):
        printed += chunk
    os.waitpid(process, 0)
    os.close(terminal)
    return re.sub(r"\r\x1b\[K[^\r]*(?=\r\x1b\[K)|\r\x1b\[K", "", printed.decode().replace("\r\n", "\n"))


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project in which a unit is left out."""
    captains = TEMPLATES["captains"].replace("pages: 1", "pages: 1\nwords: 16").replace("paragraph(", "statements(")
    return write_project(tmp_path / "project", templates={**TEMPLATES, "captains": captains})


@pytest.mark.slow
def test_errors_are_in_colour_on_a_terminal(root: Path) -> None:
    (root / "templates/clerks.md").write_text(TEMPLATES["clerks"].replace("statements(", "statement("))
    said = on_terminal(root, 80, "build")
    assert "\x1b[1mtemplates/clerks.md:13\x1b[0m: \x1b[1;31merror:\x1b[0m " in said
    assert '\x1b[36m  hint: did you mean "statements"?\x1b[0m' in said
    assert "\x1b[1;31m1 error; nothing was written\x1b[0m" in said
    assert COLOUR.search(on_terminal(root, 80, "build", "--audience", "clerk"))
    plain = on_terminal(root, 80, "build", NO_COLOR="1")
    assert plain == COLOUR.sub("", said)
    assert not COLOUR.search(on_terminal(root, 80, "build", "--json"))


@pytest.mark.slow
def test_colours_are_printed_elsewhere_only_if_that_is_demanded(root: Path) -> None:
    assert (
        b"\x1b" not in session(root, "unset FORCE_COLOR CLICOLOR_FORCE; briefs blocks; briefs build --report x").stderr
    )
    assert b"\x1b[1;31m" in session(root, "FORCE_COLOR=1 briefs build --report x").stderr
    assert b"\x1b[1mid" in session(root, "FORCE_COLOR=1 briefs blocks").stdout


@pytest.mark.slow
@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("command", ["fit", "blocks", "build --audience clerks --format html", "show fact.timetable"])
def test_lines_are_no_wider_than_the_terminal(root: Path, columns: int, command: str) -> None:
    lines = COLOUR.sub("", on_terminal(root, columns, *command.split())).splitlines()
    wide = [
        line for line in lines if len(line) > columns and not re.match(r"(captains|clerks|reserved|pages): |.*/", line)
    ]
    assert lines
    assert wide == []


def test_what_becomes_of_units_is_grouped_by_section_on_a_terminal(root: Path) -> None:
    lines = COLOUR.sub("", on_terminal(root, 80, "fit", "--audience", "captains")).splitlines()
    assert [line.rstrip() for line in lines[2:9]] == [
        "Issue",
        "u1    Most keepers agreed that a share…  fact.timetable    1.0  must    printed",
        "u2    Ferries that share a timetable c…  fact.bicycles     1.0  could   left out",
        "      could; needs 13 words, 1 is free",
        "Captains are invited to",
        "u3    Publish the tides each week.       rec.tides         1.0  could   printed",
        lines[8],
    ]


@pytest.mark.slow
def test_a_build_says_which_edition_the_pages_are_of(root: Path) -> None:
    lines = COLOUR.sub("", on_terminal(root, 100, "build", "--audience", "captains", "--format", "pdf")).splitlines()
    assert lines[0].split("  ")[0] == "brief"
    assert re.sub(" {2,}", "|", lines[0]) == "brief|edition|pages|cleared on A4|last page|words|units|files"
    assert re.sub(" {2,}", "|", lines[1]).startswith("captains|draft|")
    assert lines[3].startswith("  left out: “Ferries that share")
    cleared = on_terminal(root, 100, "build", "--audience", "captains", "--format", "pdf", "--status", "cleared")
    assert re.sub(" {2,}", "|", COLOUR.sub("", cleared).splitlines()[0]) == "brief|pages|last page|words|units|files"


@pytest.mark.slow
def test_no_control_character_of_a_file_reaches_the_terminal(tmp_path: Path) -> None:
    blocks = {**BLOCKS, "fact": BLOCKS["fact"].replace("would reduce waiting.", '"would reduce waiting')}
    text = BLOCKS["fact"].replace('"Ferries that share … the winter months"', '"Ferries \\e]0;taken\\a that"')
    root = write_project(
        tmp_path,
        report=REPORT.replace("east quay", f"east {ESCAPE}quay"),
        blocks={**blocks, "fact": text},
        templates={**TEMPLATES, f"x{ESCAPE[:4]}": TEMPLATES["clerks"]},
    )
    for command in ("build", "blocks", "report", "show fact.bicycles", "fit --json", "blocks --json", "report --json"):
        ended = session(root, f"briefs {command}")
        assert b"\x1b" not in ended.stdout + ended.stderr, command
        assert b"\x07" not in ended.stdout + ended.stderr, command
        assert b"\xc2\x9b" not in ended.stdout + ended.stderr, command


def test_json_has_every_character_all_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_project(tmp_path, report=REPORT.replace("the east quay", "the\x9b east\x7f quay"))
    main(["report", "--json", "--project", str(root)])
    printed = capsys.readouterr().out
    assert r"\u009b" in printed
    assert "\x9b east\x7f quay" in json.dumps(json.loads(printed), ensure_ascii=False)


@pytest.mark.skipif(sys.platform != "linux", reason="limits of files are not the same elsewhere")
@pytest.mark.parametrize("unbuffered", ["1", ""])
def test_output_that_does_not_fit_is_told(tmp_path: Path, unbuffered: str) -> None:
    program = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)); from briefs.cli import main; main()"
    )
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered, "PYTHONPATH": str(REPOSITORY)}
    with (tmp_path / "printed.txt").open("w") as file:
        process = subprocess.run(
            [sys.executable, "-c", program, "help"], env=environment, stdout=file, stderr=-1, text=True, check=False
        )
    assert process.stderr == "error: standard output: File too large\n"
