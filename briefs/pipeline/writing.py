"""Stage 7: `build/` holds what was built, the edition of each brief, and the manifest, all changed in one step."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefs.model.archive import kept_edition
from briefs.model.brief import Brief
from briefs.output.editions import edition_path
from briefs.output.folder import manifest_to_continue, write_build
from briefs.output.manifest import NAME, new_manifest
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.last_build import input_hashes, versions


def write(briefs: Sequence[Brief], reports: Sequence[Inputs], folder: Path) -> tuple[Path, ...]:
    """Write the files of `briefs`, which were built of `reports`, into `folder`; gives all that it wrote.

    The Document of each is kept beside them: later editions, and files that come back, are compared with it.
    Raises BriefsError.
    """
    manifest = old = manifest_to_continue(folder)
    files: dict[str, bytes] = {}
    for inputs in reports:
        own = [brief for brief in briefs if brief.report == inputs.name]
        editions = {brief.audience: kept_edition(brief.report, brief.document) for brief in own}
        manifest = new_manifest(own, editions, input_hashes(inputs), versions(), manifest)
        files |= {rendition.name: rendition.content for brief in own for rendition in brief.renditions}
        files |= {edition_path(brief, manifest): editions[brief.audience] for brief in own}
    write_build(folder, files, manifest, old)
    return tuple(folder / name for name in (*files, NAME))
