"""Running the server until it is stopped: files are watched, and the worker is told what changes."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import uvicorn

from briefs.preview.preview_settings import PreviewSettings
from briefs.preview.serving.access import Access
from briefs.preview.serving.app import preview_app
from briefs.preview.serving.browser import open_browser
from briefs.preview.serving.connections import guarded_config
from briefs.preview.serving.ports import USUAL, listen_at
from briefs.preview.serving.terminal import Terminal
from briefs.preview.serving.watching import Watching
from briefs.preview.serving.worker_client import WorkerClient

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
GRACE = 0.1
"""Seconds that connections have to end when the server ends."""


@dataclass(frozen=True, slots=True)
class Serving:
    """Where to serve: at the `port`, or if that is taken the next (None: the usual one); and whether the page `opens`
    in a browser."""

    port: int | None = None
    opens: bool = True


def serve(settings: PreviewSettings, serving: Serving, client: WorkerClient, terminal: Terminal) -> int:
    """Serve until a signal comes, and return its number. `client` is ended in any case. Raises BriefsError."""
    try:
        return asyncio.run(_serve(settings, serving, client, terminal))
    finally:
        client.stop()


async def _serve(settings: PreviewSettings, serving: Serving, client: WorkerClient, terminal: Terminal) -> int:
    stopped: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    wanted = USUAL if serving.port is None else serving.port
    with _signals_to(stopped), listen_at(wanted) as listening:
        client.listen()
        access = Access(listening.getsockname()[1])
        server = _Server(guarded_config(preview_app(client), access))
        watching = Watching(settings.root.absolute(), client.changed, terminal.warned)
        client.elsewhere = watching.also
        tasks = {
            asyncio.create_task(server.serve(sockets=[listening])),
            asyncio.create_task(watching.run()),
        }
        terminal.ready(access.link, serving.port if serving.port not in (None, 0, access.port) else None)
        if serving.opens:
            open_browser(access.link_for_opening())
        ends: set[asyncio.Future[Any]] = {stopped, *tasks}
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        client.stop()
        watching.stop()
        server.should_exit = server.force_exit = True
        logging.getLogger("uvicorn.error").disabled = True  # connections that are cut off are no news now
        done, _ = await asyncio.wait(tasks, timeout=GRACE)
        if stopped.done():
            return stopped.result()
        for one in done:
            one.result()  # raises what ended it
        return signal.SIGTERM


@contextlib.contextmanager
def _signals_to(stopped: asyncio.Future[int]) -> Iterator[None]:
    """Have the signals that end a process end the waiting for `stopped`, where the loop can do that."""

    def stop(number: int) -> None:
        if not stopped.done():
            stopped.set_result(number)

    loop, taken = asyncio.get_running_loop(), []
    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            with contextlib.suppress(NotImplementedError, RuntimeError):  # Windows; not the main thread
                loop.add_signal_handler(number, stop, number)
                taken.append(number)
    try:
        yield
    finally:
        for number in taken:
            loop.remove_signal_handler(number)


class _Server(uvicorn.Server):
    """The server, which leaves signals to us."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
