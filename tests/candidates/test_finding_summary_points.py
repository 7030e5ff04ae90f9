"""The points of a summary."""

from __future__ import annotations

from tests.candidates.builders import found, passages

NUMBERED = """# Executive summary

This report was written after two visits to the valley.

## Water

1. Wells are too shallow for dry years:

a) five of them fell dry in one summer

2. Villages pay more than they can.

# Recommendations

3. The council should dig deeper wells.
"""


def test_numbered_points_have_their_numbers_and_the_heading_above_them() -> None:
    lead, first, second = found("summary_point", NUMBERED)
    assert lead.fields == {"number": "lead", "group": "Executive summary"}
    assert first.fields == {"number": "1.a", "group": "Water"}
    assert second.passage.words == "Villages pay more than they can."
    assert lead.certainty < second.certainty


def test_without_numbers_each_paragraph_is_a_point() -> None:
    text = "# Summary\n\nVillages pay more than they can.\n\nWells are too shallow in dry years.\n"
    assert [one.fields["number"] for one in found("summary_point", text)] == ["1", "2"]


def test_conclusions_stand_for_a_summary_only_if_there_is_none() -> None:
    conclusions = "# Conclusions\n\nNobody counts what the villages pay.\n"
    (one,) = found("summary_point", conclusions)
    assert one.certainty <= 0.7
    assert "Nobody counts what the villages pay." not in passages("summary_point", f"{NUMBERED}\n{conclusions}")


def test_recommendations_in_the_summary_are_no_points_of_it() -> None:
    text = (
        "# Summary\n\nVillages pay more than they can.\n\n## Recommendations\n\n1. Dig deeper wells in all villages.\n"
    )
    assert passages("summary_point", text) == ["Villages pay more than they can."]


def test_a_heading_that_is_about_something_else_makes_no_summary() -> None:
    assert (
        passages("summary_point", "# Summary of what the five villages paid\n\nThey paid more than they could.\n") == []
    )
