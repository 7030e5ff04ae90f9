"""What participants said, in their own words."""

from __future__ import annotations

from dataclasses import replace

from briefs.candidates.finders import FINDERS
from briefs.candidates.found import FoundPassage, Material, Open
from briefs.model.report import Quotation
from tests.candidates.builders import found, passages
from tests.report.builders import report as read

OUTLINE = "outline: [{text: Wells, level: 1, label: I}]\n"
SAID = "One participant said: “Water is a promise that nobody keeps.” It rained."


def test_words_in_quotation_marks_belong_to_whoever_says_them() -> None:
    (one,) = found("quote", f"# Wells\n\n{SAID}\n")
    assert one.passage.words == "Water is a promise that nobody keeps."
    assert one.fields == {"display": None, "attribution": "One participant"}


def test_a_quotation_of_several_sentences_is_taken_whole() -> None:
    text = "# Wells\n\nIt rained. A farmer asked: “Who pays for all of it? And who digs?” Nobody knew.\n"
    assert passages("quote", text) == ["Who pays for all of it? And who digs?"]


def test_a_quotation_is_taken_as_the_report_writes_it() -> None:
    said = "It's 'dear' in 2010-2012 and nobody - nobody - pays."
    text = f'# Wells\n\nIn 2010-2012, one farmer said: "{said}" It rained.\n'
    assert passages("quote", text) == [said]


def test_terms_in_quotation_marks_and_words_of_nobody_are_no_quotes() -> None:
    assert (
        passages("quote", "# Wells\n\nOne participant said “water”. The law says “all wells belong to the valley”.\n")
        == []
    )


def test_a_quotation_set_apart_is_drawn_from_the_body_that_repeats_it() -> None:
    hints = f"{OUTLINE}quotations: [{{text: Water is a promise, role: pull}}]\n"
    text = f"Wells\n\nWater is a promise that nobody keeps.\n\n{SAID}\n"
    (one,) = FINDERS["quote"](Material(read(text, hints), "en"))
    assert one.passage.words == "Water is a promise that nobody keeps."
    assert isinstance(one.fields["display"], FoundPassage)
    assert one.fields["attribution"] == "One participant"


def test_one_that_only_stands_apart_keeps_the_attribution_under_it() -> None:
    hints = f"{OUTLINE}quotations: [{{text: Water, role: epigraph, attribution: A mayor}}]\n"
    (one,) = FINDERS["quote"](
        Material(read("Water is a promise that nobody keeps.\n- A mayor\n\nWells\n\nIt rains.\n", hints), "en")
    )
    assert one.fields == {"display": None, "attribution": "A mayor"}
    assert not isinstance(one.fields["attribution"], Open)


def test_a_box_without_quotation_marks_is_no_quote() -> None:
    hints = f"{OUTLINE}quotations: [{{text: Wells are, role: pull}}]\n"
    report = read("Wells\n\nWells are what this box of the report is about.\n", hints)
    (quotation,) = [leaf for leaf in report.leaves() if isinstance(leaf, Quotation)]
    (section,) = report.sections()
    boxed = replace(report, children=(replace(section, children=(replace(quotation, role="block"),)),))
    assert [one.certainty for one in FINDERS["quote"](Material(report, "en"))] == [0.85]
    assert list(FINDERS["quote"](Material(boxed, "en"))) == []


def test_a_comma_at_the_end_of_a_quotation_belongs_to_the_sentence_around_it() -> None:
    text = "# Wells\n\n“Water is a promise that nobody keeps,” one participant said.\n"
    assert passages("quote", text) == ["Water is a promise that nobody keeps"]
