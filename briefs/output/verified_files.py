"""Files of a build that are only used if they are what was built: their hashes are those in the manifest."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePosixPath
from typing import Any

from briefs.files.bounded_reading import read_file
from briefs.model.archive import read_edition
from briefs.model.diagnostics import BriefsError
from briefs.model.document import Document
from briefs.output.last_manifest import read_manifest
from briefs.output.manifest import NAME


def required_manifest(build: Path) -> dict[str, Any]:
    """The manifest of the last build in the folder `build`. Raises BriefsError if there is none that can be read."""
    manifest = read_manifest(build)
    if not manifest:
        raise BriefsError(
            f"there is no {NAME} in {build}, or it cannot be read",
            "build the briefs first: briefs build --status cleared",
        )
    return manifest


def verified_content(build: Path, path: str, sha256: str, hint: str) -> bytes:
    """The file at `path` in the folder `build`, which must have this hash.

    Raises BriefsError with `hint` if it cannot be read, has another hash, or would be outside of the folder.
    """
    place, inside = build / path, PurePosixPath(path)
    if inside.is_absolute() or ".." in inside.parts:
        raise BriefsError(f"{place} is not in {build}, although its {NAME} lists it", hint)
    try:
        content = read_file(place)
    except OSError as error:
        raise BriefsError(f"cannot read {place}: {error.strerror}", hint) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise BriefsError(f"{place} has been changed since it was built", hint)
    return content


def verified_document(build: Path, path: str, sha256: str, hint: str) -> Document:
    """The kept Document at `path` in the folder `build`. Raises BriefsError as `verified_content` does."""
    return read_edition(verified_content(build, path, sha256, hint)).document
