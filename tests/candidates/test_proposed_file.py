"""Files of candidates, entry by entry."""

from __future__ import annotations

import pytest

from briefs.candidates.proposed_file import Entry, new_file, read_proposed, text_hash
from briefs.model.diagnostics import DocumentError

TEXT = """# My own remark.
kind: question
blocks:
  - id: q.one
    anchor: "Who pays … the wells?"
    #   passage

  # about the second
  - {id: q.two, anchor: [{text: Who digs, in: I}]}
"""


def test_a_file_is_read_entry_by_entry_and_written_again_as_it_was() -> None:
    file = read_proposed(TEXT.encode(), "questions.yaml", "question")
    assert [(one.id, one.line, one.anchors) for one in file.entries] == [
        ("q.one", 4, (("Who pays … the wells?", None),)),
        ("q.two", 8, (("Who digs", "I"),)),
    ]
    assert file.content.decode() == TEXT
    assert (
        file.without(frozenset({"q.one"}))
        .content.decode()
        .endswith("blocks:\n  # about the second\n  - {id: q.two, anchor: [{text: Who digs, in: I}]}\n")
    )


def test_a_new_file_names_its_schema_and_its_kind() -> None:
    head = new_file("question").content.decode()
    assert head.startswith("# yaml-language-server: $schema=../../../../schemas/blocks.schema.json\n")
    assert head.endswith("kind: question\nblocks:\n")
    assert read_proposed(head.encode(), "questions.yaml", "question").entries == ()


def test_the_hash_of_an_entry_does_not_see_empty_lines_around_it() -> None:
    assert Entry("a", "\n  - id: a  \n\n").hash == text_hash("  - id: a")
    assert Entry("a", "  - id: b").hash != text_hash("  - id: a")


@pytest.mark.parametrize(
    "text", ["kind: question\nblocks:\n  - id: [\n", "blocks:\n  - anchor: x\n", "blocks:\n  - just words\n"]
)
def test_a_file_that_is_no_list_of_candidates_cannot_be_read(text: str) -> None:
    with pytest.raises(DocumentError) as error:
        read_proposed(text.encode(), "questions.yaml", "question")
    assert error.value.diagnostics[0].place.path == "questions.yaml"
