"""Noting in registers which messages came back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefs.mailing.bounces import Bounce, Bounces, matched, read_bounces, with_bounces
from briefs.outbox.distribution_folder import rewrite_register
from briefs.pipeline.distributions import Distributions
from briefs.pipeline.sending import Distribution


@dataclass(frozen=True, slots=True)
class NotedBounces:
    """What was read from a folder of messages: what it holds, the copies that bounced by distribution, and the rest."""

    read: Bounces
    copies: Mapping[str, Mapping[int, str]]
    unmatched: tuple[Bounce, ...]


def note_bounces(place: Distributions, found: Sequence[Distribution], folder: Path) -> NotedBounces:
    """Write into the registers of distributions which messages the reports in `folder` say could not be delivered.

    Raises BriefsError if the folder cannot be read, or a register cannot be written.
    """
    read = read_bounces(folder)
    names = {one.folder: one.name for one in found}
    copies, unmatched = matched(read.bounced, {one.folder: one.register for one in found})
    for at, bounced in copies.items():
        with place.open(at) as register:  # as it is now
            if (changed := with_bounces(register, bounced)) != register:
                rewrite_register(at, changed)
    return NotedBounces(read, {names[at]: words for at, words in copies.items()}, unmatched)
