"""The register as a table."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from briefs.outbox.register_table import COLUMNS, register_table
from tests.outbox.builders import copy, recipient, register


def rows(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_each_file_of_a_copy_has_a_row() -> None:
    whom = recipient("Şoşoacă, D.", office='The "Friends", and\nothers', country="Romania")
    (row,) = rows(register_table(register(copy(1, whom))))
    assert tuple(row) == COLUMNS
    assert (row["copy"], row["of"], row["name"], row["office"]) == ("1", "3", whom.name, whom.office)
    assert (row["file"], row["message_id"]) == ("copies/cap_copy-0001.pdf", "<1@example.org>")


def test_no_cell_is_a_formula() -> None:
    whom = recipient("=HYPERLINK(1)", office="+1", title="@SUM", country="-2")
    (row,) = rows(register_table(register(copy(1, whom, bounced="=1"))))
    assert [row[name][0] for name in ("name", "office", "title", "country", "bounced")] == ["'"] * 5


def test_who_was_forgotten_or_withdrawn_has_a_row_too() -> None:
    forgotten = copy(1, None)
    withdrawn = replace(copy(2, recipient("Bo")), files=(), message=None, is_withdrawn=True)
    first, second = rows(register_table(register(forgotten, withdrawn)))
    assert (first["name"], first["audience"], first["sha256"]) == ("", "captains", f"{1:064}")
    assert (second["name"], second["file"]) == ("Bo", "withdrawn")
