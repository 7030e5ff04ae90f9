"""Attacks that want the page to stop: by many connections, slow ones, and large ones."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress

import pytest
from starlette.types import Message, Scope

from briefs.preview.serving.access import Access
from briefs.preview.serving.connections import STRANGERS
from briefs.preview.serving.guard import BODY_BYTES, STREAMS, Guard
from tests.preview.attacks.attacked import Attacked, first_answer, noting_app, request, running


def is_closed(connection: socket.socket) -> bool:
    """Whether the other end closes within the time that tests wait."""
    try:
        return connection.recv(1) == b""
    except ConnectionError:
        return True


def test_200_idle_connections_do_not_stop_the_page(guarded: Attacked) -> None:
    """Slowloris (CVE-2007-6750): connections that begin a request and never end it. The page keeps its own."""
    with ExitStack() as opened:
        page = opened.enter_context(guarded.connection())
        ask = request("GET", "/state", {"Host": f"127.0.0.1:{guarded.port}", "Cookie": guarded.access.cookie})
        page.sendall(ask.encode())
        assert first_answer(page).status == 200
        for number in range(200):
            slow = opened.enter_context(guarded.connection())
            slow.sendall(b"GET /state HTTP/1.1\r\nX-Slow: " if number % 2 else b"G")
            if number == 0:
                oldest = slow
        assert guarded.ask().status == 200
        page.sendall(ask.encode())
        assert first_answer(page).status == 200
        assert is_closed(oldest)
    assert STRANGERS < 200


@pytest.fixture(scope="module")
def hurried() -> Iterator[Attacked]:
    """A preview that waits a fifth of a second for a request."""
    with running(is_guarded=True, head_seconds=0.2) as attacked:
        yield attacked


def test_a_request_must_come_in_time(hurried: Attacked) -> None:
    """Slowloris on few connections: a byte now and then, so that none is ever idle."""
    with hurried.connection() as connection:
        connection.sendall(b"GET /state HTTP/1.1\r\n")
        began = time.monotonic()
        with suppress(ConnectionError):
            while time.monotonic() < began + 5:
                connection.sendall(b"X")
                time.sleep(0.02)
        assert time.monotonic() < began + 5
    with hurried.connection() as never_asks:
        assert is_closed(never_asks)


def test_a_second_request_must_come_in_time(hurried: Attacked) -> None:
    """The same behind a good request."""
    with hurried.connection() as connection:
        head = {"Host": f"127.0.0.1:{hurried.port}", "Cookie": hurried.access.cookie}
        connection.sendall(request("GET", "/state", head).encode())
        assert first_answer(connection).status == 200
        connection.sendall(b"GET /state HTT")
        assert is_closed(connection)


def test_a_stream_outlives_the_time_for_requests(hurried: Attacked) -> None:
    """The bounds are for strangers: who follows the preview is not cut off."""
    with hurried.connection() as connection:
        head = {"Host": f"127.0.0.1:{hurried.port}", "Cookie": hurried.access.cookie}
        connection.sendall(request("GET", "/events", head).encode())
        assert first_answer(connection).status == 200
        connection.settimeout(0.6)
        with pytest.raises(TimeoutError):
            connection.recv(1)


def guarded_post(headers: dict[str, str], receive_after: list[tuple[float, Message]]) -> list[Message]:
    """What the guard sends for a POST that comes in these parts, each after some seconds; it waits a tenth of one."""
    access, sent = Access(8000), list[Message]()
    reached: list[str] = []
    usual = {
        "host": "127.0.0.1:8000",
        "cookie": access.cookie,
        "origin": "http://127.0.0.1:8000",
        "x-preview-key": access.key,
        "content-type": "application/json",
    }
    scope: Scope = {
        "type": "http",
        "method": "POST",
        "path": "/save",
        "raw_path": b"/save",
        "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in (usual | headers).items()],
    }

    async def receive() -> Message:
        seconds, message = receive_after.pop(0)
        await asyncio.sleep(seconds)
        return message

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(Guard(noting_app(reached), access, body_seconds=0.1)(scope, receive, send))
    assert bool(reached) == (sent[0]["status"] == 200)
    return sent


def test_a_body_must_come_in_time() -> None:
    """R-U-Dead-Yet: a body that comes byte by byte."""
    byte: Message = {"type": "http.request", "body": b" ", "more_body": True}
    assert guarded_post({}, [(0.03, byte)] * 50)[0]["status"] == 408
    assert guarded_post({}, [(0.0, byte), (0.0, {"type": "http.request", "body": b"{}"})])[-1]["body"] == b" {}"


def test_a_body_is_measured_not_believed() -> None:
    """Memory by large bodies (CWE-770), with a length that lies, or with none (chunked)."""
    part: Message = {"type": "http.request", "body": b" " * 65_536, "more_body": True}
    for headers in ({}, {"content-length": "2"}, {"transfer-encoding": "chunked"}):
        parts = [(0.0, part)] * 50
        assert guarded_post(dict(headers), parts)[0]["status"] == 413
        assert len(parts) == 50 - BODY_BYTES // 65_536 - 1  # the rest is not even read


def test_a_body_that_breaks_off_is_not_passed_on() -> None:
    """Half an edit must never be saved (CWE-20)."""
    half: Message = {"type": "http.request", "body": b'{"value": "al', "more_body": True}
    assert guarded_post({}, [(0.0, half), (0.0, {"type": "http.disconnect"})])[0]["status"] == 400


def test_streams_are_bounded(guarded: Attacked) -> None:
    """A stream per window is enough; without a bound, one open tab that reconnects wildly could use up the server."""
    with ExitStack() as opened:
        head = {"Host": f"127.0.0.1:{guarded.port}", "Cookie": guarded.access.cookie}
        statuses = []
        for _ in range(STREAMS + 6):
            connection = opened.enter_context(guarded.connection())
            connection.sendall(request("GET", "/events", head).encode())
            statuses.append(first_answer(connection).status)
        assert 503 in statuses[-6:]
        assert statuses.count(200) <= STREAMS
        assert guarded.ask().status == 200
    ends = time.monotonic() + 5
    while guarded.ask("/events").status != 200:  # closed streams make room
        assert time.monotonic() < ends
        time.sleep(0.02)
