"""Why a folder has no report, although it may have files that look like one."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from briefs.files.listing import entries_in
from briefs.model.diagnostics import Fault

_NONE = "the folder contains no report"
_OTHERS = frozenset({".yaml", ".yml", ".lock", ".bak", ".orig", ".tmp"})
_SAVED_AS = {
    ".doc": ".docx",
    ".odt": ".docx",
    ".rtf": ".docx",
    ".pages": ".docx",
    ".wpd": ".docx",
    ".epub": ".html",
    ".mht": ".html",
    ".markdown": ".md",
    ".mdown": ".md",
    ".text": ".txt",
}
"""Endings of reports that are not read, and what to save or rename them as."""
_RENAMED = frozenset({".markdown", ".mdown", ".text"})


def missing_report(folder: Path, readable: Container[str], wanted: str = "") -> Fault:
    """What is missing in a folder without a report in a format that is `readable`, or in the one `wanted`. Code:
    `report-missing`."""
    if wanted:
        return Fault("report-missing", _NONE, f"put the report here as report{wanted}")
    named, others = _files(folder, readable)
    if named:
        name = named[0].name
        ending = named[0].suffix.lower()
        right = _SAVED_AS.get(ending, ending if ending in readable else ".docx")
        if ending in _RENAMED or ending == right:
            return Fault("report-missing", f"{name} is not the name of a report", f"rename it to report{right}")
        hint = f"open it in Word or LibreOffice, and save it here as report{right}"
        return Fault("report-missing", f"a report cannot be read in the format of {name}", hint)
    if len(others) == 1:
        hint = f"if {others[0].name} is the report, rename it to report{others[0].suffix.lower()}"
    else:
        hint = "put the report here under the name report, as in report.docx or report.txt"
    return Fault("report-missing", _NONE, hint)


def _files(folder: Path, readable: Container[str]) -> tuple[list[Path], list[Path]]:
    """The files that have the name of a report but another ending, and others whose endings are `readable`."""
    if not folder.is_dir():
        return [], []
    files = [path for path in entries_in(folder) if path.is_file() and path.suffix.lower() not in _OTHERS]
    named = [path for path in files if path.stem.lower() == "report" and path.suffix]
    return named, [path for path in files if path.suffix.lower() in readable and path not in named]
