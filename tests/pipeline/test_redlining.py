"""Redlines between kept editions, and between one and the build of today."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from briefs.model.diagnostics import BriefsError, DocumentError
from briefs.pipeline.order import Order, Project
from briefs.pipeline.redlined_brief import Redlined
from briefs.pipeline.redlining import RedlineOrder, build_since, make_redline
from briefs.verification.reading_apart import contents_of
from tests.builders import REPOSITORY, contents
from tests.cleared_harbour import CAPTAINS
from tests.pipeline.test_tracing import changed
from tests.projects import run
from tests.tracked_edits import tracked, untracked

FACTS = "seeds/harbour/blocks/fact.yaml"


@pytest.fixture(autouse=True)
def _in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read here, which is faster; tests/verification/test_reading_apart.py reads them apart."""
    for module in ("read_verdict", "redline_editions"):
        monkeypatch.setattr(f"briefs.pipeline.{module}.read_apart", contents_of)
    monkeypatch.setattr("briefs.pipeline.received_returns.apart", lambda function, arguments, *_: function(*arguments))


@pytest.fixture
def project(cleared_harbour: Path, tmp_path: Path) -> Path:
    """A copy of the project with its editions, to be changed."""
    return Path(shutil.copytree(cleared_harbour, tmp_path / "project", symlinks=True))


def redlined(project: Path, old: str, new: str | None = None, **more: Any) -> Redlined:
    order = RedlineOrder(Project(project), project / "build", project / "redlines", old, new, formats=("html",), **more)
    return make_redline(order)


def words(made: Redlined) -> list[tuple[str, str, str]]:
    return [(change.kind, change.old, change.new) for change in made.redline.changes]


def test_two_kept_editions_are_compared(project: Path) -> None:
    made = redlined(project, "HB/CAP 1.0 cleared", "HB/CAP 1.1 cleared")
    [(kind, old, new)] = words(made)
    assert (kind, new) == ("reworded", old.replace("would reduce", "would much reduce"))
    assert made.since == "1.0"
    assert [path.name for path in made.files] == [f"{CAPTAINS}_v1.1_cleared_changes-since-1.0.html"]
    assert all(path.is_file() for path in made.files)


def test_the_build_of_today_is_the_new_edition_and_is_not_written(project: Path) -> None:
    before = contents(project / "build")
    facts = project / FACTS
    facts.write_text(facts.read_text().replace("much reduce", "reduce"))
    made = redlined(project, "1.1", status="cleared", version="1.2")
    [(_, old, new)] = words(made)
    assert new == old.replace("much reduce", "reduce")
    assert made.redline.new.properties.identifier == "HB/CAP 1.2 cleared"
    assert contents(project / "build") == before


def test_marks_are_by_the_house_and_of_the_date_of_the_edition(project: Path) -> None:
    made = redlined(project, "HB/CAP 1.0 cleared", "HB/CAP 1.1 cleared")
    assert '<ins datetime="2010-06-01T00:00:00Z">' in made.files[0].read_text()
    assert 'class="other"' not in made.files[0].read_text()


def test_mistakes_in_what_would_be_built_are_all_told_and_nothing_is_written(project: Path) -> None:
    facts = project / FACTS
    facts.write_text(facts.read_text().replace("Most keepers agreed that", "All keepers swore that"))
    with pytest.raises(DocumentError):
        redlined(project, "1.1")
    assert not (project / "redlines").exists()


def test_a_returned_file_is_refused_since_its_marks_would_be_hidden(project: Path) -> None:
    word = project / f"build/{CAPTAINS}_v1.1_cleared.docx"
    back = changed(word, project / "back.docx", ("much reduce", "hardly reduce"))
    with pytest.raises(BriefsError, match=rf"^{back} is not as it was sent") as caught:
        redlined(project, str(back))
    assert caught.value.hint.startswith("--keep-marks keeps their marks")
    assert "briefs redline 'HB/CAP 1.1 cleared'" in caught.value.hint
    with pytest.raises(BriefsError, match="so it is no edition to compare with"):
        redlined(project, "1.1", str(back))


