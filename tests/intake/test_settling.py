from __future__ import annotations

from briefs.intake.guess import Guess
from briefs.intake.settling import to_settle

TITLE = Guess("title", "Water", "the title page", 0.95, (1,))
ISSUER = Guess("issuer", "Valley Council", "the title page", 0.9, (2,))
CITATION = Guess("citation", "*Water*, Valley Council", "", 0.9)
HEADING = Guess("outline", {"level": 1, "label": "I", "text": "I. Why"}, "style", 1.0, (5,))
ABOUT = "about: write the sentence that stands under every title."


def settling(*guesses: Guess, is_plain: bool = False) -> list[str]:
    return list(to_settle(guesses, is_plain))


def test_only_the_sentence_under_the_title_is_left_if_everything_is_certain() -> None:
    assert settling(TITLE, ISSUER, CITATION, HEADING) == [ABOUT]


def test_what_is_open_unsure_or_likely_is_told_with_its_place() -> None:
    guesses = (
        Guess("title", "Water", "the name of the file", 0.15, (1,)),
        Guess("subtitle", "Wells", "the line under the title", 0.6, (2,), "i"),
        Guess("issuer", None, "the copyright line", 0.45, (9,), "ii", "Oxbridge Ltd"),
        Guess("citation", "*Water*, [issuer]", "", 0.0),
        HEADING,
    )
    assert settling(*guesses) == [
        "title: is it “Water”? That is only a guess by the name of the file (line 1).",
        "subtitle: look whether “Wells” is right (p. i).",
        "issuer: who issued the report? Perhaps Oxbridge Ltd (p. ii). Write it into `citation` too.",
        ABOUT,
    ]


def test_doubtful_headings_are_told_by_their_places() -> None:
    doubtful = [Guess("outline", HEADING.value, "bold", 0.5, (number,), str(number)) for number in range(1, 12)]
    first = settling(TITLE, ISSUER, CITATION, *doubtful)[0]
    places = ", ".join(f"p. {number}" for number in range(1, 9))
    assert first == f"outline: look at 11 lines that may be no headings: {places} and 3 more."


def test_headings_of_plain_text_are_to_be_read_once() -> None:
    likely = Guess("outline", HEADING.value, "blank lines around", 0.7, (7,))
    assert settling(TITLE, ISSUER, CITATION, likely, HEADING, is_plain=True)[0] == (
        "outline: 1 of its 2 headings are likely, not certain: read it through once."
    )
    assert settling(TITLE, ISSUER, CITATION)[0].startswith("outline: no headings were found.")


def test_people_whom_no_table_protects_are_told() -> None:
    outside = Guess("never_print", None, "", 0.5, (70,), "12", 3)
    assert settling(TITLE, ISSUER, CITATION, HEADING, outside)[0] == (
        "never_print: 3 people stand in a list of participants, but not in a table (p. 12): unless they may be named, "
        "write each name here, as in never_print: [Brook, Stone]."
    )


def test_whether_people_may_be_named_is_a_persons_decision() -> None:
    names = Guess("names", {"section": "Annex", "column": "name", "part": "all"}, "", 0.8, (60,))
    assert settling(TITLE, ISSUER, CITATION, HEADING, names)[0] == (
        "names: may the people in “Annex” (line 60) be named? As it stands, briefs name nobody."
    )
