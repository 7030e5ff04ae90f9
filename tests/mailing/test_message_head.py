"""Fields of messages: what one writes, others read, in lines that no server breaks."""

from __future__ import annotations

import email
from email import policy
from email.header import decode_header, make_header

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.mailing.message_head import (
    address_field,
    checked,
    encoded_words,
    field,
    field_with,
    parameter,
    phrase,
    text_field,
)
from briefs.model.diagnostics import BriefsError

NAMES = [
    "Ó RÍORDÁIN, Seán",
    "PEDULLA'",
    "de LANGE",
    'O"Brien (MP)',
    "back\\slash",
    "=?utf-8?b?QQ==?=",
    "ŞOŞOACĂ",
    "معالي الوزير",
    "王小明",
    "Party, of: <commas>; @ all",
    "x" * 70,
    ".",
]
PRINTABLE = st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), min_size=1, max_size=120)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_read_as_it_was_written(name: str) -> None:
    written = address_field("To", name, "a@b.org")
    read = email.message_from_string(written + "\r\n", policy=policy.default)["to"]
    assert (read.addresses[0].addr_spec, read.defects) == ("a@b.org", ())
    assert read.addresses[0].display_name.replace(" ", "") == name.replace(" ", "")


@given(PRINTABLE)
def test_any_text_survives_in_lines_of_which_none_is_too_long(text: str) -> None:
    text = " ".join(text.split()) or "x"
    written = text_field("Subject", text)
    assert all(len(line) <= 78 for line in written.split("\r\n"))
    assert written.isascii()
    assert str(make_header(decode_header(written.removeprefix("Subject: ").replace("\r\n", "")))) == text


@given(PRINTABLE, st.integers(4, 12))
def test_encoded_words_are_short_and_divide_no_character(text: str, before: int) -> None:
    words = list(encoded_words(text, before))
    assert all(len(word) <= 75 for word in words)
    assert len(words[0]) + before <= 76
    for word in words:
        (piece, charset) = decode_header(word)[0]
        assert isinstance(piece, bytes)
        piece.decode(charset or "ascii")


def test_an_address_without_a_name_stands_alone() -> None:
    assert address_field("To", "", "a@b.org") == "To: a@b.org\r\n"


def test_plain_names_stay_plain() -> None:
    assert phrase("de LANGE", 4) == "de LANGE"
    assert phrase("PEDULLA'", 4) == "PEDULLA'"
    assert phrase('O"B\\C, D', 4) == '"O\\"B\\\\C, D"'


def test_long_plain_subjects_are_broken_between_words() -> None:
    written = text_field("Subject", "word " * 30 + "end")
    assert written.count("\r\n") > 1
    assert written.replace("\r\n ", " ") == f"Subject: {'word ' * 30}end\r\n"


@pytest.mark.parametrize("text", ["a\nb", "a\rb", "a\r\nBcc: x@y.org", "a\0b", "a\x85b", "a\u2028b", "a\x1bb"])
def test_a_line_break_is_refused_without_repeating_the_value(text: str) -> None:
    with pytest.raises(BriefsError) as caught:
        checked(text, "the name in row 3 of list.csv")
    assert str(caught.value) == "the name in row 3 of list.csv has a line break or control character"
    assert text not in caught.value.hint


def test_what_cannot_be_written_is_refused() -> None:
    with pytest.raises(BriefsError, match="the subject has characters that cannot be written"):
        checked("\ud800", "the subject")


@pytest.mark.parametrize(
    "name", ["brief.pdf", 'a"b.pdf', "Bericht für Minister.pdf", "ü" * 90 + ".pdf", "x" * 200, "简报.pdf"]
)
def test_the_name_of_a_file_is_read_as_it_was_written(name: str) -> None:
    written = field_with("Content-Disposition", "attachment", *parameter("filename", name))
    assert written.isascii()
    assert all(len(line) <= 78 for line in written.split("\r\n"))
    for reading in (policy.default, policy.compat32):
        assert email.message_from_string(written + "\r\n", policy=reading).get_filename() == name


def test_a_word_that_is_too_long_for_a_line_stays_whole() -> None:
    assert field("Message-ID", "<" + "x" * 100 + ">") == f"Message-ID: <{'x' * 100}>\r\n"
