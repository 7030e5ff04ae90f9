"""Links that open an editor, and addresses that open none."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from briefs.model.diagnostics import BriefsError, Place
from briefs.preview.answers.editor_links import EDITORS, NO_EDITOR, Links, editor_template
from briefs.preview.shown.state_views import Link
from tests.builders import REPOSITORY

ROOT = Path("/home/ana/Our briefs")
PLACE = Place("seeds/q&a #1/blocks/a+b.yaml", 12)


def _opened(href: str) -> str:
    """The path that an editor opens, without the line."""
    parts = urlsplit(href)
    asked = parse_qs(parts.query)
    found = (asked.get("file") or asked.get("url") or [unquote(parts.path).rpartition(":")[0]])[0]
    return found.removeprefix("file://")


@pytest.mark.parametrize("editor", EDITORS)
def test_each_editor_is_told_the_whole_path_and_the_line(editor: str) -> None:
    href = Links(ROOT, editor_template(editor)).to(PLACE).href
    assert _opened(href) == f"{ROOT}/{PLACE.path}"
    assert href.endswith((":12", "line=12"))
    assert " " not in href


def test_a_link_keeps_what_people_read() -> None:
    link = Links(ROOT, editor_template("vscode")).to(Place("templates/ministers.md", 3))
    assert link == Link("templates/ministers.md", 3, "", "vscode://file/home/ana/Our%20briefs/templates/ministers.md:3")


def test_a_file_as_a_whole_opens_at_its_first_line() -> None:
    link = Links(ROOT, editor_template("zed")).to(Place("templates/house.yaml"))
    assert (link.line, link.href) == (0, "zed://file/home/ana/Our%20briefs/templates/house.yaml:1")


def test_in_linux_within_windows_the_editor_is_told_in_which() -> None:
    link = Links(ROOT, editor_template("vscode", "Debian")).to(Place("a.md", 2))
    assert link.href == "vscode://vscode-remote/wsl+Debian/home/ana/Our%20briefs/a.md:2"


def test_nothing_opens_without_an_editor_or_without_lines_that_people_see() -> None:
    assert Links(ROOT, editor_template("none")).to(PLACE).href == ""
    link = Links(ROOT, editor_template("vscode")).to(Place("seeds/a/report.docx", 4, "p. 2, I ¶ 1"))
    assert (link.within, link.href) == ("p. 2, I ¶ 1", "")


def test_a_template_of_ones_own_is_used() -> None:
    links = Links(ROOT, editor_template("my-editor://{path}?at={line}"))
    assert links.to(Place("a.md", 2)).href == "my-editor:///home/ana/Our%20briefs/a.md?at=2"


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        ("vscod", 'no editor is known by the name "vscod"'),
        ("javascript://{path}", 'begins with "javascript:"'),
        ("JavaScript://%0aalert(1)//{path}", 'begins with "JavaScript:"'),
        ("javascript:alert({path})", "is not an address that opens an editor"),
        ("java\tscript://{path}", "is not an address that opens an editor"),
        (" http://example.org/{path}", "is not an address that opens an editor"),
        ("https://example.org/{path}", 'begins with "https:"'),
        ("data:text/html,{path}", "is not an address that opens an editor"),
        ("file://{path}", 'begins with "file:"'),
        ("{path}://a", "is not an address that opens an editor"),
        ("my://open", "does not have {path}"),
        ("my://{path}:{column}", "has {column}, which means nothing"),
        ("my://{path}{", "has {, which means nothing"),
    ],
)
def test_what_opens_no_editor_is_refused_in_words(editor: str, said: str) -> None:
    with pytest.raises(BriefsError) as caught:
        editor_template(editor)
    assert said in caught.value.message
    assert caught.value.hint


def test_the_docs_name_all_editors() -> None:
    told = (REPOSITORY / "docs" / "commands.md").read_text(encoding="utf-8")
    assert [name for name in (*EDITORS, NO_EDITOR) if f"`{name}`" not in told] == []


def test_names_need_be_no_utf_8() -> None:
    assert _opened(Links(ROOT, editor_template("zed")).to(Place("seeds/Ann\udce9e.yaml")).href).endswith(
        "Ann\ufffde.yaml"
    )
    assert "Ann%E9e" in Links(ROOT, editor_template("vscode")).to(Place("seeds/Ann\udce9e.yaml", 1)).href
