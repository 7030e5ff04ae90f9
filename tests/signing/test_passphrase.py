"""Pass phrases come from the environment, a file descriptor or a prompt."""

from __future__ import annotations

import os

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.signing.passphrase import read_passphrase


def descriptor_of(content: bytes) -> int:
    reading, writing = os.pipe()
    os.write(writing, content)
    os.close(writing)
    return reading


def asked(prompt: str) -> str:
    return f"typed for {prompt}"


@pytest.mark.parametrize(
    ("content", "read"),
    [
        (b"two words\n", "two words"),
        (b"two words\r\n", "two words"),
        ("Straße".encode(), "Straße"),
        (b" space \n\n", " space \n"),
        (b"", ""),
    ],
)
def test_a_descriptor_comes_first(content: bytes, read: str) -> None:
    descriptor = descriptor_of(content)
    assert read_passphrase("", descriptor, asked, {"BRIEFS_PASSPHRASE": "other"}) == read
    os.close(descriptor)


def test_then_the_environment_and_then_a_prompt() -> None:
    assert read_passphrase("", None, asked, {"BRIEFS_PASSPHRASE": " as is "}) == " as is "
    assert read_passphrase("key.p12: ", None, asked, {}) == "typed for key.p12: "


def test_where_nobody_can_be_asked_it_says_how_to_give_it() -> None:
    with pytest.raises(BriefsError, match="needs its pass phrase") as told:
        read_passphrase("", None, None, {})
    assert "BRIEFS_PASSPHRASE" in told.value.hint
    assert "--passphrase-fd" in told.value.hint


@pytest.mark.parametrize("descriptor", [987, -1, 2**40])
def test_a_descriptor_that_is_not_open_is_told(descriptor: int) -> None:
    with pytest.raises(BriefsError, match=f"cannot be read from file descriptor {descriptor}"):
        read_passphrase("", descriptor)


def test_what_is_no_pass_phrase_is_told() -> None:
    for content, said in ((b"\xff\xfe", "is not UTF-8"), (b"x" * 5000, "more than a pass phrase")):
        descriptor = descriptor_of(content)
        with pytest.raises(BriefsError, match=said):
            read_passphrase("", descriptor)
        os.close(descriptor)
