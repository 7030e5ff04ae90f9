"""A preview of an invented project whose worker is played by a test: the real server and guard, with the page behind.

Answers are made from fields that a test changes, so that each state of the page (stale, failed, lost) is had at once.
"""

from __future__ import annotations

import asyncio
import hashlib
import io
import json
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from html import escape
from typing import Any, cast

import uvicorn
from PIL import Image

from briefs.preview.messages import Refusal
from briefs.preview.serving.access import HOST, Access
from briefs.preview.serving.app import preview_app
from briefs.preview.serving.connections import guarded_config
from briefs.preview.serving.worker_client import Refused
from briefs.preview.shown.brief_views import FormView, PagesView, PageView, PassageView, UnitBox, UnitView
from briefs.preview.shown.report_views import NodeView, Piece, ReportView, UnreachedView, Use
from briefs.preview.shown.state_views import BriefState, Budget, Link, Problem, ReportState, State, Variant, json_of

MINISTERS, CAPTAINS, NOTES = "quay/ministers/brief", "quay/captains/brief", "quay/captains/notes"
BRIEFS = (MINISTERS, CAPTAINS, NOTES)
PAGE_POINTS = (595.0, 842.0)
PLACES = {"main > h1": "title", "p.about": "what the brief summarizes", "second": "heading"}
"""How people find what is no unit, by the names that the page has for it."""
STYLE = """:root { color-scheme: light dark } body { font: 16px/1.5 sans-serif; max-width: 44rem; margin: 0 auto;
padding: 1rem } ol { list-style: none; padding-left: 2rem } li { margin-bottom: .6rem }
.number { display: inline-block; width: 2rem; margin-left: -2rem }"""


def linked(path: str, line: int) -> Link:
    """A link that opens an editor."""
    return Link(path, line, href=f"vscode://file/project/{path}:{line}")


@dataclass
class Point:
    """A paragraph of a brief: the block that it prints, its words, and the node of the report that it rests on."""

    block: str
    text: str
    node: int


def points(first: int, number: int) -> list[Point]:
    """Points on nodes of the report, each of two lines."""
    said = "Most keepers agreed that the tides of quay {0} are published too late for boats that leave before dawn."
    return [Point(f"fact.tide_{at}", said.format(at), at) for at in range(first, first + number)]


