from __future__ import annotations

from briefs.intake.shape_guessing import guess_outline, guess_quotations, guess_signatures
from tests.intake.reports import heading, part, received


def test_headings_have_their_level_label_and_text() -> None:
    (guess,) = guess_outline(received(heading("I. Why", evidence="bold", certainty=0.7), "Text."))
    assert guess.value == {"level": 1, "label": "I", "text": "I. Why"}
    assert (guess.evidence, guess.certainty, guess.lines) == ("bold", 0.7, (1,))


def test_doubtful_headings_are_written_out_as_none_where_the_file_would_show_them_as_some() -> None:
    doubtful = heading("Water costs.", certainty=0.3, evidence="bold")
    assert [guess.field for guess in guess_outline(received(doubtful))] == ["not_headings"]
    assert list(guess_outline(received(doubtful, is_plain=True))) == []


def test_numbers_that_run_on_under_all_subheadings_are_cited_by_initials() -> None:
    items = [part("item", "Said.", marker=f"{number}.") for number in range(1, 9)]
    report = received(
        heading("VII. Executive summary"),
        heading("Context", 2),
        *items[:4],
        heading("Steps", 2),
        *items[4:],
        is_plain=True,
    )
    values = [guess.value for guess in guess_outline(report)]
    assert values[0] == {"level": 1, "label": "ES", "text": "VII. Executive summary", "numbered_as": "ES"}
    assert "numbered_as" not in values[1]


def test_numbers_that_begin_anew_under_each_heading_do_not_run_on() -> None:
    items = [part("item", "Said.", marker=f"{number}.") for number in range(1, 5)]
    report = received(heading("Summary"), heading("Context", 2), *items, heading("Steps", 2), *items, is_plain=True)
    assert all("numbered_as" not in guess.value for guess in guess_outline(report))


def test_quotations_are_named_by_as_few_first_words_as_tell_them_apart() -> None:
    first, second = "Water is a promise that we keep.", "Water is a promise that we break."
    report = received(
        part("quotation", first, quoted_as="epigraph", attribution="A mayor"),
        part("quotation", second, quoted_as="pull"),
        part("quotation", "Set apart only.", quoted_as="block"),
    )
    assert [guess.value for guess in guess_quotations(report)] == [
        {"role": "epigraph", "text": "Water is a promise that we keep.", "attribution": "A mayor"},
        {"role": "pull", "text": "Water is a promise that we break."},
    ]


def test_signatures_are_named_by_their_lines() -> None:
    assert [guess.value for guess in guess_signatures(received("Text.", part("signature", "Ada Brook")))] == [
        "Ada Brook"
    ]
