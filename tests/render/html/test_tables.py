"""How tables are written in HTML."""

from __future__ import annotations

from briefs.model.document import Cell, Content, Note, Row, Table
from briefs.model.inline import Checkbox
from briefs.render.html.body import body_html
from briefs.render.html.inlines import Placement
from tests.render.builders import document, row, section, text, unit


def html_of(*content: Content, notes: tuple[Note, ...] = (), placement: Placement = "end") -> str:
    """What stands between the heading of a section and its end."""
    html = body_html(document(section(*content), notes=notes), placement)
    return html.partition("<h2>Heading</h2>\n")[2].partition("\n</section>")[0]


def test_a_table_has_its_number_on_its_caption_and_headings_for_columns_and_rows() -> None:
    table = Table(
        caption=text("Benefits"),
        columns=((), text("For"), text("Benefit")),
        rows=(Row((Cell((Checkbox("ok"),)), Cell(text("States"), header=True), Cell(())), unit("u3", "ben.states")),),
        widths=(5, 15, 80),
        number=8,
        style="checklist",
    )
    assert html_of(table) == (
        '<table class="checklist whole folds">\n'
        '<caption class="numbered"><span class="number">8 </span>Benefits</caption>\n'
        '<colgroup><col style="width:5%"><col style="width:15%"><col style="width:80%"></colgroup>\n'
        '<thead><tr><td></td><th scope="col">For</th><th scope="col">Benefit</th></tr></thead>\n'
        "<tbody>\n"
        '<tr id="u3" data-blocks="ben.states"><td><input type="checkbox" aria-label="ok"></td>'
        '<th scope="row" data-label="For">States</th><td data-label="Benefit"></td></tr>\n'
        "</tbody>\n"
        "</table>"
    )


def test_rows_of_a_list_with_columns_have_their_numbers_in_their_first_cells() -> None:
    ask = Row((Cell(text("Meet."), header=True), Cell((Checkbox("Agree"),))), unit("u3", "nxt.4", number=2))
    made = html_of(Table((), (text("Invitation"), text("Agree")), (ask,), is_list=True, style="asks"))
    assert made == (
        '<table class="asks whole">\n'
        '<thead><tr><th scope="col">Invitation</th><th scope="col">Agree</th></tr></thead>\n'
        '<tbody>\n<tr id="u3" data-blocks="nxt.4">'
        '<th scope="row" class="numbered"><span class="number">2 </span>Meet.</th>'
        '<td><input type="checkbox" aria-label="Agree"></td></tr>\n</tbody>\n</table>'
    )


def test_a_table_without_caption_and_heads_is_its_rows() -> None:
    assert html_of(Table((), ((), ()), (row("a", "b"),))) == (
        '<table class="whole">\n<tbody>\n<tr><td>a</td><td>b</td></tr>\n</tbody>\n</table>'
    )


def test_only_a_short_table_stays_whole() -> None:
    assert 'class="whole"' in html_of(Table((), ((), ()), (row("a", "b"),) * 4))
    assert 'class="whole"' not in html_of(Table((), ((), ()), (row("a", "b"),) * 5))


def test_a_table_of_many_columns_moves_within_a_region_of_its_own_on_screens() -> None:
    columns = tuple(text(name) for name in ("One", "Two", "Three", "Four"))
    wide = document(section(Table(text("Which & how"), columns, (row("a", "b", "c", "d"),))))
    region = '<div class="moving" role="region" aria-label="Which &amp; how" tabindex="0">\n<table class="whole folds">'
    assert region in body_html(wide, "end")
    assert "</tbody>\n</table>\n</div>" in body_html(wide, "end")
    assert '<div class="moving' not in body_html(wide, "foot")
    narrow = document(section(Table(text("Which & how"), columns[:3], (row("a", "b", "c"),))))
    assert "moving" not in body_html(narrow, "end")


def test_cells_of_three_columns_or_more_have_the_headings_of_their_columns_as_labels_on_screens() -> None:
    columns = (text("For"), text("Which & how"), ())
    wide = Table((), columns, (row("a", "b", "c"),))
    assert '<td data-label="For">a</td><td data-label="Which &amp; how">b</td><td>c</td>' in html_of(wide)
    assert "data-label" not in html_of(wide, placement="foot")
    assert "data-label" not in html_of(Table((), columns[:2], (row("a", "b"),)))
