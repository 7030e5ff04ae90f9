"""A server of the page with an invented project behind it, in memory: it answers at once, and does what tests tell it.

It serves the page as the preview does, under the same policy of content, and answers each question of the page from the
fields of `InventedProject`, in the classes of `briefs.preview.shown`. Files are one dictionary, so a test can play the
editor beside the page.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import socket
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

import briefs.preview
from briefs.preview.serving.response_policy import PAGE_CONTENT
from briefs.preview.shown.brief_views import PassageView
from briefs.preview.shown.editing_views import BlockView, FieldView, ProposalView
from briefs.preview.shown.report_views import NodeView, Piece, ReportView, Use
from briefs.preview.shown.state_views import BriefState, Budget, LeftOut, Link, Problem, ReportState, State, json_of

PAGE = Path(briefs.preview.__file__).parent / "page"
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
MINISTERS, AMBASSADORS = "harbours/ministers/brief", "harbours/ambassadors/brief"
FILE = "seeds/harbours/blocks/findings.yaml"
MOST_WORDS = 25


def linked(path: str, line: int) -> Link:
    """A link that opens an invented editor."""
    return Link(path, line, href=f"vscode://file/project/{path}:{line}")


PASSAGE = PassageView(
    "harbours", "2.p1", 0, 58, "II, paragraph 1", "Small harbours lose a tenth of their berths every ten years.",
    linked("seeds/harbours/report.txt", 14), "3",
)  # fmt: skip
OTHER = PassageView(
    "harbours", "2.p2", 0, 51, "II, paragraph 2", "Most participants asked for one office that decides.",
    linked("seeds/harbours/report.txt", 18), "4",
)  # fmt: skip
LEFT_OUT = (
    LeftOut("u9", ("fact.tides",), "Background", "Tides rise by two hands in a lifetime.", "could", "left out",
            "first among those that could go", 2.5, "it needs 3 lines; 1 is free"),
    LeftOut("u7", ("fact.berths", "fact.boats"), "Why act", "Boats wait for nine days on average.", "should",
            "left out", "no page is left", 4.0, "it needs 4 lines; 1 is free"),
    LeftOut("u4", ("find.office",), "Why act", "One office could decide within a month.", "should", "shortened",
            "its short form is printed", 1.0),
)  # fmt: skip
BUDGET = Budget(3, 3, 0.92, 1140, 1200, LEFT_OUT)
PROBLEM = Problem(
    "error", "anchor-not-found", 'anchor of "find.berths" matches nothing in the report',
    "nearest text is “Small harbours lose…” (II, paragraph 1)", linked(FILE, 4), "find.berths", (MINISTERS,),
)  # fmt: skip
WARNING = Problem("warning", "short-too-long", "short has 27 words", "write at most 25", linked(FILE, 9), "find.office")


def proposal(number: int, **others: Any) -> ProposalView:
    """A proposal to reword something, with all that one can have."""
    usual: dict[str, Any] = {
        "review": "f00d12",
        "proposal": f"ab{number}",
        "brief": MINISTERS,
        "author": "N. Reviewer (returned.docx)",
        "date": "2026-11-20",
        "place": f"Para {number}",
        "sort": "other words",
        "before": "Small harbours lose a tenth of their berths every ten years.",
        "after": "Small harbours lose about a tenth of all berths in ten years.",
        "comment": "N. Reviewer: is it all harbours? (returned.docx)",
        "state": "open",
        "problems": (WARNING,),
        "passages": (PASSAGE,),
        "choices": ("accept", "edit", "reject", "later"),
    }
    return ProposalView(**{**usual, **others})


@dataclass
class InventedProject:
    """What the server knows. `values` are the fields of the blocks; `asked` the questions that came, in order; `delays`
    are seconds to wait before answering a question; `failing` are questions that get an error instead of an answer."""

    values: dict[str, dict[str, str]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    budget: Budget | None = BUDGET
    stale: frozenset[str] = frozenset()
    failure: str = ""
    proposals: list[ProposalView] = field(default_factory=list)
    decided_elsewhere: frozenset[str] = frozenset()
    asked: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    delays: dict[str, float] = field(default_factory=dict)
    failing: frozenset[str] = frozenset()
    generation: int = 1

    def __post_init__(self) -> None:
        self.values = self.values or {
            "find.berths": {"short": "Small harbours lose berths", "ask": "", "audiences.ministers": "must",
                            "audiences.ambassadors": ""},
            "find.office": {"short": "One office should decide", "ask": "Name one office", "audiences.ministers": "",
                            "audiences.ambassadors": "should"},
        }  # fmt: skip

    def state(self) -> State:
        """The state of the preview."""
        briefs = tuple(
            BriefState(id, "harbours", id.split("/")[1], "brief", title, "1", id not in self.stale, self.budget)
            for id, title in ((MINISTERS, "Berths: what ministers can do"), (AMBASSADORS, "Berths: what to ask for"))
        )
        report = ReportState("harbours", "Small harbours", "1")
        open_ones = sum(bool(one.choices) for one in self.proposals)
        return State(self.generation, "harbour-project", "", (report,), briefs, self.problems, self.failure, open_ones)

    def version(self) -> str:
        """A hash of the file that all blocks are in."""
        return hashlib.sha256(json.dumps(self.values, sort_keys=True).encode()).hexdigest()

    def block(self, report: str, block: str) -> BlockView:
        """A block as its file has it."""
        passages = (PASSAGE, OTHER) if block == "find.berths" else (OTHER,)
        fields = tuple(
            FieldView(name, "choice" if "." in name else "wording", value, bool(value), linked(FILE, 4 + at),
                      ("must", "should", "could", "never") if "." in name else (),
                      "edited form, at most 25 words" if name == "short" else "")
            for at, (name, value) in enumerate(self.values[block].items())
        )  # fmt: skip
        return BlockView(report, block, "finding", self.version(), linked(FILE, 3), PASSAGE.text, fields, passages,
                         {"ministers": "must", "ambassadors": "could"},
                         (Use(MINISTERS, "ministers", "u3", "paragraph 3", block, "short"),))  # fmt: skip


def _check(project: InventedProject, given: dict[str, Any]) -> dict[str, Any]:
    words = len(given["value"].split())
    found = Problem("error", "short-too-long", f"short has {words} words", "write at most 25", linked(FILE, 4))
    return {
        "problems": [asdict(found)] if given["name"] == "short" and words > MOST_WORDS else [],
        "mended": [], "words": words, "characters": len(given["value"]),
        "most_words": MOST_WORDS if given["name"] == "short" else None, "obstacle": "",
    }  # fmt: skip


def _save(project: InventedProject, given: dict[str, Any]) -> dict[str, Any]:
    fields = project.values[given["block"]]
    there, value = fields[given["name"]], given["value"].strip()
    here = asdict(linked(FILE, 4))
    if given["version"] != project.version() and there != given.get("before"):
        return {"outcome": "conflict", "version": project.version(), "explained": "somebody changed it meanwhile",
                "theirs": there, "link": here, "before": there}  # fmt: skip
    outcome = "unchanged" if there == value else "saved"
    fields[given["name"]] = value
    project.generation += 1
    return {"outcome": outcome, "version": project.version(), "explained": "", "theirs": "", "link": here,
            "before": there}  # fmt: skip


def _what_if(project: InventedProject, given: dict[str, Any]) -> dict[str, Any]:
    """Each page holds 400 words, and each page more brings two units back."""
    pages, words = int(given["pages"]), int(given["words"]) if "words" in given else None
    if pages > 30:
        raise Refused(422, "The brief has no more than 30 pages.", "Try fewer.")
    if pages == 1:
        return asdict(Budget(2, 1, 0.4, 900, words, LEFT_OUT, False, "What must stay takes more than 1 page."))
    return asdict(Budget(pages, pages, 0.5, 400 * pages, words, LEFT_OUT[max(0, 2 * (pages - 3)) :]))


def _decide(project: InventedProject, given: dict[str, Any]) -> dict[str, Any]:
    if given["proposal"] in project.decided_elsewhere:
        project.proposals = [one for one in project.proposals if one.proposal != given["proposal"]]
        said = "This was rejected meanwhile, elsewhere. Nothing was written."
        return {"outcome": "conflict", "explained": said, "problems": []}
    project.proposals = [one for one in project.proposals if one.proposal != given["proposal"]]
    project.generation += 1
    outcome = {"accept": "accepted", "edit": "accepted", "reject": "rejected", "note": "noted", "later": "later"}
    written = f"It is written into {FILE}." if given["choice"] in ("accept", "edit") else ""
    return {"outcome": outcome[given["choice"]], "explained": written, "problems": []}


def _candidate(project: InventedProject, given: dict[str, Any]) -> dict[str, Any]:
    made = {"passages": [asdict(PASSAGE)], "anchors": ["Small harbours lose … ten years."], "already": ["find.berths"],
            "explained": ""}  # fmt: skip
    if not given["kind"]:
        kinds = [{"kind": "fact", "explained": "A fact of the report."},
                 {"kind": "next_step", "explained": "A step that the report names."}]  # fmt: skip
        return {**made, "kinds": kinds, "id": "", "link": None}
    path = f"seeds/harbours/blocks/proposed/{given['kind']}.yaml"
    return {**made, "kinds": [], "id": f"{given['kind']}.berths", "link": asdict(linked(path, 3))}


def _build(project: InventedProject, given: dict[str, Any]) -> dict[str, Any]:
    errors = [asdict(one) for one in project.problems]
    return {"written": [] if errors else ["build/ministers.pdf", "build/ministers.docx"], "problems": errors}


def _report(project: InventedProject, given: dict[str, Any]) -> dict[str, Any]:
    uses = (Use(MINISTERS, "ministers", "u3", "paragraph 3", "find.berths", "short"),)
    nodes = (
        NodeView("2", "II", 1, "heading", linked("seeds/harbours/report.txt", 12), (Piece("Berths", 0, 6, ()),)),
        *(NodeView(one.address, one.label, 0, "paragraph", one.link, (Piece(one.text, 0, len(one.text), (0,)),))
          for one in (PASSAGE, OTHER)),
    )  # fmt: skip
    view = ReportView(
        "harbours", "Small harbours", "en", "1", ("ministers", "ambassadors"), nodes, uses, {"all": 0.5}, ()
    )
    return json_of(view)


def _unit(project: InventedProject, given: dict[str, Any]) -> dict[str, Any]:
    form = {"kind": "finding", "field": "short", "wording": "edited", "link": asdict(linked(FILE, 4)),
            "text": "Small harbours lose berths", "passages": [asdict(PASSAGE)]}  # fmt: skip
    blocks = ["find.berths", "find.office"] if given["unit"] == "u4" else ["find.berths"]
    return {"brief": given["brief"], "unit": given["unit"], "place": "paragraph 3", "text": form["text"],
            "weight": "must", "template": asdict(linked("templates/ministers.md", 40)),
            "forms": [{**form, "block": block} for block in blocks], "others": []}  # fmt: skip


class Refused(Exception):
    """An answer that is an error: its status, and what it says."""

    def __init__(self, status: int, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.status, self.message, self.hint = status, message, hint


Answered = Callable[[InventedProject, dict[str, Any]], Any]
ANSWERS: dict[str, Answered] = {
    "state": lambda project, given: json_of(project.state()),
    "block": lambda project, given: json_of(project.block(**given)),
    "report": _report,
    "unit": _unit,
    "what-if": _what_if,
    "proposals": lambda project, given: [
        {"wordings": [], "link": None, "block": "", **json_of(one)} for one in project.proposals
    ],
    "pages": lambda project, given: {"brief": given["brief"], "version": "1", "pages": []},
    "check": _check,
    "save": _save,
    "candidate": _candidate,
    "decide": _decide,
    "build": _build,
    "watch": lambda project, given: {},
}
FRAME = (
    '<!DOCTYPE html><html lang="en"><title>Brief</title><body><h1>Berths</h1>'
    '<p id="u3" data-blocks="find.berths">Small harbours lose berths.</p>'
    '<p id="u4" data-blocks="find.berths find.office">One office should decide.</p></body></html>'
)


class InventedServer:
    """The server, which runs in a thread. `project` is what it answers from, and can be replaced; `tell` sends the state
    to all pages."""

    def __init__(self) -> None:
        self.project = InventedProject()
        self.address = ""
        self._told = 0
        self._stopping = False

    def tell(self, **changes: Any) -> None:
        """Change the project, and tell all pages."""
        generation = self.project.generation + 1
        self.project = replace(self.project, **{"generation": generation, **changes})
        self._told += 1

    def app(self) -> Starlette:
        """The routes."""

        async def page(request: Request) -> Response:
            html = (PAGE / "preview.html").read_text(encoding="utf-8")
            return HTMLResponse(html, headers={"Content-Security-Policy": PAGE_CONTENT})

        async def asset(request: Request) -> Response:
            path = PAGE / request.path_params["name"]
            return Response(path.read_bytes(), media_type=TYPES[path.suffix])

        async def frame(request: Request) -> Response:
            return HTMLResponse(FRAME)

        async def events(request: Request) -> Response:
            return StreamingResponse(self._states(), media_type="text/event-stream")

        async def answer(request: Request) -> Response:
            name = request.url.path.strip("/")
            given = dict(request.query_params) if request.method == "GET" else json.loads(await request.body())
            project = self.project
            project.asked.append((name, given))
            if name in project.delays:
                await asyncio.sleep(project.delays[name])
            try:
                if name in project.failing:
                    raise Refused(503, "The disk is full.", "Make room, then try again.")
                told = project.generation
                value = ANSWERS[name](project, given)
                self._told += project.generation != told
                return JSONResponse(value)
            except KeyError as error:
                return JSONResponse({"message": f"There is no {error} any more.", "hint": ""}, 404)
            except Refused as error:
                return JSONResponse({"message": error.message, "hint": error.hint}, error.status)

        posts = {"check", "save", "candidate", "decide", "build", "watch"}
        return Starlette(
            routes=[
                Route("/", page),
                Route("/assets/{name}", asset),
                Route("/frame", frame),
                Route("/events", events),
                *(Route(f"/{name}", answer, methods=["POST" if name in posts else "GET"]) for name in ANSWERS),
            ]
        )

    async def _states(self) -> AsyncIterator[str]:
        told = None
        while not self._stopping:
            if told != self._told:
                told = self._told
                yield f"event: state\ndata: {json.dumps(json_of(self.project.state()))}\n\n"
            await asyncio.sleep(0.01)

    @contextmanager
    def running(self) -> Iterator[InventedServer]:
        """Serve from a thread, at a free port of this machine."""
        listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        server = uvicorn.Server(uvicorn.Config(self.app(), log_level="critical", timeout_graceful_shutdown=1))
        thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listening])), daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._stopping = True
            server.should_exit = True
            thread.join(5)
