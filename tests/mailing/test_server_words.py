"""What servers say is kept in one line, without addresses."""

from __future__ import annotations

import pytest

from briefs.mailing.server_words import LONGEST, without_addresses


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (b"2.0.0 Ok: queued as 4F1", "2.0.0 Ok: queued as 4F1"),
        (b"5.1.1 <anna@example.org>:\nuser unknown", "5.1.1 …: user unknown"),
        ('no such user "Anna B"@example.org here', "no such user … here"),
        ("RCPT TO:<josé@bücher.example> failed, josé@bücher.example; gone", "RCPT TO:… failed, …; gone"),
        (b"\xff\x1b[31mred", "��[31mred"),
        ("a@b", "…"),
        ("@ 10 messages", "@ 10 messages"),
    ],
)
def test_addresses_are_left_out(said: bytes | str, kept: str) -> None:
    assert without_addresses(said) == kept


def test_long_words_are_cut() -> None:
    assert without_addresses("x" * 1000) == "x" * (LONGEST - 1) + "…"


def test_of_very_long_words_the_first_ones_are_read_and_no_part_of_an_address_is_left() -> None:
    said = "gone " * 10 + "anna." * 1000 + "maria@example.org"
    assert without_addresses(said) == "gone " * 10 + "…"
    assert without_addresses("a." * 200_000 + "@") == " …"
