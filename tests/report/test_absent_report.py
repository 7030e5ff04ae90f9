from __future__ import annotations

from pathlib import Path

import pytest

from briefs.report.absent_report import missing_report

READABLE = {".txt", ".docx", ".md", ".html", ".pdf"}


def said(folder: Path, wanted: str = "") -> tuple[str, str]:
    """What is missing, and what to do."""
    fault = missing_report(folder, READABLE, wanted)
    assert fault.code == "report-missing"
    return fault.message, fault.hint


def test_an_empty_folder_needs_a_report(tmp_path: Path) -> None:
    put = "put the report here under the name report, as in report.docx or report.txt"
    assert said(tmp_path) == ("the folder contains no report", put)
    assert said(tmp_path / "absent") == ("the folder contains no report", put)
    for name in ("one.docx", "two.pdf", "report.yaml"):
        (tmp_path / name).touch()
    assert said(tmp_path) == ("the folder contains no report", put)


def test_the_only_file_that_could_be_the_report_is_named(tmp_path: Path) -> None:
    (tmp_path / "Water 2026.DOCX").touch()
    hint = "if Water 2026.DOCX is the report, rename it to report.docx"
    assert said(tmp_path) == ("the folder contains no report", hint)


@pytest.mark.parametrize(
    ("name", "right"),
    [("Report.docx", "docx"), ("report.PDF", "pdf"), ("report.markdown", "md")],
)
def test_a_report_with_nearly_the_right_name_is_renamed(tmp_path: Path, name: str, right: str) -> None:
    (tmp_path / name).touch()
    assert said(tmp_path) == (f"{name} is not the name of a report", f"rename it to report.{right}")


@pytest.mark.parametrize(("name", "right"), [("report.doc", "docx"), ("report.odt", "docx"), ("report.epub", "html")])
def test_a_report_in_a_format_that_is_not_read_is_saved_in_another(tmp_path: Path, name: str, right: str) -> None:
    (tmp_path / name).touch()
    hint = f"open it in Word or LibreOffice, and save it here as report.{right}"
    assert said(tmp_path) == (f"a report cannot be read in the format of {name}", hint)


def test_the_format_that_is_named_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "report.md").touch()
    assert said(tmp_path, ".txt") == ("the folder contains no report", "put the report here as report.txt")