@dataclass
class PlayedWorker:
    """What the server takes for a worker. `briefs` are the points of each brief; `state` is told by `tell`."""

    briefs: dict[str, list[Point]] = field(
        default_factory=lambda: {MINISTERS: points(1, 40), CAPTAINS: points(21, 30), NOTES: points(2, 4)}
    )
    nodes: int = 90
    refused: set[str] = field(default_factory=set)
    unbuilt: tuple[str, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)
    asked: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)
    watched: tuple[Variant, ...] = ()
    is_stopping: bool = False

    def __post_init__(self) -> None:
        self.state = State(0, "", "starting", (), (), ())
        self.news = asyncio.Event()
        self.loop: asyncio.AbstractEventLoop | None = None

    def tell(self, **change: Any) -> None:
        """Tell pages the state as it is now, with changes."""
        state = replace(self._present(), **change)

        def take() -> None:
            self.state = replace(state, generation=self.state.generation + 1)
            self.news.set()
            self.news = asyncio.Event()

        assert self.loop is not None
        self.loop.call_soon_threadsafe(take)

    def present(self, *, is_current: bool = True) -> tuple[BriefState, ...]:
        """All briefs as they are now."""

        def one(name: str) -> BriefState:
            report, audience, product = name.split("/")
            budget = Budget(2, 2, 0.8, 400, None)
            version = _hash(repr(self.briefs[name]))
            return BriefState(
                name, report, audience, product, f"What tides mean for {audience}", version, is_current, budget
            )

        return tuple(map(one, self.briefs))

    def _present(self) -> State:
        report = ReportState("quay", "The Quay Report", _hash(repr(self.briefs)))
        return State(0, "Harbours", "", (report,), self.present(), ())

    # What the server calls

    def listen(self) -> None:
        """The loop runs."""
        self.loop = asyncio.get_running_loop()

    def stop(self) -> None:
        """Nothing is told any more."""
        self.is_stopping = True
        self.news.set()

    def watch(self, variants: tuple[Variant, ...]) -> None:
        """Remember what is looked at."""
        self.watched = variants

    async def ask(self, name: str, given: Mapping[str, Any], patience: float | None = None) -> bytes:
        """An answer, unless it is one of those that are refused."""
        self.asked.append((name, given))
        if name in self.refused:
            raise Refused(Refusal(503, "This cannot be answered now.", "try it once more"))
        await asyncio.sleep(self.seconds.get(name, 0))
        match name:
            case "frame":
                return self._html(given["brief"], given.get("status", "draft")).encode()
            case "picture":
                return _picture(int(given["width"]))
        answers: Mapping[str, Callable[..., Any]]
        answers = {"unit": self._unit, "report": self._report, "pages": self._pages, "proposals": list}
        view = answers[name](**given)
        return json.dumps(view if isinstance(view, list) else json_of(view)).encode()

    # Answers

    def _html(self, brief: str, status: str) -> str:
        items = "".join(
            f'<li id="u{at}" data-blocks="{escape(one.block)}" value="{at}"><span class="number">{at} </span>'
            f"{escape(one.text)}</li>"
            for at, one in enumerate(self.briefs[brief], start=1)
        )
        audience = brief.split("/")[1]
        half = items.find("<li", items.find('id="u3"'))
        return (
            f'<!DOCTYPE html><html lang="en"><head><title>Tides</title><style>{STYLE}</style></head><body><main>'
            f'<h1>What tides mean for {audience}</h1><p class="about">{status}</p>'
            f'<section id="first"><h2>Why act</h2><ol>{items[:half]}</ol></section>'
            f'<section id="second"><h2>What to do</h2><ol>{items[half:]}</ol></section>'
            '<p><a href="https://example.org/">A site</a></p></main></body></html>'
        )

    def passage(self, node: int) -> PassageView:
        """The second sentence of a node."""
        first, second = _sentences(node)
        return PassageView(
            "quay", f"n{node}", len(first), len(first) + len(second), f"ES {node}", second,
            linked("seeds/quay/report.txt", 10 + node), str(1 + node // 20),
        )  # fmt: skip

    def _form(self, point: Point, name: str = "short") -> FormView:
        passages = (self.passage(point.node), self.passage((point.node + 40) % self.nodes))
        link = linked("seeds/quay/blocks/fact.yaml", 4 * point.node)
        return FormView(point.block, "fact", name, "edited", point.text, link, passages)

    def _unit(self, brief: str, unit: str, status: str = "draft") -> UnitView:
        if unit in PLACES:
            return UnitView(brief, unit, PLACES[unit], unit, "must", linked("templates/house.yaml", 3), ())
        at = int(unit[1:])
        point = self.briefs[brief][at - 1]
        template = linked(f"templates/{brief.split('/')[1]}.md", 12 + at)
        forms, others = (self._form(point),), (self._form(point, "verbatim"),)
        return UnitView(brief, unit, f"paragraph {at}", point.text, "should", template, forms, others)

    def _report(self, report: str) -> ReportView:
        uses = [
            Use(brief, brief.split("/")[1], f"u{at}", f"paragraph {at}", one.block, "short")
            for brief, said in self.briefs.items()
            for at, one in enumerate(said, start=1)
        ]
        nodes = tuple(self._node(at, uses) for at in range(self.nodes))
        unreached = UnreachedView(
            "rec.lamps", "Light the lamps before dusk.", ("captains",), {"ministers": "no template asks for it"},
            (self.passage(70),), linked("seeds/quay/blocks/recommendation.yaml", 3),
        )  # fmt: skip
        shares = {"ministers": 0.41, "captains": 0.35, "all": 0.62}
        return ReportView(
            report, "The Quay Report", "en-GB", _hash(repr(self.briefs)), ("ministers", "captains"), nodes,
            tuple(uses), shares, (unreached,), self.unbuilt,
        )  # fmt: skip

    def _node(self, at: int, uses: list[Use]) -> NodeView:
        link = linked("seeds/quay/report.txt", 10 + at)
        if at % 15 == 0:
            text = f"Part {at // 15 + 1}"
            return NodeView(f"n{at}", "", 1, "heading", link, (Piece(text, 0, len(text), ()),))
        first, second = _sentences(at)
        resting = tuple(i for i, use in enumerate(uses) if use.block == f"fact.tide_{at}")
        pieces = (Piece(first, 0, len(first), ()), Piece(second, len(first), len(first + second), resting))
        return NodeView(f"n{at}", f"ES {at}", 0, "paragraph", link, pieces)

    def _pages(self, brief: str, status: str = "draft", sheet: str = "a4") -> PagesView:
        said = self.briefs[brief]
        per_page = 20
        pages = []
        for begin in range(0, len(said), per_page):
            boxes = tuple(
                UnitBox(f"u{begin + at + 1}", (0.12, 0.08 + 0.042 * at, 0.88, 0.112 + 0.042 * at), one.text[:40])
                for at, one in enumerate(said[begin : begin + per_page])
            )
            pages.append(PageView(_hash(f"{said}{sheet}{begin}"), *PAGE_POINTS, boxes))
        return PagesView(brief, _hash(repr(said)), tuple(pages))


def _sentences(node: int) -> tuple[str, str]:
    return (
        f"The board heard the keepers of quay {node} in the spring 😀 of 2010, one after the other. ",
        f"It found that the tides of quay {node} are published too late, and that boats wait for nine days.",
    )


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _picture(width: int) -> bytes:
    file = io.BytesIO()
    Image.new("L", (width, round(width * PAGE_POINTS[1] / PAGE_POINTS[0])), 255).save(file, "PNG", compress_level=1)
    return file.getvalue()


PROBLEM = Problem(
    "error", "unknown-block", "there is no block “fact.tied_3”", "did you mean “fact.tide_3”?",
    linked("templates/ministers.md", 14), "", (MINISTERS,),
)  # fmt: skip


@dataclass
class Served:
    """A preview that runs: its worker, and the link that opens it."""

    worker: PlayedWorker
    link: str


@contextmanager
def served(worker: PlayedWorker | None = None) -> Iterator[Served]:
    """Serve until the end of the block, in a thread."""
    worker = worker or PlayedWorker()
    started = threading.Event()
    found: list[Access] = []
    servers: list[uvicorn.Server] = []

    async def run() -> None:
        with socket.create_server((HOST, 0)) as listening:
            worker.listen()
            found.append(Access(listening.getsockname()[1]))
            config = guarded_config(preview_app(cast(Any, worker)), found[0])
            config.lifespan = "off"
            servers.append(uvicorn.Server(config))
            started.set()
            await servers[0].serve(sockets=[listening])

    thread = threading.Thread(target=lambda: asyncio.run(run()), daemon=True)
    thread.start()
    assert started.wait(10)
    worker.tell()
    try:
        yield Served(worker, found[0].link)
    finally:
        with suppress(RuntimeError):
            assert worker.loop is not None
            worker.loop.call_soon_threadsafe(worker.stop)
        servers[0].should_exit = servers[0].force_exit = True
        thread.join(10)
