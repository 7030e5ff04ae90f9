"""Finished editions in `build/`: the files of one edition of a brief, proved to be what its build wrote."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import BriefsError
from briefs.model.document import Document
from briefs.model.formats import FORMATS, Format
from briefs.model.sheet import USUAL, Sheet
from briefs.model.versions import Status
from briefs.output.verified_files import required_manifest, verified_content, verified_document


@dataclass(frozen=True, slots=True)
class FinishedFile:
    """A file of a finished edition: its name in `build/`, its hash, and its number of pages, if that is known.

    `stale` says why it is out of date; it is empty if it is not. What was cleared stays so while the next edition is
    being written.
    """

    name: str
    sha256: str
    pages: int | None
    sheet: Sheet
    stale: str = ""


@dataclass(frozen=True, slots=True)
class FinishedEdition:
    """An edition of a brief in `folder`, with its Document as it was kept and its files by format.

    `sha256` is that of the kept edition; `name` is what its files and folders are called by.
    """

    folder: Path
    report: str
    key: BriefKey
    document: Document
    sha256: str
    name: str
    files: Mapping[Format, FinishedFile]

    def content(self, format: Format) -> bytes:
        """The file in `format`, as it was built.

        Raises BriefsError if it was not built, cannot be read, or has been changed since.
        """
        file = self.files.get(format)
        if file is None:
            built = " and ".join(one for one in FORMATS if one in self.files)
            raise BriefsError(
                f"{self.folder} has no {format} of the edition for {self.key}, only {built}",
                _how(self.document.properties.status, self.key),
            )
        hint = "only what was built is distributed: move the file away, and build the brief again"
        return verified_content(self.folder, file.name, file.sha256, hint)


def finished_editions(
    folder: Path, status: Status, keys: Collection[BriefKey], sheet: Sheet = USUAL, report: str | None = None
) -> list[FinishedEdition]:
    """The editions with `status` of the briefs `keys` in `folder`, in the order of `keys`, in files for `sheet`.

    Raises BriefsError if there is no such edition of one of them, if its files do not say the same, if its kept
    Document is gone or damaged, or if several reports have such a brief and `report` names none.
    """
    manifest = required_manifest(folder)
    return [_finished(folder, manifest, status, key, sheet, report) for key in keys]


def _finished(
    folder: Path, manifest: Mapping[str, Any], status: Status, key: BriefKey, sheet: Sheet, report: str | None
) -> FinishedEdition:
    of_brief = [
        entry
        for entry in manifest["files"]
        if BriefKey.of_entry(entry) == key and report in (None, entry["report"]) and "edition" in entry
    ]
    entries = [entry for entry in of_brief if entry["status"] == status]
    if not entries:
        raise _nothing(folder, status, key, of_brief)
    if len(reports := sorted({entry["report"] for entry in entries})) > 1:
        raise BriefsError(
            f"{folder} has briefs for {key} of several reports: {', '.join(reports)}", "choose one with --report"
        )
    fitting = [entry for entry in entries if entry["format"] == "html" or _sheet(entry) == sheet]
    if not fitting:
        size = " in large print" if sheet.is_large_print else ""
        raise BriefsError(
            f"{folder} has no {status} edition for {key} on {sheet.paper}{size}", _how(status, key, sheet)
        )
    if len({entry["edition"]["sha256"] for entry in fitting}) > 1:
        names = " and ".join(str(entry["path"]) for entry in fitting)
        raise BriefsError(f"files for {key} do not say the same: {names}", "build the brief again, in all formats")
    files = {
        entry["format"]: FinishedFile(
            entry["path"], entry["sha256"], entry.get("pages"), _sheet(entry), entry.get("stale", "")
        )
        for entry in fitting
    }
    edition = fitting[0]["edition"]
    kept = _kept(folder, edition)
    name = PurePosixPath(edition["path"]).name.removesuffix(".json.gz")
    return FinishedEdition(folder, reports[0], key, kept, edition["sha256"], name, files)


def _nothing(folder: Path, status: Status, key: BriefKey, others: Sequence[Mapping[str, Any]]) -> BriefsError:
    hint = _how(status, key)
    if status == "cleared" and others:
        return BriefsError(f"{folder} has only a draft for {key}, and drafts are not distributed", hint)
    return BriefsError(f"{folder} has no {status} edition for {key}", hint)


def _how(status: Status, key: BriefKey, sheet: Sheet = USUAL) -> str:
    """The hint that says how to build the edition of a brief."""
    paper = f" --paper {sheet.paper}" if sheet.paper != USUAL.paper else ""
    size = " --large-print" if sheet.is_large_print else ""
    return f"build it: briefs build --status {status} {key.options}{paper}{size}"


def _sheet(entry: Mapping[str, Any]) -> Sheet:
    return Sheet.of(entry.get("paper") or USUAL.paper, entry.get("large_print", False))


def _kept(folder: Path, edition: Mapping[str, Any]) -> Document:
    """The kept Document that a file was made from."""
    hint = "build the brief again"
    if not edition.get("path"):
        raise BriefsError(f"{folder} no longer keeps the edition of the brief", hint)
    return verified_document(folder, edition["path"], edition["sha256"], hint)
