"""`briefs audit`: what becomes of blocks and passages, on the terminal, as a page, and as JSON."""

from __future__ import annotations

import json
import re
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html

from briefs.audit.audit_page import audit_page
from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import DocumentError
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.auditing import audit
from briefs.pipeline.order import Order, Project
from tests.builders import OUTLINE, REPORT, write_project
from tests.cleared_harbour import copy_of_build
from tests.projects import run


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_project(tmp_path_factory.mktemp("audit"))


def test_every_block_has_its_fate_for_every_audience_as_briefs_would_be_cleared(root: Path) -> None:
    (made,) = audit(Order(Project(root))).reports
    assert made.audiences == ("captains", "clerks")
    assert {row.block: [one.fate for one in row.fates] for row in made.rows} == {
        "fact.timetable": ["printed", "printed"],
        "fact.bicycles": ["printed", "not asked for"],
        "rec.tides": ["printed", "excluded"],
    }
    assert [(one.key, one.pages, one.budget) for one in made.briefs] == [
        (BriefKey("captains"), 1, 1),
        (BriefKey("clerks"), 1, 1),
    ]
    assert [(gap.audience, gap.what) for gap in made.gaps] == [("clerks", "recommendation")]
    assert made.unreached == ()
    assert made.covered["clerks"] < made.covered["captains"] == made.covered["all"]
    assert not (root / "build").exists()


@pytest.mark.slow
def test_the_last_fit_is_used_while_its_inputs_are_the_same(
    cleared_harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = copy_of_build(cleared_harbour, tmp_path)
    manifest = json.loads((build / "manifest.json").read_bytes())
    for entry in manifest["files"]:
        entry["fit"]["pages"] = 7
    (build / "manifest.json").write_text(json.dumps(manifest))
    before = {path.name: path.stat().st_mtime_ns for path in build.iterdir()}
    (made,) = audit(Order(Project(cleared_harbour), remembered_from=build)).reports
    assert [(one.key.audience, one.pages) for one in made.briefs] == [("captains", 7), ("clerks", 1)]  # of older inputs
    assert {path.name: path.stat().st_mtime_ns for path in build.iterdir()} == before


def test_only_audiences_that_are_asked_for_are_told(root: Path) -> None:
    (made,) = audit(Order(Project(root), ("clerks",))).reports
    assert made.audiences == ("clerks",)
    assert made.covered.keys() == {"all", "clerks"}
    with pytest.raises(UnknownName):
        audit(Order(Project(root), ("pilots",)))


def test_what_has_errors_is_not_audited(tmp_path: Path) -> None:
    broken = write_project(tmp_path, REPORT.replace("Ferries that share", "Boats that share"))
    with pytest.raises(DocumentError):
        audit(Order(Project(broken)))


def test_figures_are_compared_with_those_of_all_reports_of_the_project(tmp_path: Path) -> None:
    root = write_project(tmp_path, REPORT.replace("bicycles in 2011", "12 bicycles in 2011"))
    other = root / "seeds/quay"
    shutil.copytree(root / "seeds/harbour", other)
    (other / "report.txt").write_text("Findings\n\nThere were 14 bicycles.\n\nSteps\n\nThe end.\n")
    (other / "report.yaml").write_text(f"title: The Quay\nissuer: B\ncitation: C\n{OUTLINE}")
    made = audit(Order(Project(root, "harbour")))
    assert [[(part.report, part.text) for part in one.stated] for one in made.figures] == [
        [("harbour", "12 bicycles"), ("quay", "14 bicycles")]
    ]


def test_the_page_is_whole_in_itself_and_every_table_has_its_headings(tmp_path: Path) -> None:
    root = write_project(tmp_path, REPORT.replace("the small boats", "the <b>small</b> boats & barges"))
    text = audit_page(audit(Order(Project(root))))
    page = html.document_fromstring(text)
    assert page.get("lang") == "en"
    assert [one.tag for one in page.iter("script", "link", "img", "iframe")] == []
    assert re.findall(r"url\(|@import|https?:", text) == []
    ids = [one.get("id") for one in page.iter() if one.get("id")]
    assert len(ids) == len(set(ids)) == 9
    assert {str(one.get("href")).removeprefix("#") for one in page.iter("a")} == set(ids)
    levels = [int(one.tag[1]) for one in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    tables = list(page.iter("table"))
    for table in tables:
        assert table.findtext("caption")
        assert {one.get("scope") for one in table.iter("th")} == {"col", "row"}
    regions = [one for one in page.iter("div") if one.get("role") == "region" and one.get("aria-label")]
    assert [one.get("tabindex") for one in regions] == ["0"] * len(tables)
    (report,) = [one for one in page.iter("div") if one.get("class") == "report"]
    assert report.get("lang") == "en-GB"
    assert "the <b>small</b> boats & barges" in "".join(map(str, report.itertext()))
    marks = [(one.get("title"), "".join(map(str, one.itertext()))) for one in report.iter("mark")]
    assert (
        "captains",
        "CA(captains) Ferries that share a timetable could carry more bicycles in the winter months",
    ) in marks
    assert marks[0][0] == "captains, clerks"


@pytest.mark.slow
def test_the_command_prints_it(root: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(root, "audit") == 0
    told = capsys.readouterr().out
    assert "The Harbour Study (harbour)\n" in told
    assert re.search(r"^rec\.tides +recommendation +printed: ask in brief 2 +excluded$", told, re.MULTILINE)
    assert re.search(r"^clerks +kind +recommendation +all of them are excluded$", told, re.MULTILINE)
    assert re.search(r"^captains +4 +Most keepers +fact\.timetable$", told, re.MULTILINE)
    assert run(root, "audit", "--json", "--audience", "clerks") == 0
    made = json.loads(capsys.readouterr().out)
    (one,) = made["reports"]
    assert "coverage" not in one
    assert one["rows"][0]["fates"][0]["printings"] == [{"product": "brief", "forms": ["short"], "number": 1}]
    page = tmp_path / "audit.html"
    assert run(root, "audit", "--html", str(page)) == 0
    assert capsys.readouterr().out == f"{page}\n"
    assert page.read_text().startswith("<!DOCTYPE html>")
    assert run(root, "audit", "--html", str(tmp_path)) == 1
    assert capsys.readouterr().err == f"error: cannot write {tmp_path}: Is a directory\n"
