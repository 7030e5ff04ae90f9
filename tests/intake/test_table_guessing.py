from __future__ import annotations

from briefs.intake.intake_words import intake_words
from briefs.intake.received import Part
from briefs.intake.table_guessing import guess_tables
from tests.intake.reports import heading, part, received, row

PEOPLE = (
    ("Ms Ada BROOK", "Mayor", "Kelby"),
    ("Mr Tom STONE", "Clerk", "Larkhaven"),
    ("Dr Eve HILL", "Adviser", "Kelby"),
)


def values(*parts: Part | str, is_plain: bool = False, language: str = "en") -> list[object]:
    report = received(*parts, is_plain=is_plain)
    return [guess.value for guess in guess_tables(report, intake_words(language))]


def test_a_list_of_participants_is_found_by_its_heading_and_the_names_in_it() -> None:
    head = row("Name", "Position", "Town", is_head=True)
    assert values(heading("Annex: List of participants"), head, *(row(*cells) for cells in PEOPLE)) == [
        {"section": "Annex: List of participants", "columns": ["Name", "Position", "Town"]},
        {"section": "Annex: List of participants", "column": "Name", "part": "capitals"},
    ]


def test_a_list_that_goes_on_in_another_table_is_one() -> None:
    rows = [row(*cells, table=number) for number, cells in enumerate(PEOPLE)]
    assert values(heading("Participants"), *rows)[0] == {
        "section": "Participants",
        "columns": ["name", "position", "affiliation"],
    }


def test_columns_without_a_head_get_names_by_what_they_hold() -> None:
    rows = [row("Kelby", "Ada Brook"), row("Larkhaven", "Tom Stone"), row("Kelby", "Eve Hill")]
    assert values(heading("Participants"), *rows) == [
        {"section": "Participants", "columns": ["affiliation", "name"]},
        {"section": "Participants", "column": "name", "part": "all"},
    ]


def test_rows_of_a_plain_text_have_tabs_and_may_need_endings() -> None:
    lines = (
        "Ms Ada BROOK\tMayor Town of Kelby",
        "Mr Tom STONE\tClerk City of Larkhaven",
        "Dr Eve HILL\tAdviser Town of Kelby",
    )
    cells = (
        ("Ms Ada BROOK", "Mayor", "Town of Kelby"),
        ("Mr Tom STONE", "Clerk", "City of Larkhaven"),
        ("Dr Eve HILL", "Adviser", "Town of Kelby"),
    )
    rows = [
        part("row", line, cells=one, table=1, columns=("name", "position", "affiliation"))
        for line, one in zip(lines, cells, strict=True)
    ]
    assert values(heading("Participants"), *rows, is_plain=True)[0] == {
        "section": "Participants",
        "columns": ["name", "position", "affiliation"],
        "endings": ["City of Larkhaven", "Town of Kelby"],
    }


def test_people_outside_of_the_table_are_counted() -> None:
    rows = [row(*cells) for cells in PEOPLE]
    outside = "Amb. Tom HILL Permanent Representative"
    guesses = list(guess_tables(received(heading("Participants"), *rows, outside), intake_words("en")))
    assert [(guess.field, guess.value, guess.proposal) for guess in guesses[2:]] == [("never_print", None, 1)]
    no_table = received(heading("Participants"), outside, "Ms Ada BROOK Mayor", "Kelby")
    assert [guess.proposal for guess in guess_tables(no_table, intake_words("en"))] == [2]


def test_other_tables_and_lists_without_names_are_left_alone() -> None:
    assert values(heading("Costs"), *(row(*cells) for cells in PEOPLE)) == []
    assert values(heading("Participants"), *(row("2010", str(number)) for number in range(5))) == []
    assert values(heading("Participants"), "Text only.") == []


def test_lists_are_found_in_other_languages() -> None:
    rows = [row("Mme Ada BROOK", "Maire"), row("M. Tom STONE", "Greffier"), row("Mme Eve HILL", "Conseillère")]
    assert values(heading("Annexe 2 : Liste des participants"), *rows, language="fr")[1] == {
        "section": "Annexe 2 : Liste des participants",
        "column": "name",
        "part": "capitals",
    }
