"""The manifest of the last build in a folder: what the next build continues, and what it knows of the files there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from briefs.files.bounded_reading import read_file
from briefs.model.diagnostics import BriefsError
from briefs.model.limits import LARGEST_MANIFEST, MB
from briefs.output.editions import FOLDER
from briefs.output.manifest import NAME, dump_manifest
from briefs.output.manifest_shape import VERSION, is_edition, is_manifest, is_plain

ELSEWHERE = "name another folder with --output"


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of the last build in `folder`; empty if there is none, or if it cannot be read."""
    manifest = _value(folder)
    return manifest if is_manifest(manifest) else {}


def manifest_to_continue(folder: Path) -> dict[str, Any]:
    """The manifest of the last build in `folder`, as the next one continues it: without kept editions that are gone.

    Of an older format, only the kept editions remain, if it lists them as this one does. Raises BriefsError for a newer
    format, and for one that is too large, since what it holds would be lost.
    """
    path = folder / NAME
    if path.is_file() and path.stat().st_size > LARGEST_MANIFEST:
        raise BriefsError(
            f"{path} is larger than {LARGEST_MANIFEST / MB:.0f} MB, which is more than builds write",
            f"move it away if it is damaged, or {ELSEWHERE}",
        )
    manifest = _value(folder)
    if not isinstance(manifest, dict):
        return {}
    if isinstance(manifest.get("manifest"), int) and manifest["manifest"] > VERSION:
        hint = f"use that version, or {ELSEWHERE}"
        raise BriefsError(f"{folder / NAME} was written by a newer version of this program", hint)
    listed = manifest.get("editions")
    editions = [one for one in listed if is_edition(one) and _is_kept(folder, one)] if isinstance(listed, list) else []
    return {**(manifest if is_manifest(manifest) else {}), "editions": editions}


def known_hashes(folder: Path) -> dict[str, str]:
    """The SHA-256 of what builds have made in `folder`, by path, according to the manifest there, even an old one."""
    manifest = _value(folder)
    if not isinstance(manifest, dict):
        return {}
    listed = [manifest.get(part) for part in ("files", "provenance", "editions")]
    entries = [entry for part in listed if isinstance(part, list) for entry in part if isinstance(entry, dict)]
    known = {str(entry.get("path")): str(entry.get("sha256")) for entry in entries}
    if is_manifest(manifest) or manifest.get("manifest") != VERSION:
        known[NAME] = hashlib.sha256(dump_manifest(manifest)).hexdigest()
    return known


def _value(folder: Path) -> Any:
    """What the manifest in `folder` holds, whatever that is; None if none can be read, or written again."""
    path = folder / NAME
    try:
        return _parsed(read_file(path, LARGEST_MANIFEST)) if path.is_file() else None
    except OSError:
        return None


@lru_cache(maxsize=1)
def _parsed(content: bytes) -> Any:
    """What a manifest holds; nobody changes it. A command reads the same one several times."""
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return value if is_plain(value) else None


def _is_kept(folder: Path, entry: Mapping[str, Any]) -> bool:
    """Whether the file of a kept edition is in its place."""
    path = PurePosixPath(entry["path"])
    return path.parts[:-1] == (FOLDER,) and (folder / path).is_file()
