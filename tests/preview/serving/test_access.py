"""Who may use a preview: links, cookies and keys."""

from __future__ import annotations

from urllib.parse import urlsplit

from briefs.preview.serving.access import Access

ACCESS = Access(8123)


def query_of(link: str) -> bytes:
    """The query of a link, as a server gets it."""
    return urlsplit(link).query.encode()


def test_the_link_opens_the_preview_as_often_as_one_likes() -> None:
    assert ACCESS.link.startswith("http://127.0.0.1:8123/?token=")
    assert [ACCESS.token_fits(query_of(ACCESS.link)) for _ in range(2)] == [True, True]


def test_a_link_for_opening_a_browser_works_once() -> None:
    query = query_of(ACCESS.link_for_opening())
    assert [ACCESS.token_fits(query) for _ in range(2)] == [True, False]


def test_no_other_token_fits() -> None:
    right = query_of(ACCESS.link)
    for wrong in (
        b"",
        b"token=",
        b"token",
        right[:-1],
        right + b"A",
        right + b"&" + right,
        b"x" + right,
        b"token=\xff%ff",
    ):
        assert not ACCESS.token_fits(wrong), wrong


def test_a_cookie_fits_among_others_also_of_its_name() -> None:
    tossed = ACCESS.cookie.partition("=")[0] + "=tossed"
    assert ACCESS.cookie_fits([f"{tossed}; theme=dark; {ACCESS.cookie}".encode()])
    assert not ACCESS.cookie_fits([f"{tossed}; theme=dark; x{ACCESS.cookie}; {ACCESS.cookie}x".encode("latin-1")])
    assert not ACCESS.cookie_fits([b"\xff"])


def test_the_secrets_differ_and_are_new_each_time() -> None:
    secrets = [
        secret
        for one in (ACCESS, Access(8123))
        for secret in (one.link.partition("=")[2], one.cookie.partition("=")[2], one.key)
    ]
    assert len(set(secrets)) == 6
    assert all(len(secret) >= 43 for secret in secrets)  # 256 bits in base64


def test_one_key_fits_and_never_two() -> None:
    key = ACCESS.key.encode()
    assert ACCESS.key_fits([key])
    assert not ACCESS.key_fits([])
    assert not ACCESS.key_fits([key, key])
    assert not ACCESS.key_fits([key + b"\xe9"])
