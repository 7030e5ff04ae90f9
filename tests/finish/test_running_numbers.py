"""Running numbers of units, and the numbers of notes."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from briefs.finish.running_numbers import number_units, numbered
from briefs.model.document import Content, Document, Figure, Item, List, Note, Paragraph, Table
from briefs.model.document_walk import map_inlines, map_note_calls
from briefs.model.inline import Emphasis, Inline, NoteCall, Strong, Text
from tests.builders import TIMELINE
from tests.render.builders import document, item, paragraph, row, section, unit


def numbers(made: Document) -> list[int]:
    """Every running number, in reading order."""
    found = []
    for part in made.sections:
        for content in part.content:
            match content:
                case Paragraph() | Figure():
                    found.append(content.unit.number if content.unit else None)
                case List():
                    found += [one.unit.number if one.unit else None for one in content.items]
                case Table():
                    found.append(content.number)
    return [n for n in found if n is not None]


def test_units_are_numbered_through_the_brief_and_a_table_once() -> None:
    made = number_units(
        document(
            section(
                paragraph("intro"), paragraph("a", unit("u1", "f.a")), List((item("b", unit("u2", "f.b")), item("c")))
            ),
            section(
                Table((), ((),), (row("d", owner=unit("u3", "f.d")), row("e", owner=unit("u4", "f.e")))),
                Figure(TIMELINE, (), unit("u5", "f.f")),
            ),
        )
    )
    assert [(u.name, u.number) for u in made.units()] == [("u1", 1), ("u2", 2), ("u3", None), ("u4", None), ("u5", 4)]
    assert numbers(made) == [1, 2, 3, 4]


def test_the_rows_of_a_list_with_columns_are_numbered_like_items() -> None:
    rows = (row("b", owner=unit("u2", "f.b")), row("no unit"), row("c", owner=unit("u3", "f.c")))
    made = number_units(
        document(section(paragraph("a", unit("u1", "f.a")), Table((), ((),), rows, is_list=True), paragraph("e")))
    )
    assert [(u.name, u.number) for u in made.units()] == [("u1", 1), ("u2", 2), ("u3", 3)]
    table = made.sections[0].content[1]
    assert isinstance(table, Table)
    assert table.number is None
    assert [(found.number, [u.name for u in found.units]) for found in numbered(made)] == [
        (1, ["u1"]),
        (2, ["u2"]),
        (3, ["u3"]),
    ]


def test_an_attribution_belongs_to_the_quotation_above_it() -> None:
    quotation = replace(paragraph("“q”", unit("u1", "q.a")), role="quote")
    made = number_units(document(section(quotation, replace(paragraph("one", unit("u2", "q.a")), role="attribution"))))
    assert [u.number for u in made.units()] == [1, None]


def test_a_table_without_units_has_no_number_even_if_it_had_one() -> None:
    made = number_units(document(section(Table((), ((),), (row("a"),), number=7))))
    assert numbers(made) == []


def test_notes_are_numbered_by_their_first_call_wherever_it_stands() -> None:
    def call(name: str) -> NoteCall:
        return NoteCall(name)

    notes = tuple(Note(name, unit(f"u-{name}", name), (Text(name),)) for name in "abcdef")
    made = document(
        replace(section(paragraph("x")), heading=(Text("H"), call("c"))),
        section(
            Table((call("b"),), ((call("e"),),), (replace(row("r"), cells=()),)),
            Paragraph((Strong((Emphasis((call("a"), call("c"))),)),)),
            Figure(TIMELINE, (call("d"),)),
        ),
        notes=notes,
    )
    done = number_units(made)
    assert [(note.id, note.number) for note in done.notes] == [("c", 1), ("b", 2), ("e", 3), ("a", 4), ("d", 5)]
    calls: list[tuple[str, int]] = []

    def seen(one: NoteCall) -> NoteCall:
        calls.append((one.note, one.number))
        return one

    map_inlines(done, lambda inlines: map_note_calls(inlines, seen))
    assert sorted(set(calls)) == [("a", 4), ("b", 2), ("c", 1), ("d", 5), ("e", 3)]


UNITS = st.booleans().map(lambda has: unit("u", "f.a", number=99) if has else None)
INLINES = st.recursive(
    st.sampled_from([Text("t"), NoteCall("a"), NoteCall("b", 9)]),
    lambda inner: st.lists(inner, max_size=3).map(tuple).map(Strong),
    max_leaves=4,
).map(lambda inline: (inline,))
CONTENTS: st.SearchStrategy[Content] = st.one_of(
    st.builds(lambda c, u: Paragraph(c, unit=u), INLINES, UNITS),
    st.builds(lambda items: List(tuple(items)), st.lists(st.builds(Item, INLINES, UNITS), max_size=3)),
    st.builds(
        lambda c, rows: Table(c, ((),), tuple(rows), number=5),
        INLINES,
        st.lists(UNITS.map(lambda u: row("r", owner=u)), max_size=3),
    ),
    st.builds(lambda c, u: Figure(TIMELINE, c, u), INLINES, UNITS),
)


@given(st.lists(st.lists(CONTENTS, max_size=4), max_size=3))
def test_numbers_have_no_gaps_and_numbering_again_changes_nothing(contents: list[list[Content]]) -> None:
    notes: tuple[Note, ...] = tuple(Note(name, unit(name, name), ()) for name in "ab")
    made = number_units(document(*(section(*part) for part in contents), notes=notes))
    assert numbers(made) == list(range(1, len(numbers(made)) + 1))
    assert [note.number for note in made.notes] == list(range(1, len(made.notes) + 1))
    assert number_units(made) == made


def test_a_rewriting_that_changes_nothing_gives_the_same_document() -> None:
    inlines: tuple[Inline, ...] = (Text("a"), Strong((NoteCall("a"),)))
    made = document(section(Paragraph(inlines), Table(inlines, (inlines,), ()), Figure(TIMELINE, inlines)))
    assert map_inlines(made, lambda found: map_note_calls(found, lambda call: call)) == made


def test_a_number_stands_for_a_figure_and_all_that_it_is_drawn_from() -> None:
    picture = replace(unit("u1", "fig.one"), parts=("pil.1", "pil.2"))
    (found,) = numbered(number_units(document(section(paragraph("Caption", picture)))))

    assert found.blocks == ("fig.one", "pil.1", "pil.2")
