from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefs.compose.looks.printed_block import PrintedBlock, PrintedPassage, printed_fields
from briefs.model.block import Term
from briefs.model.block_fields import Passage
from briefs.model.document import FormRef
from briefs.model.library import Drawn
from tests.compose.builders import harbour_library


def missing(drawn: Drawn, form: str) -> Exception:
    return LookupError(f"{drawn.id} {form}")


def test_fields_for_editors_are_not_to_be_had(tmp_path: Path) -> None:
    block = PrintedBlock(harbour_library(tmp_path).blocks["rec.tides"], missing)
    for name in ("note", "conflict", "audiences", "anchor", "with_", "_drawn_", "caveat"):
        with pytest.raises(AttributeError):
            getattr(block, name)
    assert (str(block.text), block.kind) == ("The board should publish the tides each week", "recommendation")
    assert not block.lead
    with pytest.raises(LookupError, match=r"rec\.tides nonsense"):
        block.form("nonsense")


@pytest.mark.parametrize("print_it", [str, lambda one: one.__html__(), lambda one: one.short, lambda one: f"{one}"])
def test_a_field_that_is_not_filled_in_is_false_and_named_when_it_is_printed(
    tmp_path: Path, print_it: Callable[[object], object]
) -> None:
    lead = PrintedBlock(harbour_library(tmp_path).blocks["rec.tides"], missing).lead
    assert not lead
    with pytest.raises(LookupError, match=r"rec\.tides lead"):
        print_it(lead)


def test_what_is_printed_in_html_says_which_form_it_is(tmp_path: Path) -> None:
    block = PrintedBlock(harbour_library(tmp_path).blocks["fact.timetable"], missing, "must")
    text = "Most keepers agreed that a shared timetable would reduce waiting."
    assert block.__html__() == f'<span data-form="fact.timetable/short">{text}</span>'
    assert (block.text.form, block.text.weight) == (FormRef("fact.timetable", "short"), "must")
    assert block.text.plain == text


def test_the_reports_words_are_shortened_where_that_is_asked_for_and_possible(tmp_path: Path) -> None:
    library = harbour_library(tmp_path)
    long, short = (
        PrintedBlock(library.blocks["fact.timetable"], missing, shortened=shortened) for shortened in (False, True)
    )
    assert (long.verbatim.form.field, short.verbatim.form.field) == ("verbatim", "short")
    assert PrintedBlock(library.blocks["rec.tides"], missing, shortened=True).verbatim.form.field == "verbatim"


def test_a_passage_is_printed_in_its_short_form_or_verbatim(tmp_path: Path) -> None:
    drawn = harbour_library(tmp_path).blocks["rec.tides"]
    short = PrintedPassage(drawn, "basis", Passage.model_validate({"anchor": "a b c", "short": "So *so*"}))
    assert short.__html__() == '<span data-form="rec.tides/basis.short">So <em>so</em></span>'
    assert str(PrintedPassage(drawn, "anchor", Passage.model_validate({"anchor": "a b c"}))) == drawn.verbatim()


def test_a_template_can_ask_for_every_field_of_a_kind_that_readers_may_see() -> None:
    assert {"term", "verdict", "text", "short", "id"} <= printed_fields(Term)
    assert not printed_fields(Term) & {"anchor", "note", "audiences", "with_"}


def test_a_passage_that_has_no_short_form_cannot_be_shortened(tmp_path: Path) -> None:
    drawn = harbour_library(tmp_path).blocks["rec.tides"]
    both = Passage.model_validate({"anchor": "a b c", "short": "So so"})
    assert PrintedPassage(drawn, "anchor", both, shortened=True).verbatim.form.field == "anchor.short"
    alone = Passage.model_validate({"anchor": "a b c"})
    assert PrintedPassage(drawn, "anchor", alone, shortened=True).verbatim.form.field == "anchor"
