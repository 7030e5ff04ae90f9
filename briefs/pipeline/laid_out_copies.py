"""Personal copies that must be laid out one by one, made by several processes or on a cluster in advance.

All others are put together in microseconds, and so are never handed out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

from briefs.files.bounded_reading import read_file
from briefs.files.staging_folder import remove_folder
from briefs.model.copy import Copy
from briefs.model.diagnostics import BriefsError
from briefs.model.formats import Format
from briefs.outbox.distribution_folder import LAYOUTS
from briefs.output.finished import FinishedEdition
from briefs.pipeline.chunks import Chunk, chunks_of
from briefs.pipeline.executors import executor
from briefs.pipeline.order import Progress, Project, silent
from briefs.pipeline.personal_copies import PersonalCopies, prepare_copies

_FEW = 8
"""So many are laid out by this process, as soon as other processes would have begun."""
_CHUNKS, _IN_A_CHUNK = 12, 25
"""About so many chunks, so that all have work to the end; and the most copies in one, which are lost with a worker."""


@dataclass(frozen=True, slots=True)
class CopiesInAdvance:
    """Makes copies as `prepared` does; those in `made` are made already, and are in these files."""

    prepared: PersonalCopies
    made: Mapping[tuple[Format, Copy], Path]

    def pieces(self, format: Format, copy: Copy) -> list[bytes]:
        """The file of `copy` in pieces; see `PersonalCopies.pieces`."""
        path = self.made.get((format, copy))
        return self.prepared.pieces(format, copy) if path is None else [_read(path)]

    def make(self, format: Format, copy: Copy) -> bytes:
        """The file of `copy`; see `pieces`."""
        return b"".join(self.pieces(format, copy))

    def unprintable(self, name: str) -> str:
        """See `PersonalCopies.unprintable`."""
        return self.prepared.unprintable(name)


@contextmanager
def copies_in_advance(
    prepared: PersonalCopies,
    project: Project,
    edition: FinishedEdition,
    copies: Mapping[Format, Sequence[Copy]],
    folder: Path,
    scheduler: str = "",
    progress: Progress = silent,
) -> Iterator[CopiesInAdvance]:
    """Lay out those of `copies`, by format, that cannot be put together; on the workers of `scheduler` if it is given.

    They are written into `folder`, which all workers must share, as they must `project` and the build of `edition`;
    what was written is removed at the end. Raises BriefsError, also for what executors and makers raise.
    """
    wanted = [(format, copy) for format in copies for copy in copies[format] if _is_long(prepared, format, copy)]
    if not wanted or (len(wanted) < _FEW and not scheduler):
        yield CopiesInAdvance(prepared, {})
        return
    place = folder / LAYOUTS
    paths = {one: f"{number:06}.{one[0]}" for number, one in enumerate(wanted)}
    begin = partial(begin_copies, project, edition, tuple(prepared.makers))
    _prepared[_key(project, edition, tuple(prepared.makers))] = prepared  # processes that are forked have it
    whole = Chunk(place, prepared.layout.fonts, begin, tuple((paths[one], one) for one in wanted))
    try:
        remove_folder(place)  # of a run that was killed
        _make_folder(place)
        with executor(scheduler, progress) as who:
            done = 0
            for made in who.map(list(chunks_of(whole, min(_IN_A_CHUNK, -(-len(wanted) // _CHUNKS))))):
                done += len(made)
                progress(f"{edition.name}: {done} of {len(wanted)} copies laid out")
        yield CopiesInAdvance(prepared, {one: place / path for one, path in paths.items()})
    finally:
        _prepared.clear()
        remove_folder(place)


_Key: TypeAlias = tuple[Project, Path, str, str, tuple[Format, ...]]
_prepared: dict[_Key, PersonalCopies] = {}
"""What this process has prepared; each process that makes copies prepares an edition once."""


def begin_copies(
    project: Project, edition: FinishedEdition, formats: tuple[Format, ...]
) -> Callable[[tuple[Format, Copy]], bytes]:
    """What makes the file of a format and a copy, at a worker."""
    key = _key(project, edition, formats)
    if key not in _prepared:
        _prepared.clear()
        _prepared[key] = prepare_copies(project, edition, formats)
    prepared = _prepared[key]
    return lambda one: prepared.make(*one)


def _key(project: Project, edition: FinishedEdition, formats: tuple[Format, ...]) -> _Key:
    return project, edition.folder, edition.name, edition.sha256, formats


def _is_long(prepared: PersonalCopies, format: Format, copy: Copy) -> bool:
    """Whether the file of a copy can be made, and takes a layout of its own."""
    return not prepared.makers[format].is_put_together(copy) and not prepared.unprintable(copy.recipient)


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(mode=0o700, parents=True)
    except OSError as error:
        raise BriefsError(f"cannot write {path}: {error.strerror}") from error


def _read(path: Path) -> bytes:
    try:
        return read_file(path)
    except OSError as error:
        raise BriefsError(f"cannot read {path}: {error.strerror}") from error
