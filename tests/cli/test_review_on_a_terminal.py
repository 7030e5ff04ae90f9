"""`briefs review` as somebody sees it who sits at a terminal: a real one, with files that came back."""

from __future__ import annotations

import os
import re
import select
import shutil
import signal
import sys
import time
from pathlib import Path

import pytest

from briefs.cli import main
from tests.builders import REPOSITORY, write_project
from tests.reviewed import FACTS
from tests.tracked_edits import tracked

pty = pytest.importorskip("pty")


INTERRUPT = "\x03"
QUESTION = "help [a,r,e,l,q,?]?"


@pytest.fixture(scope="module")
def returned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose captains' draft came back from Ann with one word changed."""
    root = tmp_path_factory.mktemp("returned")
    write_project(root)
    assert main(["build", "--project", str(root), "--format", "docx", "--quiet", "--audience", "captains"]) == 0
    (draft,) = root.glob("build/*.docx")
    (root / "ann.docx").write_bytes(tracked(draft.read_bytes(), "would reduce waiting", "would cut waiting", "Ann"))
    return root


def test_a_proposal_is_accepted_on_a_terminal(returned: Path, tmp_path: Path) -> None:
    shutil.copytree(returned, tmp_path, dirs_exist_ok=True)
    before = (tmp_path / FACTS).read_bytes()
    said = on_a_terminal(tmp_path, ["review", "ann.docx"], {QUESTION: "a\n"})
    assert "1/1 \x1b[1m" in said
    assert "would \x1b[31m[-reduce-]\x1b[0m\x1b[32m{+cut+}\x1b[0m waiting." in re.sub(r"\s*\r\n\s*", " ", said)
    assert "1 accepted, 0 rejected, 0 still open" in said
    assert (tmp_path / FACTS).read_bytes() == before.replace(b"would reduce waiting.", b"would cut waiting.")
    assert "decision: accepted" in (tmp_path / "reviews/HB-CAP_0.1_draft/decisions.yaml").read_text()
    assert "name: " in (tmp_path / "reviews/HB-CAP_0.1_draft/answers.yaml").read_text()


@pytest.mark.slow
def test_a_review_that_is_interrupted_says_what_is_kept(returned: Path, tmp_path: Path) -> None:
    shutil.copytree(returned, tmp_path, dirs_exist_ok=True)
    before = (tmp_path / FACTS).read_bytes()
    said = on_a_terminal(tmp_path, ["review", "ann.docx"], {QUESTION: INTERRUPT}, code=130)
    assert "interrupted; what was decided until then is kept" in said
    assert (tmp_path / FACTS).read_bytes() == before
    assert [path.name for path in (tmp_path / "reviews").iterdir()] == ["HB-CAP_0.1_draft"], "the lock is gone"


def on_a_terminal(folder: Path, arguments: list[str], answers: dict[str, str], code: int = 0) -> str:
    """What a call prints on a terminal, where somebody types each of `answers` once its question stands there."""
    child, terminal = pty.fork()
    if child == 0:  # pragma: no cover - another process
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # shells let what runs in the background ignore it
        os.chdir(folder)
        more = {"PYTHONPATH": str(REPOSITORY), "TERM": "xterm", "COLUMNS": "100"}
        kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "VISUAL", "EDITOR")}
        os.execve(sys.executable, [sys.executable, "-m", "briefs", *arguments], kept | more)
    said, typed, left, end = "", "", dict(answers), time.monotonic() + 60
    while True:
        if not select.select([terminal], [], [], 2)[0]:
            if time.monotonic() > end:
                os.kill(child, signal.SIGKILL)  # it waits for something that nobody types
                break
            if typed == INTERRUPT:  # it came between the question and the wait for its answer, and nobody saw it
                os.write(terminal, typed.encode())
            continue
        try:
            got = os.read(terminal, 4096)
        except OSError:  # the other side has ended
            break
        if not got:
            break
        said += got.decode(errors="replace")
        for question in [one for one in left if one in said]:
            typed = left.pop(question)
            os.write(terminal, typed.encode())
    os.close(terminal)
    _, status = os.waitpid(child, 0)
    assert (os.waitstatus_to_exitcode(status), left) == (code, {}), said
    return said
