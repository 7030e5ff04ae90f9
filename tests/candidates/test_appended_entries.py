"""Accepted candidates at the end of a file of blocks."""

from __future__ import annotations

import pytest

from briefs.candidates.appended_entries import with_entries
from briefs.model.diagnostics import BriefsError, DocumentError

ENTRY = "  - id: q.two\n    # a remark\n    anchor: Who digs\n"


def _with(text: str | bytes | None, *entries: str) -> str:
    content = text.encode() if isinstance(text, str) else text
    return with_entries(content, "questions.yaml", "question", entries or (ENTRY,)).decode()


def test_a_new_file_has_its_schema_its_kind_and_the_entries() -> None:
    head = "# yaml-language-server: $schema=../../../schemas/blocks.schema.json\nkind: question\nblocks:\n"
    assert _with(None) == head + ENTRY
    assert _with(None, ENTRY, ENTRY.replace("two", "three")).count("\n\n  - id") == 1


@pytest.mark.parametrize(
    "before",
    [
        "kind: question\nblocks:\n  - id: q.one\n    anchor: Who pays\n",
        "kind: question\nblocks:\n  - {id: q.zero, anchor: x}\n  - {id: q.one, anchor: Who pays}  # mine\n",
        "\ufeffkind: question\nblocks: # all\n",
        "kind: question\nblocks:\n\n  - id: q.one\n\n\n  - id: q.zero\n",
    ],
)
def test_what_stands_there_stays_and_the_entries_follow(before: str) -> None:
    after = _with(before)
    assert after.startswith(before)
    assert after.endswith(ENTRY)


def test_entries_take_the_indentation_and_line_ends_of_the_file() -> None:
    after = _with("kind: question\r\nblocks:\r\n- id: q.one\r\n  anchor: Who pays")
    assert after.endswith("Who pays\r\n\r\n- id: q.two\r\n  # a remark\r\n  anchor: Who digs\r\n")
    deeper = _with("kind: question\nblocks:\n    - id: q.one\n      anchor: Who pays\n")
    assert deeper.endswith("    - id: q.two\n      # a remark\n      anchor: Who digs\n")


def test_a_field_below_the_list_stays_below_it() -> None:
    after = _with("blocks:\n  - id: q.one\n\n# the kind\nkind: question\n")
    assert after == f"blocks:\n  - id: q.one\n\n{ENTRY}\n# the kind\nkind: question\n"


def test_an_empty_list_in_brackets_becomes_one_of_lines() -> None:
    assert _with("kind: question\nblocks: []\n") == f"kind: question\nblocks:\n{ENTRY}"


def test_a_list_within_brackets_is_refused_and_so_is_a_file_that_cannot_be_read() -> None:
    with pytest.raises(BriefsError, match=r"questions\.yaml"):
        _with("kind: question\nblocks: [{id: q.one, anchor: x}]\n")
    with pytest.raises(DocumentError):
        _with("kind: question\nblocks: [\n")
