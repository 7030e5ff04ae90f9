"""Attacks by the address that is asked for."""

from __future__ import annotations

import pytest

from tests.preview.attacks.attacked import Attacked, refuses

COOKIE = "Cookie: COOKIE\r\n"


def test_the_page_itself_gets_answers(guarded: Attacked) -> None:
    """Nothing below means anything if this fails."""
    for host in ("127.0.0.1", "localhost"):
        assert guarded.ask("/state", Host=f"{host}:{guarded.port}").status == 200
        written = guarded.write(Host=f"{host}:{guarded.port}", Origin=f"http://{host}:{guarded.port}")
        assert (written.status, written.body) == (200, b"{}")


@pytest.mark.parametrize(
    "host",
    [
        "evil.example:PORT",
        "evil.example",
        "127.0.0.1.nip.io:PORT",
        "localhost.evil.example:PORT",
        "127.0.0.1.:PORT",
        "localhost.:PORT",
        "127.0.0.1",
        "127.0.0.1:80",
        "127.0.0.1:0PORT",
        "user@127.0.0.1:PORT",
        "127.0.0.1:PORT@evil.example",
        "127.0.0.1:PORT, evil.example",
        "127.0.0.1:PORT/",
        "127.1:PORT",
        "2130706433:PORT",
        "0.0.0.0:PORT",
        "[::1]:PORT",
        "[::ffff:127.0.0.1]:PORT",
        "",
    ],
)
def test_another_name_for_this_machine_gets_nothing(host: str, guarded: Attacked, bare: Attacked) -> None:
    """DNS rebinding (CVE-2025-24010 of Vite; CVE-2018-5702 of Transmission): a page of evil.example, whose name leads
    to 127.0.0.1 by now, asks with its own name; and names that a careless comparison takes for ours."""
    assert refuses(guarded, bare, f"GET /state HTTP/1.1\r\nHost: {host}\r\n{COOKIE}\r\n") == 400


def test_a_request_names_one_host(guarded: Attacked, bare: Attacked) -> None:
    """Which of two names counts, two readers can see differently (CWE-444); HTTP/1.0 may leave it out."""
    for hosts in ("Host: 127.0.0.1:PORT\r\nHost: evil.example\r\n", "Host: 127.0.0.1:PORT\r\nhost: 127.0.0.1:PORT\r\n"):
        raw = f"GET /state HTTP/1.1\r\n{hosts}Cookie: COOKIE\r\n\r\n".replace("PORT", str(guarded.port))
        assert guarded.send(raw).status == 400
    assert refuses(guarded, bare, f"GET /state HTTP/1.0\r\n{COOKIE}\r\n") == 400


@pytest.mark.parametrize(
    "target",
    [
        "http://evil.example/state",
        "http://127.0.0.1:PORT/state",
        "//evil.example/state",
        "/assets/../../pyproject.toml",
        "/assets/%2e%2e/%2e%2e/pyproject.toml",
        "/assets/%2e%2e%2fpyproject.toml",
        "/assets/..%5cpyproject.toml",
        "/assets/..\\pyproject.toml",
        "/assets//etc/passwd",
        "/assets/%2fetc%2fpasswd",
        "/assets/%252e%252e%252fpyproject.toml",
        "/assets/preview.js%00.css",
        "/assets/%c0%ae%c0%ae/pyproject.toml",
        "/assets/%ff",
        "/assets/.git",
        "/assets/preview.js/",
        "/assets/preview.js;a=b",
        "/assets/a/b.js",
        "/picture/dev/stdin.png",
        "/@fs/etc/passwd",
        "/state/",
        "/./state",
        "/STATE",
    ],
)
def test_no_path_leads_out_of_the_table(target: str, guarded: Attacked, bare: Attacked) -> None:
    """Path traversal (CWE-22), plainly, encoded, doubly encoded, by NUL, backslash, and overlong UTF-8 (CVE-2001-0333);
    `@fs` is Vite's (CVE-2025-30208). An absolute target names a host that no header names (RFC 9112 §3.2.2)."""
    raw = f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n{COOKIE}\r\n"
    assert refuses(guarded, bare, raw) == 404


@pytest.mark.parametrize(
    "query",
    ["brief=a%0d%0aSet-Cookie:%20x", "brief=%1b%5d0;owned%07", "brief=%c0%ae", "brief=%ff", "a=1&a=2", "b=%c2%9b31m"],
)
def test_no_query_smuggles_lines_or_escapes(query: str, guarded: Attacked, bare: Attacked) -> None:
    """Splitting of headers (CWE-113), escape sequences for the terminal (CWE-150), bytes that are no text, and one name
    with two values (CWE-235)."""
    assert refuses(guarded, bare, f"GET /state?{query} HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n{COOKIE}\r\n") == 400


def test_a_megabyte_of_address_is_cut_off(guarded: Attacked) -> None:
    """Memory by one long line (CWE-770)."""
    assert guarded.ask("/state?" + "a" * 1_000_000).status in (0, 400, 431)  # 0: cut off while it was sent
    assert guarded.ask("/state?" + "a" * 17_000).status in (400, 431)
    assert guarded.ask(**{f"X_{number}": "a" * 1000 for number in range(40)}).status in (400, 431)
    assert guarded.ask("/state?brief=" + "a" * 2000).status == 200
