"""The files that briefs of one report are made from, each with its hash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from briefs.drift.report_lock import NAME as REPORT_LOCK
from briefs.files.bounded_reading import hash_file
from briefs.files.file_walk import FileState, WalkedFile, walk_files
from briefs.files.templates_folder import templates_folder
from briefs.model.diagnostics import Diagnostic, Fault, Place, relative
from briefs.pipeline.order import Project
from briefs.pipeline.proposed_names import FOLDER as PROPOSED
from briefs.recipients.file_names import is_for_distribution
from briefs.render.logo.logo_paths import logo_path, logo_places
from briefs.render.reference.reference_paths import reference_path, reference_places
from briefs.signoff.signed_lock import NAME as SIGNED_LOCK

if TYPE_CHECKING:
    from briefs.model.edition import HouseLogo, Template


@dataclass(frozen=True, slots=True)
class HashedFolders:
    """The SHA-256 of files by path in the project, their states at that time, and what there was not read."""

    hashes: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, FileState] = field(default_factory=dict)
    problems: tuple[Diagnostic, ...] = ()


UNREAD = HashedFolders()
"""What is hashed of folders that nobody has read."""


def hash_folders(project: Project) -> HashedFolders:
    """Every file that briefs of a report may be made from.

    Hidden files are none of them, nor are lists of recipients and the settings for distribution. A file that cannot be
    read is left for its reader to report. Called before anything is read, so that a file which is edited meanwhile does
    not pass for what was built. Raises DocumentError if there is more than is read.
    """
    hashes, states, problems = {}, {}, list[Diagnostic]()
    for folder in (project.seed(), project.templates):
        walked = walk_files(folder, project.root)
        problems += walked.problems
        for file in _counting(walked.value, folder):
            with suppress(OSError):
                shown = file.path.relative_to(project.root).as_posix()
                hashes[shown], states[shown] = hash_file(file.path), file.state
    return HashedFolders(hashes, states, tuple(problems))


def changed_inputs(project: Project, read: HashedFolders, others: Mapping[str, str]) -> Iterator[Diagnostic]:
    """An error for each file that is not as it was when it was `read`, and for each that has come since.

    Templates of other reports do not count; `others` are the hashes of all that counts for the report.

    Code: `input-changed`. Raises DocumentError if by now there is more than is read.
    """
    folders = (project.seed(), project.templates)
    own = f"{relative(templates_folder(project.templates, project.name), project.root)}/"
    present = {
        file.path.relative_to(project.root).as_posix(): file.state
        for folder in folders
        for file in _counting(walk_files(folder, project.root).value, folder)
    }
    for path in sorted(others.keys() | present.keys()):
        is_new = path not in read.hashes and path not in others
        if is_new and path.endswith(".md") and path.rpartition("/")[0] + "/" != own:
            continue  # a template of another report
        if path in read.states and (path not in others or present.get(path) == read.states[path]):
            continue
        digest = _hashes([project.root / path], project.root).get(path)
        if not is_new and digest == others.get(path, read.hashes.get(path)):
            continue
        happened = "added" if is_new else "changed" if digest else "removed"
        message = f"this file was {happened} while the build was reading, so nothing was written"
        yield Fault("input-changed", message, "build again").at(Place(path))


def _counting(files: Iterable[WalkedFile], folder: Path) -> Iterator[WalkedFile]:
    """Those of the `files` in a folder that briefs may be made from."""
    return (file for file in files if not _is_left_out(file.path.relative_to(folder)))


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


def absent_inputs(
    hashes: Mapping[str, str], templates: Iterable[Template], logo: HouseLogo | None, project: Project
) -> tuple[str, ...]:
    """Paths in the project of what would be an input too if it were there, besides those that have `hashes`."""
    layout = project.templates / "layout"
    places = [place for template in templates for place in reference_places(template, layout, project.root)]
    if logo is not None:
        places += logo_places(logo.file, layout, project.root)
    within = (place for place in places if place.is_relative_to(project.root) and "\0" not in str(place))
    named = dict.fromkeys(place.relative_to(project.root).as_posix() for place in within)
    return tuple(path for path in named if path not in hashes)


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
            found[path.relative_to(root).as_posix()] = hash_file(path)
    return found
