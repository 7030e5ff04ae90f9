"""Builds as they were finished, in the user's cache: an order that asks for the same of the same is only written.

A build is kept by everything that it depends on: the order, every file of the project that anything is made from, the
program and its libraries, and the environment. With it are kept the states of the shared libraries that it used, and
the hashes of files that lie elsewhere in the project, which are known only once it is made; they are compared when it
is found. Warnings are kept too, and told again.

This module imports nothing that takes time: what is found here is written without loading the stages of a build.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256

from briefs.files.bounded_reading import hash_file
from briefs.files.kept_objects import packed, unpacked
from briefs.files.program_state import program_state
from briefs.files.surroundings import are_as_they_were, library_states, shaping_variables
from briefs.files.user_cache import cached, keep
from briefs.pipeline.finished_work import FinishedWork
from briefs.pipeline.order import Order

_FOLDER, _MOST = "builds", 32
_LARGEST = 60_000_000
"""Bytes of a build that is kept; of larger ones, few would be."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A build, and the hashes of files elsewhere, by path from the project; empty if there is none."""

    work: FinishedWork
    elsewhere: Mapping[str, str]


def kept_work(order: Order) -> FinishedWork | None:
    """What was finished for the same order from the same files; None if nothing was, or if `order` does not use the
    cache, or does not say from which files (`hashed`)."""
    if not order.uses_cache or order.hashed is None or (content := cached(_FOLDER, _name(order))) is None:
        return None
    try:
        kept = unpacked(content)
    except ValueError:
        return None
    if not isinstance(kept, _Kept) or not are_as_they_were(kept.work.libraries):
        return None
    if any(_hash(order, path) != digest for path, digest in kept.elsewhere.items()):
        return None
    return kept.work


def keep_work(order: Order, work: FinishedWork) -> None:
    """Keep `work`, which was finished for `order`; nothing happens if it cannot be kept."""
    if not order.uses_cache or order.hashed is None:
        return
    try:
        libraries = library_states()
    except OSError:  # one of them is gone already, or the system cannot tell
        return
    elsewhere = {
        path: digest
        for report in work.reports
        for path, digest in (*report.hashes.items(), *((path, _hash(order, path)) for path in report.absent))
        if str(order.project.root / path) not in order.hashed
    }
    content = packed(_Kept(replace(work, libraries=libraries), elsewhere))
    if content is not None and len(content) <= _LARGEST:
        keep(_FOLDER, _name(order), content, _MOST)


def _name(order: Order) -> str:
    """A name for an order and everything that it depends on and that is known before it is worked on."""
    assert order.hashed is not None
    project = order.project
    asked = (order.audiences, order.products, order.formats, order.status, order.version, order.date, order.sheet)
    told = [
        repr((os.getcwd(), str(project.root), project.report, asked)),  # noqa: PTH109
        program_state(),
        repr(shaping_variables()),
        repr(sorted(order.hashed.items())),
    ]
    return sha256("\0".join(told).encode(errors="replace")).hexdigest()


def _hash(order: Order, path: str) -> str:
    with suppress(OSError):
        return hash_file(order.project.root / path)
    return ""
