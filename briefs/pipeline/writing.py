"""Stage 7: `build/` holds what was built, the edition of each brief, and the manifest, all changed in one step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from briefs.model.archive import kept_edition
from briefs.model.diagnostics import Diagnostic, DocumentError, Fault, Place, relative
from briefs.output.edited import edited_files
from briefs.output.editions import edition_path
from briefs.output.folder import check_folder, write_build
from briefs.output.last_manifest import manifest_to_continue
from briefs.output.lock import locked
from briefs.output.manifest import NAME, new_manifest
from briefs.pipeline.built import Built
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.last_build import versions
from briefs.pipeline.order import Order, Progress, silent


def check_output(order: Order) -> None:
    """Raise BriefsError if the folder of `order` cannot be written, or holds what briefs are made from."""
    if order.output is not None:
        check_folder(order.output, order.project.root)


def write(built: Built, reports: Sequence[Inputs], order: Order, progress: Progress = silent) -> Built:
    """Write what was `built` from `reports` into the folder of `order`; without a folder, it stays in memory.

    The Document of each brief is kept with its files, since later editions and returned files are compared with it. If
    another build is writing the same folder, this one waits. Raises BriefsError, and DocumentError if `order` is strict
    and a person has edited files there.
    """
    if order.output is None:
        return built
    progress("writing")
    folder, root = order.output, order.project.root
    with locked(folder, lambda: progress(f"waiting until another build has written {folder}")):
        manifest = old = manifest_to_continue(folder)
        files: dict[str, bytes] = {}
        for inputs in reports:
            own = [brief for brief in built.briefs if brief.report == inputs.name]
            editions = {brief.key: kept_edition(brief.report, brief.document) for brief in own}
            manifest = new_manifest(own, editions, inputs.hashes, versions(), manifest)
            files |= {rendition.name: rendition.content for brief in own for rendition in brief.renditions}
            files |= {edition_path(brief, manifest): editions[brief.key] for brief in own}
        if order.strict and (edited := edited_files(folder, files, manifest, old)):
            raise DocumentError(_edited(folder, dict.fromkeys(edited, ""), root))
        left = write_build(folder, files, manifest, old)
    problems = [*_edited(folder, left.edited, root)]
    if left.old is not None:
        fault = Fault("old-build-left", "this folder of the last build cannot be removed", "remove it yourself")
        problems.append(fault.at(Place(relative(left.old, root))))
    written = tuple(folder / name for name in (*files, NAME))
    return replace(built, written=written, warnings=(*built.warnings, *problems))


def _edited(folder: Path, names: Mapping[str, str], root: Path) -> Iterator[Diagnostic]:
    """A warning for each file in `folder` that a person has edited, with its new `names`; empty: it is still there."""
    for name, kept in names.items():
        message = "this was changed by hand, and a build would replace it"
        hint = "rename it, or move it out of the folder"
        if kept:
            message = f"this was changed by hand, and is now {relative(folder / kept, root)}"
            hint = "to keep a change in later builds, make it in seeds/ or templates/"
        yield Fault("output-edited", message, hint).at(Place(relative(folder / name, root)))
