"""What is said of a brief that does not keep its budget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefs.fit.budget_faults import over_first_page, over_pages
from briefs.fit.extents import LayOut
from briefs.fit.heights import LINE
from tests.fit.builders import (
    Brief,
    Laid,
    checked_fit,
    document,
    items,
    lines_layout,
    paragraph,
    problems,
    section,
    template,
    words,
)


def test_what_must_stay_and_does_not_fit_fails_and_says_by_how_much() -> None:
    make = Brief()
    units = [make.unit("must") for _ in range(3)]
    brief = make.composed(
        section(paragraph(words(4, "u1"), units[0]), paragraph(words(9, "u2"), units[1]), heading="Issue"),
        section(paragraph(words(5, "u3"), units[2]), heading="Timing"),
    )

    assert problems(brief, template()) == [
        "templates/captains.md: error: the brief for captains does not fit on 1 page: "
        "what must stay is 8 lines too long (words by section: Issue 210, Timing 81) [over-budget]\n"
        "  hint: without st.b2 (9 lines) it would fit; give it less weight, or raise `pages`"
    ]


def test_a_failure_that_no_single_unit_explains_names_the_longest() -> None:
    make = Brief()
    units = [make.unit("must") for _ in range(40)]

    assert problems(make.composed(section(items(*units), heading="Issue")), template()) == [
        "templates/captains.md: error: the brief for captains does not fit on 1 page: "
        "what must stay is 28 lines too long (words by section: Issue 649) [over-budget]\n"
        "  hint: the longest blocks that must stay are st.b1 (1 line), st.b2 (1 line), st.b3 (1 line); "
        "give some of them less weight or shorter forms, or raise `pages`"
    ]


def test_too_many_words_that_must_stay_fail_too() -> None:
    make = Brief()
    units = [make.unit("must"), make.unit("must"), make.unit()]
    brief = make.composed(section(*(paragraph("Four words are here.", unit) for unit in units), heading="Issue"))

    assert problems(brief, template(words=6)) == [
        "templates/captains.md: error: the brief for captains may have 6 words, but what must stay has 8: 2 too many "
        "(words by section: Issue 8) [over-words]\n"
        "  hint: the longest blocks that must stay are st.b1 (4 words), st.b2 (4 words); "
        "give some of them less weight or shorter forms, or raise `words`"
    ]


def test_page_1_that_cannot_hold_what_belongs_there_is_an_error() -> None:
    make = Brief()
    first, asked = make.unit("must"), make.unit("must")
    brief = make.composed(
        section(paragraph(words(9, "u1"), first), heading="Background"),
        section(paragraph(words(7, "u2"), asked), heading="Asked"),
    )

    assert problems(brief, template(pages=2, first_page=("Asked",))) == [
        'templates/captains.md: error: "Asked" must stand on page 1 but runs over by about 7 lines [first-page]\n'
        "  hint: shorten the section or what comes before it, give some of that less weight, "
        "or remove the section from `first_page`"
    ]


def test_what_does_not_fit_is_said_on_the_line_of_its_budget() -> None:
    make = Brief()
    brief = make.composed(section(items(*(make.unit("must") for _ in range(30))), heading="Overview"))
    lines = {"pages": 9, "words": 10, "first_page": 11}

    checked = checked_fit(brief, replace(template(words=3, first_page=("Overwiev",)), lines=lines))

    assert [(str(problem.place), problem.code) for problem in checked.problems] == [
        ("templates/captains.md:11", "first-page"),
        ("templates/captains.md:10", "over-words"),
        ("templates/captains.md:9", "over-budget"),
    ]


def test_several_sections_that_page_1_cannot_hold_are_all_named() -> None:
    make = Brief()
    first, one, two = make.unit("must"), make.unit("must"), make.unit("must")
    brief = document(
        section(paragraph(words(9, "u1"), first), heading="Background"),
        section(paragraph(words(7, "u2"), one), heading="Asked"),
        section(paragraph(words(7, "u3"), two), heading="Given"),
    )

    found = over_first_page(brief, template(first_page=("Asked", "Given")), {"u2", "u3"}, 2 * LINE)

    assert found.message == '"Asked" and "Given" must stand on page 1 but run over by about 2 lines'


def test_a_section_that_must_keep_units_is_told_to_keep_fewer() -> None:
    make = Brief()
    brief = make.composed(section(paragraph(words(14, "u1"), make.unit()), heading="Issue", keep=1))

    [problem] = checked_fit(brief, template()).problems

    assert problem.hint == "without st.b1 (14 lines) it would fit; lower the `keep` of its section, or raise `pages`"


def test_a_brief_whose_furniture_alone_is_too_long_is_told_so() -> None:
    make = Brief()
    brief = make.composed(section(heading="Issue"))

    found = over_pages(brief.full, brief, template(), LINE, {})

    assert (found.message, found.hint) == (
        "the brief for captains does not fit on 1 page: what must stay is 1 line too long",
        "shorten the title, the headings and the lines from house.yaml, or raise `pages`",
    )


def test_the_only_paper_that_a_brief_does_not_fit_is_named() -> None:
    make = Brief()
    brief = make.composed(section(paragraph(words(21, "u1"), make.unit("must")), heading="Issue"))
    papers: Mapping[str, LayOut[Laid]] = {"Letter": lines_layout(20), "A4": lines_layout(30)}

    [problem] = checked_fit(brief, template(), papers=papers).problems

    assert problem.message.startswith("the brief for captains does not fit on 1 page on US Letter: what must stay is ")
