"""Terms that a report weighs."""

from __future__ import annotations

from briefs.candidates.found import FoundPassage, Open
from tests.candidates.builders import found

WEIGHED = (
    "# Words\n\nThe word “resilience” was debated. Some welcomed it. Others found it too vague. "
    "It was agreed to keep it. The meeting ended at noon.\n"
)


def test_a_term_is_found_with_what_is_said_for_it_and_against_it() -> None:
    (only,) = found("term", WEIGHED)
    words = {name: one.words for name, one in only.fields.items() if isinstance(one, FoundPassage)}
    assert only.passage.words == WEIGHED[9:].replace(" The meeting ended at noon.\n", "")
    assert only.fields["term"] == "resilience"
    assert words == {
        "in_favour": "Some welcomed it.",
        "against": "Others found it too vague.",
        "verdict": "It was agreed to keep it.",
    }


def test_a_side_that_is_not_there_is_open_and_makes_it_less_sure() -> None:
    (only,) = found("term", "# Words\n\nThe term “quota” is misleading for many.\n")
    assert isinstance(only.fields["in_favour"], Open)
    assert only.certainty < found("term", WEIGHED)[0].certainty


def test_a_term_that_nobody_weighs_is_none_and_each_of_two_has_its_own_sentences() -> None:
    assert found("term", "# Words\n\nThe term “quay” is on the map. It was drawn in May.\n") == []
    text = "# Words\n\nThe word “quota” is vague. The word “share” was welcomed.\n"
    assert [one.fields["term"] for one in found("term", text)] == ["quota", "share"]
