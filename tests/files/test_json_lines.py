"""Files of a JSON object a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.files.json_lines import dump_json_lines, read_json_lines
from briefs.model.diagnostics import DocumentError


def test_what_is_written_is_read_again_with_the_numbers_of_lines(tmp_path: Path) -> None:
    values = [{"words": "a “b” é"}, {"words": "a line\u2028parted"}]
    path = tmp_path / "some.lock"
    path.write_bytes(dump_json_lines(values))
    assert read_json_lines(path, "some.lock") == [(1, values[0]), (2, values[1])]


def test_a_line_that_is_no_object_has_no_fields(tmp_path: Path) -> None:
    path = tmp_path / "some.lock"
    path.write_text('{"a": 1}\n\n<<<<<<< HEAD\n[1]\n' + "[" * 100_000 + "\n", encoding="utf-8")
    assert read_json_lines(path, "some.lock") == [(1, {"a": 1}), (3, None), (4, None), (5, None)]


def test_there_may_be_no_file(tmp_path: Path) -> None:
    assert read_json_lines(tmp_path / "some.lock", "some.lock") is None


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "some.lock"
    path.write_text("")

    def refuse(*of: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("briefs.files.bounded_reading.read_file", refuse)
    with pytest.raises(DocumentError, match=r"some\.lock: error: it cannot be read: Permission denied"):
        read_json_lines(path, "some.lock")
