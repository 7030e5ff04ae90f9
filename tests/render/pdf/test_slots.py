"""Content can be put into a stream without changing its length, and readers unpack it."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.render.pdf.slots import Slot


@given(st.binary(max_size=40), st.binary(max_size=3000))
def test_what_is_put_in_is_unpacked_before_what_stays(content: bytes, rest: bytes) -> None:
    slot = Slot.of(40, rest)
    assert zlib.decompress(slot.stream(content)) == content.ljust(40) + rest


def test_streams_of_a_slot_have_one_length_and_differ_only_in_content_and_checksum() -> None:
    slot = Slot.of(6, b"stays " * 100)
    short, long = slot.stream(b"a"), slot.stream(b"abcdef")
    assert len(short) == len(long) < 60
    assert short[len(slot.before) + 6 : -4] == long[len(slot.before) + 6 : -4] == slot.tail


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="7 bytes do not fit into a slot of 6"):
        Slot.of(6).padded(b"abcdefg")
    with pytest.raises(ValueError, match="more than a block of deflate holds"):
        Slot.of(1 << 16)
