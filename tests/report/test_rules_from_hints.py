from __future__ import annotations

from briefs.model.participant import Participant
from briefs.model.report import Report
from briefs.model.wording_rules import WordingRules
from briefs.report.rules_from_hints import wording_rules
from tests.report.builders import hints, parsed, report

TABLE = (
    "outline: [{text: Annex, level: 1, label: A}]\n"
    "tables: [{section: Annex, columns: [name, place]}]\n"
    "names: {section: Annex, column: name, part: PART}\n"
)
TEXT = "*Annex*\n\nAmb. Peter F. De CLERCQ\tUN\nMs. Ana MARÍA-LÓPEZ\tUNDP\nMr. Jan DE CLERCQ\tUN\n"


def test_rules_are_the_hints_and_the_surnames_of_the_table() -> None:
    words = (
        "strength:\n  7: [all participants]\n  1: [one participant, a view]\n"
        "guarded: {all: 7}\nnever_print: [agency head]\nrelative_dates: [this year]\ncommon_acronyms: [UN]\n"
    )
    text = TABLE.replace("PART", "capitals") + words
    assert wording_rules(report(TEXT, text), hints(text).hints) == WordingRules(
        strengths={"all participants": 7, "one participant": 1, "a view": 1},
        guarded={"all": 7},
        never_print=("agency head",),
        relative_dates=("this year",),
        names=("CLERCQ", "Clercq", "MARÍA-LÓPEZ", "María-López", "DE CLERCQ", "De Clercq"),
        common_acronyms=("UN",),
        name_rows=frozenset({"A row 1", "A row 2", "A row 3"}),
        of_the_report=("A report", "Someone"),
        participants=(
            Participant(("Peter", "De"), "CLERCQ", "", ("UN",)),
            Participant(("Ana",), "MARÍA-LÓPEZ", "", ("UNDP",)),
            Participant(("Jan",), "DE CLERCQ", "", ("UN",)),
        ),
    )


def test_participants_are_what_the_other_columns_say_of_them() -> None:
    text = TABLE.replace("PART", "capitals").replace("[name, place]", "[name, position, body]")
    row = "Annex\n\nMr. Jan PIET DOE\tHead of Policy\tInternational Labour Organization, Geneva (ILO)\n"
    assert wording_rules(report(row, text), hints(text).hints).participants == (
        Participant(
            ("Jan",),
            "PIET DOE",
            "Head of Policy",
            ("International Labour Organization, Geneva", "ILO", "International Labour Organization", "Geneva"),
        ),
    )


def test_where_no_capitals_mark_the_surname_the_whole_name_counts() -> None:
    text = TABLE.replace("PART", "all")
    rules = wording_rules(report(TEXT, text), hints(text).hints)
    assert [one.surname for one in rules.participants] == ["CLERCQ", "MARÍA-LÓPEZ", "CLERCQ"]
    assert rules.names == ("Amb. Peter F. De CLERCQ", "Ms. Ana MARÍA-LÓPEZ", "Mr. Jan DE CLERCQ")


def test_without_a_table_there_are_no_names() -> None:
    assert wording_rules(report("Text.\n"), hints().hints) == WordingRules(
        strengths={}, guarded={}, of_the_report=("A report", "Someone")
    )


def test_a_row_that_does_not_split_gives_its_cells_as_they_are() -> None:
    text = TABLE.replace("PART", "capitals").replace("column: name", "column: place")
    result = parsed("Annex\n\nMs. LÓPEZ\tUN\textra\nMr. A\tROME\n", text)
    assert [d.code for d in result.problems] == ["row-unsplit"]
    tree = Report("A report", "report.txt", "", result.value.line_count, result.value.children)
    assert wording_rules(tree, hints(text).hints).names == ("UN", "Un", "ROME", "Rome")
