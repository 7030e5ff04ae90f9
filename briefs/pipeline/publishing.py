"""Publishing: the cleared editions in `build/` that everybody may have, as a static folder for any web server."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from briefs.model.diagnostics import BriefsError
from briefs.model.sheet import USUAL
from briefs.model.versions import edition_order
from briefs.output.lock import locked
from briefs.pipeline.cleared_editions import ClearedEdition, cleared_editions
from briefs.pipeline.order import Progress, silent
from briefs.pipeline.renditions import file_name
from briefs.publication.published_edition import PublishedEdition, PublishedFile
from briefs.publication.published_list import PublishedList, Subject
from briefs.publication.site import site_of, subject_of, unique_names
from briefs.publication.site_folder import is_there, read_published, write_site
from briefs.publication.web_names import web_name


@dataclass(frozen=True, slots=True)
class PublicationOrder:
    """What is to be published: from which `build`, into which folder `output`, and which briefs (empty: all).

    `title` is the heading of the index, empty for that of its issuer. `url` is where the folder will be, empty if links
    are to be relative throughout. `project` is the folder of the project, if there is one.
    """

    build: Path
    output: Path
    audiences: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    report: str | None = None
    title: str = ""
    url: str = ""
    project: Path | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """What was published: the editions, and names of files `written` and `removed`, none if all was as it is."""

    editions: tuple[PublishedEdition, ...]
    written: tuple[str, ...]
    removed: tuple[str, ...]


def publish(order: PublicationOrder, progress: Progress = silent) -> Publication:
    """Publish as `order` says. Raises UnknownName and BriefsError; then nothing was published."""
    _check_output(order)
    with locked(order.build, lambda: progress(f"waiting until {order.build} has been written")):
        cleared = cleared_editions(order.build, order.audiences, order.products, order.report)
    with locked(order.output, lambda: progress(f"waiting until {order.output} has been written")):
        old = read_published(order.output)
        names = unique_names(path for edition in cleared for path in edition.contents)
        editions = tuple(_published(edition, names, old, order.output) for edition in cleared)
        contents = {names[path]: content for edition in cleared for path, content in edition.contents.items()}
        site = site_of(editions, contents, _addresses(cleared, editions), old, order.title, order.url)
        done = write_site(order.output, site, old)
    return Publication(editions, done.written, done.removed)


def _check_output(order: PublicationOrder) -> None:
    """Raise BriefsError if the folder to write is the build, or holds what briefs are made from."""
    at, build = order.output.resolve(), order.build.resolve()
    hint = "name a folder of its own with --output"
    if at.is_relative_to(build):
        raise BriefsError(f"{order.output} is the build, or in it", hint)
    if build.is_relative_to(at):
        raise BriefsError(f"{order.output} holds the build, drafts and all", hint)
    root = order.project.resolve() if order.project else None
    if root and (root.is_relative_to(at) or any(at.is_relative_to(root / name) for name in ("seeds", "templates"))):
        raise BriefsError(f"{order.output} holds what briefs are made from", hint)


def _published(cleared: ClearedEdition, names: dict[str, str], old: PublishedList, folder: Path) -> PublishedEdition:
    files = [
        PublishedFile(
            names[path],
            entry["format"],
            entry.get("paper") or "A4",
            entry.get("large_print", False),
            entry.get("pages"),
            len(cleared.contents[path]),
            entry["sha256"],
        )
        for path, entry in cleared.entries.items()
    ]
    subject, own = (cleared.report, cleared.document.key), {file.name for file in files}
    kept = [
        one
        for one in old.files
        if one.subject == subject and one.file.format != "html" and one.file.name not in own
        if one.version != cleared.document.properties.version and is_there(folder, one.file.name, one.file.sha256)
    ]
    kept.sort(key=lambda one: one.file.order)
    kept.sort(key=lambda one: edition_order(one.date, one.version), reverse=True)
    return PublishedEdition(
        cleared.report,
        cleared.document,
        tuple(sorted(files, key=lambda file: file.order)),
        cleared.earlier,
        tuple((one.version, one.file) for one in kept),
    )


def _addresses(cleared: Iterable[ClearedEdition], editions: Iterable[PublishedEdition]) -> dict[str, Subject]:
    """Pages of earlier editions: those that their files were named after, in whatever format these were."""
    found: dict[str, Subject] = {}
    for one, edition in zip(cleared, editions, strict=True):
        paths = [*one.names, *(file_name(one.report, before, "html", USUAL) for before in one.earlier)]
        for path in paths:
            found[web_name(f"{PurePosixPath(path).stem}.html")] = subject_of(edition)
    return found
