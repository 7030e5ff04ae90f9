"""The stream of states to a page (HTML Living Standard, "Server-sent events")."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from functools import lru_cache

from briefs.model.same_object import Same
from briefs.preview.serving.worker_client import WorkerClient
from briefs.preview.shown.state_views import Problem, State, json_of

HEARTBEAT = 15.0
"""Seconds between signs of life, by which a lost connection is noticed."""
PAUSE = 0.03
"""Seconds between two states at least: of those that come quicker, the last one counts."""


async def states(client: WorkerClient) -> AsyncIterator[str]:
    """States as they come, each as an event. A page that is slow gets the latest only, so nothing piles up."""
    yield "retry: 500\n\n"
    sent = -1
    while not client.is_stopping:
        news = client.news
        if client.state.generation != sent:
            sent = client.state.generation
            yield f"event: state\ndata: {state_json(client.state)}\n\n"
            await asyncio.sleep(PAUSE)
            continue
        try:
            await asyncio.wait_for(news.wait(), HEARTBEAT)
        except TimeoutError:
            yield ": still here\n\n"


def state_json(state: State) -> str:
    """A state as JSON, made once for all pages that show it; its problems, of which there may be very many, once for
    all states that have the same."""
    return _state_json(Same(state))


@lru_cache(maxsize=1)
def _state_json(state: Same[State]) -> str:
    fields = json_of(replace(state.value, problems=()))
    del fields["problems"]
    return f'{json.dumps(fields)[:-1]}, "problems": {_problems_json(Same(state.value.problems))}}}'


@lru_cache(maxsize=1)
def _problems_json(problems: Same[tuple[Problem, ...]]) -> str:
    return json.dumps([json_of(one) for one in problems.value])
