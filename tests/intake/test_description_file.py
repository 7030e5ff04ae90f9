from __future__ import annotations

from briefs.files.yaml import parse_yaml
from briefs.intake.description_file import Description, ReportFile, description
from briefs.intake.guess import Guess
from briefs.report.hints import parse_hints

FILE = ReportFile("report.docx", "water (final).docx", "0" * 64, is_plain=False)
GUESSES = (
    Guess("title", "Water: a promise", "the first words of the title page", 0.75, (1,), "i"),
    Guess("issuer", "Valley Council (VC)", "the title page", 0.9, (3,)),
    Guess("citation", "*Water: a promise*, Valley Council (VC), 2010", "the title and the issuer above", 0.75),
    Guess("outline", {"level": 1, "label": "I", "text": "I. Why"}, "style Heading 1", 1.0, (5,)),
    Guess("outline", {"level": 2, "label": "Wells", "text": "Wells: a list, and more"}, "bold", 0.5, (9,)),
    Guess("outline", None, "the report cannot be read with it", 0.0, (9,), proposal={"level": 2, "text": "Gone"}),
    Guess("tables", {"section": "I. Why", "columns": ["name", "town"]}, "its heading", 0.8, (12,)),
    Guess("names", {"section": "I. Why", "column": "name", "part": "all"}, "the names in that list", 0.8),
    Guess("strength", {6: ["participants agreed"], 4: ["the general feeling"]}, "phrases of the text", 0.65),
    Guess("relative_dates", ["last year", "next year"], "phrases of the text", 0.8),
    Guess("loose_dates", None, "phrases of the text", 0.5, proposal=["currently"]),
    Guess("common_acronyms", [f"A{number}" for number in range(60)], "acronyms", 0.7),
)


def made(*guesses: Guess, anchor: str = "") -> Description:
    return description(FILE, guesses or GUESSES, ["title: is it right?"], anchor)


def test_it_is_read_as_what_was_guessed() -> None:
    hints = parse_hints(*parse_yaml(made().text, "report.yaml"), "report.yaml").hints
    assert (hints.title, hints.issuer) == ("Water: a promise", "Valley Council (VC)")
    assert [(one.level, one.label, one.text) for one in hints.outline] == [
        (1, "I", "I. Why"),
        (2, "Wells", "Wells: a list, and more"),
    ]
    assert hints.strength == {6: ("participants agreed",), 4: ("the general feeling",)}
    assert len(hints.common_acronyms) == 60
    assert hints.names is not None
    assert hints.about is None


def test_guesses_are_marked_with_evidence_certainty_and_place_and_what_is_settled_is_not() -> None:
    lines = made().text.split("\n")
    assert "# guessed: the first words of the title page; likely (p. i)" in lines
    assert "# guessed: the title page; certain (line 3)" in lines
    assert "  - {level: 1, label: I, text: I. Why}" in lines
    assert '  - {level: 2, label: Wells, text: "Wells: a list, and more"}  # guessed: bold; unsure (line 9)' in lines


def test_what_is_open_is_a_comment_or_a_word_in_brackets() -> None:
    text = made(GUESSES[0], Guess("issuer", None, "nothing", 0.0), GUESSES[2]).text
    assert 'issuer: "[issuer]"' in text
    assert "# outline:\n" in text
    assert "# subtitle: A fresh look at water" in text
    assert "  # - {level: 2, text: Gone}  # the report cannot be read with it" in made().text


def test_people_whom_no_table_protects_have_a_field_to_fill_in() -> None:
    text = made(*GUESSES[:3], Guess("never_print", None, "lines that begin with a name", 0.5, (7,), "", 3)).text
    assert "# open: 3 lines that begin with a name, but stand in no table (line 7).\n# never_print: [Brook, " in text


def test_the_proposal_for_about_has_its_anchor() -> None:
    about = Guess("about", None, "a sentence", 0.7, (20,), proposal="This report says: all.")
    text = made(*GUESSES[:3], about, anchor="This report … says: all.").text
    assert "# open: the report says (line 20): This report says: all." in text
    assert '#   anchor: "This report … says: all."' in text


def test_each_line_of_a_guess_is_known() -> None:
    description = made()
    lines = description.text.split("\n")
    for number, guess in description.guesses.items():
        assert lines[number - 1].strip(), guess
    titles = [number for number, guess in description.guesses.items() if guess.field == "title"]
    assert [lines[number - 1] for number in titles] == ['title: "Water: a promise"']


def test_no_line_is_longer_than_an_editor_shows() -> None:
    long = Guess("citation", "*Water* " + ("and wells " * 40).strip(), "the title " * 30, 0.7)
    heading = Guess("outline", {"level": 1, "label": "I", "text": "Water " * 19 + "wells"}, "bold " * 20, 0.5, (3,))
    assert all(len(line) <= 120 for line in made(*GUESSES[:2], long, heading).text.split("\n"))
