"""All editions that a project keeps: those in `build/editions/`, and those beside its reviews, which a lost or emptied
build does not take with it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from briefs.files.bounded_reading import read_file
from briefs.model.archive import KeptEdition, read_edition
from briefs.model.diagnostics import BriefsError
from briefs.output.last_manifest import read_manifest
from briefs.pipeline.recognition import Library
from briefs.review.kept_answers import edition_name
from briefs.review.review_folders import review_folders
from briefs.verification.known_files import KnownEdition, kept_editions


def kept_library(build: Path | None, root: Path | None) -> Library:
    """The editions that the manifest of `build` lists, then others that are kept with the reviews of the project at
    `root`. Of one that is in both, the file in `build` counts, as long as it is there."""
    listed = kept_editions(read_manifest(build)) if build is not None else []
    reviewed = {known.sha256: (known, path) for known, path in _reviewed(root)} if root is not None else {}
    folder = build or Path()
    editions = [
        (known, path if (folder / path).exists() or known.sha256 not in reviewed else reviewed[known.sha256][1])
        for known, path in listed
    ]
    known_hashes = {known.sha256 for known, _ in listed}
    return Library(folder, [*editions, *(one for sha256, one in reviewed.items() if sha256 not in known_hashes)])


def kept_file(path: Path) -> KeptEdition:
    """The edition in the file of a kept one that somebody names. Raises BriefsError if it is none."""
    try:
        return read_edition(read_file(path))
    except OSError as error:
        raise BriefsError(f"cannot read {path}: {error.strerror}") from error
    except BriefsError as error:
        raise BriefsError(f"{path} is not a kept edition, or is damaged", error.hint) from error


def _reviewed(root: Path) -> Iterator[tuple[KnownEdition, str]]:
    """The editions beside reviews, each with the whole path of its file; not what is damaged or something else."""
    for folder in review_folders(root):
        for path in sorted(folder.glob("edition-*.json.gz")):
            try:
                content = read_file(path)
                kept = read_edition(content)
            except (BriefsError, OSError):
                continue
            sha256 = hashlib.sha256(content).hexdigest()
            if path.name != edition_name(sha256):
                continue
            yield KnownEdition.of(kept.report, kept.document, sha256), str(path.absolute())
