"""Attacks from pages of other sites that the person has open, and from other ports of this machine."""

from __future__ import annotations

import pytest

from tests.preview.attacks.attacked import CARELESS, Attacked, refuses

FORM_TYPES = ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "", "text/json")
WRITING = "Host: 127.0.0.1:PORT\r\nCookie: COOKIE\r\nContent-Length: 2\r\n"


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "http://127.0.0.1:1",
        "http://127.0.0.1",
        "https://127.0.0.1:PORT",
        "http://localhost:PORT",
        "http://127.0.0.1:PORT.evil.example",
        "http://127.0.0.1:PORT/",
        "http://127.0.0.1:PORT http://evil.example",
        "null",
        "file://",
        "",
    ],
)
def test_other_origins_neither_read_nor_write(origin: str, guarded: Attacked, bare: Attacked) -> None:
    """Cross-site requests (CWE-352): fetch of another site, of another port of this machine (which gets the cookie
    along: sites have no ports), and of a sandboxed frame or a file, whose origin is `null`."""
    headers = f"{WRITING}Origin: {origin}\r\nContent-Type: application/json\r\n"
    assert refuses(guarded, bare, f"POST /save HTTP/1.1\r\n{headers}\r\n{{}}") == 403
    assert guarded.write(Origin=origin.replace("PORT", str(guarded.port))).status == 403
    assert guarded.ask("/state", Origin=origin.replace("PORT", str(guarded.port))).status == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none", "", "same-origin, cross-site"])
def test_without_an_origin_only_the_browser_can_vouch(site: str, guarded: Attacked) -> None:
    """A write without Origin must say that it comes from our page (Fetch Metadata). `same-site` is another port;
    `none` is what a person typed, by which nothing is written."""
    assert guarded.write(Origin=None, Sec_Fetch_Site=site).status == 403
    assert guarded.write(Origin=None).status == 403
    assert guarded.write(Origin=None, Sec_Fetch_Site="same-origin").status == 200


@pytest.mark.parametrize("content_type", FORM_TYPES)
def test_a_form_writes_nothing(content_type: str, guarded: Attacked, bare: Attacked) -> None:
    """Forms of another site can be sent without asking (CORS protocol, simple requests), and look like JSON if they
    are made for it (`name='{"a":"' value='"}'`)."""
    headers = f"{WRITING}Origin: http://evil.example\r\nContent-Type: {content_type}\r\n"
    assert refuses(guarded, bare, f"POST /save HTTP/1.1\r\n{headers}\r\n{{}}") == 403
    assert guarded.write(Content_Type=content_type).status == 415


def test_writing_takes_the_key_of_the_page(guarded: Attacked) -> None:
    """Another port of this machine gets our cookie (RFC 6265 §8.5), and a program there can send any header with it;
    what it cannot have is the key."""
    cookie, token = guarded.access.cookie.partition("=")[2], guarded.access.link.partition("=")[2]
    for key in (None, "", "x", cookie, token, guarded.access.key[:-1], f"{guarded.access.key}, {guarded.access.key}"):
        assert guarded.write(X_Preview_Key=key).status == 403, key
    assert guarded.access.key.encode() not in guarded.ask("/").body


def test_a_page_of_another_site_cannot_show_or_load_ours(guarded: Attacked) -> None:
    """Clickjacking (CWE-1021), and inclusion as a picture, script or frame (XSSI, CWE-829)."""
    for site in ("cross-site", "same-site", "x"):
        for destination in ("image", "script", "iframe", "empty", "document"):
            answer = guarded.ask("/state", Sec_Fetch_Site=site, Sec_Fetch_Dest=destination)
            assert answer.status == 403, (site, destination)
        assert guarded.ask("/", Sec_Fetch_Site=site, Sec_Fetch_Dest="iframe").status == 403
        assert guarded.ask("/", Sec_Fetch_Site=site, Sec_Fetch_Dest="document").status == 200  # a link to it


def test_every_answer_closes_the_door_to_other_origins(guarded: Attacked, bare: Attacked) -> None:
    """CVE-2025-24010: a server that is open by CORS. Here not even an app that wants to be is."""
    for answer in (guarded.ask("/state"), guarded.ask("/"), guarded.ask("/none%"), guarded.ask("/state", Cookie=None)):
        assert not any(name.startswith("access-control-") for name in answer.headers)
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
        assert answer.headers["cross-origin-opener-policy"] == "same-origin"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "no-store"
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert "unsafe" not in answer.headers["content-security-policy"]
    assert {name.lower(): value for name, value in CARELESS.items()}.items() <= bare.ask("/state").headers.items()


def test_only_pictures_are_kept_and_only_the_brief_is_framed(guarded: Attacked) -> None:
    """What stays on disk of a confidential brief, other users and backups may find (CWE-525)."""
    assert guarded.ask("/picture/0a1b.png").headers["cache-control"] == "private, max-age=31536000, immutable"
    assert guarded.ask("/frame").headers["cache-control"] == "no-store"
    frame = guarded.ask("/frame").headers["content-security-policy"]
    assert "default-src 'none'" in frame
    assert "script-src 'none'" in frame
    assert "frame-ancestors 'self'" in frame
    assert "sandbox" in frame


def test_a_preflight_is_not_answered(guarded: Attacked, bare: Attacked) -> None:
    """Before another origin may send JSON or our header, browsers ask by OPTIONS (CORS protocol)."""
    asked = "Origin: http://evil.example\r\nAccess-Control-Request-Method: POST\r\n"
    assert refuses(guarded, bare, f"OPTIONS /save HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n{asked}\r\n") == 405


def test_reading_has_no_effect(guarded: Attacked) -> None:
    """A picture or a link of another site can make a browser GET anything (CWE-352): what writes is no GET. That the
    routes keep to this, tests/preview/serving tests."""
    for target in ("/save", "/candidate", "/decide", "/build"):
        answer = guarded.ask(target, X_HTTP_Method_Override="POST", Content_Length="2")
        assert answer.status == 400  # a GET with a body
