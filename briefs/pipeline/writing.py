"""Stage 7: `build/` holds what was built, the edition of each brief, and the manifest, all changed in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefs.model.diagnostics import Diagnostic, DocumentError, Fault, Place, relative
from briefs.output.edited import edited_files
from briefs.output.editions import edition_path
from briefs.output.folder import check_folder, restore_last_build, write_build
from briefs.output.last_manifest import manifest_to_continue
from briefs.output.lock import locked
from briefs.output.manifest import NAME, dump_manifest, new_manifest
from briefs.output.provenance_files import provenance_path
from briefs.output.stale import Sources, is_as_built, marked_stale, stale_files, without_stale
from briefs.pipeline.built import Built
from briefs.pipeline.finished_work import FinishedWork
from briefs.pipeline.machine_names import check_listing
from briefs.pipeline.order import Order, Progress, Project, silent
from briefs.pipeline.report_files import ReportFiles
from briefs.pipeline.reports import has_templates


def check_output(order: Order) -> None:
    """Raise BriefsError if the folder of `order` cannot be written, or holds what briefs are made from."""
    if order.output is not None:
        check_folder(order.output, order.project.root)


def write(
    work: FinishedWork,
    order: Order,
    progress: Progress = silent,
    changes: Callable[[], Iterable[Diagnostic]] = tuple,
) -> Built:
    """Write finished `work` into the folder of `order`; without a folder, it stays in memory.

    The Document of each brief is kept with its files, since later editions and returned files are compared with it. If
    another build is writing the same folder, this one waits. Raises BriefsError, and DocumentError if there are
    `changes` by then in what was read, or if `order` is strict and there are warnings: those of the work, and of files
    there that a person has edited or that are out of date.
    """
    made_from = tuple(order.project.root / path for report in work.reports for path in (*report.hashes, *report.absent))
    built = Built(work, work.warnings, made_from)
    if order.output is None:
        if order.strict and built.warnings:
            raise DocumentError(built.warnings)
        return built
    progress("writing")
    folder, root = order.output, order.project.root
    with locked(folder, lambda: progress(f"waiting until another build has written {folder}")):
        restore_last_build(folder)
        manifest = old = manifest_to_continue(folder)
        files: dict[str, bytes] = {}
        for report in work.reports:
            own = [brief for brief in built.briefs if brief.report == report.name]
            manifest = new_manifest(own, report.hashes, work.versions, manifest)
            files |= {rendition.name: rendition.content for brief in own for rendition in brief.renditions}
            files |= {provenance_path(brief): brief.provenance for brief in own}
            files |= {edition_path(brief, manifest): brief.edition for brief in own}
        manifest = marked_stale(
            folder, manifest, files, _sources(work.reports, manifest, order.project), _gone(manifest, order.project)
        )
        found = stale_files(manifest)
        if order.prunes:
            manifest = without_stale(manifest, folder)
        stale = stale_files(manifest)
        problems = [*_stale(folder, manifest, root)]
        if order.strict:
            edited = edited_files(folder, files, manifest, old)
            problems += _edited(folder, dict.fromkeys(edited, ""), root)
            if built.warnings or problems:
                raise DocumentError([*built.warnings, *problems])
        if changed := dict.fromkeys(changes()):
            raise DocumentError(changed)
        if leaked := check_listing(dump_manifest(manifest), root, Place(relative(folder / NAME, root))):
            raise DocumentError(leaked)
        left = write_build(folder, files, manifest, old)
    problems += _edited(folder, left.edited, root)
    if left.old is not None:
        fault = Fault("old-build-left", "this folder of the last build cannot be removed", "remove it yourself")
        problems.append(fault.at(Place(relative(left.old, root))))
    written = tuple(folder / name for name in (*files, NAME))
    return replace(
        built,
        written=written,
        stale=tuple(folder / name for name in stale),
        pruned=tuple(folder / name for name in found if name not in stale),
        warnings=(*built.warnings, *problems),
    )


def _sources(reports: Sequence[ReportFiles], manifest: Mapping[str, Any], project: Project) -> dict[str, Sources]:
    """What the briefs of each of `reports` are made from now, by the name of the report; nothing for those in
    `manifest` that have no templates any more."""
    sources = {report.name: Sources(report.hashes, report.templates) for report in reports}
    others = {entry["report"] for entry in manifest["files"]} - sources.keys()
    if not others:
        return sources
    return {**{name: Sources({}, {}) for name in sorted(others) if not has_templates(project, name)}, **sources}


def _gone(manifest: Mapping[str, Any], project: Project) -> set[str]:
    """The reports in `manifest` that `project` no longer has."""
    return {entry["report"] for entry in manifest["files"] if not (project.seeds / entry["report"]).is_dir()}


def _stale(folder: Path, manifest: Mapping[str, Any], root: Path) -> Iterator[Diagnostic]:
    """A warning for each file in `folder` that `manifest` says is out of date."""
    for entry in manifest["files"]:
        if entry.get("stale"):
            hint = "build it again, or remove it with --prune"
            if not is_as_built(entry, folder):
                hint = "it was also changed by hand, so --prune leaves it: move it out of the folder"
            yield Fault("stale", f"this is out of date: {entry['stale']}", hint).at(
                Place(relative(folder / entry["path"], root))
            )


def _edited(folder: Path, names: Mapping[str, str], root: Path) -> Iterator[Diagnostic]:
    """A warning for each file in `folder` that a person has edited, with its new `names`; empty: it is still there."""
    for name, kept in names.items():
        message = "this was changed by hand, and a build would replace it"
        hint = "rename it, or move it out of the folder"
        if kept:
            message, hint = f"this was changed by hand, and is now {relative(folder / kept, root)}", ""
        yield Fault("output-edited", message, hint).at(Place(relative(folder / name, root)))
