"""What pages show while a new worker does not yet hold what the one before it held."""

from __future__ import annotations

from dataclasses import replace

from briefs.preview.shown.state_views import State


def with_last_good(state: State, before: State | None) -> State:
    """The `state` of a new worker, with those briefs and reports of the state `before` it that it does not have yet;
    such a brief is not current, and keeps its version, so that pages go on showing it."""
    if before is None:
        return state
    briefs = {one.id: one for one in state.briefs if one.version}
    kept = [briefs.pop(one.id, replace(one, is_current=False)) for one in before.briefs]
    reports = {one.name for one in state.reports}
    added = tuple(one for one in before.reports if one.name not in reports)
    return replace(state, briefs=(*kept, *briefs.values()), reports=(*state.reports, *added))