def test_with_keep_marks_the_changes_of_reviewers_stay_theirs(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word = (project / f"build/{CAPTAINS}_v1.1_cleared.docx").read_bytes()
    back = project / "back.docx"
    back.write_bytes(tracked(word, "much reduce", "clearly reduce", "Jane"))
    assert (
        run(project, "redline", str(back), "--keep-marks", "--build", str(project / "build"), "--output", str(project))
        == 0
    )
    captured = capsys.readouterr()
    assert captured.err == ""
    [page] = project.glob("*_changes-since-1.1*.html")
    assert 'class="other" title="Jane"' in page.read_text()
    assert "Changes that reviewers had marked before are dashed." in page.read_text()
    [made] = project.glob("*_changes-since-1.1*.docx")
    with zipfile.ZipFile(made) as package:
        document = package.read("word/document.xml").decode()
    assert set(re.findall(r'w:author="([^"]+)"', document)) == {"Jane", "Harbour Board"}


def test_what_cannot_be_kept_as_a_mark_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    word = (project / f"build/{CAPTAINS}_v1.1_cleared.docx").read_bytes()
    back = project / "back.docx"
    back.write_bytes(untracked(word, "much reduce", "hardly reduce"))
    arguments = ["redline", str(back), "--keep-marks", "--format", "html", "--output", str(project)]
    assert run(project, *arguments) == 0
    assert "“Most keepers agreed that a shared timetable would …”: what was changed there" in capsys.readouterr().err


def test_editions_of_different_briefs_are_not_compared(project: Path) -> None:
    with pytest.raises(BriefsError, match=r"^HB/CAP 1.1 cleared and HB/CLE 1.0 cleared are not editions of one brief$"):
        redlined(project, "1.1", "HB/CLE 1.0 cleared")


def test_a_folder_that_cannot_be_written_is_told(project: Path) -> None:
    (project / "redlines").write_text("a file")
    with pytest.raises(BriefsError, match=r"^cannot write .*redlines: "):
        redlined(project, "HB/CAP 1.0 cleared", "HB/CAP 1.1 cleared")


def order(project: Path, **more: Any) -> Order:
    asked = {"formats": ("html",), "status": "cleared", "output": project / "build", **more}
    return Order(Project(project), **asked)


def test_a_build_compares_each_brief_with_what_was_kept_before_it(project: Path) -> None:
    built = build_since(order(project), "1.0")  # version 1.0 is built again, with the words of 1.1
    assert [made.key.audience for made in built.redlines] == ["captains", "clerks"]
    assert [len(made.redline.changes) for made in built.redlines] == [1, 1]
    assert {path.parent for made in built.redlines for path in made.files} == {project / "build/redlines"}
    assert built.without_redline == ()


def test_a_brief_without_such_an_edition_is_told(project: Path) -> None:
    built = build_since(order(project, version="1.2"), "1.1")
    assert [made.key.audience for made in built.redlines] == ["captains"]
    assert built.without_redline == ('clerks: no edition called "1.1" is kept of it',)


def test_if_no_brief_has_such_an_edition_nothing_is_built(project: Path) -> None:
    before = contents(project / "build")
    with pytest.raises(BriefsError, match=r'keeps no edition called "0.9"$'):
        build_since(order(project), "0.9")
    assert contents(project / "build") == before


def test_a_brief_of_which_the_name_means_several_editions_is_told(project: Path) -> None:
    run(
        project,
        "build",
        "--version",
        "1.1",
        "--audience",
        "captains",
        "--format",
        "html",
        "--output",
        str(project / "build"),
    )
    built = build_since(order(project, version="1.2"), "1.1")
    assert built.redlines == ()
    assert (
        built.without_redline[0] == 'captains: "1.1" means several editions of it: HB/CAP 1.1 cleared, HB/CAP 1.1 draft'
    )


def test_redlines_are_no_part_of_the_build(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They are not listed as built, the next build keeps them, and no other command takes them for editions."""
    build_since(order(project, version="1.2"), "1.1")
    listed = json.loads((project / "build/manifest.json").read_text())
    assert "redlines" not in json.dumps(listed)
    [redline] = (project / "build/redlines").iterdir()
    assert run(project, "build", "--status", "cleared", "--version", "1.2", "--output", str(project / "build")) == 0
    assert redline.is_file()
    capsys.readouterr()
    assert run(project, "verify", str(redline), "--build", str(project / "build")) == 1
    assert ".html: unknown. No build and no register here knows it" in capsys.readouterr().out


def test_the_command_prints_what_changed_as_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["redline", "HB/CAP 1.0 cleared", "HB/CAP 1.1 cleared", "--format", "html", "--json"]
    assert run(project, *arguments) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["old"], said["new"], said["unchanged"]) == ("HB/CAP 1.0 cleared", "HB/CAP 1.1 cleared", False)
    assert said["words"] == {"inserted": 1, "deleted": 0}
    [change] = said["changes"]
    assert (change["place"], change["kind"]) == ("paragraph", "reworded")
    assert len(said["files"]) == 1


def test_a_build_without_a_comparison_loads_nothing_of_redlines() -> None:
    code = "import sys, briefs.cli.build, briefs.pipeline.build; print([n for n in sys.modules if 'redline.' in n])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=REPOSITORY, check=True)
    assert done.stdout == "[]\n"
