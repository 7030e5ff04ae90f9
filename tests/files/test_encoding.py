from __future__ import annotations

from pathlib import Path

import pytest

from briefs.files.encoding import decode
from briefs.files.yaml import load_yaml
from briefs.model.diagnostics import DocumentError


def test_what_is_not_utf_8_is_named_with_line_and_byte() -> None:
    with pytest.raises(DocumentError) as caught:
        decode(b"a: b\nc: caf\xe9\n", "seeds/x/report.yaml")
    assert str(caught.value) == (
        "seeds/x/report.yaml:2: error: byte 7 of the line (0xe9) is not UTF-8 [file-encoding]\n"
        "  hint: save the file with the encoding UTF-8"
    )


def test_the_code_is_that_of_the_kind_of_file() -> None:
    with pytest.raises(DocumentError, match=r"^report\.txt:1: .* \[report-encoding\]"):
        decode(b"\xff", "report.txt", "report-encoding")


def test_a_byte_order_mark_is_not_part_of_the_text(tmp_path: Path) -> None:
    assert decode(b"\xef\xbb\xbfa: b\n", "a.yaml") == "a: b\n"
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbfa: b\n")
    assert load_yaml(tmp_path / "a.yaml", "a.yaml")[0] == {"a": "b"}
