"""Walking a Document, and making a new one of it."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.document import Content, Item, List, Paragraph, Row, Table, Unit
from briefs.model.document_walk import (
    Chapter,
    O,
    calls_notes,
    chapters,
    contents,
    followed,
    has_units,
    inlines_of,
    map_content,
    map_content_to_many,
    map_inlines,
    map_note_calls,
    map_owners,
    map_unit_inlines,
    map_units,
    note_calls,
    owners,
    owners_of,
    placed_units,
    replace_owners,
    with_inlines,
)
from briefs.model.inline import Inline, NoteCall, Strong, Text, inline_text
from tests.fit import builders as fit
from tests.render.builders import document, item, paragraph, row, section, text, unit

PARAGRAPH = paragraph("One", unit("u1"))
LIST = List((item("Two", unit("u2")), item("Free")))
TABLE = Table(text("Caption"), (text("Head"),), (row("Three", "Four", owner=unit("u3")),))
QUOTE = Paragraph(text("Five"), "quote", unit("u4"))
BRIEF = document(section(PARAGRAPH, LIST), section(TABLE, QUOTE, heading="Other"))


def texts(content: Content) -> list[str]:
    return [inline_text(run) for run in inlines_of(content)]


def louder(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(Text(child.text.upper()) if isinstance(child, Text) else child for child in children)


def test_block_elements_come_with_their_sections_in_reading_order() -> None:
    assert [(inline_text(where.heading), content) for where, content in contents(BRIEF.sections)] == [
        ("Heading", PARAGRAPH),
        ("Heading", LIST),
        ("Other", TABLE),
        ("Other", QUOTE),
    ]


def test_units_come_with_what_prints_them() -> None:
    assert [(found.unit.name, found.owner, found.content) for found in placed_units(BRIEF.sections)] == [
        ("u1", PARAGRAPH, PARAGRAPH),
        ("u2", LIST.items[0], LIST),
        ("u3", TABLE.rows[0], TABLE),
        ("u4", QUOTE, QUOTE),
    ]
    assert list(owners(BRIEF)) == ["u1", "u2", "u3", "u4"]


def test_what_prints_no_unit_is_no_owner() -> None:
    assert [owner for _, owner in owners_of(LIST)] == [LIST.items[0]]
    assert list(owners_of(paragraph("Furniture"))) == []


def test_inline_content_is_read_run_by_run() -> None:
    assert [texts(content) for _, content in contents(BRIEF.sections)] == [
        ["One"],
        ["Two", "Free"],
        ["Caption", "Head", "Three", "Four"],
        ["Five"],
    ]


def test_notes_are_called_once_each_in_the_order_of_their_calls() -> None:
    heading = replace(section(), heading=(NoteCall("b"),))
    body = section(Paragraph((Strong((NoteCall("a"),)), NoteCall("b"))), List((Item((NoteCall("c"),)),)))
    assert note_calls((heading, body)) == ("b", "a", "c")


def test_block_elements_are_changed_where_they_stand() -> None:
    made = map_content(BRIEF, lambda content: PARAGRAPH if isinstance(content, Table) else content)
    assert [content for _, content in contents(made.sections)] == [PARAGRAPH, LIST, PARAGRAPH, QUOTE]
    assert map_content(BRIEF, lambda content: content) == BRIEF


def test_owners_are_changed_or_left_out() -> None:
    def without_units(owner: O) -> O | None:
        return None if owner.unit is not None else owner

    assert map_owners(LIST, without_units) == List((item("Free"),))
    assert map_owners(TABLE, without_units) == replace(TABLE, rows=())
    assert map_owners(PARAGRAPH, without_units) is None


def test_units_are_changed_and_nothing_else() -> None:
    def numbered(one: Unit) -> Unit:
        return replace(one, number=7)

    changed = map_units(LIST, numbered)
    assert changed == List((item("Two", unit("u2", number=7)), item("Free")))


def test_all_inline_content_is_changed_with_headings_and_captions() -> None:
    made = map_inlines(BRIEF, louder)
    assert [inline_text(one.heading) for one in made.sections] == ["HEADING", "OTHER"]
    assert [texts(content) for _, content in contents(made.sections)] == [
        ["ONE"],
        ["TWO", "FREE"],
        ["CAPTION", "HEAD", "THREE", "FOUR"],
        ["FIVE"],
    ]


def test_the_words_of_units_are_changed_but_not_those_of_quotations() -> None:
    made = map_unit_inlines(BRIEF, louder)
    assert [texts(content) for _, content in contents(made.sections)] == [
        ["ONE"],
        ["TWO", "Free"],
        ["Caption", "Head", "THREE", "FOUR"],
        ["Five"],
    ]


def test_note_calls_are_changed_however_deep() -> None:
    children = (Text("a"), Strong((NoteCall("n"),)), NoteCall("m"))
    assert map_note_calls(children, lambda call: replace(call, number=3)) == (
        Text("a"),
        Strong((NoteCall("n", 3),)),
        NoteCall("m", 3),
    )


def test_rows_are_changed_cell_by_cell() -> None:
    [changed] = (
        found.owner for found in placed_units(map_unit_inlines(BRIEF, louder).sections) if found.unit.name == "u3"
    )
    assert isinstance(changed, Row)
    assert [inline_text(cell.children) for cell in changed.cells] == ["THREE", "FOUR"]


def test_a_section_and_its_subsections_are_a_chapter() -> None:
    one, sub, other = fit.section(heading="One"), fit.section(heading="Sub", level=3), fit.section(heading="Other")

    assert chapters((one, sub, sub, other)) == (Chapter(one, (sub, sub)), Chapter(other))
    assert chapters((one, sub))[0].sections == (one, sub)


def test_a_subsection_under_no_section_is_a_chapter_of_its_own() -> None:
    sub = fit.section(heading="Sub", level=3)

    assert chapters((sub, sub)) == (Chapter(sub), Chapter(sub))


def test_each_element_is_given_with_the_one_that_follows_it() -> None:
    first, second = fit.paragraph("1"), fit.paragraph("2")

    assert list(followed(fit.section(first, second))) == [(first, second), (second, None)]
    assert list(followed(fit.section())) == []


def test_elements_without_units_have_none() -> None:
    assert not has_units((fit.intro(), fit.table()))
    assert has_units((fit.intro(), fit.items(fit.Brief().unit())))


def test_elements_can_be_put_behind_others() -> None:
    made = map_content_to_many(
        fit.document(fit.section(fit.paragraph("1"), fit.paragraph("2"))), lambda content: (content, fit.intro("and"))
    )

    assert [inline_text(one.children) for one in made.sections[0].content if isinstance(one, Paragraph)] == [
        *("1", "and"),
        *("2", "and"),
    ]
    assert fit.headings(made) == ["Heading"]


def test_all_that_can_print_a_unit_is_replaced() -> None:
    def exclaimed(owner: O) -> O:
        return with_inlines(owner, lambda inlines: (*inlines, Text("!")))

    content = replace_owners(fit.items(fit.Brief().unit()), exclaimed)

    assert next(inline_text(owner.children) for owner in content.owners if isinstance(owner, Item)).endswith("!")


def test_a_call_of_a_note_is_found_wherever_it_stands() -> None:
    assert calls_notes((Text("a"), Strong((Text("b"), NoteCall("n")))))
    assert not calls_notes((Text("a"), Strong((Text("b"),))))
