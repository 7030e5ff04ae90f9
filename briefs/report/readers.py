"""Reading a report's folder: the file's ending decides the reader. To add a format, write a module and a row here."""

from __future__ import annotations

import codecs
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefs.files.bounded_reading import read_written
from briefs.model.diagnostics import (
    BriefsError,
    Checked,
    Diagnostic,
    DocumentError,
    Fault,
    Place,
    nearest,
    relative,
)
from briefs.model.limits import LARGEST_REPORT
from briefs.model.report import Report
from briefs.report.absent_report import missing_report
from briefs.report.hints import SHAPING, HintsFile, ReportHints, read_hints, salvage_hints
from briefs.report.recognizers import RECOGNIZERS
from briefs.report.source import Parsed, Reader, Source

if TYPE_CHECKING:
    from briefs.report.recognized import Recognizer


def _plain_text(source: Source) -> Checked[Parsed]:
    """A report in plain text; what reads it is only loaded for one that is not known, like what reads other formats."""
    from briefs.report.plain_text.reader import read_plain_text

    return read_plain_text(source)


def _reader_of(recognizer: Recognizer) -> Reader:
    """A reader that applies the hints to what `recognizer` finds."""

    def read(source: Source) -> Checked[Parsed]:
        from briefs.report.kept_recognition import recognize_once
        from briefs.report.recognized_reader import parsed_report

        return parsed_report(source, recognize_once(recognizer, source.content, source.path))

    return read


READERS: dict[str, Reader] = {
    ".txt": _plain_text,
    **{suffix: _reader_of(recognizer) for suffix, recognizer in RECOGNIZERS.items()},
}
"""Readers by file suffix."""


@dataclass(frozen=True, slots=True)
class HintedReport:
    """A report as read, and the file of hints used to read it."""

    report: Report
    file: HintsFile

    @property
    def hints(self) -> ReportHints:
        """What is in that file."""
        return self.file.hints


def read_report(folder: Path, project: Path) -> Checked[HintedReport]:
    """The report in `folder` and its hints.

    Codes: `report-changed`, `hint-not-found`, `row-unsplit`. Raises DocumentError, with all mistakes, if the report or
    its hints cannot be read: these codes, those of `read_hints`, and `report-missing`, `report-empty`,
    `report-encoding`. Raises BriefsError if the file cannot be opened.
    """
    read = read_in_part(folder, project)
    if read.value is None or read.value.file.lacks:
        raise DocumentError(read.problems)
    return Checked(read.value, read.problems)


def read_in_part(folder: Path, project: Path) -> Checked[HintedReport | None]:
    """As `read_report`, but fields of the hints may be wrong, if they do not shape the report; its `file` lacks them.

    None if the report cannot be read. Raises BriefsError if a file cannot be opened.
    """
    hints = _hints_in_part(folder, project)
    problems, file = list(hints.problems), hints.value
    try:
        path = _find_report(folder, project, file)
        content = _read_content(path, project)
    except DocumentError as error:
        return Checked(None, (*problems, *error.diagnostics))
    if file is None:
        return Checked(None, tuple(problems))
    shown, sha256 = relative(path, project), hashlib.sha256(content).hexdigest()
    problems += _check_sha256(sha256, shown, file)
    if not SHAPING.isdisjoint(file.lacks):
        return Checked(None, tuple(problems))
    try:
        parsed = READERS[path.suffix](Source(shown, content, file))
    except DocumentError as error:
        return Checked(None, (*problems, *error.diagnostics))
    problems += parsed.problems
    if not parsed.value.children:
        return Checked(None, (*problems, _empty(shown)))
    report = _report(file.hints.title, shown, sha256, parsed.value)
    return Checked(HintedReport(report, file), tuple(problems))


