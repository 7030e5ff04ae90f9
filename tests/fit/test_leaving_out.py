"""What goes with units that are left out, so that nothing stands there for nothing."""

from __future__ import annotations

from briefs.fit.leaving_out import leave_out
from briefs.model.document import Paragraph
from briefs.model.inline import inline_text
from tests.fit.builders import Brief, document, headings, intro, items, paragraph, printed, section, table


def test_a_section_that_has_lost_its_last_unit_loses_its_heading() -> None:
    make = Brief()
    first, second = make.unit(), make.unit()
    brief = document(section(items(first), heading="Stays"), section(items(second), heading="Goes"))

    assert headings(leave_out(brief, {"u2"})) == ["Stays"]


def test_a_section_that_never_had_a_unit_stays() -> None:
    make = Brief()
    brief = document(section(paragraph("Furniture.")), section(items(make.unit())))

    assert len(leave_out(brief, {"u1"}).sections) == 1


def test_a_sentence_that_introduces_a_list_goes_with_its_last_item() -> None:
    make = Brief()
    kept, first, second = make.unit(), make.unit(), make.unit()
    brief = document(section(paragraph("Text.", kept), intro(), items(first, second)))

    assert len(leave_out(brief, {"u2"}).sections[0].content) == 3
    assert leave_out(brief, {"u2", "u3"}).sections[0].content == (paragraph("Text.", kept),)


def test_a_unit_that_ends_in_a_colon_goes_with_what_it_introduces() -> None:
    make = Brief()
    kept, colon, item = make.unit(), make.unit(), make.unit()
    brief = document(section(paragraph("Text.", kept), paragraph("They asked for:", colon), items(item)))

    assert printed(leave_out(brief, {"u3"})) == ["u1"]


def test_a_table_without_a_row_goes_with_its_caption() -> None:
    make = Brief()
    kept, row = make.unit(), make.unit()
    brief = document(section(paragraph("Text.", kept), table(row)))

    assert leave_out(brief, {"u2"}).sections[0].content == (paragraph("Text.", kept),)


def test_an_attribution_goes_with_its_quotation() -> None:
    make = Brief()
    kept, quote = make.unit(), make.unit()
    said = paragraph("One participant", role="attribution")
    brief = document(section(paragraph("Text.", kept), paragraph("“Words.”", quote, "quote"), said))

    assert leave_out(brief, {"u2"}).sections[0].content == (paragraph("Text.", kept),)


def test_a_subheading_left_alone_among_several_goes_and_its_content_stays() -> None:
    make = Brief()
    first, second, third = make.unit(), make.unit(), make.unit()
    brief = document(
        section(heading="Questions"),
        section(items(first), heading="At home", level=3),
        section(items(second), heading="Abroad", level=3),
        section(items(third), heading="People", level=3),
    )

    assert headings(leave_out(brief, {"u1"})) == ["Questions", "Abroad", "People"]
    left = leave_out(brief, {"u1", "u3"})
    assert headings(left) == ["Questions"]
    assert printed(left) == ["u2"]


def test_a_subheading_that_was_alone_from_the_start_stays() -> None:
    make = Brief()
    first, second = make.unit(), make.unit()
    brief = document(section(items(first)), section(items(second), heading="Sub", level=3))

    assert headings(leave_out(brief, {"u1"})) == ["Heading", "Sub"]


def test_a_line_that_introduces_subsections_goes_with_the_last_of_them() -> None:
    make = Brief()
    kept, first, second = make.unit(), make.unit(), make.unit()
    brief = document(
        section(paragraph("Text.", kept), intro("In two groups:")),
        section(items(first), heading="One", level=3),
        section(items(second), heading="Two", level=3),
    )

    left = leave_out(brief, {"u2", "u3"})

    assert [inline_text(one.children) for one in left.sections[0].content if isinstance(one, Paragraph)] == ["Text."]
    assert headings(left) == ["Heading"]
