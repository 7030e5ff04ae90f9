"""Drawing the blocks of a report again when another edition of it has come: new anchors for what still stands there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from briefs.blocks.anchored_fields import anchored_fields
from briefs.blocks.block_files import WrittenBlock, read_block_files
from briefs.drift.acceptance import accepted
from briefs.drift.passage_changes import PassageChange, passage_changes
from briefs.drift.reanchoring import Reanchoring
from briefs.drift.report_lock import NAME, LockedPassage, ReportLock, dump_lock
from briefs.files.anchor_splice import with_anchors
from briefs.files.splice import spliced, value_at
from briefs.files.written_changes import read_files, replace_files
from briefs.files.yaml import Location
from briefs.model.block_fields import Anchor
from briefs.model.diagnostics import BriefsError, DocumentError, Place, relative
from briefs.model.library import ABOUT, Drawn, Extract, Library
from briefs.pipeline.inputs import draw_blocks
from briefs.pipeline.order import Project
from briefs.pipeline.report_drift import Drift, drift_of
from briefs.pipeline.sources import ReportSource, read_sources

_FATAL = ("lock-damaged", "hint-not-found")
"""Mistakes with which it is not known what was accepted, or what the report says."""


@dataclass(frozen=True, slots=True)
class NewAnchor:
    """An anchor, or the name of a place, that was written in another way: whose it is, where, and how."""

    block: str
    place: Place
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class DrawnAgain:
    """What drawing again did: anchors that are `new`, those that must be written `by_hand`, passages that somebody must
    read, what has become of all of them, and the files that were or would be written."""

    new: tuple[NewAnchor, ...]
    by_hand: tuple[NewAnchor, ...]
    left: tuple[PassageChange, ...]
    drift: Drift
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class _Field:
    """A field with anchors: whose it is, its name as in `Drawn.extracts`, where it is written, and its anchors."""

    block: str
    name: str
    path: str
    line: int
    location: Location
    anchors: tuple[Anchor, ...]


def draw_again(project: Project, is_rehearsal: bool = False) -> DrawnAgain:
    """Write new anchors for passages that have moved, or that their anchors do not find any more, and accept the report
    as far as nothing in it was reworded. In a rehearsal nothing is written.

    Raises DocumentError if the report, its lock or its blocks cannot be read; BriefsError if there is no lock, or if
    a file cannot be written.
    """
    read = read_sources(project)
    sources = read.value
    if sources.report is None:
        raise DocumentError(read.problems)
    drawn = draw_blocks(sources)
    drift = drift_of(sources.seed, project.root, drawn.value)
    wrong = [*read.problems, *drawn.problems, *drift.problems]
    if fatal := [problem for problem in wrong if problem.code in _FATAL]:
        raise DocumentError(fatal)
    if drawn.value.unreadable:
        raise BriefsError("some blocks cannot be read, so that it is not known what they rest on", "run briefs check")
    lock = drift.value.lock
    if lock is None:
        message = f"there is no {drift.value.place}, so it is not known what the report said before"
        raise BriefsError(
            message, "put the old report back, run briefs draw --accept-report, then put the new one there"
        )
    return _Drawing(project, sources.seed, sources.report, drawn.value, lock, drift.value).run(is_rehearsal)


@dataclass(frozen=True)
class _Drawing:
    """The drawing of the blocks of one report whose lock is `lock`."""

    project: Project
    seed: Path
    source: ReportSource
    library: Library
    lock: ReportLock
    drift: Drift

    def run(self, is_rehearsal: bool) -> DrawnAgain:
        """Draw all blocks again."""
        root, hints = self.project.root, relative(self.seed / "report.yaml", self.project.root)
        written = read_block_files(self.seed / "blocks", root).value.written
        lock_path = relative(self.seed / NAME, root)
        old = read_files(root, {*(one.place.path for one in written), hints, lock_path})
        contents, again = dict(old), Reanchoring(self.lock, self.library.report)
        new: list[NewAnchor] = []
        by_hand: list[NewAnchor] = []
        anchors: dict[tuple[str, str], tuple[Anchor, ...]] = {}
        for one in (*self._fields(written), *self._about(hints)):
            now = _anchors_now(one, again)
            if now == tuple((anchor,) for anchor in one.anchors):
                continue
            change = NewAnchor(one.block, Place(one.path, one.line), _shown(one.anchors), _shown(tuple(chain(*now))))
            try:
                contents[one.path] = with_anchors(contents[one.path], one.path, one.location, now)
            except BriefsError:
                by_hand.append(change)
            else:
                anchors[one.block, one.name] = tuple(chain(*now))
                new.append(change)
        new += self._searched(written, contents, again)
        library = self._with(anchors, again)
        changes = tuple(passage_changes(self.lock, library))
        lock = accepted(library, self.lock, list(changes))
        contents[lock_path] = dump_lock(lock)
        fingerprint = self.source.hints.sha256
        if fingerprint is not None:
            contents[hints] = contents[hints].replace(fingerprint.encode(), lock.sha256.encode())
        files = tuple(path for path in sorted(contents) if contents[path] != old[path])
        if not is_rehearsal:
            replace_files(root, old, contents)
        left = tuple(one for one in changes if one.must_be_accepted)
        drift = replace(self.drift, changes=changes)
        return DrawnAgain(tuple(new), tuple(by_hand), left, drift, tuple(root / path for path in files))

    def _fields(self, written: tuple[WrittenBlock, ...]) -> Iterator[_Field]:
        for one in written:
            for name, anchors in anchored_fields(one.block):
                path = ("anchor",) if name == "anchor" else (*name.split("."), "anchor")
                location = ("blocks", one.index, *path)
                yield _Field(one.block.id, name, one.place.path, one.place_of(*path).line, location, anchors)

    def _about(self, path: str) -> Iterator[_Field]:
        form = self.source.hints.about
        if form is not None:
            line = self.source.file.place("about", "anchor").line
            yield _Field(ABOUT, "anchor", path, line, ("about", "anchor"), form.anchor)

    def _searched(
        self, written: tuple[WrittenBlock, ...], contents: dict[str, bytes], again: Reanchoring
    ) -> Iterator[NewAnchor]:
        """Places that are searched for what the report does not say, by their present names."""
        for one in written:
            for number, search in enumerate(one.block.absent or ()):
                name = again.renamed.name_of(search.scope) if search.scope else None
                if name is None or name == search.scope:
                    continue
                path = one.place.path
                location: Location = ("blocks", one.index, "absent")
                if isinstance(value_at(contents[path], path, location), list):
                    location = (*location, number)
                contents[path] = spliced(contents[path], path, (*location, "in"), name)
                yield NewAnchor(one.block.id, one.place_of("absent"), f"in: {search.scope}", f"in: {name}")

    def _with(self, anchors: Mapping[tuple[str, str], tuple[Anchor, ...]], again: Reanchoring) -> Library:
        """The library with what new `anchors` find."""
        blocks = {name: _redrawn(drawn, anchors, again) for name, drawn in self.library.blocks.items()}
        about = self.library.about
        return replace(self.library, blocks=blocks, about=about and _redrawn(about, anchors, again))


def _anchors_now(field: _Field, again: Reanchoring) -> tuple[tuple[Anchor, ...], ...]:
    """For each anchor of a field, those that name its passage now; itself if that is not known."""
    locked = {one.number: one for one in again.lock.by_field.get((field.block, field.name), ())}
    return tuple(_now(anchor, locked.get(number), again) for number, anchor in enumerate(field.anchors, 1))


def _now(anchor: Anchor, locked: LockedPassage | None, again: Reanchoring) -> tuple[Anchor, ...]:
    passage = locked or again.passage_of(anchor)
    return (again.anchors_now(anchor, passage) if passage is not None else None) or (anchor,)


def _redrawn(drawn: Drawn, anchors: Mapping[tuple[str, str], tuple[Anchor, ...]], again: Reanchoring) -> Drawn:
    """`drawn` with what its new anchors find; its block keeps the former ones."""
    extracts = dict(drawn.extracts)
    for name in extracts:
        own = anchors.get((drawn.id, name))
        if own is not None:
            found = [again.index.resolve(anchor, drawn.id) for anchor in own]
            there = tuple(one for one in found if isinstance(one, Extract))
            extracts[name] = there if len(there) == len(own) else ()
    return replace(drawn, extracts=extracts)


def _shown(anchors: tuple[Anchor, ...]) -> str:
    sources = [one.source for one in anchors]
    return sources[0] if len(sources) == 1 else f"[{', '.join(sources)}]"
