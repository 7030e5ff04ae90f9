"""Reports with templates and without, in one project."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from briefs.model.unknown_name import UnknownName
from briefs.pipeline import Project
from briefs.pipeline.reports import has_templates, reports_to_build
from tests.builders import BLOCKS, CAPTAINS, front, write_files, write_project
from tests.projects import run

HTML = ("build", "--format", "html")
OTHERS = "kind: fact\nblocks:\n  - id: fact.snow\n    anchor: Ferries that share … the winter months\n"
PASSED_OVER = (
    'seeds/quay: warning: the report "quay" has no templates, so no briefs are built of it [report-without-templates]\n'
    "  hint: put templates for it into templates/quay/"
)


def names(project: Project) -> list[str | None]:
    return [one.report for one in reports_to_build(project).value]


def said(project: Project) -> str:
    return "\n".join(map(str, reports_to_build(project).problems))


def write_second(root: Path, blocks: dict[str, str]) -> Path:
    """The tiny project with a second report, `quay`, which has other `blocks`."""
    write_project(root)
    quay = root / "seeds" / "quay"
    shutil.copytree(root / "seeds" / "harbour", quay, ignore=shutil.ignore_patterns("blocks"))
    write_files(quay / "blocks", blocks, ".yaml")
    return root


def test_a_project_with_one_report_is_built_for_that_even_if_its_templates_are_for_another(tmp_path: Path) -> None:
    root = write_project(tmp_path, blocks={"fact": OTHERS})
    assert (names(Project(root)), said(Project(root))) == (["harbour"], "")
    assert has_templates(Project(root), "harbour")


def test_reports_of_a_series_share_templates(tmp_path: Path) -> None:
    root = write_second(tmp_path, BLOCKS)
    assert (names(Project(root)), said(Project(root))) == (["harbour", "quay"], "")
    assert names(Project(root, "quay")) == ["quay"]


def test_a_report_whose_blocks_no_template_asks_for_is_named_and_passed_over(tmp_path: Path) -> None:
    project = Project(write_second(tmp_path, {"fact": OTHERS}))
    assert names(project) == ["harbour"]
    assert said(project) == (
        f"{PASSED_OVER}; those in templates/ are for others: of templates/captains.md, 0 of 3 blocks are in this report"
    )


@pytest.mark.parametrize(("known", "is_built"), [("fact.timetable", True), ("fact.bicycles", False)])
def test_half_of_the_blocks_of_one_template_are_enough(known: str, is_built: bool, tmp_path: Path) -> None:
    project = Project(write_second(tmp_path, {"fact": OTHERS.replace("fact.snow", known)}))
    assert names(project) == (["harbour", "quay"] if is_built else ["harbour"])


def test_blocks_count_even_if_their_file_is_not_good_yaml(tmp_path: Path) -> None:
    broken = {name: f"{text}    short: a: b\n" for name, text in BLOCKS.items()}
    assert names(Project(write_second(tmp_path, broken))) == ["harbour", "quay"]


def test_a_report_without_blocks_is_passed_over(tmp_path: Path) -> None:
    project = Project(write_second(tmp_path, {}))
    shutil.rmtree(project.root / "seeds/quay/blocks")
    assert names(project) == ["harbour"]


def test_without_shared_templates_only_reports_with_their_own_are_built(tmp_path: Path) -> None:
    root = write_second(tmp_path, BLOCKS)
    for template in (root / "templates").glob("*.md"):
        template.unlink()
    assert names(Project(root)) == ["harbour", "quay"]  # none has templates: reading them says so
    write_files(root / "templates" / "harbour", {"captains": front("captains") + CAPTAINS}, ".md")
    assert (names(Project(root)), said(Project(root))) == (["harbour"], PASSED_OVER)


def test_templates_for_no_report_are_read_for_all(tmp_path: Path) -> None:
    root = write_second(tmp_path, {"fact": OTHERS})
    write_files(root / "seeds/harbour/blocks", {"fact": OTHERS, "recommendation": OTHERS}, ".yaml")
    assert names(Project(root)) == ["harbour", "quay"]


def test_a_report_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownName) as raised:
        reports_to_build(Project(write_project(tmp_path), "harbor"))
    assert (raised.value.of, raised.value.names, raised.value.known) == ("report", ("harbor",), ("harbour",))


def test_the_others_are_built_whatever_is_wrong_with_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_second(tmp_path, {"fact": f"{OTHERS}    short: a: b\n"})
    (root / "seeds/quay/report.yaml").write_text("title: x\n")
    for command in (HTML, ("fit",)):
        assert run(root, *command) == 0
        printed = capsys.readouterr()
        assert printed.err.startswith('seeds/quay: warning: the report "quay" has no templates')
        assert "captains" in printed.out
    assert run(root, *HTML, "--strict") == 1
    capsys.readouterr()
    assert run(root, *HTML, "--json") == 0
    assert [one["code"] for one in json.loads(capsys.readouterr().out)["diagnostics"]] == ["report-without-templates"]


def test_what_was_built_of_it_before_is_out_of_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_second(tmp_path, {"fact": OTHERS})
    template = front("pilots") + '## Issue\n\n{{ statements("fact.snow") }}\n'
    write_files(root / "templates/quay", {"pilots": template}, ".md")
    assert run(root, *HTML, "--quiet") == 0
    shutil.rmtree(root / "templates/quay")
    capsys.readouterr()
    assert run(root, *HTML, "--quiet") == 0
    assert "no template makes the brief for pilots any more" in capsys.readouterr().err.replace("\n", " ")
    assert run(root, *HTML, "--quiet", "--prune") == 0
    assert not list((root / "build").glob("quay_*"))


@pytest.mark.parametrize("command", [HTML, ("fit",)])
def test_asked_for_by_name_it_is_an_error(
    command: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_second(tmp_path, {"fact": OTHERS})
    assert run(root, *command, "--report", "quay") == 1
    assert capsys.readouterr().err.splitlines()[:2] == [
        'templates/quay: error: there are no templates for the report "quay" [file-missing]',
        "  hint: put templates for it into templates/quay/; those in templates/ are for others: of "
        "templates/captains.md, 0 of 3 blocks are in this report",
    ]


def test_its_blocks_and_its_report_can_be_looked_at(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_second(tmp_path, {"fact": OTHERS})
    assert run(root, "show", "fact.snow", "--report", "quay") == 0
    assert run(root, "report", "--report", "quay") == 0
    assert capsys.readouterr().err == ""
    run(root, "blocks", "--report", "quay")
    printed = capsys.readouterr()
    assert "1 of 1 blocks" in printed.out
    assert printed.err.splitlines()[0].startswith("templates/quay: error: there are no templates")
