"""What was left out and still fits goes back in: pages have 20 lines on one paper and 22 on the other, 3 stay free."""

from __future__ import annotations

import math
from collections.abc import Mapping
from unittest import mock

from briefs.fit import effort, refilling
from briefs.fit.extents import LayOut
from briefs.model.document import Paragraph
from briefs.model.inline import Text
from tests.fit.builders import (
    Brief,
    Laid,
    fitted,
    intro,
    items,
    lines_layout,
    paragraph,
    printed,
    section,
    table,
    template,
    words,
)


def test_a_short_unit_goes_back_into_the_room_that_a_long_one_left() -> None:
    make = Brief()
    must, short, long = make.unit("must"), make.unit(), make.unit()
    brief = make.composed(
        section(paragraph(words(7, "u1"), must)),
        section(paragraph(words(1, "u2"), short), cut=1),
        section(paragraph(words(5, "u3"), long), cut=2),
    )

    done = fitted(brief, template())

    assert done.selection.left_out == {"u3"}


def test_the_largest_weight_goes_back_first_then_the_first_in_reading_order() -> None:
    make = Brief()
    must, *others = [make.unit("must"), make.unit(), make.unit(), make.unit("should"), make.unit("should")]
    long = make.unit("should")
    content = [paragraph(words(1, unit.name), unit) for unit in others]

    def left_out(lines: int) -> frozenset[str]:
        first = section(paragraph(words(lines, "u1"), must), *content)
        return fitted(make.composed(first, section(items(long, lines=9), cut=9)), template()).selection.left_out

    assert left_out(8) == {"u6"}
    assert left_out(9) == {"u3", "u6"}
    assert left_out(10) == {"u2", "u3", "u6"}
    assert left_out(11) == {"u2", "u3", "u5", "u6"}


def test_a_pair_goes_back_whole_or_not_at_all() -> None:
    make = Brief()
    must, long = make.unit("must"), make.unit("should")
    one, other = make.unit(block="ben.one", pair="cw.one"), make.unit(block="cw.one")

    def left_out(lines: int) -> frozenset[str]:
        first = section(paragraph(words(lines, "u1"), must), paragraph(words(6, "u2"), long))
        pair = section(paragraph("One", one), paragraph(words(2, "u4"), other), cut=1)
        return fitted(make.composed(first, pair), template()).selection.left_out

    assert left_out(6) == {"u3", "u4"}
    assert left_out(7) == {"u2"}
    assert left_out(8) == {"u2", "u3", "u4"}


def test_nothing_goes_back_without_what_introduces_it() -> None:
    make = Brief()
    must, colon = make.unit("must"), make.unit()
    first, second = make.unit("should"), make.unit()
    brief = make.composed(
        section(paragraph(words(9, "u1"), must)),
        section(paragraph(f"{words(2, 'u2')}:", colon), paragraph(words(3, "u3"), first)),
        section(paragraph(words(1, "u4"), second)),
    )
    done = fitted(brief, template())

    assert done.selection.left_out == {"u2", "u3"}
    listed = make.composed(
        section(paragraph(words(10, "u1"), must)),
        section(paragraph(f"{words(2, 'u2')}:", colon), items(first, second)),
    )
    left = fitted(listed, template()).document
    assert ("u2" in printed(left)) or not {"u3", "u4"} & set(printed(left))


def test_a_note_and_the_row_that_explains_a_term_need_room_too() -> None:
    make = Brief()
    must, noted, term = make.unit("must"), make.unit(), make.unit()
    call, row = make.note(words(2, "note")), make.explain("GMG")
    brief = make.composed(
        section(paragraph(words(7, "u1"), must)),
        section(Paragraph((Text("One line"), call), "body", noted), paragraph("The GMG met.", term), cut=1),
        section(table(row, style="glossary"), heading="Terms", cut=2),
    )

    done = fitted(brief, template())

    assert {"u2", "u3"} & done.selection.left_out
    assert done.document.notes == () or "u2" in printed(done.document)


