"""Copyfitting, on a layout that counts lines: the pages have 20 lines on one paper and 22 on the other, 3 stay free."""

from __future__ import annotations

from collections.abc import Mapping

from briefs.fit.extents import LayOut
from briefs.fit.selection import Selection
from briefs.model.document import Document, Paragraph
from briefs.model.inline import Text
from tests.fit.builders import (
    PAPERS,
    Brief,
    Laid,
    checked_fit,
    fitted,
    headings,
    items,
    lines_layout,
    paragraph,
    printed,
    section,
    template,
    words,
)


def test_a_brief_that_fits_is_left_as_it_is() -> None:
    make = Brief()
    brief = make.composed(section(items(make.unit(), make.unit())))

    done = fitted(brief, template())

    assert done.selection == Selection()
    assert done.layouts == 2


def test_no_more_is_left_out_than_the_shorter_paper_needs() -> None:
    make = Brief()
    brief = make.composed(section(items(*(make.unit() for _ in range(16)))))

    done = fitted(brief, template())

    assert len(printed(done.document)) == 20 - 3 - 5
    assert [(room.paper, room.pages, room.lines) for room in done.rooms] == [("short", 1, 3.0), ("tall", 1, 5.0)]


def test_a_short_form_that_makes_enough_room_saves_all_units() -> None:
    make = Brief()
    units = [make.unit(short="Short.") for _ in range(4)]
    brief = make.composed(section(items(*units, lines=4)))

    done = fitted(brief, template())

    assert printed(done.document) == ["u1", "u2", "u3", "u4"]
    assert done.selection == Selection(frozenset(), frozenset({"u3", "u4"}))


def test_what_must_stay_is_shortened_when_nothing_else_helps() -> None:
    make = Brief()
    must, could = make.unit("must", short="Short."), make.unit()
    brief = make.composed(section(paragraph(words(14, "u1"), must), items(could)))

    done = fitted(brief, template())

    assert done.selection == Selection(frozenset(), frozenset({"u1"}))
    assert printed(done.document) == ["u1", "u2"], "it was left out first, and went back into the room"


def test_what_must_stay_and_does_not_fit_is_given_back_with_the_reason() -> None:
    make = Brief()
    brief = make.composed(section(items(*(make.unit("must") for _ in range(20)), make.unit())))

    checked = checked_fit(brief, template())

    assert [problem.code for problem in checked.problems] == ["over-budget"]
    assert (checked.has_errors, len(printed(checked.value.document))) == (True, 20)


def test_a_note_goes_with_its_last_call_and_the_others_are_numbered_anew() -> None:
    make = Brief()
    kept, gone = make.unit("must"), make.unit()
    first, second = make.note("First note."), make.note("Second note.")
    brief = make.composed(
        section(Paragraph((Text(words(12, "u2")), first), "body", gone)),
        section(Paragraph((Text("Text"), second), "body", kept)),
    )

    done = fitted(brief, template())

    assert [(note.id, note.number) for note in done.document.notes] == [("u4", 1)]


def test_a_budget_of_words_is_kept_by_leaving_out_too() -> None:
    make = Brief()
    units = [make.unit() for _ in range(5)]
    brief = make.composed(section(*(paragraph("Four words are here.", unit) for unit in units)))

    done = fitted(brief, template(words=13))

    assert printed(done.document) == ["u1", "u2", "u3"]
    assert done.layouts == 2


def test_page_1_is_made_to_hold_what_belongs_there() -> None:
    make = Brief()
    long, asked, last = make.unit(), make.unit("must"), make.unit()
    brief = make.composed(
        section(paragraph(words(9, "u1"), long), heading="Background", cut=2),
        section(paragraph(words(6, "u2"), asked), heading="Asked"),
        section(paragraph(words(9, "u3"), last), heading="More", cut=1),
    )

    done = fitted(brief, template(pages=2, first_page=("Asked",)))

    assert headings(done.document) == ["Asked", "More"]


def test_page_1_that_holds_what_belongs_there_costs_no_layout() -> None:
    make = Brief()
    asked, more = make.unit("must"), make.unit()
    brief = make.composed(section(items(asked), heading="Asked"), section(items(more)))

    done = fitted(brief, template(first_page=("asked",)))

    assert (printed(done.document), done.layouts) == (["u1", "u2"], 2)


def test_what_page_1_makes_room_for_is_put_back() -> None:
    make = Brief()
    long, asked, last = make.unit(), make.unit("must"), make.unit()
    brief = make.composed(
        section(paragraph(words(9, "u1"), long), heading="Background", cut=2),
        section(paragraph(words(7, "u2"), asked), heading="asked"),
        section(paragraph(words(12, "u3"), last), heading="More", cut=1),
    )

    done = fitted(brief, template(pages=2, first_page=("asked",)))

    assert headings(done.document) == ["asked", "More"]


def test_a_remembered_selection_is_laid_out_once_and_taken() -> None:
    make = Brief()
    brief = make.composed(section(items(*(make.unit() for _ in range(16)))))
    first = fitted(brief, template())

    again = fitted(brief, template(), first.selection)

    assert again.layouts == 1
    assert again.document == first.document


def test_a_remembered_selection_that_does_not_fit_is_forgotten() -> None:
    make = Brief()
    brief = make.composed(section(items(*(make.unit() for _ in range(24)))))

    again = fitted(brief, template(), Selection())

    assert again.selection == fitted(brief, template()).selection


def test_a_paper_that_holds_less_than_the_first_is_found_out() -> None:
    make = Brief()
    brief = make.composed(section(items(*(make.unit() for _ in range(16)))))
    papers: Mapping[str, LayOut[Laid]] = {"tall": lines_layout(22), "short": lines_layout(20)}

    assert fitted(brief, template(), papers=papers).selection == fitted(brief, template()).selection


def test_the_guess_of_heights_never_decides() -> None:
    make = Brief()
    brief = make.composed(section(items(*(make.unit() for _ in range(60)))))

    def enlarged(lay_out: LayOut[Laid], lines: int) -> LayOut[Laid]:
        """The same layout with taller lines, which are guessed wrongly."""

        def enlarge(document: Document) -> Laid:
            laid = lay_out(document)
            return Laid(laid.pages, laid.fill, laid.height * lines, {})

        return enlarge

    papers = {name: enlarged(lay_out, 1) for name, lay_out in PAPERS.items()}

    assert fitted(brief, template(2), papers=papers).selection == fitted(brief, template(2)).selection
