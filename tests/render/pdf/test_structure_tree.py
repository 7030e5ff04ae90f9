"""The structure tree of a PDF, which follows the HTML and not the pages."""

from __future__ import annotations

from briefs.model.document import Cell, Item, List, Note, Paragraph, Row, Table
from briefs.model.inline import Checkbox, Foreign, Link, NoteCall, Text
from tests.render.builders import document, item, paragraph, row, section, text, unit
from tests.render.pdf.structure import opened, tree


def test_lists_have_labels_and_bodies() -> None:
    numbered = List((item("One", unit("u1", number=1)), item("Two", unit("u2", number=2))))
    assert tree(opened(document(section(numbered, List((item("Point"),), "plain"))))) == [
        "Sect",
        "  H2",
        "  L /ListNumbering=/Decimal",
        *["    LI", "      Lbl", "      LBody"] * 2,
        "  L /ListNumbering=/Disc",
        *["    LI", "      Lbl", "      LBody"],
    ]


def test_tables_have_their_caption_their_headings_and_empty_cells() -> None:
    rows = (Row((Cell(text("States"), header=True), Cell((Checkbox("considered"),)), Cell(()))),)
    assert tree(opened(document(section(Table(text("Caption"), (text("For"), text("Seen"), ()), rows))))) == [
        "Sect",
        "  H2",
        "  Table",
        "    Caption",
        "    THead",
        "      TR",
        "        TH /Scope=/Column",
        "        TH /Scope=/Column",
        "        TD",
        "    TBody",
        "      TR",
        "        TH /Scope=/Row",
        "        TD",
        "          Form /Alt=considered",
        "        TD",
    ]


def test_a_table_over_pages_is_one_table_and_its_repeated_heads_are_artifacts() -> None:
    rows = tuple(row(f"Cell {n}", "Other") for n in range(100))
    pdf = opened(document(section(Table((), (text("Head"), text("Second head")), rows))))
    assert len(pdf.pages) > 2
    lines = [line.strip() for line in tree(pdf)]
    assert (lines.count("Table"), lines.count("THead"), lines.count("TBody"), lines.count("TR")) == (1, 1, 1, 101)


def test_a_link_over_two_lines_is_one_link() -> None:
    address = "https://example.org/" + "long-" * 30
    brief = document(section(Paragraph((*text("Words before it. " * 5), Link(address, address)))))
    pdf = opened(brief)
    assert tree(pdf) == ["Sect", "  H2", "  P", "    Link"]
    assert len(pdf.pages[0].obj.Annots) > 1


def test_a_paragraph_over_pages_is_one_paragraph() -> None:
    pdf = opened(document(section(paragraph("Words and more words. " * 700))))
    assert len(pdf.pages) > 1
    assert tree(pdf) == ["Sect", "  H2", "  P"]


def test_notes_follow_the_paragraph_that_calls_them() -> None:
    notes = tuple(Note(f"n{n}", unit(f"u{n}"), text("Note."), n) for n in (1, 2))
    brief = document(
        section(Paragraph((Text("Words"), NoteCall("n1", 1), Text(" and"), NoteCall("n2", 2))), paragraph("More.")),
        notes=notes,
    )
    assert tree(opened(brief)) == [
        "Sect",
        "  H2",
        "  P",
        *["    Reference", "      Link"] * 2,
        *["  Note /ID=u1", "    Lbl", "      Link"],
        *["  Note /ID=u2", "    Lbl", "      Link"],
        "  P",
    ]


def test_the_number_of_a_note_is_its_label_and_links_in_it_are_not() -> None:
    note = Note("n", unit("u1"), (Link("https://example.org/", "here"),), 1)
    brief = document(section(List((Item((NoteCall("n", 1),)),), "plain")), notes=(note,))
    assert [line.strip() for line in tree(opened(brief))[4:]] == [
        *["Lbl", "LBody", "Reference", "Link"],
        *["Note /ID=u1", "Lbl", "Link", "Link"],
    ]


def test_a_note_called_among_foreign_words_is_no_part_of_them() -> None:
    words = Foreign("fr", (Text("acquis"), NoteCall("n", 1)))
    brief = document(section(Paragraph((words,))), notes=(Note("n", unit("u1"), text("Note."), 1),))
    assert tree(opened(brief)) == [
        *["Sect", "  H2", "  P", "    Span /Lang=fr", "      Reference", "        Link"],
        *["  Note /ID=u1", "    Lbl", "      Link"],
    ]


def test_foreign_words_and_links_are_marked() -> None:
    brief = document(section(Paragraph((Foreign("fr", text("acquis")), Link("https://example.org/", "here")))))
    assert tree(opened(brief)) == ["Sect", "  H2", "  P", "    Span /Lang=fr", "    Link"]
