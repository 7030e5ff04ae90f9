"""Whether a server can take a message is known before it is handed over."""

from __future__ import annotations

import pytest

from briefs.mailing.parcel import Limits, Parcel, envelope_address

PLAIN = Parcel(b"To: a\r\n\r\ntext\r\n", "a@example.org", "b@example.org")
ALL = Limits(1000, takes_8bit=True, takes_utf8=True, tls="TLSv1.3")
FEW = Limits(0, takes_8bit=False, takes_utf8=False, tls="")


@pytest.mark.parametrize(
    ("parcel", "obstacle"),
    [
        (PLAIN, ""),
        (Parcel(b"x" * 1001, "a@example.org", "b@example.org"), "1,001 bytes are too large: the server takes 1,000"),
    ],
)
def test_size_is_limited_if_the_server_says_so(parcel: Parcel, obstacle: str) -> None:
    assert parcel.obstacle(ALL) == obstacle
    assert parcel.obstacle(FEW) == ""


@pytest.mark.parametrize(
    ("parcel", "extension"),
    [
        (Parcel("To: a\r\n\r\n“text”\r\n".encode(), "a@example.org", "b@example.org"), "8BITMIME"),
        (Parcel("To: é\r\n\r\ntext\r\n".encode(), "a@example.org", "b@example.org"), "SMTPUTF8"),
        (Parcel(PLAIN.content, "é@example.org", "b@example.org"), "SMTPUTF8"),
        (Parcel(PLAIN.content, "a@example.org", "é@example.org"), "SMTPUTF8"),
    ],
)
def test_other_letters_need_extensions(parcel: Parcel, extension: str) -> None:
    assert parcel.obstacle(ALL) == ""
    assert extension in parcel.obstacle(FEW)


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("anna@example.org", "anna@example.org"),
        ("anna@straße.example.org", "anna@xn--strae-oqa.example.org"),
        ("é@bücher.example.org", "é@bücher.example.org"),
        ("é", "é"),
    ],
)
def test_only_what_must_be_is_international(address: str, written: str) -> None:
    assert envelope_address(address) == written
