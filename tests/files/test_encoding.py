from __future__ import annotations

from pathlib import Path

import pytest

from briefs.files.encoding import decode, plain_line_ends
from briefs.files.yaml import load_yaml
from briefs.model.diagnostics import DocumentError


def test_what_is_not_utf_8_is_named_with_line_and_byte() -> None:
    with pytest.raises(DocumentError) as caught:
        decode(b"a: b\nc: caf\xe9\n", "seeds/x/report.yaml")
    assert str(caught.value) == (
        "seeds/x/report.yaml:2: error: byte 7 of the line (0xe9) is not UTF-8 [file-encoding]\n"
        "  hint: save the file with the encoding UTF-8; it seems to be saved as Windows-1252 (ANSI), in which this is "
        '"é" in "café"'
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_of_two_bytes_a_letter_is_named_as_such(encoding: str) -> None:
    with pytest.raises(DocumentError) as caught:
        decode("kind: fact\n".encode(encoding), "a.yaml")
    assert str(caught.value) == (
        "a.yaml:1: error: the file is saved as UTF-16, not as UTF-8 [file-encoding]\n"
        "  hint: save the file with the encoding UTF-8; Notepad calls UTF-16 Unicode"
    )


def test_a_byte_that_means_nothing_is_only_named() -> None:
    with pytest.raises(DocumentError, match=r"\(0x81\) is not UTF-8.*\n.*encoding UTF-8$"):
        decode(b"a: \x81", "a.yaml")


def test_no_word_of_a_file_about_people_is_quoted() -> None:
    with pytest.raises(DocumentError, match=r"is not UTF-8 \[file-encoding\]\n  hint: .*encoding UTF-8$"):
        decode("name: Öst".encode("cp1252"), "a.yaml", quoting=False)


def test_lines_end_alike() -> None:
    assert plain_line_ends("a\r\nb\rc\n") == "a\nb\nc\n"


def test_the_code_is_that_of_the_kind_of_file() -> None:
    with pytest.raises(DocumentError, match=r"^report\.txt:1: .* \[report-encoding\]"):
        decode(b"\xff", "report.txt", "report-encoding")


def test_a_byte_order_mark_is_not_part_of_the_text(tmp_path: Path) -> None:
    assert decode(b"\xef\xbb\xbfa: b\n", "a.yaml") == "a: b\n"
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbfa: b\n")
    assert load_yaml(tmp_path / "a.yaml", "a.yaml")[0] == {"a": "b"}
