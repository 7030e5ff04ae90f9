"""A layout ends, with what it has laid out or with a message."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import replace
from itertools import count

import pytest

from briefs.model.diagnostics import BriefsError, DocumentError
from briefs.render.engine import bounded_layout as bounds
from briefs.render.engine.bounded_layout import bounded_layout
from briefs.render.pdf.pages import lay_out
from tests.render.builders import document, layout, paragraph, section


def said(caught: pytest.ExceptionInfo[DocumentError]) -> str:
    (only,) = caught.value.diagnostics
    assert (only.code, only.place.path) == ("layout-stopped", "a.css")
    return only.message


def test_what_ends_is_given_back() -> None:
    assert bounded_layout("the brief", "a.css", lambda: 7) == 7


def test_what_the_engine_stops_with_is_told() -> None:
    def divide() -> float:
        return 1 / len("")

    with pytest.raises(DocumentError) as caught:
        bounded_layout("the brief", "a.css", divide)
    assert said(caught) == "the brief cannot be laid out: WeasyPrint stops with ZeroDivisionError: division by zero"
    assert caught.value.__context__ is None  # which would hold half a layout


@pytest.mark.parametrize("error", [BriefsError("no fonts"), OSError("no disk"), MemoryError(), KeyboardInterrupt()])
def test_what_is_no_fault_of_the_engine_is_let_through(error: BaseException) -> None:
    def fail() -> None:
        raise error

    with pytest.raises(type(error)):
        bounded_layout("the brief", "a.css", fail)


def test_what_takes_too_long_is_ended_though_its_handlers_catch_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "_SECONDS", 0.0)
    monkeypatch.setattr(bounds, "_LOOK", 0.001)
    monkeypatch.setattr(bounds, "_stopped", threading.Event())

    def endless() -> None:
        for _ in count():
            with suppress(Exception):
                sum(range(1000))

    with pytest.raises(DocumentError) as caught:
        bounded_layout("the brief", "a.css", endless)
    assert said(caught) == "the brief cannot be laid out: the program gave up, since it takes too long"
    assert bounds._stopped.is_set()
    time.sleep(0.01)  # nothing is raised any more


def test_pages_are_counted_as_the_engine_begins_them(monkeypatch: pytest.MonkeyPatch) -> None:
    level = logging.getLogger("weasyprint.progress").level
    monkeypatch.setattr(bounds, "MOST_PAGES", 3)
    pages = document(section(*[paragraph("Boats wait.")] * 5))
    with pytest.raises(DocumentError, match="the brief for ministers has more than 3 pages"):
        lay_out(pages, replace(layout(), print_css="p { break-before: page }"))
    assert lay_out(pages, layout()).pages == 1
    assert logging.getLogger("weasyprint.progress").level == level


@pytest.mark.slow
def test_a_layout_that_was_stopped_does_not_stop_the_program_at_its_end() -> None:
    program = (
        "from dataclasses import replace\n"
        "from briefs.model.diagnostics import DocumentError\n"
        "from briefs.render.engine import bounded_layout as bounds\n"
        "from briefs.render.pdf.pages import lay_out\n"
        "from tests.render.builders import document, layout, paragraph, section\n"
        "bounds.MOST_PAGES = 1\n"
        "try:\n"
        "    css = 'p { break-before: page; font-variant-numeric: tabular-nums }'\n"
        "    lay_out(document(section(*[paragraph('Boats 12')] * 9)), replace(layout(), print_css=css))\n"
        "except DocumentError as error:\n"
        "    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.count("has more than 1 pages")) == (0, 1), done.stderr


def test_what_was_stopped_is_not_laid_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_PAGES", 1)
    endless, look = (
        document(section(*[paragraph("Boats.")] * 3)),
        replace(layout(), print_css="p { break-before: page }"),
    )
    first, again = (pytest.raises(DocumentError, match="more than 1 pages") for _ in range(2))
    with first:
        lay_out(endless, look)
    monkeypatch.setattr(bounds, "MOST_PAGES", 100)
    with again:
        lay_out(endless, look)
