"""Dates in the order of time, and groups of participants as bars."""

from __future__ import annotations

from briefs.compose.looks.figure_filters import PrintedBar, as_bars, chronological
from briefs.compose.looks.printed_block import PrintedBlock
from briefs.model.block import Block
from briefs.model.diagnostics import Place
from briefs.model.document import FormRef
from briefs.model.library import Drawn
from tests.render.drawn import date, group


def view(block: Block) -> PrintedBlock:
    return PrintedBlock(Drawn(block, Place("blocks.yaml", 1), {}), lambda drawn, form: AssertionError(form))


def bars(*groups: Block, few: int = 3) -> list[PrintedBar]:
    return as_bars(map(view, groups), few, "Others")


def test_a_year_stands_after_the_days_and_months_of_it_and_what_has_no_date_last() -> None:
    sorts = ("undated", "2010", "2009-11-27", "2009", "2009-11", "2010-02", "1951")
    blocks = [view(date(str(index), "when", sort, "what")) for index, sort in enumerate(sorts)]
    assert [str(block.sort) for block in chronological(blocks)] == [
        *("1951", "2009-11-27", "2009-11", "2009"),
        *("2010-02", "2010", "undated"),
    ]


def test_the_longest_bar_is_the_first_and_bars_alike_stay_in_their_order() -> None:
    made = bars(group("Academia", 6, "a"), group("Agencies", 10, "b"), group("Funds", 6, "c"))
    assert [(bar.name, bar.persons) for bar in made] == [("Agencies", 10), ("Academia", 6), ("Funds", 6)]


def test_groups_counted_together_are_one_bar_where_the_first_of_them_stands() -> None:
    made = bars(
        group("Funds", 4, "a", together="All agencies"),
        group("Academia", 6, "b"),
        group("Offices", 2, "c", together="All agencies"),
    )
    assert [(bar.name, bar.persons) for bar in made] == [("All agencies", 6), ("Academia", 6)]
    assert str(made[0].count) == '<span data-form="par.a/count"></span><span data-form="par.c/count"></span>6'


def test_groups_of_one_name_that_are_not_counted_together_are_bars_of_their_own() -> None:
    assert [bar.persons for bar in bars(group("Funds", 4, "a"), group("Funds", 5, "b"))] == [5, 4]


def test_small_bars_are_one_without_names_and_portions() -> None:
    including = {"text": "one of them a host", "affiliations": ["x"], "count": 1}
    made = bars(group("Advisers", 2, "a", including=including), group("Academia", 6, "b"), group("Host", 1, "c"))
    assert [(bar.name, bar.persons, bar.portions) for bar in made] == [("Academia", 6, []), ("Others", 3, [])]
    assert [bar.name for bar in bars(group("Advisers", 2, "a"), few=1)] == ["Advisers"]


def test_a_bar_knows_what_its_groups_say_of_some_participants() -> None:
    including = {"text": "four of them hosts", "affiliations": ["x"], "count": 4}
    [bar] = bars(group("Foundations", 8, including=including))
    assert [(str(portion), portion.form, portion.persons) for portion in bar.portions] == [
        ("four of them hosts", FormRef("par.one", "including"), 4)
    ]
