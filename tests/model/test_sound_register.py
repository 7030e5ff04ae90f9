"""A register that lists what the program cannot have written is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.model.register import DistributedFile, Message, Register
from briefs.model.sound_register import check_register
from tests.outbox.builders import EDITION, copy, recipient, register

SOUND = register(copy(1, recipient("Ann")), copy(2, recipient("Bo PEDULLA'")), copy(7, None, message=None))
OUTSIDE = [
    "/etc/passwd",
    "../../x.eml",
    "outbox/../x.eml",
    "outbox/a/b.eml",
    "outbox/..",
    "copies/..",
    "copies/.",
    "copies/",
    "copies\\a",
    "copies/a\\b",
    "copies/a\0b",
    "copies/a\nb",
    "copies/\ud800",
    "copies/" + "x" * 300,
    "register.json",
    "",
]


def with_file(path: str = "copies/a.pdf", sha256: str = "ab" * 32, times: int = 1) -> Register:
    return register(copy(1, recipient("Ann"), files=(DistributedFile(path, "pdf", sha256, "cd" * 32),) * times))


def test_what_the_program_writes_is_sound() -> None:
    check_register(SOUND)
    check_register(register())
    check_register(replace(SOUND, signature="SHA256SUMS.p7s", files=with_file("edition/a (1).pdf").copies[0].files))


@pytest.mark.parametrize("path", OUTSIDE)
def test_no_file_lies_outside_of_the_folder(path: str) -> None:
    with pytest.raises(ValueError, match="changed by somebody"):
        check_register(with_file(path))
    with pytest.raises(ValueError, match="changed by somebody"):
        check_register(register(copy(1, recipient("Ann"), message=Message(path, "<1@example.org>", "ab" * 32))))


@pytest.mark.parametrize("signature", ["../x", "/x", "a/b", ".", "..", "a\0"])
def test_the_signature_is_beside_the_checksums(signature: str) -> None:
    with pytest.raises(ValueError, match="changed by somebody"):
        check_register(replace(SOUND, signature=signature))


@pytest.mark.parametrize(
    "wrong",
    [
        register(copy(2, recipient("Ann")), copy(2, recipient("Bo"))),
        register(copy(2, recipient("Ann")), copy(1, recipient("Bo"))),
        register(copy(0, recipient("Ann"))),
        register(copy(10**30, recipient("Ann"))),
        register(copy(1, recipient("Ann"), total=-1)),
        with_file(sha256="../../x"),
        with_file(times=2),
        register(copy(1, recipient("Ann", email="ann@example.org\r\nRCPT TO:<bo@example.org>"))),
        register(copy(1, recipient("Ann\nBcc: bo@example.org"))),
        register(copy(1, recipient("Ann\x1b[2J"))),
        register(edition=replace(EDITION, identifier="HB\nBcc: bo@example.org")),
        register(edition=replace(EDITION, date="yesterday")),
        register(
            *(copy(one, recipient("Ann"), message=Message("outbox/1.eml", "<1@x.org>", "ab" * 32)) for one in (1, 2))
        ),
    ],
)
def test_nothing_else_is_what_the_program_does_not_write(wrong: Register) -> None:
    with pytest.raises(ValueError, match=r"changed by somebody|isoformat"):
        check_register(wrong)
