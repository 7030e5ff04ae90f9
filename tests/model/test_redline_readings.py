"""The two readings of a redline."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.document import Cell, Figure, Item, List, Note, Paragraph, Row, Section, Table
from briefs.model.inline import Deleted, Emphasis, Inline, Inserted, Strong, Text
from briefs.model.mark import Change, Mark
from briefs.model.redline_readings import accepted, accepted_run, is_redline, rejected
from tests.builders import TIMELINE
from tests.render.docx.samples import FULL_BRIEF, document, section, text, unit

HOUSE = Mark("ICMC")
NEW, GONE = Change("inserted", HOUSE), Change("deleted", HOUSE)


def test_a_brief_without_changes_is_both_of_its_readings() -> None:
    assert accepted(FULL_BRIEF) == rejected(FULL_BRIEF) == FULL_BRIEF
    assert not is_redline(FULL_BRIEF)


def test_words_are_read_with_and_without_changes_and_neighbours_are_joined() -> None:
    words: tuple[Inline, ...] = (
        *(Text("Some "), Deleted(text("old "), HOUSE), Inserted(text("new "), HOUSE), Text("keepers ")),
        *(Strong(text("really ")), Inserted((Strong(text("all ")), Emphasis(text("too "))), HOUSE), Text("agreed.")),
    )
    made = document(section(Paragraph(words)))
    assert is_redline(made)
    assert accepted(made).sections[0].content == (
        Paragraph((Text("Some new keepers "), Strong(text("really all ")), Emphasis(text("too ")), Text("agreed."))),
    )
    assert rejected(made).sections[0].content == (
        Paragraph((Text("Some old keepers "), Strong(text("really ")), Text("agreed."))),
    )
    assert accepted_run(words) == accepted(made).sections[0].content[0].children  # type: ignore[union-attr]


def test_title_about_and_headings_are_read_too() -> None:
    plain = document(Section((Text("A "), Inserted(text("new "), HOUSE), Text("step")), ()))
    about = (Deleted(text("About"), HOUSE), Text(" it"))
    title = (Deleted(text("Old"), HOUSE), Inserted(text("New"), HOUSE))
    made = replace(plain, title="New", marked_title=title, furniture=replace(plain.furniture, about=about))
    assert (accepted(made).title, rejected(made).title) == ("New", "Old")
    assert accepted(made).marked_title == rejected(made).marked_title == ()
    assert (accepted(made).furniture.about, rejected(made).furniture.about) == (text(" it"), text("About it"))
    assert (accepted(made).sections[0].heading, rejected(made).sections[0].heading) == (
        text("A new step"),
        text("A step"),
    )


def test_what_is_changed_as_a_whole_is_in_one_reading_only() -> None:
    rows = (Row((Cell(text("a")),)), Row((Cell(text("b")),), change=NEW), Row((Cell(text("c")),), change=GONE))
    table = Table(text("T"), (text("x"),), rows)
    content = (
        Paragraph(text("a")),
        Paragraph(text("b"), change=NEW),
        Paragraph(text("c"), change=GONE),
        List((Item(text("b"), change=NEW),)),
        List((Item(text("a")), Item(text("c"), change=GONE))),
        table,
        replace(table, change=GONE),
        Figure(TIMELINE, text("b"), change=NEW),
    )
    made = document(
        section(*content),
        Section(text("c"), (Paragraph(text("c"), change=GONE),), change=GONE),
        notes=(Note("n", unit("n"), text("b"), change=NEW), Note("m", unit("m"), text("c"), change=GONE)),
    )
    new, old = accepted(made), rejected(made)
    assert (len(new.sections), len(old.sections)) == (1, 2)
    assert [note.id for note in (*new.notes, *old.notes)] == ["n", "m"]
    assert new.sections[0].content == (
        Paragraph(text("a")),
        Paragraph(text("b")),
        List((Item(text("b")),)),
        List((Item(text("a")),)),
        replace(table, rows=(rows[0], replace(rows[1], change=None))),
        Figure(TIMELINE, text("b")),
    )
    assert old.sections[0].content == (
        Paragraph(text("a")),
        Paragraph(text("c")),
        List((Item(text("a")), Item(text("c")))),
        replace(table, rows=(rows[0], replace(rows[2], change=None))),
        replace(table, rows=(rows[0], replace(rows[2], change=None))),
    )


def test_paragraphs_and_items_whose_end_is_not_there_are_one_with_the_next() -> None:
    parted = (Paragraph(text("One "), end=NEW), Paragraph(text("two.")))
    joined = List((Item(text("Three "), end=GONE), Item(text("four."))))
    made = document(section(*parted, joined))
    assert accepted(made).sections[0].content == (
        Paragraph(text("One ")),
        Paragraph(text("two.")),
        List((Item(text("Three four.")),)),
    )
    assert rejected(made).sections[0].content == (
        Paragraph(text("One two.")),
        List((Item(text("Three ")), Item(text("four.")))),
    )
