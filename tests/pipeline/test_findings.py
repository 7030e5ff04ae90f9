"""Two reports in one project, both with a brief for captains: built together, kept apart, told apart."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from briefs import pipeline
from briefs.cli.running import run as run_command
from briefs.cli.unchanged import Call
from briefs.model.brief_key import BriefKey
from briefs.pipeline.last_build import remembered_selections
from tests.builders import BLOCKS, TEMPLATES, contents, front, write_files, write_project
from tests.projects import built, inputs_of, run

FACTS = """kind: fact
blocks:
  - id: fact.bicycles
    anchor: "Ferries that share … the winter months"
    audiences: {captains: must}
"""
CAPTAINS = (
    front("captains", title="About the harbour", short_title="The harbour")
    + '## Issue\n\n{{ statements("fact.bicycles") }}\n'
)
HTML = ("build", "--format", "html")
HARBOUR, CLERKS, QUAY = (
    f"{name}_v0.1_draft.html" for name in ("harbour_brief-captains", "harbour_brief-clerks", "quay_brief-captains")
)

EDITIONS = (
    "editions/HB-CAP_0.1_draft.json.gz",
    "editions/HB-CAP_0.1_draft_quay_captains.json.gz",
    "editions/HB-CLE_0.1_draft.json.gz",
)
"""Both reports give the captains' brief one reference number, so the second is told apart by its report."""


def two_reports(root: Path, facts: str = FACTS, templates: dict[str, str] | None = None) -> Path:
    """The tiny project with a second report, `quay`; its `templates` are in a folder of their own, if there are any."""
    write_project(root)
    quay = root / "seeds" / "quay"
    shutil.copytree(root / "seeds" / "harbour", quay, ignore=shutil.ignore_patterns("blocks"))
    write_files(quay / "blocks", {"fact": facts}, ".yaml")
    if templates is None or templates:
        write_files(root / "templates" / "quay", templates or {"captains": CAPTAINS}, ".md")
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return two_reports(tmp_path)


