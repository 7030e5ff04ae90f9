"""How much is tried: long briefs are laid out a stated number of times."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from briefs.fit.effort import LONG, MOST_LAYOUTS, effort_for
from briefs.fit.extents import LayOut
from briefs.fit.selection import selection_of
from tests.fit.builders import PAPERS, Brief, Laid, fitted, paragraph, section, template, words


@pytest.mark.parametrize("pages", [LONG + 1, 60])
def test_a_long_brief_is_laid_out_a_stated_number_of_times_and_once_on_the_usual_paper(pages: int) -> None:
    make = Brief()
    brief = make.composed(
        *(
            section(*(paragraph(words(1 + (number + at) % 4, ""), make.unit()) for at in range(9)), cut=number % 7)
            for number in range(pages)
        )
    )

    done = fitted(brief, template(pages))

    assert done.layouts <= MOST_LAYOUTS + 1
    assert done.selection.left_out
    room = done.rooms[0]
    assert room.pages == pages
    assert 0 <= room.usable < 20  # less than a page is left of all
    assert done == fitted(brief, template(pages))
    assert fitted(brief, template(pages), done.selection).document == done.document


def thrice(lay_out: LayOut[Laid]) -> LayOut[Laid]:
    """A layout in which everything takes three times the room that any estimate gives it."""
    return lambda document: lay_out(replace(document, sections=document.sections * 3))


def test_a_long_brief_that_no_estimate_fits_is_laid_out_until_it_fits() -> None:
    make = Brief()
    brief = make.composed(*(section(paragraph("Short.", make.unit())) for _ in range(40 * LONG)))
    papers = {name: thrice(lay_out) for name, lay_out in PAPERS.items()}

    done = fitted(brief, template(LONG + 1), papers=papers)

    assert done.rooms[0].pages <= LONG + 1
    assert done.selection == selection_of(brief.order.steps[: len(done.selection.left_out)])


def test_a_short_brief_is_cut_to_the_unit() -> None:
    effort = effort_for(LONG)

    assert not effort.is_long
    assert effort.layouts == math.inf
    assert {effort.margin(failures) for failures in range(9)} == {0.0}


def test_the_margin_grows_until_something_fits() -> None:
    margins = [effort_for(LONG + 1).margin(failures) for failures in range(6)]

    assert margins == sorted(set(margins))
