"""The files that briefs of one report are made from, each with its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from briefs.drift.report_lock import NAME as REPORT_LOCK
from briefs.model.edition import HouseLogo, Template
from briefs.pipeline.order import Project
from briefs.pipeline.proposed_names import FOLDER as PROPOSED
from briefs.recipients.file_names import is_for_distribution
from briefs.render.logo.logo_files import logo_path
from briefs.render.reference.reference_paths import reference_path
from briefs.signoff.signed_lock import NAME as SIGNED_LOCK


def hash_folders(project: Project) -> dict[str, str]:
    """SHA-256, by path in the project, of every file that briefs of a report may be made from.

    Hidden files are none of them, nor are lists of recipients and the settings for distribution. A file that cannot be
    read is left for its reader to report. Called before anything is read, so that a file which is edited meanwhile does
    not pass for what was built.
    """
    return _hashes(
        (
            path
            for folder in (project.seed(), project.templates)
            for path in sorted(folder.rglob("*"))
            if path.is_file() and not path.name.startswith(".") and not _is_left_out(path.relative_to(folder))
        ),
        project.root,
    )


def inputs_among(
    hashes: Mapping[str, str], templates: Iterable[Template], logo: HouseLogo | None, project: Project
) -> dict[str, str]:
    """Those of the hashes of all files that count for a report with these `templates`, and those of their references
    and of the `logo` of the house.

    Templates of other reports do not count. A reference document or a logo may lie anywhere in the project; it is read
    later.
    """
    templates = tuple(templates)
    own, layout = {template.path for template in templates}, project.templates / "layout"
    folder = f"{project.templates.name}/"
    found = {
        path: digest
        for path, digest in hashes.items()
        if path in own or not (path.startswith(folder) and path.endswith(".md"))
    }
    named = [reference_path(template, layout, project.root) for template in templates]
    if logo is not None:
        named.append(logo_path(logo.file, layout, project.root))
    elsewhere = _hashes(filter(None, named), project.root)
    return found | {path: digest for path, digest in elsewhere.items() if path not in found}


def _is_left_out(path: Path) -> bool:
    """Whether a file, by its path in its folder, is only for distribution; those among the blocks are blocks.

    What people have accepted is no input either: it says whether a brief is built, and nothing in it is printed. Nor
    are candidates, which nobody has accepted yet.
    """
    if path.parts[:2] == ("blocks", PROPOSED):
        return True
    return path.name in (REPORT_LOCK, SIGNED_LOCK) or (is_for_distribution(path) and path.parent.name != "blocks")


def _hashes(paths: Iterable[Path], root: Path) -> dict[str, str]:
    found = {}
    for path in paths:
        with suppress(OSError):
            found[path.relative_to(root).as_posix()] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found
