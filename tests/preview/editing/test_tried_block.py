from __future__ import annotations

import pytest

from briefs.model.diagnostics import DocumentError
from briefs.pipeline.inputs import Inputs
from briefs.preview.editing.block_source import BlockSource, drawn_block, read_block_source, source_in
from briefs.preview.editing.tried_block import anchor_index, refuse_mistakes, rests_on_same, tried_block


def source_with(inputs: Inputs, block: str, old: str, new: str) -> BlockSource:
    source = read_block_source(inputs, block)
    assert old in source.content.decode()
    return source_in(source.content.decode().replace(old, new).encode(), source)


def test_a_block_is_drawn_from_what_a_file_would_hold(harbour: Inputs) -> None:
    tried = tried_block(harbour, source_with(harbour, "ben.waiting", "More bicycles", "Fewer bicycles"))
    assert tried.problems == ()
    assert tried.value is not None
    assert tried.value.extracts == drawn_block(harbour, "ben.waiting").extracts
    assert "Fewer bicycles" in repr(tried.value.block)
    assert tried.value.place_of("basis.short").line == 8


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("captains: could", "captians: could", "audience-unknown"),
        (
            '"Ferries that share … the winter months", short',
            '"Ferries that share … the summer months", short',
            "anchor-not-found",
        ),
        ("    note: 'Old'", "    strength: Many pirates", "strength-not-found"),
    ],
)
def test_what_is_wrong_with_a_block_is_found_as_in_a_build(harbour: Inputs, old: str, new: str, code: str) -> None:
    assert [one.code for one in tried_block(harbour, source_with(harbour, "ben.waiting", old, new)).problems] == [code]


def test_the_sentence_on_what_briefs_summarize_is_tried_too(harbour: Inputs) -> None:
    two = source_with(harbour, "about", "asked the board.", "asked the board. It heard.")
    assert [one.message for one in tried_block(harbour, two).problems] == ["`about` has 2 sentences"]
    none = source_with(harbour, "about", "text: Summarizes what some keepers asked the board.", "text:")
    assert tried_block(harbour, none).value is None


def test_only_a_new_mistake_is_refused(harbour: Inputs) -> None:
    source = source_with(harbour, "ben.waiting", "sort: direct", "sort: sideways")
    refuse_mistakes(source, source.content.replace(b"More", b"Fewer"))
    with pytest.raises(DocumentError, match="must be must, should, could or never"):
        refuse_mistakes(source, source.content.replace(b"captains: could", b"captains: often"))
    about = read_block_source(harbour, "about")
    refuse_mistakes(about, about.content.replace(b"some keepers asked the board.", b"keepers asked."))


def test_it_is_known_whether_a_block_rests_on_the_same(harbour: Inputs) -> None:
    for block in ("ben.waiting", "about"):
        assert rests_on_same(read_block_source(harbour, block), drawn_block(harbour, block))
    moved = source_with(harbour, "ben.boats", 'indirect, anchor: "Ferries that', 'indirect, anchor: "that')
    assert not rests_on_same(moved, drawn_block(harbour, "ben.boats"))
    about = source_with(harbour, "about", "Some keepers asked whether …", "asked whether the …")
    assert not rests_on_same(about, drawn_block(harbour, "about"))


def test_a_report_is_prepared_once(harbour: Inputs) -> None:
    assert anchor_index(harbour.report) is anchor_index(harbour.report)
