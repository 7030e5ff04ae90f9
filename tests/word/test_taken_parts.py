"""How parts of strangers are called."""

from __future__ import annotations

import pytest

from briefs.word.taken_parts import REMOTE, SEVERAL, kind_in_words


@pytest.mark.parametrize("name", ["word/media/figure1.png", "word/media/logo.png", "word/media/x.emf", "word/x.png"])
def test_no_picture_keeps_a_name_of_ours_or_of_another_kind(name: str) -> None:
    pattern, other, _ = SEVERAL["image"]
    assert not pattern.fullmatch(name)
    assert pattern.fullmatch(other.format(1))
    assert pattern.fullmatch("word/media/image1.png")


def test_kinds_are_named_in_words() -> None:
    assert kind_in_words("oleObject") == "an object of another program"
    assert kind_in_words("odd") == 'a part of another kind ("odd")'


@pytest.mark.parametrize("address", ["https://x/a.dotx", r"\\server\a.dotx", "file://server/a.dotx"])
def test_addresses_on_other_computers_are_known(address: str) -> None:
    assert REMOTE.match(address)
    assert not REMOTE.match("file:///C:/Templates/a.dotx")
