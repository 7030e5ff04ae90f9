"""A preview to be attacked: the guard before an app that notes what reaches it, and the same app without a guard."""

from __future__ import annotations

import asyncio
import http.client
import socket
import threading
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import uvicorn
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from briefs.preview.serving.access import HOST, Access
from briefs.preview.serving.connections import BoundedConnection, guarded_config

CARELESS = {"Access-Control-Allow-Origin": "*", "Cache-Control": "public", "X-Content-Type-Options": "sniff"}
"""What the app says with each answer."""

SECONDS = 10.0
"""A test never waits longer for an answer."""


@dataclass(frozen=True)
class Answered:
    """What came back; `status` is 0 if the connection ended without an answer."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass
class Attacked:
    """A server that runs. `reached` are method and path of all requests that the app got."""

    access: Access
    is_guarded: bool
    reached: list[str] = field(default_factory=list)

    @property
    def port(self) -> int:
        """Where it listens."""
        return self.access.port

    @property
    def origin(self) -> str:
        """The origin of its page."""
        return f"http://{HOST}:{self.port}"

    def connection(self) -> socket.socket:
        """A new connection."""
        return socket.create_connection((HOST, self.port), timeout=SECONDS)

    def send(self, raw: str) -> Answered:
        """Send a request as it is, and read the first answer."""
        with self.connection() as connection:
            connection.sendall(raw.encode("latin-1"))
            return first_answer(connection, raw.partition(" ")[0])

    def ask(self, path: str = "/state", **headers: str | None) -> Answered:
        """GET with the cookie. Underscores in names of headers are hyphens; None leaves out one that is usual."""
        return self.send(request("GET", path, self._with({"Cookie": self.access.cookie}, headers)))

    def write(self, path: str = "/save", body: str = "{}", **headers: str | None) -> Answered:
        """POST with all that the page sends, but for the headers that are given."""
        usual = {
            "Cookie": self.access.cookie,
            "Origin": self.origin,
            "X-Preview-Key": self.access.key,
            "Content-Type": "application/json",
            "Content-Length": str(len(body.encode())),
        }
        return self.send(request("POST", path, self._with(usual, headers), body))

    def _with(self, usual: dict[str, str], given: Mapping[str, str | None]) -> dict[str, str]:
        named = {name.replace("_", "-"): value for name, value in given.items()}
        merged: dict[str, str | None] = {"Host": f"{HOST}:{self.port}", **usual, **named}
        return {name: value for name, value in merged.items() if value is not None}


def request(method: str, target: str, headers: Mapping[str, str], body: str = "") -> str:
    """A request as text."""
    lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", body])


def first_answer(connection: socket.socket, method: str = "GET") -> Answered:
    """The first answer on a connection, to a request with this method; of a stream that does not end, the beginning."""
    response = http.client.HTTPResponse(connection, method=method)
    try:
        response.begin()
        is_stream = response.headers.get_content_type() == "text/event-stream"
        body = response.read1(1000) if is_stream else response.read()
    except (http.client.HTTPException, ConnectionError):
        return Answered(0)
    return Answered(response.status, {name.lower(): value for name, value in response.headers.items()}, body)


def noting_app(reached: list[str]) -> ASGIApp:
    """An app that answers everything, and notes it."""

    async def note(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            with suppress(ClientDisconnect):
                response = await answer(Request(scope, receive))
                await response(scope, receive, send)

    async def answer(asked: Request) -> Response:
        reached.append(f"{asked.method} {asked.url.path}")
        if asked.url.path == "/events":
            return StreamingResponse(forever(), media_type="text/event-stream")
        return PlainTextResponse(
            await asked.body(), headers={**CARELESS, "X-Client": asked.client.host if asked.client else ""}
        )

    async def forever() -> AsyncIterator[str]:
        while True:
            yield "event: state\ndata: {}\n\n"
            await asyncio.sleep(60)

    return note


@contextmanager
def running(is_guarded: bool, head_seconds: float = 6 * SECONDS) -> Iterator[Attacked]:
    """Serve in a thread for as long as the context lasts."""
    listening = socket.create_server((HOST, 0))
    attacked = Attacked(Access(listening.getsockname()[1]), is_guarded)
    app = noting_app(attacked.reached)
    config = guarded_config(app, attacked.access)
    if not is_guarded:
        config.app = app
    config.timeout_graceful_shutdown, config.lifespan = 0, "off"
    config.http = type("Hurried", (BoundedConnection,), {"head_seconds": head_seconds})
    server = uvicorn.Server(config)
    thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listening])))
    thread.start()
    try:
        yield attacked
    finally:
        server.should_exit = True
        thread.join()


def refuses(guarded: Attacked, bare: Attacked, raw: str) -> int:
    """The status with which the guard refuses a request; the same reaches the app if there is no guard. `PORT` and
    `COOKIE` in the request stand for those of each server."""
    for one in (guarded, bare):
        one.reached.clear()
    filled = [raw.replace("PORT", str(one.port)).replace("COOKIE", one.access.cookie) for one in (guarded, bare)]
    refused, let_in = guarded.send(filled[0]), bare.send(filled[1])
    assert guarded.reached == []
    assert bare.reached, f"fails without the guard, too: {let_in}"
    assert refused.headers.get("connection") == "close"
    return refused.status
