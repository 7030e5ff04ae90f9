"""Stage 7: `build/` holds what was built, the edition of each brief, and the manifest, all changed in one step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from briefs.model.archive import kept_edition
from briefs.model.brief import Brief
from briefs.output.editions import edition_path
from briefs.output.folder import check_folder, read_manifest, write_build
from briefs.output.manifest import NAME, new_manifest
from briefs.pipeline.built import Built
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.last_build import versions
from briefs.pipeline.order import Order, Progress


def check_output(order: Order) -> None:
    """Raise BriefsError if the folder of `order` cannot be written, or holds what briefs are made from."""
    if order.output is not None:
        check_folder(order.output, order.project.root)


def write(built: Built, reports: Sequence[Inputs], folder: Path | None, progress: Progress) -> Built:
    """Write what was `built` from `reports` into `folder`; without a folder, it stays in memory. Raises BriefsError."""
    if folder is None:
        return built
    progress("writing")
    return replace(built, written=_write(built.briefs, reports, folder))


def _write(briefs: Sequence[Brief], reports: Sequence[Inputs], folder: Path) -> tuple[Path, ...]:
    """Write the files of `briefs`, which were built from `reports`, into `folder`; returns all paths written.

    The Document of each is kept with them, since later editions and returned files are compared with it.
    """
    manifest = old = read_manifest(folder)
    files: dict[str, bytes] = {}
    for inputs in reports:
        own = [brief for brief in briefs if brief.report == inputs.name]
        editions = {brief.audience: kept_edition(brief.report, brief.document) for brief in own}
        manifest = new_manifest(own, editions, inputs.hashes, versions(), manifest)
        files |= {rendition.name: rendition.content for brief in own for rendition in brief.renditions}
        files |= {edition_path(brief, manifest): editions[brief.audience] for brief in own}
    write_build(folder, files, manifest, old)
    return tuple(folder / name for name in (*files, NAME))
