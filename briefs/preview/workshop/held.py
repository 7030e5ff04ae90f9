"""What the workshop holds: the last good state of each brief, and what is wrong now.

All of it is immutable, so that questions can be answered from it while the next state is being built.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import Diagnostic
from briefs.pipeline.brief_job import Job
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.settled_brief import SettledBrief


def brief_id(report: str, key: BriefKey) -> str:
    """The id of a brief in the page."""
    return f"{report}/{key.audience}/{key.product}"


@dataclass(frozen=True, slots=True)
class HeldBrief:
    """The last good state of a brief: the `job` that it was settled by, as a draft, what came of it, and its
    `warnings`. `version` is a hash of what it shows.

    If it `is_first_look`, its documents have the words of the files as they are, cut as the brief was cut last; how it
    fits, and how its cleared edition was laid out, are those of the time before, or not known if it never was fitted.
    """

    id: str
    version: str
    job: Job
    settled: SettledBrief
    warnings: tuple[Diagnostic, ...]
    is_first_look: bool = False

    @property
    def is_fitted(self) -> bool:
        """Whether it was ever fitted to its pages."""
        return bool(self.settled.fitted.rooms)

    @property
    def inputs(self) -> Inputs:
        """What it was made from."""
        return self.job.inputs


@dataclass(frozen=True, slots=True)
class Held:
    """Everything that the workshop holds. `reports` are the inputs of each report that last had no errors, by name;
    `present` the inputs as they are, errors and all, as far as they can be read. `briefs` are by id, in order; `stale`
    are the ids of those that are not what the files say now. `problems` are everything that is wrong now; `failure` is
    the environment's, in words."""

    reports: Mapping[str, Inputs]
    present: Mapping[str, Inputs]
    briefs: Mapping[str, HeldBrief]
    stale: frozenset[str]
    problems: tuple[Diagnostic, ...]
    failure: str = ""


NOTHING_HELD = Held({}, {}, {}, frozenset(), ())
"""What is held before anything is built."""
