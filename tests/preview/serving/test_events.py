"""The stream of states: the latest one counts, however slow a page is."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace

import pytest

from briefs.preview.serving import events
from briefs.preview.shown.state_views import Link, Problem, json_of
from tests.preview.serving.test_worker_client import Preview, previewing, state


def test_states_come_as_events_and_of_those_that_are_missed_the_latest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "HEARTBEAT", 0.05)

    async def run(preview: Preview) -> None:
        client = preview.client
        stream = events.states(client)
        assert (await anext(stream)).startswith("retry: ")
        name, data = (await anext(stream)).split("\n", 1)
        assert name == "event: state"
        assert json.loads(data.removeprefix("data: "))["generation"] == 0
        for number in range(1, 50):
            client.state = replace(state("captains"), generation=number)
            client.wake()
        assert json.loads((await anext(stream)).split("data: ")[1])["generation"] == 49
        assert await anext(stream) == ": still here\n\n"
        waiting = asyncio.create_task(anext(stream, None))
        await asyncio.sleep(0.01)
        client.stop()
        assert await asyncio.wait_for(waiting, 1) is None

    previewing(run)


def test_a_state_is_made_into_json_once_for_all_pages() -> None:
    one = state("captains")
    assert events.state_json(one) is events.state_json(one)
    assert json.loads(events.state_json(replace(one, generation=3)))["generation"] == 3


def test_a_state_with_problems_is_made_into_the_same_json_as_any_other() -> None:
    hostile = '"problems": []'
    problems = tuple(Problem("error", "word-untraced", f"{number} {hostile}", "", Link("a")) for number in range(3))
    for one in (replace(state(hostile), problems=problems, building=hostile), replace(state(), problems=problems)):
        assert json.loads(events.state_json(one)) == json.loads(json.dumps(json_of(one)))
