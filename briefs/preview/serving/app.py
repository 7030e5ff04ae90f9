"""What the server answers, path by path. Whether it answers at all, `guard.py` decides."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from briefs.preview.messages import Refusal
from briefs.preview.serving.events import state_json, states
from briefs.preview.serving.last_good import LastAnswers
from briefs.preview.serving.watched_pages import WatchedPages
from briefs.preview.serving.worker_client import Refused, WorkerClient

PAGE = Path(__file__).parent.parent / "page"
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
ASSETS = {path.name: path for path in PAGE.iterdir() if path.suffix in TYPES}
"""What pages load: by name from this table, never by path."""

ASKED = ("unit", "report", "block", "what-if", "proposals")
"""Questions with GET, whose answers are JSON."""
SAID = ("check", "save", "candidate", "decide", "build")
"""Questions with POST, whose arguments and answers are JSON."""
BUILDING = 900.0
"""Seconds that writing all briefs may take."""

Endpoint = Callable[[Request], Awaitable[Response]]


def preview_app(client: WorkerClient) -> Starlette:
    """The server of a preview, in front of the worker of `client`."""
    watched = WatchedPages(client.watch)
    last = LastAnswers()

    async def asked_of_brief(name: str, request: Request) -> bytes:
        """What is answered of a brief or, if the worker has lost it, what was last."""
        given = asked(request)
        question = name, *sorted(given.items())
        try:
            answer = await client.ask(name, given)
        except Refused:
            kept = last.get(question)
            if kept is None:
                raise
            return kept
        last.keep(question, answer)
        return answer

    async def page(request: Request) -> Response:
        return HTMLResponse((PAGE / "preview.html").read_text(encoding="utf-8"))

    async def asset(request: Request) -> Response:
        path = ASSETS.get(request.path_params["name"])
        if path is None:
            raise HTTPException(404)
        return Response(path.read_bytes(), media_type=TYPES[path.suffix])

    async def state(request: Request) -> Response:
        return Response(state_json(client.state), media_type="application/json")

    async def events(request: Request) -> Response:
        return StreamingResponse(states(client), media_type="text/event-stream")

    async def frame(request: Request) -> Response:
        return HTMLResponse(await asked_of_brief("frame", request))

    async def pages(request: Request) -> Response:
        return Response(await asked_of_brief("pages", request), media_type="application/json")

    async def picture(request: Request) -> Response:
        given = {**asked(request), "name": request.path_params["name"]}
        return Response(await client.ask("picture", given), media_type="image/png")

    async def watch(request: Request) -> Response:
        watched.see(await said(request))
        return JSONResponse({})

    def view(name: str) -> Endpoint:
        async def answer(request: Request) -> Response:
            return Response(await client.ask(name, asked(request)), media_type="application/json")

        return answer

    def deed(name: str) -> Endpoint:
        async def answer(request: Request) -> Response:
            patience = {"patience": BUILDING} if name == "build" else {}
            return Response(await client.ask(name, await said(request), **patience), media_type="application/json")

        return answer

    routes = [
        Route("/", page),
        Route("/assets/{name}", asset),
        Route("/state", state),
        Route("/events", events),
        Route("/frame", frame),
        Route("/pages", pages),
        Route("/picture/{name}.png", picture),
        *(Route(f"/{name}", view(name)) for name in ASKED),
        *(Route(f"/{name}", deed(name), methods=["POST"]) for name in SAID),
        Route("/watch", watch, methods=["POST"]),
    ]
    handlers: Mapping[Any, Any] = {Refused: _refused, HTTPException: _failed, Exception: _mistaken}
    return Starlette(routes=routes, exception_handlers=handlers)


def asked(request: Request) -> dict[str, str]:
    """The arguments in the address of a request, each at most once. Raises Refused."""
    given = request.query_params.multi_items()
    if len({name for name, _ in given}) < len(given):
        raise Refused(Refusal(400, "An argument is given twice."))
    return dict(given)


async def said(request: Request) -> dict[str, Any]:
    """The JSON object in the body of a request; nothing counts as an empty one. Raises Refused."""
    try:
        given = json.loads(await request.body() or b"{}")
        json.dumps(given, ensure_ascii=False).encode()  # halves of characters, such as \ud800, are no text
    except (ValueError, RecursionError):
        raise Refused(Refusal(400, "What was sent is no JSON.")) from None
    if not isinstance(given, dict):
        raise Refused(Refusal(400, "What was sent is no JSON object."))
    return given


async def _refused(request: Request, error: Refused) -> Response:
    one = error.refusal
    return JSONResponse({"message": one.message, "hint": one.hint}, one.status)


async def _mistaken(request: Request, error: Exception) -> Response:
    """What the page is told; the terminal is told where it failed."""
    message = "The preview failed at this because of a mistake in the program, not because of what you did."
    return JSONResponse({"message": message, "hint": "the terminal says more"}, 500)


async def _failed(request: Request, error: HTTPException) -> Response:
    message = "There is nothing at this address." if error.status_code == 404 else error.detail
    return JSONResponse({"message": message, "hint": ""}, error.status_code, headers=error.headers)
