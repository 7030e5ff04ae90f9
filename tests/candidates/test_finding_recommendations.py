"""Recommendations under their headings, and proposals elsewhere."""

from __future__ import annotations

from briefs.candidates.found import Open
from tests.candidates.builders import found, passages

LISTED = """# Recommendations

## Water

The council met twice and heard five villages.

1. The council should dig two wells in each village.

2. Ensure that every village has a pump of its own.
"""


def test_the_items_under_the_heading_are_recommendations_with_their_numbers() -> None:
    first, second = found("recommendation", LISTED)
    assert first.fields == {
        "number": "1",
        "theme": Open("what it is about, in a few words", "Water"),
        "addressees": Open("whom it is addressed to", "The council"),
    }
    assert second.passage.words == "Ensure that every village has a pump of its own."
    assert second.fields["addressees"] == Open("whom it is addressed to")


def test_without_items_only_the_sentences_that_ask_are_recommendations() -> None:
    text = "# Recommendations\n\nThe wells are old. Villages should share the cost of new wells. It rains.\n"
    assert passages("recommendation", text) == ["Villages should share the cost of new wells."]


def test_a_label_with_a_number_makes_a_recommendation_anywhere() -> None:
    (one,) = found("recommendation", "# Wells\n\nRecommendation 4: Dig the wells deeper than before.\n")
    assert one.passage.words == "Dig the wells deeper than before."
    assert one.fields["number"] == "4"


def test_what_introduces_a_list_is_no_recommendation_but_says_whom_it_addresses() -> None:
    (one,) = found("recommendation", "# Recommendations\n\nThe council should:\n\n- dig two wells in each village\n")
    assert one.passage.words == "dig two wells in each village"
    assert one.fields["addressees"] == Open("whom it is addressed to", "The council")


def test_a_section_on_earlier_recommendations_has_none() -> None:
    assert (
        passages("recommendation", "# Status of earlier recommendations\n\n1. Dig two wells in each village.\n") == []
    )


def test_a_proposal_outside_such_sections_is_surer_if_it_says_to_whom() -> None:
    text = "# Wells\n\nThe council should dig two wells. It was suggested that pumps should be shared. They are old.\n"
    named, unnamed = found("proposal", text)
    assert named.passage.words == "The council should dig two wells."
    assert named.certainty > unnamed.certainty
    assert found("proposal", LISTED) == []


def test_a_proposal_may_be_carried_only_by_what_speaks_of_the_same() -> None:
    text = "# Wells\n\nThe council should dig wells in the village.\n"
    assert [one.fields["carried"] for one in found("proposal", text)] == [None]
    other = text.replace("dig wells in the village", "print maps")
    assert [one.fields["carried"] for one in found("proposal", f"{other}\n{LISTED}")] == [None]
    (one,) = found("proposal", f"{text}\n{LISTED}")
    assert one.fields["carried"] == Open(
        "the id of the recommendation or summary point that carries it, or null", "null"
    )


def test_a_duty_is_less_certainly_a_proposal_than_advice() -> None:
    text = "# Wells\n\nThe council should dig two wells.\n\nBy law, the council must dig two wells.\n"
    advice, duty = found("proposal", text)
    assert advice.certainty >= 0.8 > duty.certainty


def test_what_somebody_suggests_is_a_proposal_only_if_it_is_to_be_done() -> None:
    text = "# Wells\n\nThe survey suggested that wells are deep. The survey suggested that wells should be deep.\n"
    assert passages("proposal", text) == ["The survey suggested that wells should be deep."]


def test_sentences_that_only_comment_or_ask_back_are_no_proposals() -> None:
    text = "# Wells\n\nIt should be noted that wells are deep. Should the council dig more wells?\n"
    assert passages("proposal", text) == []
