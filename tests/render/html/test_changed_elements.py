"""How changes are marked in HTML and on pages, so that they are seen, and heard."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.model.document import Cell, Content, Document, Figure, Item, List, Note, Paragraph, Row, Section, Table
from briefs.model.inline import Checkbox, Deleted, Inline, Inserted, NoteCall, SourceTag, Strong, Text, TextArea
from briefs.model.mark import Change, Mark
from briefs.render.figures.figure_drawing import Drawing
from briefs.render.html.body import body_html
from briefs.render.html.changed_elements import in_change, without_deletions
from briefs.render.html.inlines import Placement
from tests.builders import TIMELINE
from tests.render.builders import document, item, row, section, text, unit

HOUSE = Mark("Issuer", "2026-12-07T00:00:00Z")
ANA = Mark("Ana <Policy>", "yesterday")
NEW, GONE = Change("inserted", HOUSE), Change("deleted", HOUSE)
INS = '<ins datetime="2026-12-07T00:00:00Z"><span class="said">[begin insertion] </span>'
END_INS = '<span class="said"> [end insertion]</span></ins>'
DEL = '<del datetime="2026-12-07T00:00:00Z"><span class="said">[begin deletion] </span>'
END_DEL = '<span class="said"> [end deletion]</span></del>'


def html_of(*content: Content, notes: tuple[Note, ...] = (), placement: Placement = "end") -> str:
    """What stands between the heading of a section and its end."""
    html = body_html(document(section(*content), notes=notes), placement)
    return html.partition("<h2>Heading</h2>\n")[2].partition("\n</section>")[0]


def reworded(old: str, new: str, mark: Mark = HOUSE) -> tuple[Inline, ...]:
    return (Text("It "), Deleted(text(old), mark), Inserted(text(new), mark), Text("."))


def test_words_are_marked_and_said_to_be() -> None:
    assert html_of(Paragraph(reworded("may", "can"))) == (
        f'<p class="changed">It {DEL}may{END_DEL}{INS}can{END_INS}.</p>'
    )


def test_on_pages_a_space_has_what_is_said_as_its_alternative() -> None:
    html = html_of(Paragraph((Inserted(text("new"), HOUSE),)), placement="foot")
    assert '<span class="said" aria-label="begin insertion">\u00a0</span>new<span' in html
    assert "[" not in html


def test_marks_of_others_say_whose_they_are_and_no_date_that_is_none() -> None:
    html = html_of(Paragraph((Deleted(text("may"), ANA),)))
    assert html == (
        '<p class="changed"><del class="other" title="Ana &lt;Policy&gt;">'
        '<span class="said">[begin deletion by Ana &lt;Policy&gt;] </span>may'
        f"{END_DEL}</p>"
    )


def test_a_mark_within_bold_type_counts_too() -> None:
    assert html_of(Paragraph((Strong((Inserted(text("new"), HOUSE),)),))).startswith('<p class="changed"><strong><ins')


def test_what_is_inserted_or_deleted_as_a_whole_has_the_mark_inside() -> None:
    assert html_of(Paragraph(text("Words."), change=NEW)) == (f'<p class="changed inserted">{INS}Words.{END_INS}</p>')
    items = List((item("One", unit("u1", "a", number=1)), Item(text("Two"), unit("u2", "b", number=2), GONE)))
    assert html_of(items).splitlines()[2] == f'<li class="changed deleted">{DEL}Two{END_DEL}</li>'


def test_what_is_gone_has_neither_number_nor_id_and_stands_where_numbered_text_does() -> None:
    gone = Paragraph(text("Words."), unit=unit("u1", "a", number=3), change=GONE)
    assert html_of(gone) == f'<p class="numbered changed deleted">{DEL}Words.{END_DEL}</p>'
    new = replace(gone, change=NEW)
    assert html_of(new).startswith(
        '<p id="u1" data-blocks="a" class="numbered changed inserted"><span class="number">3'
    )


def test_words_that_have_marks_of_their_own_have_no_second_ones() -> None:
    marked = (Inserted(text("theirs"), ANA), Deleted(text("ours"), HOUSE))
    assert in_change(marked, NEW) == marked
    assert in_change((), NEW) == ()
    assert in_change(text("plain"), None) == text("plain")


def test_rows_are_marked_cell_by_cell_and_empty_cells_not_at_all() -> None:
    table = Table((), (text("A"), text("B")), (row("one", "two"), Row((Cell(text("three")), Cell(())), change=GONE)))
    assert html_of(table).count("<ins") == 0
    assert f'<tr class="changed deleted"><td>{DEL}three{END_DEL}</td><td></td></tr>' in html_of(table)


def test_a_whole_table_is_marked_with_all_that_is_in_it() -> None:
    table = Table(text("Caption"), (text("A"),), (row("one"),), number=4, change=GONE)
    html = html_of(table)
    assert html.count("<del") == 3
    assert f'<caption class="changed deleted">{DEL}Caption{END_DEL}</caption>' in html
    assert 'class="number"' not in html


def test_a_whole_section_is_marked_with_all_that_is_in_it_and_leaves_its_id_to_another() -> None:
    content = (Paragraph(text("Words.")), List((item("One"),), "plain"), Table((), (), (row("cell"),)))
    gone = Section(text("Timing"), content, id="timing", change=GONE)
    html = body_html(document(gone), "end")
    assert html.count("<del") == 4
    assert f'<h2 class="changed deleted">{DEL}Timing{END_DEL}</h2>' in html
    assert 'id="timing"' not in html
    assert 'id="timing"' in body_html(document(replace(gone, change=NEW)), "end")


def test_a_picture_without_words_has_some_that_can_be_heard() -> None:
    figure = Figure(TIMELINE, (), unit("u1", "fig"), GONE)
    html = body_html(document(section(figure)), "end", lambda _: (Drawing("<svg/>", 442, 9),))
    assert f'<figure class="changed deleted">\n<figcaption>{DEL}Picture{END_DEL}</figcaption>' in html


def test_the_end_of_a_paragraph_that_was_divided_or_joined_is_shown() -> None:
    assert html_of(Paragraph(text("One."), end=NEW)) == f'<p class="changed">One.{INS}¶{END_INS}</p>'
    areas = List((Item((*text("Two."), TextArea("Notes", 2)), None, None, GONE),), "plain")
    assert f"Two.{DEL}¶{END_DEL}<textarea" in html_of(areas)


def test_notes_that_are_gone_have_ids_of_their_own() -> None:
    old = Note("old", unit("u1", "fn.1"), text("Then."), 1, GONE)
    new = Note("new", unit("u1", "fn.1"), text("Now."), 1, NEW)
    calls = Paragraph((Deleted((NoteCall("old", 1),), HOUSE), Inserted((NoteCall("new", 1),), HOUSE)))
    for placement in ("end", "foot"):
        html = body_html(document(section(calls), notes=(old, new)), placement)
        for identifier in ("old-u1", "old-u1-call", "u1", "u1-call"):
            assert html.count(f' id="{identifier}"') == 1, identifier
            assert f'href="#{identifier}"' in html


def with_title(*marked: Inline) -> Document:
    return replace(document(section(), title="New title"), marked_title=marked)


def test_the_title_shows_what_changed_in_it_and_the_outline_has_the_new_one() -> None:
    made = with_title(Deleted(text("Old"), HOUSE), Inserted(text("New"), HOUSE), Text(" title"))
    assert f'<h1 class="changed">{DEL}Old{END_DEL}{INS}New{END_INS} title</h1>' in body_html(made, "end")
    on_pages = body_html(made, "foot")
    assert '<h1 class="changed" data-title="New title">' in on_pages


def test_headings_that_changed_are_named_by_their_new_words() -> None:
    heading = (Text("What would "), Deleted(text("stay"), HOUSE), Inserted(text("remain"), HOUSE))
    html = body_html(document(Section(heading, ())), "foot")
    assert '<h2 class="changed" data-title="What would remain">' in html


def test_the_key_to_the_marks_stands_below_the_title() -> None:
    assert '<p class="key">Struck &amp; through.</p>' in body_html(document(section()), "end", key="Struck & through.")
    assert 'class="key"' not in body_html(document(section()), "end")


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        (reworded("may", "can"), (Text("It "), Text("can"), Text("."))),
        ((Strong((Deleted(text("a"), HOUSE), SourceTag("ES 1"))),), (Strong((SourceTag("ES 1"),)),)),
        ((Deleted(text("a"), HOUSE),), ()),
    ],
)
def test_without_deletions_the_new_words_are_left(marked: tuple[Inline, ...], left: tuple[Inline, ...]) -> None:
    assert without_deletions(marked) == left


def test_an_edition_without_changes_has_no_marks() -> None:
    html = html_of(Paragraph(text("Words.")), List((item("One"),)), Table((), (text("A"),), (row("b"),)))
    assert "changed" not in html
    assert "<ins" not in html
    assert "said" not in html


def test_what_is_gone_can_neither_be_ticked_nor_filled_in() -> None:
    gone = Paragraph((Text("Agree "), Strong((Checkbox("Agree"),)), TextArea("Comments", 2)), change=GONE)
    assert html_of(gone) == f'<p class="noted changed deleted">{DEL}Agree <strong>\u2610</strong>{END_DEL}</p>'
    assert "<input" in html_of(Paragraph((Checkbox("Agree"),), change=NEW))
    assert 'class="checkbox"' in html_of(gone, placement="foot")
