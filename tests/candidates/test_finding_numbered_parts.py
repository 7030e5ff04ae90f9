"""Next steps, options for follow-up, pillars and principles."""

from __future__ import annotations

import pytest

from briefs.candidates.found import Open
from tests.candidates.builders import found, passages


def test_the_items_under_next_steps_are_numbered_in_their_order() -> None:
    text = "# Next steps\n\nTwo things follow.\n\n- Visit the valley again\n\n- Print the map of wells\n"
    assert [(one.passage.words, one.fields) for one in found("next_step", text)] == [
        ("Visit the valley again", {"number": 1}),
        ("Print the map of wells", {"number": 2}),
    ]


def test_without_items_the_sentences_that_plan_something_are_next_steps() -> None:
    text = "# Way forward\n\nThe wells are old. The council will visit the valley in May.\n"
    assert passages("next_step", text) == ["The council will visit the valley in May."]


def test_a_list_may_be_introduced_as_next_steps_under_any_heading() -> None:
    text = "# Wells\n\nThese are the next steps:\n\n- Visit the valley again\n\nIt rains.\n"
    assert passages("next_step", text) == ["Visit the valley again"]


def test_options_for_follow_up_know_their_category() -> None:
    (one,) = found("follow_up", "# Options for follow-up\n\n## Visits\n\n- Visit the valley again\n")
    assert one.fields == {"number": "1", "category": "Visits"}


def test_pillars_and_principles_have_the_titles_that_their_items_begin_with() -> None:
    (pillar,) = found("pillar", "# Wells\n\nThe plan has these pillars:\n\n1. Clean water: no well near a stable.\n")
    assert pillar.fields == {"number": 1, "title": "Clean water"}
    text = f"# Principles\n\n1. {'Water that is shared among all ' * 5}comes first.\n"
    (principle,) = found("principle", text)
    assert principle.fields["title"] == Open("its title, in words of the passage")


def test_a_list_under_another_heading_has_no_principles() -> None:
    assert passages("principle", "# Wells\n\n1. Clean water\n") == []


def test_an_item_that_asks_somebody_for_something_is_less_certain() -> None:
    text = "# Next steps\n\n- The council will visit the valley\n\n- Towns should print the map of wells\n"
    assert [one.certainty for one in found("next_step", text)] == [0.85, 0.7]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "# Suites\n\nLes puits sont vieux. Le conseil visitera la vallée en mai.\n"),
        ("es", "# Próximos pasos\n\nLos pozos son viejos. El consejo visitará el valle en mayo.\n"),
        ("pt", "# Próximos passos\n\nOs poços são velhos. O conselho visitará o vale em maio.\n"),
        ("it", "# Prossimi passi\n\nI pozzi sono vecchi. Il consiglio visiterà la valle a maggio.\n"),
    ],
)
def test_what_is_told_of_the_future_is_planned(language: str, text: str) -> None:
    (only,) = found("next_step", text, language)
    assert only.passage.words == text.splitlines()[2].partition(". ")[2]
