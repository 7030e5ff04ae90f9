"""A drafted block, added to a file of blocks."""

from __future__ import annotations

from briefs.model.drafted_block import DraftedBlock

BLOCK = DraftedBlock("st.a", "seeds/x/blocks/statements.yaml", "  - id: st.a\n    short: b\n")


def test_a_block_comes_to_the_end_of_its_file() -> None:
    assert BLOCK.added_to(b"kind: statement\nblocks:\n  - id: st.b\n").endswith(
        b"  - id: st.b\n  - id: st.a\n    short: b\n"
    )


def test_a_file_that_does_not_end_its_last_line_gets_a_line_end() -> None:
    assert BLOCK.added_to(b"blocks:\r\n  - id: st.b").endswith(b"st.b\r\n  - id: st.a\r\n    short: b\r\n")


def test_a_file_that_is_not_there_gets_a_head() -> None:
    assert BLOCK.added_to(b"") == b"kind: statement\nblocks:\n  - id: st.a\n    short: b\n"
