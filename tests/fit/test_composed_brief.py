"""A brief as composed, and what a selection leaves of it."""

from __future__ import annotations

from briefs.fit.selection import Selection
from briefs.model.inline import inline_text
from tests.fit.builders import Brief, items, paragraph, printed, section, table


def test_units_are_left_out_and_printed_in_their_short_form() -> None:
    make = Brief()
    first, second = make.unit(short="Short."), make.unit()
    brief = make.composed(section(items(first, second)))

    left = brief.cut(Selection(frozenset({"u2"}), frozenset({"u1"})))

    [content] = left.sections[0].content
    assert [inline_text(item.children) for item in content.owners if item.unit] == ["Short."]  # type: ignore[union-attr]


def test_what_must_be_there_stays_whatever_a_selection_says() -> None:
    make = Brief()
    brief = make.composed(section(items(make.unit("must"), make.unit())))

    assert printed(brief.cut(Selection(frozenset({"u1", "u2"})))) == ["u1"]


def test_an_explanation_goes_with_its_term() -> None:
    make = Brief()
    kept, using, row = make.unit(), make.unit(), make.explain("GMG")
    brief = make.composed(
        section(paragraph("Text.", kept), paragraph("The GMG met.", using)), section(table(row, style="glossary"))
    )

    assert brief.explanations == {"u3"}
    assert printed(brief.cut(Selection(frozenset({"u2"})))) == ["u1"]
