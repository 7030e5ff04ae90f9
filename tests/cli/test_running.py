"""Output that is closed, full, read by nobody, or in an encoding that lacks characters."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefs.cli import main, running
from briefs.model import present_step
from tests.builders import REPOSITORY, TEMPLATES, contents, write_project

HTML = ("build", "--audience", "clerks", "--format", "html")


def session(root: Path, command: str, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    """What the shell makes of `command`, in which `briefs` is the program; `$?` of the program is what it ends with."""
    program = f"briefs() {{ '{sys.executable}' -m briefs \"$@\"; }}; set -o pipefail; {command}"
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONIOENCODING": encoding}
    return subprocess.run(["bash", "-c", program], cwd=root, env=environment, capture_output=True, check=False)


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A project whose mistakes take more to say than a pipe holds."""
    root = write_project(tmp_path)
    (root / "templates/clerks.md").write_text(TEMPLATES["clerks"] + "- words\n" * 2000)
    return root


@pytest.mark.slow
@pytest.mark.parametrize("command", ["briefs build --json | head -1", "briefs build 2>&1 | head -1"])
def test_mistakes_that_nobody_reads_to_the_end_are_mistakes_and_no_more(wrong: Path, command: str) -> None:
    ended = session(wrong, command)
    assert (ended.returncode, ended.stderr) == (1, b"")
    assert len(ended.stdout.splitlines()) == 1


def test_a_list_that_nobody_reads_to_the_end_is_no_mistake(tmp_path: Path) -> None:
    ended = session(write_project(tmp_path), "briefs report --json | true")
    assert (ended.returncode, ended.stderr, ended.stdout) == (0, b"", b"")


@pytest.mark.parametrize(
    "closed", [*(pytest.param(one, marks=pytest.mark.slow) for one in (">&-", "2>&-")), ">&- 2>&-"]
)
def test_a_build_needs_nobody_to_tell(tmp_path: Path, closed: str) -> None:
    root = write_project(tmp_path)
    ended = session(root, f"briefs {' '.join(HTML)} {closed}")
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert sorted(contents(root / "build")) == [
        "editions/HB-CLE_0.1_draft.json.gz",
        "harbour_brief-clerks_v0.1_draft.html",
        "harbour_brief-clerks_v0.1_draft.provenance.json",
        "manifest.json",
    ]


@pytest.mark.slow
def test_mistakes_are_not_told_elsewhere_where_they_cannot_be_told(wrong: Path) -> None:
    ended = session(wrong, "briefs build 2>&-")
    assert (ended.returncode, ended.stdout) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full, a device without any space")
def test_output_that_is_full_is_one_line(tmp_path: Path) -> None:
    ended = session(write_project(tmp_path), "briefs blocks >/dev/full")
    assert (ended.returncode, ended.stderr) == (1, b"error: standard output: No space left on device\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full, a device without any space")
def test_help_that_cannot_be_printed_is_an_error(tmp_path: Path) -> None:
    ended = session(tmp_path, "briefs --version >/dev/full")
    assert (ended.returncode, ended.stderr) == (1, b"error: standard output: No space left on device\n")


def test_output_that_is_full_after_a_build_does_not_deny_the_build(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def build(*arguments: object) -> None:
        present_step.wrote("build")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(running, "parse_arguments", build)
    monkeypatch.setattr(present_step, "_present", {"what": "", "path": "", "written": ""})
    monkeypatch.setattr(running, "drop_output", lambda *streams: None)
    assert running.run(["build"]) == 1
    said = "error: standard output: No space left on device; build has the new build all the same\n"
    assert capfd.readouterr().err == said


def test_characters_that_an_encoding_lacks_are_escaped(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    ended = session(root, "briefs show fact.timetable", "ascii")
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert rb"\u201cMost keepers agreed" in ended.stdout
    ended = session(root, "briefs report --json", "latin-1")
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert "it.¹" in json.dumps(json.loads(ended.stdout), ensure_ascii=False)


@pytest.mark.parametrize("command", ["build", "blocks", "build --project {root} --output elsewhere"])
def test_a_current_folder_that_is_gone_is_said(tmp_path: Path, command: str) -> None:
    root = write_project(tmp_path / "project")
    (tmp_path / "gone").mkdir()
    ended = session(tmp_path / "gone", f"rmdir ../gone; briefs {command.format(root=root)}")
    said = b"error: the current folder does not exist any more (change to a folder that exists, with cd)\n"
    assert (ended.returncode, ended.stderr) == (1, said)


def interrupt(*arguments: object) -> None:
    raise KeyboardInterrupt


INTERRUPTED = "interrupted; the last build is unchanged\n"


def test_an_interruption_before_the_command_runs_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(running, "parse_arguments", interrupt)
    assert main(["build"]) == 130
    assert capsys.readouterr().err == INTERRUPTED


def test_an_interruption_while_the_program_is_loaded_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Interrupting:
        find_spec = staticmethod(interrupt)

    monkeypatch.delitem(sys.modules, "briefs.cli.running")
    monkeypatch.setattr(sys, "meta_path", [Interrupting(), *sys.meta_path])
    assert main(["build"]) == 130
    assert capsys.readouterr().err == INTERRUPTED


def test_plugins_of_libraries_have_no_part_in_what_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYDANTIC_DISABLE_PLUGINS", "none of them")
    main(["completion", "bash"])
    assert os.environ["PYDANTIC_DISABLE_PLUGINS"] == "__all__"
