"""Running the server until it is stopped: files are watched, and the worker is told what changes."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable

import uvicorn
from watchfiles import awatch

from briefs.preview.messages import Changed
from briefs.preview.serving.access import HOST, Access
from briefs.preview.serving.app import preview_app
from briefs.preview.serving.connections import guarded_config
from briefs.preview.serving.worker_client import WorkerClient
from briefs.preview.settings import PreviewSettings


def serve(settings: PreviewSettings, port: int, ready: Callable[[str], None]) -> None:
    """Serve until interrupted; `ready` gets the address as soon as it can be opened."""
    listening = socket.create_server((HOST, port))
    asyncio.run(_serve(settings, listening, ready))


async def _serve(settings: PreviewSettings, listening: socket.socket, ready: Callable[[str], None]) -> None:
    client = WorkerClient(settings)
    access = Access(listening.getsockname()[1])
    server = uvicorn.Server(guarded_config(preview_app(client), access))
    ready(access.link)
    stop = asyncio.Event()
    watching = asyncio.create_task(_watch(settings, client, stop))
    await server.serve(sockets=[listening])
    stop.set()
    client.stop()
    await watching


async def _watch(settings: PreviewSettings, client: WorkerClient, stop: asyncio.Event) -> None:
    folders = [settings.root / name for name in ("seeds", "templates")]
    async for changes in awatch(*folders, stop_event=stop, debounce=50, step=20):
        client.tell(Changed(frozenset(path for _, path in changes)))
