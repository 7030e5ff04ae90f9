"""Parts are in UTF-8 or UTF-16, without a declaration of a type."""

from __future__ import annotations

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.word.part_text import in_utf8

XML = '<?xml version="1.0" encoding="{}"?>{}<a>ü</a>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_parts_are_in_utf_8(encoding: str) -> None:
    name = "UTF-16" if "16" in encoding else "UTF-8"
    made = in_utf8(XML.format(name, "").encode(encoding), "it")
    assert "<a>ü</a>".encode() in made
    assert b"UTF-16" not in made


@pytest.mark.parametrize("encoding", ["utf-7", "utf-32", "cp037", "latin-1"])
def test_no_other_encoding_is_read(encoding: str) -> None:
    with pytest.raises(ValueError, match="neither in UTF-8 nor in UTF-16"):
        in_utf8(XML.format(encoding, "<!DOCTYPE a>").encode(encoding), "it")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_declarations_are_refused(encoding: str) -> None:
    with pytest.raises(BriefsError, match="it has a document type declaration"):
        in_utf8(XML.format(encoding, '<!DOCTYPE a [<!ENTITY b "c">]>').encode(encoding), "it")
