"""The cleared editions in `build/` that are to be published, verified: nothing there was altered since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefs.model.brief_key import BriefKey, chosen_keys
from briefs.model.diagnostics import BriefsError
from briefs.model.document import Document
from briefs.model.unknown_name import UnknownName
from briefs.output.manifest import NAME
from briefs.output.verified_files import required_manifest, verified_content, verified_document
from briefs.publication.for_everybody import why_not_published
from briefs.publication.published_edition import version_order

Entry = Mapping[str, Any]
"""An entry of the manifest."""

_RESTORE = "put the file back, or build the edition again with --status cleared"


@dataclass(frozen=True, slots=True)
class ClearedEdition:
    """A cleared edition in `build/`: its Document, its files by path with their entries, and the editions before it.

    `earlier` are kept Documents that everybody may have, the oldest first; `names` are the paths that files of earlier
    editions of the brief had.
    """

    report: str
    document: Document
    entries: Mapping[str, Entry]
    contents: Mapping[str, bytes]
    earlier: tuple[Document, ...]
    names: tuple[str, ...]


def cleared_editions(
    build: Path, audiences: Sequence[str] = (), products: Sequence[str] = (), report: str | None = None
) -> tuple[ClearedEdition, ...]:
    """The current cleared editions in `build` that everybody may have, of the briefs chosen (default: all).

    Raises UnknownName, and BriefsError if there are none, if one of those chosen is only a draft or not for everybody,
    or if a file was altered or is missing.
    """
    manifest = required_manifest(build)
    briefs = _chosen(manifest, audiences, products, report)
    current = {brief: _current(build, manifest, brief) for brief in briefs}
    refused = {
        brief: reason
        for brief, (document, _) in current.items()
        if (reason := "is only a draft" if document is None else why_not_published(document))
    }
    if refused:
        named = "; ".join(f"{_described(*brief, briefs)} {reason}" for brief, reason in refused.items())
        hint = "only cleared editions are published, and only those whose distribution is General"
        if any(document is not None and document.furniture.is_personal for document, _ in current.values()):
            hint += "; without `copies: personal` in template and house, build them again, into another folder"
        raise BriefsError(f"not published: {named}", f"{hint}; choose others with --audience or --product")
    return tuple(
        _cleared(build, manifest, brief, document, entries)
        for brief, (document, entries) in current.items()
        if document is not None
    )


def _chosen(
    manifest: Mapping[str, Any], audiences: Sequence[str], products: Sequence[str], report: str | None
) -> list[tuple[str, BriefKey]]:
    """The briefs in the manifest that are chosen, report by report."""
    reports = sorted({entry["report"] for entry in manifest["files"]})
    if report is not None and report not in reports:
        raise UnknownName("report", [report], reports)
    reports = reports if report is None else [report]
    keys = {
        one: list(dict.fromkeys(BriefKey.of_entry(entry) for entry in manifest["files"] if entry["report"] == one))
        for one in reports
    }
    all_keys = [key for listed in keys.values() for key in listed]
    if unknown := [name for name in audiences if name not in {key.audience for key in all_keys}]:
        raise UnknownName("audience", unknown, sorted({key.audience for key in all_keys}))
    if unknown := [name for name in products if name not in {key.product for key in all_keys}]:
        raise UnknownName("product", unknown, sorted({key.product for key in all_keys}))
    chosen = [(one, key) for one in reports for key in chosen_keys(sorted(keys[one], key=_rank), audiences, products)]
    if not chosen:
        raise BriefsError("there is no such brief in the build", "name other audiences or products, or build them")
    return chosen


def _rank(key: BriefKey) -> tuple[str, bool, str]:
    return key.audience, not key.is_brief, key.product


def _described(report: str, key: BriefKey, briefs: Iterable[tuple[str, BriefKey]]) -> str:
    several = len({report for report, _ in briefs}) > 1
    return f"{key.described}{f' of {report}' if several else ''}"


def _current(
    build: Path, manifest: Mapping[str, Any], brief: tuple[str, BriefKey]
) -> tuple[Document | None, tuple[Entry, ...]]:
    """The latest cleared edition of a brief with the entries of its files; None if there are only drafts."""
    _, key = brief
    mine = [one for one in manifest["files"] if (one["report"], BriefKey.of_entry(one)) == brief]
    cleared = [entry for entry in mine if entry["status"] == "cleared"]
    if not cleared:
        return None, ()
    hint = "build it again with --status cleared"
    if any(not entry.get("edition", {}).get("path") for entry in cleared):
        raise BriefsError(f"{build / NAME} does not say which edition the files of {key.described} are", hint)
    kept = {entry["edition"]["sha256"]: entry["edition"]["path"] for entry in cleared}
    documents = {sha256: verified_document(build, path, sha256, _RESTORE) for sha256, path in kept.items()}
    latest = max(documents.values(), key=version_order)
    of_latest = [entry for entry in cleared if entry["version"] == latest.properties.version]
    if len({entry["edition"]["sha256"] for entry in of_latest}) > 1:
        message = f"the files of {key.described} in {build} are not all of one edition, and may say different things"
        raise BriefsError(message, f"{hint}, in all formats and on all papers that you publish")
    if not any(entry["format"] == "html" for entry in of_latest):
        message = f"there is no web page of {key.described}, version {latest.properties.version}, in {build}"
        raise BriefsError(message, "build it with --status cleared --format html")
    return latest, tuple(of_latest)


def _cleared(
    build: Path,
    manifest: Mapping[str, Any],
    brief: tuple[str, BriefKey],
    document: Document,
    entries: Sequence[Entry],
) -> ClearedEdition:
    report, _ = brief
    contents = {entry["path"]: verified_content(build, entry["path"], entry["sha256"], _RESTORE) for entry in entries}
    kept = [
        (entry, one)
        for entry in manifest["editions"]
        if (entry["report"], BriefKey.of_entry(entry)) == brief and entry["status"] == "cleared"
        if entry["version"] != document.properties.version and not entry.get("superseded")
        if (one := _readable(build, entry)) is not None and version_order(one) < version_order(document)
    ]
    earlier = sorted((one for _, one in kept if not why_not_published(one)), key=version_order)
    limited = {entry["version"] for entry, one in kept if why_not_published(one)}
    before = [*manifest["superseded"], *manifest["files"]]
    names = [
        entry["path"]
        for entry in before
        if (entry["report"], BriefKey.of_entry(entry)) == brief and entry["status"] == "cleared"
        if entry["path"] not in contents and entry["version"] not in limited
    ]
    return ClearedEdition(
        report,
        document,
        {entry["path"]: entry for entry in entries},
        contents,
        tuple(earlier),
        tuple(dict.fromkeys(names)),
    )


def _readable(build: Path, entry: Entry) -> Document | None:
    """A kept Document; None if it cannot be read: nothing is then said of it."""
    try:
        return verified_document(build, entry["path"], entry["sha256"], _RESTORE)
    except BriefsError:
        return None
