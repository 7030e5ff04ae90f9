"""Short forms in place of the report's own words."""

from __future__ import annotations

from briefs.fit.shortening import printed_forms, shortenable_units, take_short_forms
from briefs.model.block import Statement
from briefs.model.diagnostics import Place
from briefs.model.document import Figure, Unit
from briefs.model.inline import Text
from briefs.model.library import Drawn
from tests.builders import TIMELINE, forms
from tests.fit.builders import Brief, document, intro, paragraph, section

FIGURE = Figure(
    TIMELINE,
    (Text("Where they met"),),
    Unit("u1", "u1", ("st.b1",), forms=forms("st.b1/verbatim")),
)


def test_a_form_that_is_not_shorter_is_not_used() -> None:
    make = Brief()
    unit = make.unit(short="A short form that is longer than what it stands for.")

    assert [step.action for step in make.composed(section(paragraph("Brief.", unit))).order.steps] == ["leave out"]


def test_a_quotation_is_never_put_in_other_words() -> None:
    make = Brief()
    unit = make.unit(short="Short.")

    brief = make.composed(section(paragraph("“The words of a participant.”", unit, "quote")))

    assert [step.action for step in brief.order.steps] == ["leave out"]


def test_words_in_quotation_marks_are_never_put_in_other_words() -> None:
    make = Brief()
    unit = make.unit(short="Short.")
    make.short[unit.name] = "He said “Short.”"

    brief = make.composed(section(paragraph("He said “The words of a participant.”", unit)))

    assert [step.action for step in brief.order.steps] == ["leave out"]


def test_a_picture_is_taken_in_its_short_form_too() -> None:
    block = Statement.model_validate({"id": "st.b1", "kind": "statement", "anchor": "a b c", "short": "There"})
    short = Figure(
        TIMELINE,
        (Text("There"),),
        Unit("u1", "u1", ("st.b1",), forms=forms("st.b1/short")),
    )
    full, other = document(section(FIGURE)), document(section(short))

    assert shortenable_units(full, other, {"st.b1": Drawn(block, Place("x"), {})}) == {"u1"}
    assert take_short_forms(full, other, {"u1"}) == other


def test_what_prints_no_unit_prints_no_forms() -> None:
    assert printed_forms(intro()) == ()
    assert printed_forms(FIGURE) == forms("st.b1/verbatim")
