"""Attacks by requests of odd shapes."""

from __future__ import annotations

from contextlib import suppress

import pytest

from tests.preview.attacks.attacked import Attacked, first_answer, refuses

HEADERS = "Host: 127.0.0.1:PORT\r\nCookie: COOKIE\r\n"
INNER = "GET /smuggled HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


@pytest.mark.parametrize("method", ["TRACE", "OPTIONS", "PUT", "DELETE", "PATCH", "HEAD", "PROPFIND", "get"])
def test_no_other_methods(method: str, guarded: Attacked, bare: Attacked) -> None:
    """Cross-site tracing (CWE-693), and methods that nobody thinks of."""
    assert refuses(guarded, bare, f"{method} /state HTTP/1.1\r\n{HEADERS}\r\n") == 405


def test_it_is_no_proxy(guarded: Attacked) -> None:
    """CONNECT to another machine through ours (CWE-441)."""
    assert guarded.send("CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n").status == 400


def test_no_websocket(guarded: Attacked, bare: Attacked) -> None:
    """CVE-2025-24010: WebSockets know no same-origin rule. Here there are none."""
    upgrade = (
        f"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {'A' * 22}==\r\n"
    )
    assert refuses(guarded, bare, f"GET /events HTTP/1.1\r\n{HEADERS}{upgrade}\r\n") == 400
    assert refuses(guarded, bare, f"GET /state HTTP/1.1\r\n{HEADERS}Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n") == 400


@pytest.mark.parametrize(
    "lengths",
    [
        "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n",
        "Content-Length: 2\r\nContent-Length: 90\r\n",
        "Content-Length: 2, 90\r\n",
        "Content-Length: +2\r\n",
        "Content-Length: -1\r\n",
        "Content-Length: 0x2\r\n",
        "Transfer-Encoding: chunked, identity\r\n",
        "Transfer-Encoding: xchunked\r\n",
        "Transfer-Encoding : chunked\r\n",
        " Transfer-Encoding: chunked\r\n",
    ],
)
def test_nothing_is_smuggled_behind_a_request(lengths: str, guarded: Attacked) -> None:
    """Request smuggling (CWE-444): where one reader sees the end of a request, another sees the next one."""
    guarded.reached.clear()
    head = f"POST /save HTTP/1.1\r\nX-Preview-Key: {guarded.access.key}\r\nOrigin: {guarded.origin}\r\n"
    raw = f"{head}Content-Type: application/json\r\n{HEADERS}{lengths}\r\n0\r\n\r\n{INNER}"
    answer = guarded.send(raw.replace("PORT", str(guarded.port)).replace("COOKIE", guarded.access.cookie))
    assert answer.status in (400, 403)
    assert guarded.reached == []


def test_a_get_has_no_body(guarded: Attacked, bare: Attacked) -> None:
    """A body that one reader skips and another takes for the next request (CWE-444)."""
    for lengths in (
        f"Content-Length: {len(INNER)}\r\n",
        "Content-Length: 00\r\n",
        "Transfer-Encoding: chunked\r\n\r\n0\r\n",
    ):
        assert refuses(guarded, bare, f"GET /state HTTP/1.1\r\n{HEADERS}{lengths}\r\n{INNER}") == 400


def test_rubbish_behind_a_request_ends_the_connection(guarded: Attacked, capfd: pytest.CaptureFixture[str]) -> None:
    """Bytes that are no HTTP, behind a good request or one that is refused: an unhandled error in the server would
    fill the terminal (CWE-755)."""
    for cookie in (guarded.access.cookie, "none"):
        with guarded.connection() as connection:
            head = f"GET /state HTTP/1.1\r\n{HEADERS}\r\n".replace("PORT", str(guarded.port)).replace("COOKIE", cookie)
            connection.sendall(head.encode() + b"\x00\x01 rubbish\r\n\r\n" * 3)
            assert first_answer(connection).status == (403 if cookie == "none" else 200)
            with suppress(ConnectionError):
                while connection.recv(1000):
                    pass
    assert guarded.ask().status == 200
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("cookie", ["COOKIE", "none"])
def test_rubbish_as_a_body_is_answered_once(cookie: str, guarded: Attacked, capfd: pytest.CaptureFixture[str]) -> None:
    """A body that breaks the rules while the request is being answered: two answers, or an error in the terminal."""
    coding = "Transfer-Encoding: chunked\r\nContent-Type: application/json\r\n"
    head = (
        f"POST /save HTTP/1.1\r\n{HEADERS}{coding}Origin: {guarded.origin}\r\nX-Preview-Key: {guarded.access.key}\r\n"
    )
    raw = f"{head}\r\nno chunk\r\n".replace("COOKIE", cookie).replace("PORT", str(guarded.port))
    guarded.reached.clear()
    with guarded.connection() as connection:
        connection.sendall(raw.replace("COOKIE", guarded.access.cookie).encode())
        answer = first_answer(connection)
        assert answer.status == 400
        assert connection.recv(1000) == b""
    assert guarded.reached == []
    assert guarded.ask().status == 200
    assert capfd.readouterr().err == ""


def test_the_guard_trusts_no_proxy(guarded: Attacked) -> None:
    """Headers by which a request says where it comes from, or where it meant to go (CWE-348)."""
    for name in ("X-Forwarded-Host", "X-Forwarded-For", "Forwarded", "X-Original-URL", "X-Rewrite-URL"):
        answer = guarded.ask("/state", Host="evil.example", **{name: f"127.0.0.1:{guarded.port}"})
        assert answer.status == 400
    assert guarded.ask("/state", X_Forwarded_For="192.0.2.1").headers["x-client"] == "127.0.0.1"
