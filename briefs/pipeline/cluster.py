"""Workers on other machines, through the scheduler of Dask (the extra `cluster`).

A worker whose program, libraries or fonts differ is not used, since its files would have other bytes.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from briefs.model.diagnostics import BriefsError
from briefs.pipeline.chunks import Chunk, MadeFile, check_made, make_chunk
from briefs.pipeline.order import Progress, silent
from briefs.pipeline.worker_facts import difference, worker_facts

_TO_ANSWER = 10
"""Seconds in which a scheduler must answer."""
_STEP = 1.0
"""Seconds between two looks at which workers are there."""
_ALONE = 30
"""How many looks in a row may find no worker."""
_LOST = "set up this version on it, with the same lock file and fonts"


@dataclass(frozen=True, slots=True)
class _Refused:
    """What a worker says instead of making files: how it differs."""

    difference: str


_LOGGERS = ("distributed", "distributed.client", "distributed.gc")
"""Those to which the library gives levels of their own."""


@contextmanager
def cluster(address: str, progress: Progress = silent) -> Iterator[Cluster]:
    """The workers of the scheduler at `address`.

    Raises BriefsError if packages are missing or nothing answers.
    """
    try:
        import distributed
    except ImportError as error:
        raise BriefsError("--scheduler needs packages that are not installed", "run `make extras`") from error
    for name in _LOGGERS:  # what users need to know is said here
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client: Any = distributed.Client(  # type: ignore[no-untyped-call]
            address, timeout=_TO_ANSWER, set_as_default=False
        )
    except (OSError, ValueError) as error:  # a timeout is an OSError too
        message = f"no Dask scheduler answers at {address}"
        raise BriefsError(message, "start it with `dask scheduler`, and give the address that it shows") from error
    with client:
        yield Cluster(client, progress)


class Cluster:
    """The workers that `client` (`distributed.Client`) knows; `progress` is told which of them are not used."""

    def __init__(self, client: Any, progress: Progress = silent) -> None:
        self._client = client
        self._progress = progress

    def map(self, chunks: Sequence[Chunk]) -> Iterator[tuple[MadeFile, ...]]:
        """See `briefs.pipeline.executors.Executor.map`. `BriefsError` is also raised if all workers are lost."""
        if not chunks:
            return
        job = _Job(self._client, chunks, self._progress)
        try:
            job.begin()
            for number, chunk in enumerate(chunks):
                made = job.result(number)
                check_made(chunk, made)
                yield made
        finally:  # also if somebody stops the program
            job.cancel()


class _Job:
    """Chunks that the workers are making."""

    def __init__(self, client: Any, chunks: Sequence[Chunk], progress: Progress) -> None:
        self._client = client
        self._chunks = chunks
        self._progress = progress
        self._facts = worker_facts(chunks[0].fonts)
        self._futures: list[Any] = []
        self._used: list[str] = []
        self._refused: dict[str, str] = {}

    def begin(self) -> None:
        """Have all chunks made by the workers that are like this process."""
        self._choose()
        self._futures = [self._submitted(chunk) for chunk in self._chunks]

    def result(self, number: int) -> tuple[MadeFile, ...]:
        """The files of a chunk. If the workers that make it are lost, others make it again."""
        from distributed import KilledWorker
        from distributed.client import FutureCancelledError

        alone = 0
        while True:
            future = self._futures[number]
            try:
                made = future.result(timeout=_STEP)
            except TimeoutError:
                if future.done():
                    raise
                alone = 0 if self._is_anyone_there() else alone + 1
                if alone > _ALONE:
                    raise BriefsError(
                        "all workers of the cluster are lost", "start workers, then do it again"
                    ) from None
                continue
            except KilledWorker as error:
                message = "each worker that began on the same files was lost"
                raise BriefsError(message, "look at the logs of the workers; they may need more memory") from error
            except (FutureCancelledError, OSError) as error:
                if isinstance(error, OSError) and future.status == "error":
                    raise
                raise BriefsError("the scheduler of the cluster is lost", "start it, then do it again") from error
            if not isinstance(made, _Refused):
                result: tuple[MadeFile, ...] = made
                return result
            self._choose()
            self._futures[number] = self._submitted(self._chunks[number])

    def cancel(self) -> None:
        """Stop what is not yet made."""
        left = [future for future in self._futures if not future.done()]
        if left:
            self._client.cancel(left)

    def _is_anyone_there(self) -> bool:
        """Whether a worker is there that is used; if only others are, it is looked which of them can be used."""
        known = set(self._known())
        if known.intersection(self._used):
            return True
        if known.issubset(self._refused):
            return False
        self._choose()
        for number, future in enumerate(self._futures):
            if not future.done():
                self._client.cancel([future])
                self._futures[number] = self._submitted(self._chunks[number])
        return True

    def _choose(self) -> None:
        """Ask all workers what they have. Raises BriefsError if none can be used."""
        fonts = self._chunks[0].fonts
        found = self._client.run(worker_facts, fonts, on_error="return")
        for address, facts in found.items():
            differs = difference(self._facts, facts) if isinstance(facts, dict) else "another version of this program"
            if differs and address not in self._refused:
                self._refused[address] = differs
                self._progress(f"the worker at {address} is not used: it has {differs}")
        self._used = [address for address in found if address not in self._refused]
        if not self._used:
            if not found:
                raise BriefsError("the cluster has no workers", "start some with `dask worker`")
            address, differs = next((one, self._refused[one]) for one in found)
            raise BriefsError(f"no worker can be used: the one at {address} has {differs}", _LOST)

    def _known(self) -> list[str]:
        return list(self._client.scheduler_info(n_workers=-1)["workers"])

    def _submitted(self, chunk: Chunk) -> Any:
        """A chunk that is made by one of the workers that are used; a lost one costs only this chunk."""
        return self._client.submit(
            _make_alike, chunk, self._facts, key=f"briefs-{uuid4().hex}", pure=False, workers=self._used
        )


def _make_alike(chunk: Chunk, facts: dict[str, str]) -> tuple[MadeFile, ...] | _Refused:
    """Make a chunk, if this process is like the one that has `facts`; runs at a worker."""
    differs = difference(facts, worker_facts(chunk.fonts))
    return _Refused(differs) if differs else make_chunk(chunk)
