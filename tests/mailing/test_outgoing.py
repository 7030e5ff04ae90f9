"""What is sent is what the register lists, and nothing else."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from briefs.mailing.outgoing import named_copies, outgoing
from briefs.model.diagnostics import BriefsError
from briefs.model.recipient import Recipient
from briefs.model.register import Message, Register
from tests.mailing.outboxes import recipients, write_distribution

TO = b"To: Anna <R1@example.org>"


def with_message(register: Register, **changed: str) -> Register:
    """The register with a changed message of its first copy."""
    first = register.copies[0]
    assert first.message is not None
    return replace(register, copies=(replace(first, message=replace(first.message, **changed)), *register.copies[1:]))


def test_those_with_an_address_have_a_message(tmp_path: Path) -> None:
    given = [*recipients(2), Recipient("Nobody", "ministers")]
    register = write_distribution(tmp_path, given)
    found = outgoing(tmp_path, register)
    assert [(one.copy, one.total, one.recipient.email) for one in found] == [
        (1, 3, "r1@example.org"),
        (2, 3, "r2@example.org"),
    ]
    assert found[0].size == (tmp_path / "outbox/0001.eml").stat().st_size
    forgotten = replace(register, copies=tuple(replace(one, recipient=None) for one in register.copies))
    assert outgoing(tmp_path, forgotten) == ()


def test_a_draft_goes_only_to_those_who_clear_it(tmp_path: Path) -> None:
    draft = write_distribution(tmp_path, recipients(2), "draft")
    with pytest.raises(BriefsError, match="is a draft, and copies 1, 2 would go to somebody who does not clear it"):
        outgoing(tmp_path, draft)
    assert len(outgoing(tmp_path, write_distribution(tmp_path, recipients(2, clears=True), "draft"))) == 2


@pytest.mark.parametrize("path", ["../secret.eml", "/etc/passwd", "outbox\\0001.eml"])
def test_nothing_outside_of_the_folder_is_sent(tmp_path: Path, path: str) -> None:
    register = with_message(write_distribution(tmp_path, recipients(1)), path=path)
    with pytest.raises(BriefsError, match="outside of this folder"):
        outgoing(tmp_path, register)


def test_a_message_that_is_not_there_or_another_is_told(tmp_path: Path) -> None:
    register = write_distribution(tmp_path, recipients(1))
    (one,) = outgoing(tmp_path, register)
    path = tmp_path / "outbox/0001.eml"
    path.write_bytes(path.read_bytes() + b"more")
    with pytest.raises(BriefsError, match="is not the message that the register lists"):
        one.parcel("chair@example.org")
    path.unlink()
    with pytest.raises(BriefsError, match="cannot be read: No such file"):
        one.parcel("chair@example.org")
    with pytest.raises(BriefsError, match="cannot be read: No such file"):
        outgoing(tmp_path, register)


@pytest.mark.parametrize(
    "address", ["a@example.org>\r\nRCPT TO:<b@example.org", "a b@example.org", "a\x00@example.org"]
)
def test_an_address_cannot_hold_another_command(tmp_path: Path, address: str) -> None:
    register = write_distribution(tmp_path, recipients(1))
    (one,) = outgoing(tmp_path, register)
    with pytest.raises(BriefsError, match="copy 1 has an address that is none"):
        replace(one, recipient=replace(one.recipient, email=address)).parcel("chair@example.org")


@pytest.mark.parametrize(
    ("file", "sent"),
    [
        (TO + b"\r\nX-Unsent: 1\r\nSubject: b\r\n\r\nX-Unsent: 1\r\n", TO + b"\r\nSubject: b\r\n\r\nX-Unsent: 1\r\n"),
        (b"x-unsent: 1\r\n folded\r\n" + TO + b"\r\n\r\n", TO + b"\r\n\r\n"),
        (TO + b"\nX-Unsent: 1\n\nb\n.\nc\r", TO + b"\r\n\r\nb\r\n.\r\nc\r\n"),
    ],
)
def test_what_makes_it_open_as_a_draft_is_not_sent(tmp_path: Path, file: bytes, sent: bytes) -> None:
    register = write_distribution(tmp_path, recipients(1))
    (tmp_path / "outbox/0001.eml").write_bytes(file)
    (one,) = outgoing(tmp_path, register)
    one = replace(one, message=Message("outbox/0001.eml", "<a@b>", hashlib.sha256(file).hexdigest()))
    assert one.parcel("chair@example.org").content == sent


@pytest.mark.parametrize(
    ("to", "is_right"),
    [
        ("r1@example.org", True),
        ("=?utf-8?q?=C3=93?= <r1@EXAMPLE.org>", True),
        ("r2@example.org", False),
        ("r1@example.org, r2@example.org", False),
        ("undisclosed-recipients:;", False),
        ("", False),
    ],
)
def test_a_message_to_somebody_else_is_not_sent(tmp_path: Path, to: str, is_right: bool) -> None:
    register = write_distribution(tmp_path, recipients(1))
    file = f"To: {to}\r\n\r\ntext\r\n".encode()
    (tmp_path / "outbox/0001.eml").write_bytes(file)
    (one,) = outgoing(tmp_path, register)
    one = replace(one, message=Message("outbox/0001.eml", "<a@b>", hashlib.sha256(file).hexdigest()))
    if is_right:
        assert one.parcel("chair@example.org").address == "r1@example.org"
    else:
        with pytest.raises(BriefsError, match=r"0001\.eml is addressed to somebody else than copy 1 is for"):
            one.parcel("chair@example.org")


def test_copies_are_named() -> None:
    assert named_copies([3]) == "copy 3"
    assert named_copies(list(range(1, 10))) == "copies 1, 2, 3, 4, 5, 6 and 3 more"