def test_a_budget_of_words_is_filled_too() -> None:
    make = Brief()
    texts = ("These are six words in all.", "Two words.", "These are six words in all.")
    brief = make.composed(section(*(paragraph(text, make.unit()) for text in texts)))

    done = fitted(brief, template(words=8))

    assert printed(done.document) == ["u1", "u2"]
    assert printed(fitted(brief, template(words=7)).document) == ["u1"]


def test_what_was_shortened_goes_back_in_its_short_form() -> None:
    make = Brief()
    must, short, long = make.unit("must"), make.unit(short="Short."), make.unit("should")
    brief = make.composed(
        section(paragraph(words(6, "u1"), must)),
        section(paragraph(words(4, "u2"), short), intro(), items(long, lines=7)),
    )

    done = fitted(brief, template())

    assert (done.selection.left_out, done.selection.shortened) == (frozenset({"u3"}), frozenset({"u2"}))


def test_what_makes_room_on_page_1_does_not_go_back_there() -> None:
    make = Brief()
    long, asked, last = make.unit(), make.unit("must"), make.unit()
    brief = make.composed(
        section(paragraph(words(9, "u1"), long), heading="Background", cut=2),
        section(paragraph(words(7, "u2"), asked), heading="asked"),
        section(paragraph(words(2, "u3"), last), heading="More", cut=1),
    )

    done = fitted(brief, template(pages=2, first_page=("asked",)))

    assert printed(done.document) == ["u2", "u3"]


def test_nothing_goes_back_that_does_not_fit_on_every_paper() -> None:
    make = Brief()
    must, short, long = make.unit("must"), make.unit(), make.unit()
    brief = make.composed(
        section(paragraph(words(9, "u1"), must)),
        section(paragraph(words(2, "u2"), short), cut=1),
        section(paragraph(words(7, "u3"), long), cut=2),
    )
    papers: Mapping[str, LayOut[Laid]] = {"tall": lines_layout(22), "short": lines_layout(20)}

    assert fitted(brief, template(), papers=papers).selection.left_out == {"u2", "u3"}
    tall: Mapping[str, LayOut[Laid]] = {"tall": lines_layout(22), "as tall": lines_layout(22)}
    assert fitted(brief, template(), papers=tall).selection.left_out == {"u3"}


def test_what_surely_does_not_fit_costs_no_layout() -> None:
    make = Brief()
    brief = make.composed(section(items(*(make.unit() for _ in range(16)), lines=2)))

    assert fitted(brief, template()).layouts <= 4


def test_what_is_as_high_as_what_was_tried_in_vain_on_its_page_costs_no_layout() -> None:
    make = Brief()
    first, whole = [make.unit() for _ in range(12)], make.unit("must")
    brief = make.composed(
        section(items(*first, lines=3)),  # white space is left on page 1, but not enough for any of these
        section(paragraph(words(16, whole.name), whole)),
    )

    with mock.patch.object(refilling, "ALIKE", -math.inf):
        each = fitted(brief, template(2))
    done = fitted(brief, template(2))

    assert done.selection == each.selection
    assert done.layouts < each.layouts


def test_the_layouts_that_are_in_vain_do_not_become_more_with_the_pages() -> None:
    def layouts(pages: int) -> int:
        make = Brief()
        parts = []
        for _ in range(pages):  # on each page, white space is left that seems to be enough for one more of some
            whole = make.unit("must")
            parts += [
                section(items(*(make.unit() for _ in range(5)), lines=3)),
                section(paragraph(words(11, "x"), whole)),
            ]
        return fitted(make.composed(*parts), template(pages)).layouts

    assert layouts(18) < 25
    with mock.patch.object(effort, "MOST_IN_VAIN", math.inf):
        assert layouts(18) > 30


def test_of_what_does_not_fit_together_the_most_is_found_by_halving() -> None:
    make = Brief()
    must, small = make.unit("must"), [make.unit() for _ in range(40)]
    content = [paragraph(words(1, unit.name), unit) for unit in small]
    brief = make.composed(
        section(paragraph(words(2, "u1"), must)), section(*content, cut=9), section(items(make.unit(), lines=12), cut=1)
    )
    assert fitted(brief, template()).layouts <= 12
