"""Connections to the server, within bounds: strangers can neither use them up nor fill the terminal."""

from __future__ import annotations

import asyncio

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from briefs.preview.serving.access import Access
from briefs.preview.serving.guard import HEAD_BYTES, Guard

HEAD_SECONDS = 10.0
"""A request must have come as far as its body by then (Slowloris, CWE-400)."""
STRANGERS = 64
"""So many connections can be open on which nobody has shown the cookie; for one more, the oldest is closed."""


def guarded_config(app: ASGIApp, access: Access) -> uvicorn.Config:
    """How the server is run: with the guard in front, within the bounds, and without a word about who asks for what."""
    return uvicorn.Config(
        Guard(app, access),
        http=BoundedConnection,
        ws="none",
        loop="asyncio",
        lifespan="on",
        log_level="error",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=2,
        h11_max_incomplete_event_size=HEAD_BYTES,
    )


class BoundedConnection(H11Protocol):
    """A connection that is closed if no request comes on it in time, or if too many wait."""

    head_seconds = HEAD_SECONDS
    _deadline: asyncio.TimerHandle | None = None
    _is_admitted = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request; if too many wait, the one that has waited longest is closed."""
        super().connection_made(transport)
        self._opened = self.loop.time()
        self._await_head()
        strangers = [one for one in self.connections if isinstance(one, BoundedConnection) and not one.is_admitted]
        if len(strangers) > STRANGERS:
            min(strangers, key=lambda one: one._opened).transport.abort()

    @property
    def is_admitted(self) -> bool:
        """Whether the guard has let through a request on this connection."""
        if self.scope is not None and self.scope.get("state", {}).get("is_admitted"):
            self._is_admitted = True
        return self._is_admitted

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is waited for any more."""
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take in what came; once the head of a request is whole, the guard looks after its body."""
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._stop_waiting()

    def on_response_complete(self) -> None:
        """Wait for the next request."""
        super().on_response_complete()
        if self.conn.their_state is h11.IDLE and not self.transport.is_closing():
            self._await_head()

    def send_400_response(self, msg: str) -> None:
        """Say that this is not HTTP; if it was the body of a request, who is about to answer it must not."""
        super().send_400_response(msg)
        if self.cycle is not None:
            self.cycle.disconnected = True
            self.cycle.message_event.set()

    def _await_head(self) -> None:
        self._stop_waiting()
        self._deadline = self.loop.call_later(self.head_seconds, self.transport.abort)

    def _stop_waiting(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
