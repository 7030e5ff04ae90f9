"""What pages show while a new worker does not hold what the one before it held, and may never, if there are errors."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import replace

from briefs.preview.shown.state_views import BriefState, State

MOST_BYTES = 32_000_000


def with_last_good(state: State, before: State | None) -> State:
    """The `state` of a new worker, with those briefs and reports of the state `before` it that it does not have, or has
    not built yet; such a brief is not current, and keeps its version, so that pages go on showing it."""
    if before is None:
        return state
    briefs = {one.id: one for one in state.briefs}
    kept = []
    for one in before.briefs:
        now = briefs.pop(one.id, None)
        kept.append(now if now is not None and _is_as_good(now, one) else replace(one, is_current=False))
    reports = {one.name for one in state.reports}
    added = tuple(one for one in before.reports if one.name not in reports)
    return replace(state, briefs=(*kept, *briefs.values()), reports=(*state.reports, *added))


def _is_as_good(now: BriefState, before: BriefState) -> bool:
    return bool(now.version) and (now.is_built or not before.is_built)


class LastAnswers:
    """What was last answered to each question, up to 32 MB, the latest ones."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()
        self._bytes = 0

    def keep(self, question: Hashable, answer: bytes) -> None:
        """Keep an answer in the place of the one before."""
        self._bytes += len(answer) - len(self._kept.pop(question, b""))
        self._kept[question] = answer
        while self._bytes > MOST_BYTES:
            _, dropped = self._kept.popitem(last=False)
            self._bytes -= len(dropped)

    def get(self, question: Hashable) -> bytes | None:
        """The last answer to a question, if it was kept."""
        return self._kept.get(question)