def manifest(root: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((root / "build" / "manifest.json").read_bytes())
    return found


def listed(root: Path) -> list[str]:
    return [entry["path"] for entry in manifest(root)["files"]]


def provenance(name: str) -> str:
    """The file with the provenance of the edition that the HTML file `name` is of."""
    return name.replace(".html", ".provenance.json")


def without_shares(printed: str) -> list[str]:
    """Lines without the share of the last page that is used, which is the style sheet's."""
    return re.sub(r"\d+ %", "… %", printed).splitlines()


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_every_report_is_built_from_its_own_templates(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, *HTML) == 0
    build = root / "build"
    printed = capsys.readouterr()
    assert printed.err == ""
    budget = "its budget is that of the cleared edition on A4: 1 of 1 page, … % of the last page"
    assert without_shares(printed.out) == [
        f"harbour, captains: draft, 2 units; {budget}",
        f"harbour, clerks: draft, 1 unit; {budget}",
        f"quay, captains: draft, 1 unit; {budget}",
        *(str(build / name) for name in (HARBOUR, CLERKS, QUAY)),
    ]
    files = [HARBOUR, CLERKS, QUAY]
    assert sorted(contents(build)) == sorted([*files, *map(provenance, files), "manifest.json", *EDITIONS])
    assert listed(root) == [HARBOUR, CLERKS, QUAY]
    first = contents(build)
    assert run(root, *HTML) == 0
    assert contents(build) == first
    capsys.readouterr()


def test_one_report_is_built_as_if_it_were_the_only_one(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, *HTML, "--report", "quay", "--status", "cleared") == 0
    name = "quay_brief-captains_v1.0_cleared.html"
    assert without_shares(capsys.readouterr().out) == [
        "captains: 1 of 1 page, … % of the last page, 1 unit",
        str(root / "build" / name),
    ]
    assert listed(root) == [name]


@pytest.mark.slow
def test_an_audience_is_built_of_every_report_that_has_it(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, *HTML, "--audience", "captains", "--quiet") == 0
    assert listed(root) == [HARBOUR, QUAY]
    assert run(root, *HTML, "--audience", "clerks", "--output", str(root / "other"), "--quiet") == 0
    files = ["editions/HB-CLE_0.1_draft.json.gz", CLERKS, provenance(CLERKS), "manifest.json"]
    assert sorted(contents(root / "other")) == files
    capsys.readouterr()
    with pytest.raises(SystemExit):
        run(root, *HTML, "--audience", "pilots")
    assert capsys.readouterr().err.endswith('error: unknown audience "pilots"; known audiences: captains, clerks\n')


def test_a_new_edition_of_one_report_replaces_no_file_of_the_other(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, *HTML, "--quiet") == 0
    assert run(root, *HTML, "--quiet", "--report", "quay", "--version", "0.2") == 0
    assert listed(root) == [HARBOUR, CLERKS, "quay_brief-captains_v0.2_draft.html"]
    assert [entry["path"] for entry in manifest(root)["superseded"]] == [QUAY, provenance(QUAY)]
    assert not (root / "build" / QUAY).exists()
    assert capsys.readouterr().out == ""


@pytest.mark.slow
def test_programs_are_told_the_report_of_every_brief(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, *HTML, "--json") == 0
    built = json.loads(capsys.readouterr().out)["briefs"]
    assert [(brief["report"], brief["audience"], [file["path"] for file in brief["files"]]) for brief in built] == [
        ("harbour", "captains", [HARBOUR]),
        ("harbour", "clerks", [CLERKS]),
        ("quay", "captains", [QUAY]),
    ]
    assert run(root, "fit", "--audience", "captains", "--json") == 0
    fits = json.loads(capsys.readouterr().out)["briefs"]
    assert [(fit["report"], fit["audience"]) for fit in fits] == [("harbour", "captains"), ("quay", "captains")]


def test_fitting_is_told_report_by_report(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, "fit", "--audience", "captains") == 0
    heads = [line for line in capsys.readouterr().out.splitlines() if "of the last page" in line]
    assert [head.partition(":")[0] for head in heads] == ["harbour, captains", "quay, captains"]


def test_progress_names_the_report(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, *HTML, "--verbose", "--audience", "captains") == 0
    assert capsys.readouterr().err.splitlines() == [
        "reading the report and its blocks",
        *(
            f"{report}, captains: {step}"
            for report in ("harbour", "quay")
            for step in (
                "composing",
                "fitting 1 page",
                *("laying out",) * 2,  # on both papers
                "writing html",
                "reading what was written",
            )
        ),
        "writing",
    ]


@pytest.mark.slow
def test_mistakes_in_both_are_told_in_one_run_and_nothing_is_written(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, *HTML, "--quiet") == 0
    last = contents(root / "build")
    change(root / "seeds/quay/blocks/fact.yaml", "Ferries that share", "Ferries that had")
    change(root / "templates/captains.md", '"fact.bicycles"', '"fact.cranes", "fact.bells"')
    assert run(root, *HTML) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.splitlines() == [
        'seeds/quay/blocks/fact.yaml:4: error: anchor of "fact.bicycles" matches nothing in the report '
        "[anchor-not-found]",
        '  hint: nearest text is "Ferries that share…" (I ¶ 2)',
        'templates/captains.md:13: error: there is no block "fact.cranes" [block-unknown]',
        '  hint: did you mean "fact.bicycles"?',
        'templates/captains.md:13: error: there is no block "fact.bells" [block-unknown]',
        '  hint: did you mean "fact.bicycles"?',
        "3 errors; nothing was written",
    ]
    assert contents(root / "build") == last


def test_a_report_that_cannot_be_read_hides_no_mistakes_of_the_other(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "seeds/harbour/report.txt").unlink()
    change(root / "templates/quay/captains.md", "fact.bicycles", "fact.bicycle")
    assert run(root, *HTML) == 1
    assert capsys.readouterr().err.splitlines() == [
        "seeds/harbour: error: the folder contains no report [report-missing]",
        "  hint: put the report here under the name report, as in report.docx or report.txt",
        'templates/quay/captains.md:13: error: there is no block "fact.bicycle" [block-unknown]',
        '  hint: did you mean "fact.bicycles"?',
        "2 errors; nothing was written",
    ]


@pytest.mark.slow
def test_a_brief_that_breaks_a_rule_keeps_the_briefs_of_the_other_report_from_being_written(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, *HTML, "--quiet") == 0
    last = contents(root / "build")
    change(root / "templates/quay/captains.md", "fact.bicycles", "fact.cranes")
    cranes = '  - id: fact.cranes\n    anchor: "One keeper saw no need for it"\n'
    (root / "seeds/quay/blocks/fact.yaml").write_text(FACTS + cranes, encoding="utf-8")
    assert run(root, *HTML, "--version", "0.2") == 1
    assert capsys.readouterr().err.splitlines() == [
        'templates/quay/captains.md:2: error: "fact.bicycles" is a must for captains but is not in the brief '
        "[must-missing]",
        "  hint: print it, or change its audiences in seeds/quay/blocks/fact.yaml:5",
        "1 error; nothing was written",
    ]
    assert contents(root / "build") == last


def test_a_report_without_templates_of_its_own_has_those_of_all(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = two_reports(tmp_path, facts=BLOCKS["fact"], templates={})
    write_files(root / "seeds/quay/blocks", {"recommendation": BLOCKS["recommendation"]}, ".yaml")
    assert run(root, *HTML, "--quiet") == 0
    assert listed(root) == [HARBOUR, CLERKS, QUAY, QUAY.replace("captains", "clerks")]
    capsys.readouterr()


def test_shared_templates_that_do_not_fit_a_report_are_told_once_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = two_reports(tmp_path, facts=BLOCKS["fact"], templates={})
    more = BLOCKS["recommendation"].partition("blocks:\n")[2].replace("rec.tides", "rec.more")
    with (root / "seeds/harbour/blocks/recommendation.yaml").open("a") as file:
        file.write(more)
    change(root / "templates/captains.md", '"rec.tides"', '"rec.tides", "rec.more"')
    change(root / "templates/clerks.md", "## Issue", '## Issue\n\n{{ aks() }}\n\n{{ asks("rec.tides") }}')
    assert run(root, *HTML) == 1
    assert capsys.readouterr().err.splitlines() == [
        'templates/captains.md:17: error: 2 blocks that it asks for do not exist in the report "quay" [block-unknown]',
        "  hint: put templates for this report into templates/quay/, or see each block with --report quay",
        'templates/clerks.md:13: error: unknown name "aks" [template-name]',
        '  hint: did you mean "asks"?',
        'templates/clerks.md:15: error: for "harbour": "rec.tides" is never printed for clerks '
        "(seeds/harbour/blocks/recommendation.yaml:3) [block-excluded]",
        "  hint: take it out, or change its `audiences`",
        'templates/clerks.md:15: error: for "quay": there is no block "rec.tides" [block-unknown]',
        "  hint: known: fact.bicycles, fact.timetable",
        'templates/captains.md:17: warning: for "harbour": "rec.more" says again what "rec.tides" says under '
        '"Captains are invited to" (line 17) [said-twice]',
        "  hint: print only one of them, or name it in `repeats` if it must be said twice",
        "4 errors; nothing was written",
    ]


def test_what_is_wrong_for_one_report_in_a_shared_template_says_for_which(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = two_reports(tmp_path, facts=BLOCKS["fact"], templates={})
    write_files(root / "seeds/quay/blocks", {"recommendation": BLOCKS["recommendation"]}, ".yaml")
    change(root / "seeds/quay/blocks/fact.yaml", "captains: must", "captains: must, clerks: never")
    assert run(root, *HTML) == 1
    assert capsys.readouterr().err.splitlines() == [
        'templates/clerks.md:13: error: for "quay": "fact.timetable" is never printed for clerks '
        "(seeds/quay/blocks/fact.yaml:3) [block-excluded]",
        "  hint: take it out, or change its `audiences`",
        "1 error; nothing was written",
    ]


def test_a_report_for_which_there_are_no_templates_is_not_built(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for audience in TEMPLATES:
        (root / "templates" / f"{audience}.md").unlink()
    assert run(root, *HTML, "--quiet") == 0
    assert listed(root) == [QUAY]
    assert capsys.readouterr().err.splitlines() == [
        'seeds/harbour: warning: the report "harbour" has no templates, so no briefs are built of it '
        "[report-without-templates]",
        "  hint: put templates for it into templates/harbour/",
    ]
    shutil.rmtree(root / "templates" / "quay")
    assert run(root, *HTML) == 1
    assert capsys.readouterr().err.splitlines() == [
        "templates: error: there are no templates [file-missing]",
        "  hint: add <audience>.md",
        "1 error; nothing was written",
    ]


def test_a_folder_of_templates_has_the_name_of_a_report(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "templates" / "quay").rename(root / "templates" / "quai")
    write_files(root / "templates" / "layout", {"notes": "for designers"}, ".md")
    assert run(root, *HTML, "--report", "harbour") == 1
    assert capsys.readouterr().err.splitlines() == [
        'templates/quai: error: no report "quai" [report-unknown]',
        '  hint: did you mean "quay"?',
        "1 error; nothing was written",
    ]


@pytest.mark.parametrize("command", [HTML, (*HTML, "--report", "quay"), ("fit",)], ids=" ".join)
def test_a_folder_with_templates_of_its_own_and_no_hints_is_a_report_that_lacks_them(
    root: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    (root / "seeds/quay/report.yaml").unlink()
    assert run(root, *command) == 1
    assert capsys.readouterr().err.splitlines() == [
        "seeds/quay/report.yaml: error: the file does not exist [file-missing]",
        "  hint: add it, with the report's `title`, `issuer` and `citation`",
        "1 error; nothing was written" if command[0] == "build" else "1 error",
    ]
    assert run(root, *HTML, "--quiet", "--report", "harbour") == 0
    assert listed(root) == [HARBOUR, CLERKS]


@pytest.mark.slow
def test_a_folder_with_neither_hints_nor_templates_of_its_own_is_no_report(root: Path) -> None:
    (root / "seeds/notes").mkdir()
    assert run(root, *HTML, "--quiet") == 0
    assert listed(root) == [HARBOUR, CLERKS, QUAY]


@pytest.mark.slow
def test_templates_of_one_report_are_no_inputs_of_the_other(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, *HTML, "--quiet") == 0
    entries = manifest(root)
    files = {entry["path"]: set(entries["inputs"][entry["inputs"]]["files"]) for entry in entries["files"]}
    templates = {"templates/captains.md", "templates/clerks.md", "templates/quay/captains.md"}
    assert files[HARBOUR] & templates == {"templates/captains.md", "templates/clerks.md"}
    assert files[QUAY] & templates == {"templates/quay/captains.md"}
    change(root / "templates/quay/captains.md", "## Issue", "## Findings")
    order = pipeline.Order(pipeline.Project(root), output=root / "build")
    remembered = [remembered_selections(inputs_of(root, name), order) for name in ("harbour", "quay")]
    assert [sorted(selections) for selections in remembered] == [[BriefKey("captains"), BriefKey("clerks")], []]
    capsys.readouterr()


@pytest.mark.slow
def test_briefs_of_several_reports_built_by_two_processes_are_those_built_by_one(root: Path) -> None:
    alone, shared = (built(root, formats=("html",), in_parallel=in_parallel) for in_parallel in (False, True))
    assert [rendition.name for brief in alone.briefs for rendition in brief.renditions] == [HARBOUR, CLERKS, QUAY]
    assert alone == shared
    (quay,) = built(root, report="quay", formats=("html",)).briefs
    assert quay == alone.briefs[2]


def test_a_paragraph_is_shown_from_the_report_of_its_brief(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root, *HTML, "--quiet") == 0
    assert run(root, "show", str(root / "build" / QUAY), "1") == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        f"{QUAY}, paragraph 1, u1",
        "  fact.bicycles (fact)   seeds/quay/blocks/fact.yaml:3",
    ]
    assert run(root, "show", "fact.bicycles") == 1
    seeds = root / "seeds"
    assert capsys.readouterr().err == f"error: {seeds} has several reports: harbour, quay (choose one with --report)\n"


@pytest.mark.slow
def test_an_unchanged_build_of_several_reports_is_repeated_until_one_changes(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(root / "cache"))
    arguments = [*HTML, "--project", str(root)]
    assert run_command(arguments, Call(arguments)) == 0
    printed = capsys.readouterr()
    assert Call(arguments).repeated() == (printed.out, printed.err)
    change(root / "templates/quay/captains.md", "## Issue", "## Findings")
    assert Call(arguments).repeated() is None
