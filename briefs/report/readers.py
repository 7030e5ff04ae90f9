"""Reading a report's folder: the reader is found by the ending of the file. A format is a module and a row here."""

from __future__ import annotations

import codecs
import hashlib
from dataclasses import dataclass
from pathlib import Path

from briefs.model.diagnostics import BriefsError, Diagnostic, DocumentError, Place, nearest, relative
from briefs.model.report import Report
from briefs.report.hints import HintsFile, ReportHints, read_hints
from briefs.report.plain_text import read_text
from briefs.report.source import Reader, Source

READERS: dict[str, Reader] = {
    ".txt": read_text,
}
"""Readers by file suffix."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A report as far as it could be read, its hints, and everything that is wrong with them."""

    report: Report | None
    hints: ReportHints | None
    diagnostics: tuple[Diagnostic, ...] = ()


def read_report(folder: Path, project: Path) -> tuple[Report, ReportHints]:
    """The report in `folder` and its hints. Raises DocumentError with every diagnostic of `inspect_report`."""
    reading = inspect_report(folder, project)
    if reading.diagnostics or reading.report is None or reading.hints is None:
        raise DocumentError(reading.diagnostics)
    return reading.report, reading.hints


def inspect_report(folder: Path, project: Path) -> Reading:
    """As `read_report`, but gives what could be read together with what is wrong, so that a caller can go on.

    Codes: those of `read_hints`, `report-missing`, `report-empty`, `report-encoding`, `report-changed`,
    `hint-not-found`, `row-unsplit`. Raises BriefsError when the file cannot be opened.
    """
    found: list[Diagnostic] = []
    file: HintsFile | None = None
    try:
        file = read_hints(folder, project)
    except DocumentError as error:
        found += error.diagnostics
    hints = file.hints if file else None
    path = _find(folder, project, file, found)
    if path is None:
        return Reading(None, hints, tuple(found))
    shown = relative(path, project)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BriefsError(f"cannot read {shown}: {error.strerror}") from error
    is_empty = not content.removeprefix(codecs.BOM_UTF8).strip()
    if is_empty:
        hint = "put the report as received in its place"
        found.append(Diagnostic(Place(shown), "report-empty", "the report is empty", hint))
    if file is None or is_empty:
        return Reading(None, hints, tuple(found))
    sha256 = hashlib.sha256(content).hexdigest()
    found += _changed(sha256, shown, file)
    parsed = READERS[path.suffix](Source(shown, content, file))
    found += parsed.diagnostics
    report = Report(file.hints.title, shown, sha256, parsed.line_count, parsed.children)
    return Reading(report if parsed.children else None, file.hints, tuple(found))


def _find(folder: Path, project: Path, file: HintsFile | None, found: list[Diagnostic]) -> Path | None:
    """The file `report.*` that a reader knows; why there is none goes to `found`."""
    place = Place(relative(folder, project))
    suffixes = tuple(READERS)
    if file and file.hints.format:
        suffixes = (f".{file.hints.format.removeprefix('.')}",)
        if suffixes[0] not in READERS:
            at = Place(file.path, file.lines.line(("format",)))
            hint = nearest(suffixes[0].removeprefix("."), [name.removeprefix(".") for name in READERS])
            message = f'no reader knows the format "{file.hints.format}"'
            found.append(Diagnostic(at, "field-invalid", message, hint))
            return None
    paths = [folder / f"report{suffix}" for suffix in suffixes if (folder / f"report{suffix}").is_file()]
    if len(paths) == 1:
        return paths[0]
    if paths:
        names = ", ".join(path.name for path in paths)
        hint = "name the one to read with `format` in report.yaml"
        found.append(Diagnostic(place, "report-missing", f"the folder holds several reports: {names}", hint))
    else:
        hint = f"put the report here as {' or '.join(f'report{suffix}' for suffix in suffixes)}"
        found.append(Diagnostic(place, "report-missing", "the folder holds no report", hint))
    return None


def _changed(sha256: str, shown: str, file: HintsFile) -> list[Diagnostic]:
    if file.hints.sha256 in (None, sha256):
        return []
    place = Place(file.path, file.lines.line(("sha256",)))
    message = f"{shown} is no longer the report that the blocks were drawn from"
    hint = f"put the old report back or, to accept the new one, write here\n    sha256: {sha256}"
    return [Diagnostic(place, "report-changed", message, hint)]
