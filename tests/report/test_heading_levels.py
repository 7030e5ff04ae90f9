from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefs.report.heading_levels import MOST_LEVELS, SeenHeading, heading_levels
from briefs.report.heading_numbers import heading_number


def levels(*headings: tuple[float, str], **sources: dict[int, int]) -> list[int]:
    return heading_levels(
        [
            SeenHeading((rank,), heading_number(text), {name: by[at] for name, by in sources.items() if at in by})
            for at, (rank, text) in enumerate(headings)
        ]
    )


def test_larger_looks_are_higher_levels() -> None:
    assert levels((18, "A one"), (14, "B"), (11, "C"), (14, "D"), (18, "E two"), (14, "F")) == [1, 2, 3, 2, 1, 2]


def test_numbers_part_what_looks_alike() -> None:
    texts = ["1. Wells", "1.1 Depth", "1.1.1 Feet", "1.2 Width", "2. Pumps", "References"]
    assert levels(*((12, text) for text in texts)) == [1, 2, 3, 2, 1, 1]


def test_forms_of_numbers_are_levels_in_the_order_in_which_they_begin() -> None:
    texts = ["I. Wells", "A. Depth", "B. Width", "II. Pumps", "A. Power"]
    assert levels(*((12, text) for text in texts)) == [1, 2, 2, 1, 2]


def test_annexes_stand_beside_the_parts() -> None:
    assert levels((18, "1. Wells"), (14, "1.1 Depth"), (18, "Annex A: Names"), (14, "A.1 Men"))[2] == 1


def test_a_lone_first_heading_is_on_the_level_of_the_next() -> None:
    assert levels((30, "Water for all"), (18, "Wells"), (14, "Depth"), (18, "Pumps")) == [1, 1, 2, 1]


def test_a_source_overrules_looks() -> None:
    assert levels((11, "A"), (14, "B"), (11, "C"), tags={0: 1, 1: 2, 2: 2}) == [1, 2, 2]
    assert levels((18, "A"), (11, "B"), (11, "C"), (18, "D"), outline={0: 1, 1: 2, 3: 1}) == [1, 2, 2, 1]


def test_no_level_is_left_out() -> None:
    assert levels((18, "A"), (11, "B"), (18, "C"), tags={0: 1, 1: 4, 2: 1}) == [1, 2, 1]
    assert heading_levels([]) == []


@given(
    st.lists(st.tuples(st.integers(1, 4), st.sampled_from(["Wells", "1. Wells", "1.1 Wells", "Annex", "II. Wells"])))
)
def test_levels_go_down_by_one_step_at_most(headings: list[tuple[int, str]]) -> None:
    found = levels(*headings)
    assert all(1 <= level <= MOST_LEVELS for level in found)
    assert all(after <= before + 1 for before, after in zip([0, *found], found, strict=False))
