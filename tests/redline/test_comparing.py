"""Comparing two editions: both readings are exact, and no more is marked than needed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.model.document import Cell, Document, Item, List, Note, Paragraph, Row, Section, Table, Unit
from briefs.model.inline import CitedNumber, Inline, NoteCall, SourceTag, Text
from briefs.model.mark import Change
from briefs.model.redline_readings import accepted, rejected
from briefs.redline.comparing import redline
from briefs.redline.proof import check_redline
from tests.redline.marks import ANNA, HOUSE, shown, text
from tests.redline.random_editions import Editions, paragraphs
from tests.render.docx.samples import TABLE, document, section, unit


def said(words: str, name: str, number: int | None = None) -> Paragraph:
    return Paragraph(text(words), unit=replace(unit(f"u{number}", number, name), name=f"s/{name}"))


@pytest.mark.parametrize(
    "seed", [pytest.param(seed, marks=[pytest.mark.slow] if seed >= 100 else []) for seed in range(0, 1000, 50)]
)
def test_of_random_editions_all_accepted_is_the_new_and_all_rejected_the_old_one(seed: int) -> None:
    for number in range(seed, seed + 50):
        editions = Editions(number)
        old = editions.brief()
        new = editions.next_edition(old, editions.chance.choice((0.1, 0.4, 0.8)))
        made = redline(old, new, HOUSE)
        check_redline(made)
        assert paragraphs(accepted(made.document)) == paragraphs(new), number
        assert paragraphs(rejected(made.document)) == paragraphs(old), number
        assert made.words.marked <= 1.1 * made.words.least, number
        assert made.is_unchanged == (paragraphs(old) == paragraphs(new)), number


@pytest.mark.parametrize("seed", range(40))
def test_an_unchanged_edition_is_its_own_redline(seed: int) -> None:
    brief = Editions(seed).brief()
    made = redline(brief, brief, HOUSE)
    assert made.document is brief
    assert made.is_unchanged
    assert made.words.marked == 0


@pytest.mark.parametrize("seed", range(60))
def test_marks_of_reviewers_stay_theirs(seed: int) -> None:
    editions = Editions(seed)
    old = editions.brief()
    marked = editions.with_other_words(old, ANNA)
    new = editions.with_other_words(editions.with_other_words(old))
    made = redline(marked, new, HOUSE)
    check_redline(made)
    assert paragraphs(accepted(made.document)) == paragraphs(new)
    assert paragraphs(rejected(made.document)) == paragraphs(old)


def test_a_renumbering_is_no_change() -> None:
    old = document(section(said("First.", "a", 1), said("Second one.", "b", 2), numbers(("a", 1), ("b", 2)), id="s"))
    new = document(section(said("Second one.", "b", 1), numbers(("b", 1)), id="s"))
    made = redline(old, new, HOUSE)
    assert [(one.kind, one.old_number) for one in made.changes] == [("deleted", 1), ("reworded", None)]
    first, second, cited = made.document.sections[0].content
    assert isinstance(first, Paragraph)
    assert first.change == Change("deleted", HOUSE, number=1)
    assert second == said("Second one.", "b", 1)
    assert isinstance(cited, Paragraph)
    assert shown(cited.children) == "[-1 -]1 "


def numbers(*cited: tuple[str, int]) -> Paragraph:
    children: list[Inline] = [part for name, one in cited for part in (CitedNumber(f"s/{name}", one), Text(" "))]
    return Paragraph(tuple(children), "small")


def test_what_moved_is_listed_as_moved_and_its_number_changes_where_it_is_cited() -> None:
    paragraphs = [said(f"The keepers said {words} once.", words, at) for at, words in enumerate(("a", "b", "c"), 1)]
    old = document(section(*paragraphs, numbers(("a", 1), ("b", 2), ("c", 3)), id="s"))
    moved = [said(f"The keepers said {words} once.", words, at) for at, words in enumerate(("b", "c", "a"), 1)]
    new = document(section(*moved, numbers(("a", 3), ("b", 1), ("c", 2)), id="s"))
    made = redline(old, new, HOUSE)
    (change,) = made.changes
    assert (change.kind, change.old_number, change.number) == ("moved", 1, 3)
    assert {one.change.move for one in elements(made.document) if one.change} == {""}
    cited = made.document.sections[0].content[-1]
    assert isinstance(cited, Paragraph)
    assert shown(cited.children) == "[-1-]{+3+} 1 2 "
    halves = [one.change for one in elements(redline(old, new, HOUSE, moves=True).document) if one.change]
    assert [(one.kind, one.move) for one in halves] == [("deleted", "move1"), ("inserted", "move1")]


def elements(made: Document) -> list[Paragraph]:
    return [one for each in made.sections for one in each.content if isinstance(one, Paragraph)]


def test_title_and_about_are_marked_and_lines_of_the_masthead_listed() -> None:
    old = document()
    about = text("About another report.")
    new = replace(old, title="Title of the paper", furniture=replace(old.furniture, about=about, issuer="Board"))
    made = redline(old, new, HOUSE)
    assert shown(made.document.printed_title) == "Title of the [-brief-]{+paper+}"
    assert shown(made.document.furniture.about) == "About [-the-]{+another+} report."
    assert made.document.furniture.issuer == "Board"
    assert [(one.place, one.old, one.new) for one in made.changes] == [
        ("furniture", "Issuer", "Board"),
        ("title", "Title of the brief", "Title of the paper"),
        ("about", "About the report.", "About another report."),
    ]


def test_a_table_is_compared_by_rows_and_cells_and_one_with_other_columns_is_another() -> None:
    other = replace(
        TABLE.rows[0], cells=(TABLE.rows[0].cells[0], replace(TABLE.rows[0].cells[1], children=text("ES 8")))
    )
    old = document(section(TABLE, id="s"))
    made = redline(old, document(section(replace(TABLE, rows=(other,)), id="s")), HOUSE)
    assert [(one.place, one.kind, one.old, one.new) for one in made.changes] == [
        ("row", "reworded", "States | ES 7", "States | ES 8"),
        ("row", "deleted", "Citizens | ES 8", ""),
    ]
    cells = tuple((*row.cells, replace(row.cells[1], children=text("More"))) for row in TABLE.rows)
    rows = tuple(replace(row, cells=cell) for row, cell in zip(TABLE.rows, cells, strict=True))
    wide = replace(TABLE, rows=rows, columns=(*TABLE.columns, text("More")), widths=())
    made = redline(old, document(section(wide, id="s")), HOUSE)
    assert [(one.place, one.kind) for one in made.changes] == [("table", "moved")]
    check_redline(made)


def test_sections_are_found_by_id_then_by_heading_then_by_their_units() -> None:
    def edition(id: str, heading: str) -> Document:
        unit_of = said("The keepers agreed.", "a", 1)
        assert unit_of.unit is not None
        named = replace(unit_of, unit=replace(unit_of.unit, name=f"{id}/a"))
        return document(Section(text(heading), (named,), id))

    for old, new in (
        (edition("s", "One"), edition("s", "Quite other")),
        (edition("s", "One"), edition("t", "One")),
        (edition("s", "One"), edition("t", "Quite other")),
    ):
        made = redline(old, new, HOUSE)
        assert [one.place for one in made.changes] in (["heading"], [])
        assert made.document.sections[0].content == new.sections[0].content


def test_of_a_draft_only_what_its_cleared_edition_can_have_is_compared() -> None:
    tagged = replace(said("The keepers agreed.", "a", 1), children=(Text("The keepers agreed."), SourceTag("ES 7")))
    draft = document(
        section(tagged, Paragraph((SourceTag("ES 8"),), "tag"), id="s"), Section(text("Clear"), (), "clearance")
    )
    plain = document(section(said("The keepers agreed.", "a", 1), id="s"))
    cleared = replace(plain, properties=replace(plain.properties, status="cleared"))
    assert redline(draft, cleared, HOUSE).document is cleared
    assert redline(cleared, draft, HOUSE).document is draft
    other = replace(
        draft, sections=(section(tagged, Paragraph((SourceTag("ES 9"),), "tag"), id="s"), draft.sections[1])
    )
    assert [one.kind for one in redline(draft, other, HOUSE).changes] == ["reworded"]
    reworded = replace(cleared, sections=(section(said("The keepers met.", "a", 1), id="s"),))
    made = redline(reworded, draft, HOUSE)
    paragraph = made.document.sections[0].content[0]
    assert isinstance(paragraph, Paragraph)
    assert shown(paragraph.children) == "The keepers [-met-]{+agreed+}.ES 7"
    check_redline(made)


def test_notes_are_compared_and_one_that_is_called_first_elsewhere_is_written_anew() -> None:
    def brief(*calls: bool, words: str = "A note.") -> Document:
        notes = (Note("n", replace(unit("n1", None, "n"), name="notes/n"), text(words), 1),)
        texts = ("The keepers agreed once.", "The board met in spring.")
        made = [
            replace(said(words, name, number), children=(Text(words), *((NoteCall("n", 1),) if is_called else ())))
            for number, (words, name, is_called) in enumerate(zip(texts, "ab", calls, strict=True), start=1)
        ]
        return document(section(*made, id="s"), notes=notes)

    made = redline(brief(True, True), brief(True, True, words="A long note."), HOUSE)
    assert [(one.place, one.number) for one in made.changes] == [("note", 1)]
    assert [shown(one.children) for one in made.document.notes] == ["A {+long +}note."]
    made = redline(brief(True, True), brief(False, True), HOUSE)
    check_redline(made)
    assert [(one.id, one.change and one.change.kind) for one in made.document.notes] == [
        ("n (deleted)", "deleted"),
        ("n", "inserted"),
    ]
    assert [one.place for one in made.changes] == ["paragraph"]
    gone = redline(brief(True, False), replace(brief(False, False), notes=()), HOUSE)
    assert [(one.id, one.change and one.change.kind) for one in gone.document.notes] == [("n", "deleted")]


def test_a_deleted_item_stays_in_the_list_that_is_around_it() -> None:
    def items(*names: str) -> Document:
        made = tuple(
            Item(text(f"The keepers said {name} once."), replace(unit(name), name=f"s/{name}")) for name in names
        )
        return document(section(List(made), id="s"))

    for old, new in (("abc", "bc"), ("abc", "ac"), ("abc", "ab"), ("ab", "abc")):
        made = redline(items(*old), items(*new), HOUSE).document
        (kept,) = made.sections[0].content
        assert isinstance(kept, List)
        assert len(kept.items) == 3


def test_a_number_is_the_same_where_the_section_of_what_it_cites_has_another_heading() -> None:
    def edition(heading: str, id: str, number: int) -> Document:
        paragraph = replace(said("Words that stay in this section.", "a"), unit=named(f"{id}/a", number))
        opening = said("A new paragraph before.", "new", 1)
        sections = (
            Section(text("Issue"), (opening,) if number > 1 else (), "issue"),
            Section(text(heading), (paragraph,), id),
            Section(text("Sources"), (Paragraph((CitedNumber(f"{id}/a", number), Text(" ES 4"))),), "sources"),
        )
        return document(*sections)

    made = redline(edition("Why act", "why", 1), edition("Why to act now", "act", 2), HOUSE)
    check_redline(made)
    assert [(one.place, one.kind) for one in made.changes] == [("paragraph", "inserted"), ("heading", "reworded")]
    assert made.document.sections[-1].content == (Paragraph((CitedNumber("act/a", 2), Text(" ES 4"))),)


def test_a_number_of_a_table_is_the_same_where_its_first_row_is_gone() -> None:
    old = document(section(TABLE, Paragraph((CitedNumber(first_unit(TABLE), 1),))))
    shorter = replace(TABLE, rows=TABLE.rows[1:])
    made = redline(old, document(section(shorter, Paragraph((CitedNumber(first_unit(shorter), 1),)))), HOUSE)
    check_redline(made)
    assert [(one.place, one.kind) for one in made.changes] == [("row", "deleted")]


def named(name: str, number: int) -> Unit:
    return replace(unit(name[-1], number), name=name)


def first_unit(table: Table) -> str:
    return next(row.unit.name for row in table.rows if row.unit)


def test_a_section_that_moved_has_a_heading_that_moved() -> None:
    first, second = (section(said(f"{name} {name} words.", name), heading=name, id=name) for name in ("One", "Two"))
    made = redline(document(first, second), document(second, first), HOUSE)
    check_redline(made)
    assert [(one.place, one.kind) for one in made.changes] == [("heading", "moved"), ("paragraph", "moved")]


def test_a_list_with_columns_that_has_none_any_more_is_listed_item_by_item() -> None:
    unit_of = replace(unit("u1", 1), name="s/a")
    with_columns = Table(
        (), (text("Ask"), text("Agree")), (Row((Cell(text("Do it.")), Cell(())), unit_of),), is_list=True
    )
    without = List((Item(text("Do it."), unit_of),))
    made = redline(document(section(with_columns)), document(section(without)), HOUSE)
    check_redline(made)
    assert [(one.kind, one.old, one.new, one.old_number, one.number) for one in made.changes] == [
        ("moved", "Do it.", "Do it.", 1, 1)
    ]


def test_source_tags_are_told_only_where_nothing_else_is_different() -> None:
    def edition(words: str, tag: str) -> Document:
        return document(section(Paragraph((Text(words), SourceTag(tag)), unit=unit("u1", 1))))

    old = edition("It may help.", "ES 2")
    [change] = redline(old, edition("It may help.", "ES 3"), HOUSE).changes
    assert (change.old, change.new) == ("It may help. ‹ES 2›", "It may help. ‹ES 3›")
    [change] = redline(old, edition("It can help.", "ES 3"), HOUSE).changes
    assert (change.old, change.new) == ("It may help.", "It can help.")
