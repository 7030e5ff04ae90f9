"""Sessions of the command line, in `*.md` beside this file: a call, what it prints, and how it ends.

    $ briefs blocks --kind fact
    what standard output has
    ! what standard error has
    = 1

A session runs in a tiny project (`tests.builders`); each fenced block is one session. Lines without a mark are standard
output; `= 0` and the usage that argparse prints are left out. Before the first call, `+ FILE` puts the lines indented
below it into a file of the project, `- FILE` takes a file away, and `~ FILE: old => new` changes a file; the
last may also stand between two calls.
`* FILE.docx: old => new (Jane)` is the captains' draft as it comes back from Jane, with words changed and tracked;
without a name in brackets, they are changed without a trace. A title that ends
with "(slow)" makes its session a slow test.
"""

from __future__ import annotations

import re
import shlex
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from briefs.cli import main
from tests.builders import write_project
from tests.tracked_edits import tracked, untracked

HERE = Path(__file__).parent


@dataclass
class Call:
    """A call as written: the line, what is expected of it, and what is changed before it."""

    line: str
    stdout: list[str] = field(default_factory=list)
    stderr: list[str] = field(default_factory=list)
    code: int = 0
    changes: list[str] = field(default_factory=list)


@dataclass
class Session:
    """Calls in order, each with the changes to the project that are made before it."""

    calls: list[Call] = field(default_factory=list)


def read_session(text: str) -> Session:
    session = Session()
    changes: list[str] = []
    for line in text.splitlines():
        if line.startswith("$ briefs "):
            session.calls.append(Call(line.removeprefix("$ briefs "), changes=changes))
            changes = []
        elif not session.calls or line.startswith("~ "):
            changes.append(line)
        elif line.startswith("= "):
            session.calls[-1].code = int(line.removeprefix("= "))
        elif line == "!" or line.startswith("! "):
            session.calls[-1].stderr.append(line[2:])
        else:
            session.calls[-1].stdout.append(line)
    assert session.calls, "a session without a call"
    return session


def sessions() -> list[Any]:
    found = []
    for path in sorted(HERE.glob("*.md")):
        title = ""
        text = path.read_text(encoding="utf-8")
        for match in re.finditer(r"^## ([^\n]+)$|^```\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
            if match[1]:
                title = match[1]
            else:
                marks = [pytest.mark.slow] if title.endswith("(slow)") else []
                found.append(pytest.param(read_session(match[2]), id=f"{path.stem}: {title}", marks=marks))
    return found


def prepare(call: Call, root: Path) -> None:
    """Change the project in `root` as a session says before `call`."""
    target: Path | None = None
    for line in call.changes:
        mark, _, rest = line.partition(" ")
        if mark == "+":
            target = root / rest
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text("")
        elif target is not None and (line.startswith("    ") or not line):
            target.write_text(target.read_text() + line[4:] + "\n")
        elif mark == "*":
            _return(root, rest)
        elif mark == "-":
            (root / rest).unlink()
        else:
            assert mark == "~", f"a line of a session that means nothing: {line!r}"
            name, _, change = rest.partition(": ")
            old, _, new = change.partition(" => ")
            text = (root / name).read_text()
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
            (root / name).write_text(text.replace(old, new))


def _return(root: Path, change: str) -> None:
    """Edit a copy of the captains' draft, which is built for that."""
    found = re.fullmatch(r"(\S+): (.*) => (.*?)(?: \((\w+)\))?", change)
    assert found, f"a line of a session that means nothing: {change!r}"
    name, old, new, author = found.groups()
    if not (root / "build").exists():
        _build(root)
    (draft,) = root.glob("build/*captains*.docx")
    file = (root / name if (root / name).exists() else draft).read_bytes()
    (root / name).write_bytes(tracked(file, old, new, author) if author else untracked(file, old, new))


BUILT: dict[bytes, Path] = {}
"""The folders of builds, by what the project said: building again would take longest."""


def _build(root: Path) -> None:
    said = b"".join(path.read_bytes() for path in sorted(root.glob("*/**/*")) if path.is_file())
    if said not in BUILT or not BUILT[said].is_dir():
        assert main(["build", "--project", str(root), "--format", "docx", "--quiet"]) == 0
        BUILT[said] = shutil.copytree(root / "build", root.with_name(f"{root.name}-built"))
    else:
        shutil.copytree(BUILT[said], root / "build")


@pytest.mark.parametrize("session", sessions())
def test_a_session_prints_what_is_written(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")  # argparse breaks its lines there
    for call in session.calls:
        prepare(call, tmp_path)
        capsys.readouterr()
        try:
            code = main(shlex.split(call.line))
        except SystemExit as exit_:
            code = int(exit_.code or 0)
        printed = capsys.readouterr()
        assert (printed.out.splitlines(), stated(printed.err), code) == (call.stdout, call.stderr, call.code)


def stated(stderr: str) -> list[str]:
    """Lines of standard error without how argparse words usage, which is not the same in all versions of Python."""
    stderr = re.sub(r"^usage: .*\n(?: .*\n)*", "", stderr)
    return re.sub(r" \(choose from .*\)", "", stderr).splitlines()
