"""How each element of a Document is written in HTML."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.model.document import (
    Cell,
    Checkbox,
    Content,
    Emphasis,
    Figure,
    Foreign,
    Inline,
    Item,
    Link,
    List,
    Note,
    NoteCall,
    Paragraph,
    ParagraphRole,
    Row,
    Section,
    SourceTag,
    Strong,
    Table,
    Text,
)
from briefs.render.figures.drawing import DrawFigure, Drawing
from briefs.render.html.content import body_html
from briefs.render.html.inlines import Placement
from tests.builders import TIMELINE
from tests.render.builders import document, item, paragraph, row, section, text, unit


def html_of(*content: Content, notes: tuple[Note, ...] = (), placement: Placement = "end") -> str:
    """What stands between the heading of a section and its end."""
    html = body_html(document(section(*content), notes=notes), placement)
    return html.partition("<h2>Heading</h2>\n")[2].partition("\n</section>")[0]


def test_identity_stands_first_in_the_order_of_the_guide() -> None:
    assert body_html(document(), "end") == "\n".join(
        [
            '<header class="masthead">',
            '<div class="line"><p class="issuer">Issuer</p>',
            '<p class="series">Series</p></div>',
            '<p class="identity">R/1 · 12 March 2026 · Version\u00a00.3 · English</p>',
            '<div class="line standing"><p class="status">DRAFT</p>',
            '<p class="distribution">Limited</p></div>',
            "</header>",
            "<main>",
            "<h1>Title</h1>",
            '<p class="source">Source.</p>',
            '<p class="as-at">As at.</p>',
            "</main>",
        ]
    )


def test_titles_in_the_source_line_are_in_italics() -> None:
    furniture = replace(document().furniture, source=(Emphasis(text("Tides & quays")), Text(", phase 1")))
    assert '<p class="source"><em>Tides &amp; quays</em>, phase 1</p>' in body_html(
        replace(document(), furniture=furniture), "end"
    )


def test_a_section_has_its_id_style_level_and_page_break() -> None:
    made = Section(text("Why"), (), id="why", level=3, style="box", page_break=True)
    assert '<section id="why" class="box level-3 new-page">\n<h3>Why</h3>\n</section>' in body_html(
        document(made), "end"
    )


def test_a_unit_prints_its_number_and_keeps_its_id_and_blocks() -> None:
    assert html_of(paragraph("Words.", unit("u17", "es.02", "ben.states", number=4))) == (
        '<p id="u17" data-blocks="es.02 ben.states" class="numbered"><span class="number">4 </span>Words.</p>'
    )


@pytest.mark.parametrize(
    ("role", "html"),
    [
        ("body", "<p>Words.</p>"),
        ("intro", '<p class="intro">Words.</p>'),
        ("quote", "<blockquote><p>Words.</p></blockquote>"),
        ("attribution", '<p class="attribution">Words.</p>'),
        ("tag", '<p class="tags">Words.</p>'),
        ("small", '<p class="small">Words.</p>'),
    ],
)
def test_each_role_of_a_paragraph_has_its_form(role: ParagraphRole, html: str) -> None:
    assert html_of(Paragraph(text("Words."), role)) == html


@pytest.mark.parametrize(
    ("inline", "html"),
    [
        (Text("a < b & c"), "a &lt; b &amp; c"),
        (Strong(text("ask")), "<strong>ask</strong>"),
        (Emphasis(text("Title")), "<em>Title</em>"),
        (Foreign("fr", text("acquis")), '<i lang="fr">acquis</i>'),
        (Link("https://example.org/?a&b", "<here>"), '<a href="https://example.org/?a&amp;b">&lt;here&gt;</a>'),
        (Checkbox('to "tick"'), '<span class="checkbox" role="img" aria-label="to &quot;tick&quot;">☐</span>'),
        (Text("q.iii-rcp.1", is_whole=True), '<span class="unbroken">q.iii-rcp.1</span>'),
        (SourceTag("ES 7"), '<span class="tag"> ‹ES 7›</span>'),
        (SourceTag("I ¶2, ¶3, ¶4"), '<span class="tag"> ‹I ¶2, ¶3,\u00a0¶4›</span>'),
        (SourceTag("I ¶2, ¶3; ES 7"), '<span class="tag"> ‹I ¶2, ¶3; ES 7›</span>'),
    ],
)
def test_each_inline_element_has_its_form(inline: Inline, html: str) -> None:
    assert html_of(Paragraph((inline,))) == f"<p>{html}</p>"


def test_list_items_stand_under_their_running_numbers() -> None:
    items = List((item("One", unit("u1", "a", number=5)), item("Two", unit("u2", "b", number=6))))
    assert html_of(items) == (
        "<ol>\n"
        '<li id="u1" data-blocks="a" value="5"><span class="number">5 </span>One</li>\n'
        '<li id="u2" data-blocks="b" value="6"><span class="number">6 </span>Two</li>\n'
        "</ol>"
    )


def test_a_plain_list_has_bullets() -> None:
    assert html_of(List((item("One"),), "plain")) == '<ul class="plain">\n<li>One</li>\n</ul>'


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
        '<table class="checklist whole">\n'
        '<caption class="numbered"><span class="number">8 </span>Benefits</caption>\n'
        '<colgroup><col style="width:5%"><col style="width:15%"><col style="width:80%"></colgroup>\n'
        '<thead><tr><td></td><th scope="col">For</th><th scope="col">Benefit</th></tr></thead>\n'
        "<tbody>\n"
        '<tr id="u3" data-blocks="ben.states"><td><span class="checkbox" role="img" aria-label="ok">☐</span></td>'
        '<th scope="row">States</th><td></td></tr>\n'
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
        '<td><span class="checkbox" role="img" aria-label="Agree">☐</span></td></tr>\n</tbody>\n</table>'
    )


def test_a_table_without_caption_and_heads_is_its_rows() -> None:
    assert html_of(Table((), ((), ()), (row("a", "b"),))) == (
        '<table class="whole">\n<tbody>\n<tr><td>a</td><td>b</td></tr>\n</tbody>\n</table>'
    )


def test_only_a_short_table_stays_whole() -> None:
    assert 'class="whole"' in html_of(Table((), ((), ()), (row("a", "b"),) * 4))
    assert 'class="whole"' not in html_of(Table((), ((), ()), (row("a", "b"),) * 5))


FIGURE = Figure(TIMELINE, "Forum & no more", text("Caption"), unit("u4", "fig.1", number=9))


def drawings(*widths: float) -> DrawFigure:
    return lambda figure: tuple(Drawing(f'<svg width="{width}pt"></svg>', width, 9) for width in widths)


def test_a_picture_stands_under_its_caption() -> None:
    made = document(section(FIGURE))
    assert (
        '<figure id="u4" data-blocks="fig.1">\n'
        '<figcaption class="numbered"><span class="number">9 </span>Caption</figcaption>\n'
        '<svg role="img" width="442pt"></svg>\n'
        "</figure>"
    ) in body_html(made, "foot", drawings(442))


def test_for_screens_a_picture_is_there_twice_and_the_style_sheet_shows_one() -> None:
    assert (
        '<svg class="wide" role="img" width="442pt"></svg>\n<svg class="narrow" role="img" width="186pt"></svg>\n'
    ) in body_html(document(section(FIGURE)), "end", drawings(442, 186))


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/passwd", "page.html", "https://"])
def test_a_link_leads_to_the_web_or_to_mail_only(target: str) -> None:
    with pytest.raises(ValueError, match=r"which is no http, https or mailto address$"):
        html_of(Paragraph((Link(target, "here"),)))


NOTE = Note("fn.1", unit("u9", "fn.1"), text("Said in 2009."), 1)


def test_notes_are_listed_at_the_end_with_links_both_ways() -> None:
    html = body_html(document(section(Paragraph((Text("Words"), NoteCall("fn.1", 1)))), notes=(NOTE,)), "end")
    assert '<p>Words<sup class="call"><a id="u9-call" href="#u9">1</a></sup></p>' in html
    assert html.endswith(
        '<section class="notes" role="doc-endnotes">\n<h2>Notes</h2>\n<ol>\n'
        '<li id="u9" data-blocks="fn.1" value="1">Said in 2009. '
        '<a class="back" href="#u9-call" aria-label="Back to the text, note 1">↩</a></li>\n'
        "</ol>\n</section>\n</main>"
    )


def test_on_pages_a_note_follows_its_first_call() -> None:
    called_twice = List((Item((NoteCall("fn.1", 1),)), Item((NoteCall("fn.1", 1),))), "plain")
    assert html_of(called_twice, notes=(NOTE,), placement="foot") == (
        '<ul class="plain">\n'
        '<li><sup class="call"><a id="u9-call" href="#u9">1</a></sup><span class="note" id="u9" data-blocks="fn.1">'
        '<a class="number" href="#u9-call">1</a> Said in 2009.</span></li>\n'
        '<li><sup class="call"><a id="u9-call2" href="#u9">1</a></sup></li>\n'
        "</ul>"
    )


def test_a_call_without_its_note_is_our_mistake() -> None:
    with pytest.raises(AssertionError, match=r"a call names the note 'fn.1', which the brief does not have"):
        html_of(Paragraph((NoteCall("fn.1", 1),)))


def test_a_note_without_a_call_is_our_mistake() -> None:
    with pytest.raises(AssertionError, match=r"notes without a call: fn\.1"):
        html_of(paragraph("Words."), notes=(NOTE,))


def test_a_table_of_many_columns_moves_within_a_region_of_its_own_on_screens() -> None:
    columns = tuple(text(name) for name in ("One", "Two", "Three", "Four"))
    wide = document(section(Table(text("Which & how"), columns, (row("a", "b", "c", "d"),))))
    region = '<div class="moving" role="region" aria-label="Which &amp; how" tabindex="0">\n<table class="whole">'
    assert region in body_html(wide, "end")
    assert "</tbody>\n</table>\n</div>" in body_html(wide, "end")
    assert '<div class="moving' not in body_html(wide, "foot")
    narrow = document(section(Table(text("Which & how"), columns[:3], (row("a", "b", "c"),))))
    assert "moving" not in body_html(narrow, "end")
