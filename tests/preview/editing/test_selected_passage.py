from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.model.diagnostics import BriefsError
from briefs.model.library import Extract
from briefs.model.report import Report
from briefs.pipeline.inputs import Inputs
from briefs.preview.editing.selected_passage import blocks_pointing_at, selected_passages, whole_words
from briefs.preview.editing.tried_block import anchor_index
from tests.builders import harbour_report

FIRST, SECOND, THIRD = "I ¶ 1", "I ¶ 2", "I ¶ 3"
HARBOUR = harbour_report()


def words(start: int, end: int, address: str = FIRST, last: str = "", report: Report = HARBOUR) -> list[str]:
    return [one.words for one in selected_passages(report, address, start, end, last)]


def test_a_selection_is_widened_to_whole_words_without_spaces_around_them() -> None:
    assert words(6, 19) == ["keepers agreed"]  # " keepers agre"
    assert words(0, 1000) == [
        "Most keepers agreed that a shared timetable would reduce waiting at the quay. One keeper saw no need for it."
    ]
    assert whole_words("it’s 3.5 km", 5, 6) == (5, 6)
    assert whole_words("a — b", 2, 3) is None


def test_the_shortest_anchor_names_it_alone() -> None:
    (passage,) = selected_passages(HARBOUR, FIRST, 0, 76)
    assert passage.anchor.source == '"Most keepers agreed … at the quay"'
    (short,) = selected_passages(HARBOUR, FIRST, 0, 12)
    assert short.anchor.source == '{text: "Most keepers", in: "I ¶ 1"}'


def test_a_selection_over_several_paragraphs_has_an_anchor_for_each() -> None:
    assert words(78, 7, FIRST, THIRD) == [
        "One keeper saw no need for it.",
        "Ferries that share a timetable could carry more bicycles in the winter months.",
        "Some keepers",
    ]


@pytest.mark.parametrize(
    ("start", "end", "address", "last", "message"),
    [
        (5, 5, FIRST, "", "no words are selected"),
        (4, 5, FIRST, "", "no words are selected"),
        (0, 9, "I", "", 'a block cannot point at "I"'),
        (0, 9, "../report.yaml", "", "a block cannot point at"),
        (0, 9, SECOND, FIRST, "the selection ends before it begins"),
        (0, 9, FIRST, "II ¶ 1", "the selection runs over [6-9] paragraphs"),
    ],
)
def test_what_no_block_can_point_at_is_refused(start: int, end: int, address: str, last: str, message: str) -> None:
    with pytest.raises(BriefsError, match=message):
        words(start, end, address, last)


def test_words_that_stand_twice_in_their_paragraph_are_refused() -> None:
    report = harbour_report("Findings\n\nThe quay is wet and the quay is dry.\n\nSteps\n\nEnd of it.\n")
    with pytest.raises(BriefsError, match='no anchor can name these words of I ¶1 alone: "quay"') as caught:
        words(4, 8, report=report)
    assert "they stand there twice" in caught.value.hint
    assert words(0, 8, report=report) == ["The quay"]


def test_offsets_are_those_of_the_clean_text_whatever_is_not_matched() -> None:
    text = "One \u2067two\u2069 three four\u200e five six seven eight."
    report = harbour_report(f"Findings\n\n{text}\n\nSteps\n\nEnd of it.\n")
    node = next(one for one in anchor_index(report).nodes if "seven" in one.text)
    at = node.text.index("three")
    assert words(at, at + 16, report=report) == [node.text[at : at + len("three four\u200e five")]]


def test_blocks_that_point_at_most_of_it_are_named(harbour: Inputs) -> None:
    first = selected_passages(harbour.report, FIRST, 0, 60)
    assert blocks_pointing_at(harbour.library, first) == ("ben.waiting", "fact.timetable")
    other = selected_passages(harbour.report, FIRST, 78, 100)
    assert blocks_pointing_at(harbour.library, other) == ()


@given(st.sampled_from([FIRST, SECOND, THIRD, "II ¶ 1"]), st.integers(0, 110), st.integers(0, 110))
def test_whatever_is_selected_its_anchor_names_it_or_it_is_refused(address: str, start: int, end: int) -> None:
    try:
        (passage,) = selected_passages(HARBOUR, address, start, end)
    except BriefsError:
        return
    found = anchor_index(HARBOUR).resolve(passage.anchor, "x")
    assert isinstance(found, Extract)
    assert (found.address, found.start, found.end) == (address, passage.start, passage.end)
    assert passage.words == passage.words.strip()
