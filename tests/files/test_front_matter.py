from __future__ import annotations

from pathlib import Path

import pytest

from briefs.files.front_matter import parse_front_matter, read_front_matter
from briefs.model.block_fields import Model
from briefs.model.diagnostics import BriefsError, DocumentError


class Letter(Model):
    to: str
    copies: int = 0


def test_front_matter_and_body_know_their_lines() -> None:
    file = parse_front_matter("--- \n# a remark\nto: A\n\ncopies: 2\n---\t\nDear A\n---\n", "a.md", Letter, "a letter")
    assert (file.front, file.body, file.first_line) == (Letter(to="A", copies=2), "Dear A\n---\n", 7)
    assert [file.lines.line((name,)) for name in ("to", "copies", "from")] == [3, 5, 2]


def test_a_file_of_windows_is_read_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbf---\r\nto: A\r\n---\r\nDear A\r\n")
    file = read_front_matter(tmp_path / "a.md", "a.md", Letter, "a letter")
    assert (file.front.to, file.body, file.first_line) == ("A", "Dear A\n", 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dear A\n",
            "a.md:1: error: there is no front matter [front-matter]\n"
            "  hint: a letter begins with a line ---, one field per line, and another line ---",
        ),
        (
            "---\nto: A\n",
            "a.md:3: error: the front matter is not closed [front-matter]\n"
            "  hint: write a line --- below the last field",
        ),
        (
            "---\nto: A\n\n## Dear A\n",
            "a.md:4: error: the front matter is not closed [front-matter]\n"
            "  hint: write a line --- above this one, below the last field",
        ),
        (
            "---\nto: A\n—\nDear A\n",
            "a.md:3: error: the front matter is not closed [front-matter]\n"
            "  hint: write three hyphens here and nothing else: ---",
        ),
        (
            "\n---\nto: A\n---\n",
            "a.md:2: error: the line --- must be the first of the file [front-matter]\n  hint: remove what is above it",
        ),
        (
            "—\nto: A\n---\n",
            'a.md:1: error: the front matter begins with "—", not with three hyphens [front-matter]\n'
            "  hint: write ---; word processors turn hyphens into dashes",
        ),
        (
            "to: A\n---\n",
            "a.md:1: error: there is no line --- above the first field [front-matter]\n"
            "  hint: a letter begins with a line ---, one field per line, and another line ---",
        ),
        (
            "---\n---\n",
            'a.md:2: error: required field "to" is missing [field-missing]\n  hint: fields allowed here: to, copies',
        ),
        (
            "---\nto: A\ncopys: 1\n---\n",
            'a.md:3: error: unknown field "copys" [field-unknown]\n  hint: did you mean "copies"?\n    copies: 1',
        ),
        (
            "---\nto: A: B\n---\n",
            "a.md:2: error: a text with a colon and a space after it must be in quotation marks [yaml-syntax]\n"
            '  hint: put the text in quotation marks\n    to: "A: B"',
        ),
    ],
)
def test_what_is_wrong_is_reported_with_its_line(text: str, expected: str) -> None:
    with pytest.raises(DocumentError) as caught:
        parse_front_matter(text, "a.md", Letter, "a letter")
    assert str(caught.value) == expected


def test_a_file_that_is_not_utf_8_is_reported_with_line_and_byte(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"---\nto: \xff")
    with pytest.raises(DocumentError, match=r"a\.md:2: error: byte 5 of the line \(0xff\) is not UTF-8"):
        read_front_matter(tmp_path / "a.md", "a.md", Letter, "a letter")


def test_a_file_that_cannot_be_opened_is_a_matter_of_the_environment(tmp_path: Path) -> None:
    with pytest.raises(BriefsError, match=r"cannot read a\.md: No such file"):
        read_front_matter(tmp_path / "a.md", "a.md", Letter, "a letter")
