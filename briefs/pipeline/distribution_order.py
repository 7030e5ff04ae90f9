"""What a distribution is asked for, and what was made."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from briefs.model.brief_key import BRIEF
from briefs.model.diagnostics import Diagnostic
from briefs.model.sheet import USUAL, Sheet
from briefs.pipeline.order import Project, silent

Signing: TypeAlias = Literal["none", "edition", "each"]
"""What is signed: nothing; the PDF of the edition and the list of checksums; every PDF too."""


@dataclass(frozen=True, slots=True)
class DistributionOrder:
    """A distribution of finished editions in `build` to the `recipients` in a list, each into a folder in `output`.

    Only `audiences` and `products`, if any are named. With `for_clearance`, drafts go to the offices that clear them.
    The pass phrase of the key is read from the file descriptor `passphrase_fd` if that is given, or `ask` asks for it.
    `scheduler` is the address of one that has workers (dask), or empty. `note` is told what a person should know before
    it is done. `today` is the day on which editions must still be valid; without it, that is not asked.
    """

    project: Project
    recipients: Path
    build: Path
    output: Path
    audiences: tuple[str, ...] = ()
    products: tuple[str, ...] = (BRIEF,)
    sheet: Sheet = USUAL
    for_clearance: bool = False
    signing: Signing = "none"
    passphrase_fd: int | None = None
    ask: Callable[[str], str] | None = None
    scheduler: str = ""
    note: Callable[[str], None] = silent
    today: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Distributed:
    """A distribution as it is now: how many copies were `made` in this run, and how many were there and `kept`.

    `others` are the numbers of copies for recipients who are not in the list; those in `others_to_send` have a message
    that was not sent yet. `aside` are files that a person had changed, where they are now. `stale` says why the
    edition is out of date, if it is.
    """

    name: str
    folder: Path
    made: int
    kept: int
    messages: int
    by_hand: int
    others: tuple[int, ...] = ()
    others_to_send: tuple[int, ...] = ()
    aside: tuple[Path, ...] = ()
    stale: str = ""


@dataclass(frozen=True, slots=True)
class DistributionResult:
    """What was made for an order, edition by edition, and warnings about the list and the letters."""

    editions: tuple[Distributed, ...]
    warnings: tuple[Diagnostic, ...] = ()
