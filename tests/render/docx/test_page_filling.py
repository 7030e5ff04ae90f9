"""Blocks on pages."""

from __future__ import annotations

import pytest

from briefs.render.docx.page_filling import Block, height_of, pages_of, space_between

ROOMS = (100.0, 100.0)


def test_blocks_fill_pages_line_by_line() -> None:
    assert pages_of([Block(15, 10)], ROOMS) == pytest.approx(1.5)
    assert pages_of([Block(1, 10)] * 15, ROOMS) == pytest.approx(1.5)
    assert pages_of([], ROOMS) == 0


def test_the_first_page_may_have_less_room() -> None:
    assert pages_of([Block(15, 10)], (50.0, 100.0)) == pytest.approx(2.0)


def test_a_page_does_not_begin_or_end_with_one_line_of_a_paragraph() -> None:
    assert pages_of([Block(9, 10), Block(5, 10)], ROOMS) == pytest.approx(1.5)
    assert pages_of([Block(6, 10), Block(5, 10)], ROOMS) == pytest.approx(1.2)


@pytest.mark.parametrize("kept", [Block(1, 10, keeps_next=True), Block(1, 40, keeps_next=True)])
def test_what_is_kept_with_the_next_goes_with_it(kept: Block) -> None:
    assert pages_of([Block(1, 60), kept, Block(1, 35)], ROOMS) == pytest.approx(1 + (kept.height + 35) / 100)


def test_a_chain_that_no_page_holds_is_torn() -> None:
    assert pages_of([Block(1, 60, keeps_next=True)] * 3, ROOMS) > 2


def test_lines_that_are_kept_together_and_new_pages() -> None:
    assert pages_of([Block(7, 10), Block(5, 10, keeps_lines=True)], ROOMS) == pytest.approx(1.5)
    assert pages_of([Block(1, 10), Block(1, 10, begins_page=True)], ROOMS) == pytest.approx(1.1)


def test_a_block_that_is_higher_than_a_page_does_not_run_for_ever() -> None:
    assert pages_of([Block(1, 250), Block(1, 10)], ROOMS) >= 2.5
    assert pages_of([Block(4, 250)], ROOMS) >= 2.5


def test_notes_take_room_on_the_page_of_their_call() -> None:
    assert pages_of([Block(1, 40), Block(1, 30, notes=15)], ROOMS) == pytest.approx(0.97)
    assert pages_of([Block(1, 60), Block(1, 30, notes=20)], ROOMS) == pytest.approx(1.62)


def test_the_larger_space_counts_and_none_at_the_head_of_a_page() -> None:
    blocks = [Block(1, 10, before=50, after=5), Block(1, 10, before=8)]
    assert space_between(blocks[0], blocks[1]) == 8
    assert pages_of(blocks, ROOMS) == pytest.approx(0.28)
    assert height_of(blocks) == 50 + 10 + 8 + 10


def test_there_is_no_space_within_a_style_that_wants_none() -> None:
    item = Block(1, 10, after=5, style="List", is_contextual=True)
    assert space_between(item, item) == 0
    assert space_between(Block(1, 10, after=5, style="Other", is_contextual=True), item) == 5


def test_one_border_is_around_all_paragraphs_of_a_frame() -> None:
    framed = Block(1, 10, borders=(5, 5), frame="box")
    assert pages_of([framed] * 3, ROOMS) == pytest.approx(0.4)
    assert pages_of([framed, Block(1, 10), framed], ROOMS) == pytest.approx(0.5)
