"""Single briefs as they were finished, in the user's cache: a brief that nothing has changed for is not made again.

A brief is kept by every file that it can depend on but those of blocks, by the order, the program, its libraries and
the environment. Blocks that were looked up while it was made are kept with it: it counts as long as they say the same.
It counts only as far as it is made; what is wrong with it is found anew each time, since that depends on other blocks
too and names their lines. Its files count only for the Document that they were written from, with all of its origins.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeVar

from briefs.files.kept_objects import packed, unpacked
from briefs.files.program_state import program_state
from briefs.files.surroundings import are_as_they_were, library_states, shaping_variables
from briefs.files.user_cache import cached, keep
from briefs.model.diagnostics import relative
from briefs.model.document import Document
from briefs.model.library import Drawn
from briefs.model.memory import FORGETFUL, Forgetful, Memory
from briefs.model.recorded_mapping import Alike, Recorded, Trace, is_equal
from briefs.pipeline.brief_job import Job
from briefs.pipeline.order import Progress, silent
from briefs.pipeline.settled_brief import Made

if TYPE_CHECKING:
    from briefs.files.surroundings import State
    from briefs.pipeline.renditions import Written

T = TypeVar("T")
V = TypeVar("V")

_FOLDER, _MOST = "finished", 256
_LARGEST = 30_000_000
"""Bytes of a brief that is kept; of larger ones, few would be."""


@dataclass(frozen=True, slots=True)
class _KeptBrief:
    """A brief as it was `made`, without its pages; the blocks that were looked up for that; the Document that its files
    were `written` from; the messages that were `told` as it was made, and as they were written; and the states of the
    shared libraries that made them, by path."""

    made: Made
    trace: Trace[Drawn]
    document: Document
    written: tuple[Written, ...]
    told: tuple[tuple[str, ...], tuple[str, ...]]
    libraries: Mapping[str, State]


def memory_of_brief(job: Job, progress: Progress = silent) -> tuple[Memory, Progress]:
    """A memory that knows the brief of `job`, if it was finished before, and keeps it once it is; and a function that
    hands messages on to `progress`, and keeps them: those of a brief that is not made again are told once more."""
    if not job.uses_cache or job.layout is None or not job.renders:
        return FORGETFUL, progress
    memory = _MemoryOfBrief(job, progress)
    return memory, memory.tell


class _MemoryOfBrief(Forgetful):
    """Knows how one brief was made and what was written of it, and nothing else: see `settle_brief`, `render_brief`."""

    def __init__(self, job: Job, progress: Progress) -> None:
        super().__init__()
        self._name = _name(job)
        self._brief = _kept(self._name)
        self._is_known = False
        self._made: tuple[Made, Trace[Drawn]] | None = None
        self._progress, self._told = progress, list[str]()
        self._told_making: tuple[str, ...] = ()

    def tell(self, message: str) -> None:
        """Tell a message on progress."""
        self._told.append(message)
        self._progress(message)

    def _tell_again(self, messages: tuple[str, ...]) -> None:
        for message in messages:
            self._progress(message)

    def recall_traced(
        self,
        name: Hashable,
        made_from: object,
        mapping: Mapping[str, V],
        make: Callable[[Mapping[str, V]], T],
        alike: Alike[V] = is_equal,
        may: Callable[[T], bool] = lambda value: True,
    ) -> T:
        """What `make` gives for `mapping`, or gave when the brief was made before, if that is its name."""
        if not _is_of("made", name):
            return make(mapping)
        kept: Any = self._brief
        if kept is not None and kept.trace.holds_for(mapping, alike):
            self._is_known = True
            self._tell_again(kept.told[0])
            known: T = kept.made
            return known
        recorded = Recorded(mapping)
        made: Any = make(recorded)
        if may(made):
            self._made = made, recorded.trace()  # type: ignore[assignment]
            self._told_making = tuple(self._told)
        return made  # type: ignore[no-any-return]

    def recall(
        self, name: Hashable, made_from: object, make: Callable[[], T], may: Callable[[T], bool] = lambda value: True
    ) -> T:
        """What `make` gives, or gave when files were written from the same Document, if that is its name."""
        if not _is_of("written", name):
            return make()
        assert isinstance(made_from, Document)
        kept: Any = self._brief
        if self._is_known and kept.document == made_from:
            self._tell_again(kept.told[1])
            known: T = kept.written
            return known
        written: Any = make()
        if self._made is not None and may(written):
            self._keep(*self._made, made_from, written)
        return written  # type: ignore[no-any-return]

    def _keep(self, made: Made, trace: Trace[Drawn], document: Document, written: tuple[Written, ...]) -> None:
        stripped = _without_pages(made)
        told = self._told_making, tuple(self._told[len(self._told_making) :])
        with suppress(OSError):  # the system cannot tell which libraries there are
            libraries = library_states()
            content = packed(_KeptBrief(stripped, trace, document, written, told, libraries))
            if content is not None and len(content) <= _LARGEST:
                keep(_FOLDER, self._name, content, _MOST)


def _is_of(what: str, name: Hashable) -> bool:
    return isinstance(name, tuple) and name[0] == what


def _without_pages(made: Made) -> Made:
    """`made` without what only this process can use."""
    assert made.brief is not None
    fitted, composed = made.brief.fitted, replace(made.brief.composed, blocks={})
    fitted = replace(fitted, laid_out=fitted.laid_out.without_pages())
    return replace(made, brief=replace(made.brief, composed=composed, fitted=fitted))


def _kept(name: str) -> _KeptBrief | None:
    """What is kept by this name; None if it is damaged, or was made with other libraries."""
    if (content := cached(_FOLDER, name)) is None:
        return None
    try:
        kept = unpacked(content)
    except ValueError:
        return None
    return kept if isinstance(kept, _KeptBrief) and are_as_they_were(kept.libraries) else None


def _name(job: Job) -> str:
    """A name for everything that a brief depends on but blocks."""
    inputs, template, layout = job.inputs, job.template, job.layout
    assert layout is not None
    blocks = f"{relative(inputs.seed / 'blocks', inputs.project.root)}/"
    others = {one.path for one in inputs.templates.values()} - {template.path}
    hashes = [one for one in inputs.hashes.items() if one[0] not in others and not one[0].startswith(blocks)]
    remembered = job.remembered and (sorted(job.remembered.left_out), sorted(job.remembered.shortened))
    told = (
        str(inputs.project.root.absolute()),
        str(inputs.project.root),
        inputs.name,
        program_state(),
        shaping_variables(),
        sorted(hashes),
        (template.path, template.body),
        (job.edition, job.cleared, layout.sheet, job.formats),
        sha256(job.reference).hexdigest(),
        remembered,
        job.clearances,
    )
    return sha256(repr(told).encode(errors="surrogatepass")).hexdigest()
