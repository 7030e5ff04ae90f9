"""Heights are guessed from text until they are known."""

from __future__ import annotations

from dataclasses import replace

from briefs.fit.heights import LINE, estimate, unit_height
from briefs.model.document import Drawing, Figure, Text, Unit
from tests.builders import forms
from tests.fit.builders import Brief, document, items, paragraph, section, words

FIGURE = Figure(
    (Drawing("<svg/>", 442),),
    "A picture",
    (Text("Where they met"),),
    Unit("u1", "u1", ("st.b1",), forms=forms("st.b1/verbatim")),
)


def test_more_text_is_higher_and_what_was_laid_out_counts_as_it_was() -> None:
    make = Brief()
    short, long = make.unit(), make.unit()
    one, other = paragraph("Few words.", short), paragraph(words(3, "Many"), long)

    assert unit_height(one, {}) == LINE
    assert unit_height(other, {}) == 3 * LINE
    assert unit_height(other, {("u2", long.forms): 40.0}) == 40.0


def test_a_picture_is_higher_than_a_line_and_a_box_than_no_box() -> None:
    line = document(section(items(Brief().unit())))

    assert estimate(document(section(FIGURE)), {}) > estimate(line, {})


def test_a_picture_is_guessed_as_high_as_it_says_with_its_caption() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="442pt" height="87.5pt" viewBox="0 0 442 87.5"></svg>'
    picture = Figure((Drawing(svg, 442.0),), "A quay", (Text("Boats"),), Unit("u1", "u1", ("fig.a",)))
    assert unit_height(picture, {}) == 87.5 + LINE
    assert unit_height(replace(picture, drawings=(Drawing("<svg/>", 442.0),)), {}) == 110 + LINE
