"""The stream of states to a page (HTML Living Standard, "Server-sent events")."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

from briefs.preview.serving.worker_client import WorkerClient
from briefs.preview.shown.state_views import State, json_of

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


_last: tuple[State, str] | None = None


def state_json(state: State) -> str:
    """A state as JSON, made once for all pages that show it."""
    global _last
    if _last is None or _last[0] is not state:
        _last = state, json.dumps(json_of(state))
    return _last[1]
