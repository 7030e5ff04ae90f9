"""A page that the program writes loads nothing: a browser obeys what it says of itself."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from briefs.model.web_policy import POLICY
from briefs.render.html.page import render_html
from tests.browser import opened_browser
from tests.render.builders import layout
from tests.render.specimen import specimen


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """The address of a server on this machine, and the paths that somebody has asked it for."""
    asked: list[str] = []

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        do_POST = do_GET

        def log_message(self, format: str, *arguments: object) -> None:
            """Nothing."""

    server = HTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.slow
def test_a_browser_asks_for_nothing_whatever_a_page_names(tmp_path: Path, listener: tuple[str, list[str]]) -> None:
    address, asked = listener
    own, hostile = tmp_path / "own.html", tmp_path / "hostile.html"
    own.write_text(render_html(specimen(), layout()), encoding="utf-8")
    hostile.write_text(
        f"<!DOCTYPE html><html lang=en><head><title>A</title>{POLICY}"
        f"<style>@import '{address}/import'; @font-face {{ font-family: A; src: url({address}/font) }}"
        f"p {{ font-family: A; background: url({address}/url); list-style: image-set('{address}/set' 1x) }}</style>"
        f"<link rel=stylesheet href={address}/link><script src={address}/script></script></head><body>"
        f"<p>A<img src={address}/img><svg><image href='{address}/image' width=1 height=1 /></svg>"
        f"<iframe src={address}/frame></iframe><form id=f action={address}/form method=post></form>"
        f"<script>fetch('{address}/fetch'); f.submit()</script></body></html>",
        encoding="utf-8",
    )
    with opened_browser() as browser:
        page = browser.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(own.as_uri(), wait_until="networkidle")
        assert complaints == []
        page.goto(hostile.as_uri(), wait_until="networkidle")
        assert page.locator("p").evaluate("e => getComputedStyle(e).backgroundImage") == f'url("{address}/url")'
        assert len(complaints) > 5  # it has heard the policy
        page.close()
    assert asked == []
