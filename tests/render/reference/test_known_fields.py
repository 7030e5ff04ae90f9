"""Which fields may stay in headers."""

from __future__ import annotations

import pytest

from briefs.render.reference.known_fields import is_known_field, keep_known_fields
from briefs.word.elements import qn
from tests.render.reference.letterheads import field, header, line, words

KNOWN = [" PAGE ", "page", r"PAGE  \* MERGEFORMAT", r"PAGE \* roman \* MERGEFORMAT", r'NUMPAGES \# "0"', "SECTIONPAGES"]
KNOWN += [r"TITLE  \* MERGEFORMAT", "STYLEREF Title", r'DOCPROPERTY "Title" \* MERGEFORMAT', "AUTHOR"]
UNKNOWN = [
    "",
    "DDE x",
    "PAGE x",
    "TITLE x",
    "STYLEREF Normal",
    "DOCPROPERTY Company",
    r"PAGE \* x",
    "IF 1 = 1",
    "P" * 500,
]
UNKNOWN += [r'DOCPROPERTY "Title" DDE', "= 1", "QUOTE 65", r'INCLUDETEXT "x"', "FILENAME", r'STYLEREF "Title" "\\x"']


@pytest.mark.parametrize("code", KNOWN)
def test_page_numbers_and_properties_are_known(code: str) -> None:
    assert is_known_field(code)
    root = header(line(field(code, "1")))
    assert keep_known_fields(root) == []
    assert len(list(root.iter(qn("w:fldChar")))) == 3


@pytest.mark.parametrize("code", UNKNOWN)
def test_no_other_is(code: str) -> None:
    assert not is_known_field(code)
    root = header(line(words("before "), field(code, "shown"), words(" after")))
    assert keep_known_fields(root) == [code.split()[0][:40] if code else "a broken field"]
    assert [each.text for each in root.iter(qn("w:t"))] == ["before ", " after"]
    assert not list(root.iter(qn("w:fldChar"), qn("w:instrText")))
