"""Attacks by other users of the machine, and by programs that can reach the port."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from briefs.preview.serving.access import Access
from tests.preview.attacks.attacked import Attacked, refuses


def test_without_the_cookie_there_is_nothing(guarded: Attacked, bare: Attacked) -> None:
    """Any user of a machine can open its loopback ports (CWE-306)."""
    for path in ("/", "/state", "/assets/preview.js", "/events", "/picture/a.png", "/favicon.ico"):
        assert refuses(guarded, bare, f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n") == 403


def test_the_refusal_is_a_page_in_plain_words(guarded: Attacked) -> None:
    """What a person sees who types the address, or comes back after the preview was started again."""
    page = guarded.ask("/", Cookie=None)
    assert page.headers["content-type"].startswith("text/html")
    assert "Open the link that “briefs preview” shows in its terminal" in page.body.decode()
    assert b"<script" not in page.body
    assert b'"hint":"Open the link' in guarded.ask("/state", Cookie=None).body


def test_the_cookie_of_another_preview_does_not_fit(guarded: Attacked) -> None:
    """Two previews of one person, or one that was started again: browsers send the cookies of all ports."""
    again, beside = Access(guarded.port), Access(guarded.port + 1)
    for cookie in (again.cookie, beside.cookie, guarded.access.cookie + "x", guarded.access.cookie.partition("=")[2]):
        assert guarded.ask(Cookie=cookie).status == 403
    assert guarded.ask(Cookie=f"{beside.cookie}; {again.cookie}; {guarded.access.cookie}").status == 200


def test_the_link_gives_cookie_and_key_and_leaves_the_address(guarded: Attacked) -> None:
    """Tokens in addresses get into histories and Referer headers (CWE-598)."""
    parts = urlsplit(guarded.access.link)
    page = guarded.ask(f"{parts.path}?{parts.query}", Cookie=None)
    assert page.status == 200
    assert page.headers["set-cookie"] == f"{guarded.access.cookie}; Path=/; HttpOnly; SameSite=Strict"
    assert guarded.access.key.encode() in page.body
    assert parts.query.partition("=")[2].encode() not in page.body
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["cache-control"] == "no-store"


def test_a_token_opens_only_the_first_page(guarded: Attacked) -> None:
    """The token counts as what the person opened, and nowhere else: not in other addresses, headers, or writes."""
    token = guarded.access.link.partition("=")[2]
    reached = len(guarded.reached)
    for path in (f"/state?token={token}", f"/events?token={token}", f"/frame?token={token}"):
        assert guarded.ask(path, Cookie=None).status == 403
    for headers in (
        {"Referer": guarded.access.link},
        {"Authorization": f"Bearer {token}"},
        {"Cookie": f"token={token}"},
    ):
        assert guarded.ask("/", **{"Cookie": None, **headers}).status == 403
    assert guarded.write(f"/?token={token}", Cookie=None).status == 403
    assert len(guarded.reached) == reached


def test_a_link_seen_in_the_list_of_processes_is_used_already(guarded: Attacked) -> None:
    """Arguments of programs, such as the address that a browser is started with, are shown to all users (CWE-214)."""
    parts = urlsplit(guarded.access.link_for_opening())
    assert guarded.ask(f"/?{parts.query}", Cookie=None, Sec_Purpose="prefetch;prerender").status == 403  # not used yet
    assert [guarded.ask(f"/?{parts.query}", Cookie=None).status for _ in range(2)] == [200, 403]


@pytest.mark.parametrize("raw", ["\x1b]0;owned\x07\r\n\r\n", "GET /\x1b[31m HTTP/1.1\r\nHost: x\r\n\r\n"])
def test_nothing_of_a_request_is_printed(raw: str, guarded: Attacked, capfd: pytest.CaptureFixture[str]) -> None:
    """Escape sequences in a terminal (CWE-150), and a terminal full of what strangers do (CWE-117)."""
    guarded.send(raw)
    guarded.ask("/state?brief=%1b%5b31m%0a", Cookie=None, User_Agent="\x9b31m", Upgrade="websocket")
    guarded.ask("/assets/%1b%5d0;owned%07")
    assert capfd.readouterr() == ("", "")
