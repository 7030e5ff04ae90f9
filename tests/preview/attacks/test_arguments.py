"""Attacks by what is asked of the worker, from a page that has the cookie and the key: nothing that is no part of the
project can be read or written, and nothing that can be sent ends in an error of the program."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.builders import contents, write_project
from tests.preview.running_preview import RunningPreview, running_preview

pytestmark = pytest.mark.slow

ASKED = ("frame", "pages", "picture/x.png", "unit", "report", "block", "what-if", "proposals", "state", "assets/x.js")
SAID = ("check", "save", "candidate", "decide", "watch", "offered")
NAMES = ("brief", "report", "block", "unit", "status", "sheet", "name", "width", "pages", "words", "address")
HOSTILE = (
    "",
    "..",
    "../../etc/passwd",
    "/etc/passwd",
    "harbour/../../..",
    "file:///etc/passwd",
    "\\\\host\\share",
    "\ud800",
    "\U0010ffff\ufffe",
    "\u202e",
    "a\x00b",
    "\x1b]0;owned\x07",
    "9" * 500,
    "-1",
    "1e999",
    "{{ 7 * 7 }}",
    "__class__",
    "*",
    "%s%n",
    "<script>",
    "x" * 150_000,
)
ODD: tuple[Any, ...] = (None, True, 0, -1, 1e308, [], [[]], {}, {"__proto__": {}}, ["a"] * 2000)


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of the same person that is no part of the project, with a file of blocks in it."""
    folder = tmp_path_factory.mktemp("home") / "private"
    folder.mkdir()
    return folder


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory, outside: Path) -> Iterator[RunningPreview]:
    """A project in which one file of blocks is a link that leads out, and the folder of candidates is too."""
    root = write_project(tmp_path_factory.mktemp("linked"))
    blocks = root / "seeds" / "harbour" / "blocks"
    (blocks / "fact.yaml").rename(outside / "fact.yaml")
    (blocks / "fact.yaml").symlink_to(outside / "fact.yaml")
    (outside / "proposed").mkdir()
    (blocks / "proposed").symlink_to(outside / "proposed")
    with running_preview(root) as running:
        running.state_when(lambda state: state["briefs"] and not state["building"])
        yield running


def test_hostile_arguments_are_refused_in_words(preview: RunningPreview) -> None:
    """Whatever a query or a body says (CWE-20): no error of the program, and nothing of it raw in the terminal."""
    for path, value in itertools.product(ASKED, HOSTILE):
        for name in NAMES if len(value) < 20 else ("brief",):
            encoded = quote(value, errors="surrogatepass") if len(value) < 3000 else value[:3000]
            status, _, body = preview.ask("GET", f"/{path}?{name}={encoded}")
            assert status != 500, (path, name, value, body)
            assert b"root:" not in body
    told = preview.told
    assert "Traceback" not in told
    assert "\x1b" not in told


def test_hostile_bodies_are_refused_in_words(preview: RunningPreview) -> None:
    """The same by JSON, with values of all types."""
    edit = {"report": "harbour", "block": "rec.tides", "name": "ask", "value": "Publish the tides.", "version": ""}
    before = contents(preview.root / "seeds")
    for path, value in itertools.product(SAID, (*HOSTILE, *ODD)):
        for given in (
            value,
            {"report": value},
            {**edit, "value": value},
            {**edit, "name": value},
            {**edit, "block": value},
        ):
            status, _, body = preview.ask("POST", f"/{path}", given)
            assert status != 500, (path, given, body)
    for text in ("{", "[" * 50_000, '{"a": NaN}', '{"value": "\\ud800"}', "\xff", '{"a": 1' + "0" * 5000 + "}"):
        status, _, body = preview.ask("POST", "/check", text)
        assert status in (400, 404), (text[:20], body)
    assert contents(preview.root / "seeds") == before
    assert "Traceback" not in preview.told


def test_nothing_is_written_where_a_link_leads(preview: RunningPreview, outside: Path) -> None:
    """Links out of the project (CWE-59), as a project that came from elsewhere may have them."""
    before = {**contents(outside), **{str(path): b"" for path in outside.parent.rglob("*")}}
    edit = {"report": "harbour", "block": "fact.timetable", "name": "short", "value": "Most keepers agreed."}
    view = preview.ask("GET", "/block?report=harbour&block=fact.timetable")
    version = json.loads(view[2]).get("version", "") if view[0] == 200 else ""
    saved = preview.ask("POST", "/save", {**edit, "version": version})
    assert saved[0] in (200, 503), saved
    assert b'"saved"' not in saved[2]
    written = preview.ask(
        "POST", "/candidate", {"report": "harbour", "address": "p1", "start": 0, "end": 30, "kind": "fact"}
    )
    assert written[0] >= 400, written
    assert {**contents(outside), **{str(path): b"" for path in outside.parent.rglob("*")}} == before
