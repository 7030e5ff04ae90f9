"""What the server answers, path by path. Whether it answers at all, `guard.py` decides."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from briefs.preview.serving.worker_client import Refused, WorkerClient
from briefs.preview.shown.state_views import json_of

PAGE = Path(__file__).parent.parent / "page"
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
ASSETS = {path.name: path for path in PAGE.iterdir() if path.suffix in TYPES}
"""What pages load: by name from this table, never by path."""

Asked = Callable[[WorkerClient, Request], Awaitable[Response]]


def preview_app(client: WorkerClient) -> Starlette:
    """The server of a preview, in front of the worker of `client`."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        client.listen()
        yield
        client.stop()

    async def page(request: Request) -> Response:
        return HTMLResponse((PAGE / "preview.html").read_text(encoding="utf-8"))

    async def asset(request: Request) -> Response:
        path = ASSETS.get(request.path_params["name"])
        return Response(status_code=404) if path is None else Response(path.read_bytes(), media_type=TYPES[path.suffix])

    async def state(request: Request) -> Response:
        return JSONResponse(json_of(client.state))

    async def frame(request: Request) -> Response:
        return HTMLResponse(await client.ask("frame", **request.query_params))

    async def events(request: Request) -> Response:
        return StreamingResponse(_events(client), media_type="text/event-stream")

    async def refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, Refused)
        one = error.refusal
        return JSONResponse({"message": one.message, "hint": one.hint}, one.status)

    routes = [
        Route("/", page),
        Route("/assets/{name}", asset),
        Route("/state", state),
        Route("/frame", frame),
        Route("/events", events),
    ]
    return Starlette(routes=routes, lifespan=lifespan, exception_handlers={Refused: refused})


async def _events(client: WorkerClient) -> AsyncIterator[str]:
    """States as they come (HTML Living Standard, Server-sent events)."""
    while not client.is_stopping:
        news = client.news
        yield f"event: state\ndata: {json.dumps(json_of(client.state))}\n\n"
        await news.wait()
