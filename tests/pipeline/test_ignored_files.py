"""Files that are misnamed or in the wrong folder are named, with the place where they would be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.pipeline import Project
from briefs.pipeline.ignored_files import ignored_files
from tests.builders import BLOCKS, CAPTAINS, front, write_project
from tests.projects import run

NOTHING = "nothing reads this file [file-ignored]"
TEMPLATE = front("captains") + CAPTAINS
BLOCK_TEMPLATE = "---\nprints: any\n---\n<p>{{ blocks[0] }}</p>\n"


def write(root: Path, name: str, text: str = "x\n") -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def said(root: Path, report: str | None = None) -> list[str]:
    return [str(problem) for problem in ignored_files(Project(root, report))]


def test_a_project_in_which_all_is_in_its_place_has_none(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    write(root, "seeds/harbour/house.yaml")
    write(root, "seeds/harbour/notes.md", "# Notes\n")
    write(root, "seeds/harbour/cover.docx")
    write(root, "seeds/harbour/blocks/.fact.yaml.swp")
    write(root, "seeds/harbour/blocks/proposed/questions.yaml", "kind: question\nblocks:\n")
    write(root, "seeds/harbour/blocks/proposed/drawn.lock")
    write(root, "templates/.git/house.yaml")
    write(root, "templates/harbour/logo.svg")
    write(root, "templates/letters/captains.md", "---\nsubject: x\n---\n")
    write(root, "templates/letters/notes.txt")
    write(root, "templates/layout/reference.docx")
    write(root, "templates/layout/fonts/Own.ttf")
    write(root, "templates/layout/fonts/LICENCE.txt")
    write(root, "templates/distribution.yaml")
    write(root, "templates/recipients.example.csv")
    write(root, "templates/recipients.yaml")
    write(root, "seeds/harbour/recipients-2026.yml")
    write(root, "README.md", "---\naudience: x\n---\n")
    assert said(root) == []


@pytest.mark.parametrize(
    ("name", "text", "hint"),
    [
        ("seeds/harbour/blocks/proposed/asked.yaml", "kind: question\n", "move it to seeds/harbour/blocks/asked.yaml"),
        ("templates/harbour/house.yaml", "issuer: x", "move it to seeds/harbour/house.yaml"),
        ("templates/letters/captains.txt", "---\nsubject: x\n---\n", "rename it to captains.md"),
        ("templates/letters/captains.md.txt", "---\nsubject: x\n---\n", "rename it to captains.md"),
        (
            "templates/letters/captains.md",
            TEMPLATE,
            "move it to templates/harbour/captains.md",
        ),
        ("templates/layout/house.yaml", "issuer: x", "move it to seeds/harbour/house.yaml"),
        ("templates/House.yml", "", "move what should count from here into templates/house.yaml, which is read"),
        ("seeds/house.yaml", "", "move it to seeds/harbour/house.yaml"),
        ("seeds/harbour/house.yml", "", "rename it to house.yaml"),
        ("templates/distribution.yml", "", "rename it to distribution.yaml"),
        ("seeds/harbour/distribution.yaml", "", "move it to templates/distribution.yaml"),
        ("seeds/harbour/HOUSE.yaml", "", "rename it to house.yaml"),
        ("seeds/harbour/house.yaml.txt", "", "rename it to house.yaml"),
        ("seeds/harbour/templates/house.yaml", "", "move it to seeds/harbour/house.yaml"),
        (
            "seeds/harbour/report.yml",
            "",
            "move what should count from here into seeds/harbour/report.yaml, which is read",
        ),
        ("seeds/harbour/blocks/more.yml", "", "rename it to more.yaml"),
        ("templates/harbour/clerks.md.txt", TEMPLATE, "rename it to clerks.md"),
        ("seeds/harbour/blocks/More.YAML", "", "rename it to more.yaml"),
        ("seeds/harbour/blocks/old/more.yaml", BLOCKS["fact"], "move it to seeds/harbour/blocks/more.yaml"),
        ("seeds/harbour/more.yaml", BLOCKS["fact"], "move it to seeds/harbour/blocks/more.yaml"),
        ("templates/blocks/more.yaml", BLOCKS["fact"], "move it to seeds/harbour/blocks/more.yaml"),
        (
            "templates/clerks.markdown",
            TEMPLATE,
            "move what should count from here into templates/clerks.md, which is read",
        ),
        ("templates/pilots.txt", TEMPLATE, "rename it to pilots.md"),
        ("templates/pilots.MD", TEMPLATE, "rename it to pilots.md"),
        ("templates/harbour/pilots.txt", TEMPLATE, "rename it to pilots.md"),
        ("templates/harbour/old/pilots.md", TEMPLATE, "move it to templates/harbour/pilots.md"),
        ("templates/layout/pilots.md", TEMPLATE, "move it to templates/harbour/pilots.md"),
        ("seeds/harbour/templates/pilots.md", TEMPLATE, "move it to templates/harbour/pilots.md"),
        ("seeds/harbour/pilots.md", f"\ufeff{TEMPLATE}", "move it to templates/harbour/pilots.md"),
        ("templates/blocks/row.htm", BLOCK_TEMPLATE, "rename it to row.html"),
        ("templates/row.html", BLOCK_TEMPLATE, "move it to templates/blocks/row.html"),
        ("templates/harbour/blocks/row.html", BLOCK_TEMPLATE, "move it to templates/blocks/row.html"),
        ("templates/harbour/layout/reference.docx", "", "move it to templates/layout/reference.docx"),
        ("seeds/harbour/layout/Own.otf", "", ""),
        ("templates/layout/Own.otf", "", "move it to templates/layout/fonts/Own.otf"),
    ],
)
def test_a_file_that_nothing_reads_is_named_with_its_place(name: str, text: str, hint: str, tmp_path: Path) -> None:
    root = write_project(tmp_path)
    write(root, name, text)
    assert said(root) == ([f"{name}: warning: {NOTHING}\n  hint: {hint}"] if hint else [])


@pytest.mark.parametrize("name", ["print.css", "Screen.css"])
def test_a_style_sheet_of_one_report_is_named(name: str, tmp_path: Path) -> None:
    root = write_project(tmp_path)
    write(root, f"templates/harbour/layout/{name}")
    hint = f"move what should count from here into templates/layout/{name.lower()}, which is read"
    assert said(root) == [f"templates/harbour/layout/{name}: warning: {NOTHING}\n  hint: {hint}"]


@pytest.mark.parametrize("name", ["report.doc", "Report.ODT", "report.epub"])
def test_a_second_file_of_the_report_is_named_unless_its_format_is(name: str, tmp_path: Path) -> None:
    root = write_project(tmp_path)
    write(root, f"seeds/harbour/{name}")
    assert said(root) == [
        f"seeds/harbour/{name}: warning: the report is read from report.txt, and this file is not read [file-ignored]\n"
        "  hint: save its text as report.txt or, if both should stay, write into report.yaml\n    format: txt"
    ]
    with (root / "seeds/harbour/report.yaml").open("a") as hints:
        hints.write("format: txt\n")
    assert said(root) == []


def test_a_report_that_cannot_be_read_is_not_named_twice(tmp_path: Path) -> None:
    root = write_project(tmp_path, report=None)
    write(root, "seeds/harbour/report.docx")
    assert said(root) == []


def test_templates_for_reports_that_have_their_own_are_named(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    write(root, "templates/harbour/pilots.md", TEMPLATE)
    write(root, "templates/clearances.yaml", "clearances: []\n")
    assert said(root) == [
        f"templates/{name}: warning: nothing reads it: every report has a folder with its templates "
        "[file-ignored]\n  hint: move it into the folder of the report that it is for"
        for name in ("captains.md", "clearances.yaml", "clerks.md")
    ]


def test_a_call_for_one_report_is_told_nothing_about_others(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    write(root, "seeds/quay/report.yaml", "title: Quay\n")
    write(root, "templates/quay/house.yaml")
    write(root, "templates/House.yaml")
    assert [line.partition(":")[0] for line in said(root, "harbour")] == ["templates/House.yaml"]
    assert [line.partition(":")[0] for line in said(root, "quay")] == [
        "templates/House.yaml",
        "templates/quay/house.yaml",
    ]
    write(root, "seeds/house.yaml")
    assert "move it to seeds/<report>/house.yaml" in "".join(said(root))


def test_builds_and_fits_say_it_and_go_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_project(tmp_path)
    write(root, "templates/harbour/house.yaml")
    for command in (("build", "--format", "html"), ("fit",)):
        assert run(root, *command) == 0
        assert capsys.readouterr().err.splitlines() == [
            f"templates/harbour/house.yaml: warning: {NOTHING}",
            "  hint: move it to seeds/harbour/house.yaml",
        ]