def read_edition(path: Path, file: HintsFile, project: Path) -> Checked[Report]:
    """Another edition of a report, in any format, read with the hints in `file`.

    Code: `hint-not-found`. Raises DocumentError if it cannot be read; BriefsError if it cannot be opened, or if
    there is no reader for its format.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise BriefsError(f"{path} cannot be read as a report", f"its name must end with one of {', '.join(READERS)}")
    if path.exists() and not path.is_file():  # a pipe has no end
        raise BriefsError(f"{path} is not a file on a disk", "name the file of one report")
    content = _read_content(path, project)
    shown = relative(path, project)
    parsed = reader(Source(shown, content, file))
    if not parsed.value.children:
        raise DocumentError([*parsed.problems, _empty(shown)])
    report = _report(file.hints.title, shown, hashlib.sha256(content).hexdigest(), parsed.value)
    return Checked(report, parsed.problems)


def _report(title: str, path: str, sha256: str, parsed: Parsed) -> Report:
    return Report(
        title,
        path,
        sha256,
        parsed.line_count,
        parsed.children,
        parsed.text,
        parsed.rendition,
        parsed.pages,
        parsed.language,
        parsed.languages,
        parsed.left_aside,
    )


def _hints_in_part(folder: Path, project: Path) -> Checked[HintsFile | None]:
    """The hints of a report without the fields that are wrong, and everything wrong with them."""
    try:
        return Checked(read_hints(folder, project))
    except DocumentError as error:
        found = salvage_hints(folder, project)
        return Checked(found.value, found.problems or error.diagnostics)


def _find_report(folder: Path, project: Path, file: HintsFile | None) -> Path:
    """The file `report.*` in `folder` that has a reader and, if the hints name a format, is in that format.

    Raises DocumentError: `field-invalid` for a format without a reader, `report-missing` for no file or several.
    """
    suffixes = tuple(READERS)
    if file and file.hints.format:
        suffixes = (f".{file.hints.format.removeprefix('.')}",)
        if suffixes[0] not in READERS:
            hint = nearest(suffixes[0].removeprefix("."), [name.removeprefix(".") for name in READERS])
            fault = Fault("field-invalid", f'a report cannot be read in the format "{file.hints.format}"', hint)
            raise DocumentError([fault.at(file.place("format"))])
    paths = [folder / f"report{suffix}" for suffix in suffixes if (folder / f"report{suffix}").is_file()]
    if not paths:  # what is no file is not read, and whoever tries says so
        paths = [folder / f"report{suffix}" for suffix in suffixes if os.path.lexists(folder / f"report{suffix}")]
    if len(paths) == 1:
        return paths[0]
    if paths:
        names = ", ".join(path.name for path in paths)
        hint = "name the one to read with `format` in report.yaml"
        fault = Fault("report-missing", f"the folder contains several reports: {names}", hint)
    else:
        fault = missing_report(folder, READERS, suffixes[0] if file and file.hints.format else "")
    raise DocumentError([fault.at(Place(relative(folder, project)))])


def _read_content(path: Path, project: Path) -> bytes:
    """The bytes of the report. Raises DocumentError (`report-empty`, `file-unreadable`), BriefsError if it is gone."""
    shown = relative(path, project)
    try:
        content = read_written(path, shown, LARGEST_REPORT)
    except OSError as error:
        raise BriefsError(f"cannot read {shown}: {error.strerror}") from error
    if not content.removeprefix(codecs.BOM_UTF8).strip():
        raise DocumentError([_empty(shown)])
    return content


def _empty(shown: str) -> Diagnostic:
    hint = "put the report, as received, in its place"
    return Fault("report-empty", "the report is empty", hint).at(Place(shown))


def _check_sha256(sha256: str, shown: str, file: HintsFile) -> list[Diagnostic]:
    """Check that the report has the hash in the hints, if they give one. Code: `report-changed`."""
    if file.hints.sha256 in (None, sha256):
        return []
    message = f"{shown} is no longer the report that the blocks were drawn from"
    hint = f"put the old report back or, to accept the new one, write here\n    sha256: {sha256}"
    return [Fault("report-changed", message, hint).at(file.place("sha256"))]
