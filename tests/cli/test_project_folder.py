"""Which project a command is about, and how paths in it are named."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from briefs.cli import main
from briefs.cli.project_folder import NONE, NOWHERE, between, from_here, project_folder
from briefs.cli.unchanged import Call
from briefs.model.diagnostics import BriefsError
from tests.builders import contents, write_project
from tests.cli.test_running import session


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def go(folder: Path, monkeypatch: pytest.MonkeyPatch, followed: Path | None = None) -> None:
    """Make `folder` the current one, as a shell does that followed the links in `followed`."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PWD", str(followed or folder))


@pytest.mark.parametrize(
    ("folder", "found"),
    [
        (".", "."),
        ("seeds", ".."),
        ("seeds/harbour/blocks", "../../.."),
        ("templates/layout/fonts", "../../.."),
        ("notes/of/mine", "../../.."),
    ],
)
def test_a_project_is_found_from_every_folder_below_it(
    root: Path, monkeypatch: pytest.MonkeyPatch, folder: str, found: str
) -> None:
    (root / folder).mkdir(parents=True, exist_ok=True)
    go(root / folder, monkeypatch)
    assert project_folder(None) == Path(found)


def test_the_nearest_project_counts(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = write_project(root / "notes/inner")
    go(inner / "templates", monkeypatch)
    assert project_folder(None) == Path("..")
    (root / "notes/templates").mkdir()
    go(root / "notes", monkeypatch)
    assert project_folder(None) == Path("..")


def test_links_lead_to_the_project_that_has_them_or_else_to_the_one_they_lead_into(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    (root / "seeds/shared").symlink_to(shared)
    go(shared, monkeypatch, root / "seeds/shared")
    assert project_folder(None).samefile(root)
    (root / "seeds/shared").unlink()  # no build reads what is elsewhere
    (tmp_path / "shortcut").symlink_to(root / "seeds/harbour")
    go(root / "seeds/harbour", monkeypatch, tmp_path / "shortcut")
    assert project_folder(None) == Path("../..")
    go(root / "seeds", monkeypatch, tmp_path / "gone")
    assert project_folder(None) == Path("..")


def test_a_folder_that_is_named_is_taken_as_it_is(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go(root / "seeds", monkeypatch)
    assert project_folder(Path("../templates")) == Path("../templates")
    assert project_folder(root) == root


def test_outside_of_projects_it_is_said_what_one_looks_like(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go(tmp_path, monkeypatch)
    with pytest.raises(BriefsError) as raised:
        project_folder(None)
    assert raised.value is NONE
    (tmp_path / "templates").mkdir()
    assert project_folder(None) == Path()


def test_a_folder_that_is_gone_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    go(gone, monkeypatch)
    gone.rmdir()
    for named in (None, Path("project")):
        with pytest.raises(BriefsError) as raised:
            project_folder(named)
        assert raised.value is NOWHERE
    assert project_folder(tmp_path) == tmp_path
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    "command",
    ["build", "check", "draw", "fit", "blocks", "report", "show fact.timetable", "schema", "reference --check x.docx"],
)
def test_every_command_that_needs_a_project_says_so(tmp_path: Path, command: str) -> None:
    ended = session(tmp_path, f"briefs {command}")
    assert ended.returncode == 1
    assert ended.stderr.decode() == f"error: {NONE.message} ({NONE.hint})\n"
    assert list(tmp_path.iterdir()) == []


def test_commands_that_need_none_work_everywhere(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root)
    assert main(["build", "--audience", "clerks", "--format", "html", "--quiet"]) == 0
    shutil.copytree(root / "build", tmp_path / "sent")
    go(tmp_path / "sent", monkeypatch)
    assert main(["reference", "--new", "ours.docx"]) == 0
    assert main(["schema", "--output", "schemas"]) == 0
    assert main(["show", "harbour_brief-clerks_v0.1_draft.html"]) == 0
    assert main(["help", "build"]) == 0
    assert main(["completion", "bash"]) == 0
    capsys.readouterr()
    assert main(["show", "harbour_brief-clerks_v0.1_draft.html", "1"]) == 1
    assert NONE.message in capsys.readouterr().err


def test_a_build_from_below_writes_into_the_project_and_output_beside_the_user(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = root / "seeds/harbour"
    go(folder, monkeypatch)
    order = ["build", "--audience", "clerks", "--format", "html"]
    assert main(order) == 0
    file = capsys.readouterr().out.splitlines()[-1]
    assert file == "../../build/harbour_brief-clerks_v0.1_draft.html"
    assert Path(file).is_file()
    go(root / "templates/blocks", monkeypatch)
    assert main([*order, "--output", "../../out"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "../../out/harbour_brief-clerks_v0.1_draft.html"
    assert contents(root / "out").keys() == contents(root / "build").keys()
    assert main([*order, "--output", "here"]) == 1
    assert "here is part of what briefs are made from" in capsys.readouterr().err


def test_paths_in_messages_are_those_from_the_current_folder(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    template = root / "templates/captains.md"
    template.write_text(template.read_text().replace('asks("rec.tides")', 'statements("rec.tides", form="short")'))
    go(root / "seeds/harbour/blocks", monkeypatch)
    assert main(["build", "--audience", "captains", "--format", "html"]) == 1
    place, hint, _ = capsys.readouterr().err.splitlines()
    assert place.startswith("../../../templates/captains.md:17: error: ")
    assert hint == "  hint: write one in recommendation.yaml:3, or print another form"
    assert main(["show", "fact.timetable"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "fact.timetable (fact)   fact.yaml:3"
    assert main(["show", "fact.timetable", "--project", str(root)]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "fact.timetable (fact)   seeds/harbour/blocks/fact.yaml:3"


def test_only_paths_that_exist_are_named_anew(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go(root / "seeds", monkeypatch)
    named = from_here(Path(".."), is_found=True)
    assert named("templates/house.yaml:3: see templates/none.md and seeds/harbour.") == (
        "../templates/house.yaml:3: see templates/none.md and harbour."
    )
    assert named("my/seeds/harbour") == "my/seeds/harbour"
    (root / "build").mkdir()
    (root / "build/a.docx").touch()
    assert named("build/a.docx: warning: changed by hand") == "../build/a.docx: warning: changed by hand"
    assert from_here(root, is_found=True)("seeds/harbour/report.txt") == f"{root}/seeds/harbour/report.txt"


def test_a_build_is_not_repeated_once_there_is_a_nearer_project(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = root / "notes/mine"
    folder.mkdir(parents=True)
    go(folder, monkeypatch)
    assert list(between(project_folder(None))) == [str(folder / "seeds"), str(root / "notes/seeds")]
    order = ["build", "--audience", "clerks", "--format", "html", "--quiet"]
    monkeypatch.setenv("XDG_CACHE_HOME", str(root / "cache"))
    from briefs.cli.running import run

    assert run(order, Call(order)) == 0
    assert Call(order).repeated() is not None
    (root / "notes/seeds").mkdir()
    assert Call(order).repeated() is None
    os.rmdir(root / "notes/seeds")  # noqa: PTH106
    assert Call(order).repeated() is not None
