"""The body of a brief in HTML: masthead, title, sections and notes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.model.addressing import addressed
from briefs.model.copy import Copy
from briefs.model.document import Content, Note, Paragraph, Section
from briefs.model.inline import Emphasis, NoteCall, Text
from briefs.render.html.body import body_html
from briefs.render.html.inlines import Placement
from tests.render.builders import document, paragraph, personal, section, text, unit


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
            '<p class="about">About.</p>',
            "</main>",
        ]
    )


def test_titles_in_the_sentence_below_the_title_are_in_italics() -> None:
    furniture = replace(document().furniture, about=(Emphasis(text("Tides & quays")), Text(", phase 1")))
    assert '<p class="about"><em>Tides &amp; quays</em>, phase 1</p>' in body_html(
        replace(document(), furniture=furniture), "end"
    )


def test_a_section_has_its_id_style_level_and_page_break() -> None:
    made = Section(text("Why"), (), id="why", level=3, style="box", page_break=True)
    assert '<section id="why" class="box level-3 new-page">\n<h3>Why</h3>\n</section>' in body_html(
        document(made), "end"
    )


NOTE = Note("fn.1", unit("u9", "fn.1"), text("Said in 2009."), 1)


def test_notes_are_listed_at_the_end_with_links_both_ways() -> None:
    html = body_html(document(section(Paragraph((Text("Words"), NoteCall("fn.1", 1)))), notes=(NOTE,)), "end")
    assert '<p>Words<sup class="call"><a id="u9-call" href="#u9" aria-label="Note 1">1</a></sup></p>' in html
    assert html.endswith(
        '<section class="notes" role="doc-endnotes">\n<h2>Notes</h2>\n<ol>\n'
        '<li id="u9" data-blocks="fn.1" value="1">Said in 2009. '
        '<a class="back" href="#u9-call" aria-label="Back to the text at note 1">↩</a></li>\n'
        "</ol>\n</section>\n</main>"
    )


def test_lists_of_headings_name_a_heading_without_the_number_of_its_note() -> None:
    called = replace(section(), heading=(Text("CO₂ <now>"), NoteCall("fn.1", 1)))
    made = document(called, notes=(NOTE,))
    assert '<h2 aria-label="CO₂ &lt;now&gt;">CO₂ &lt;now&gt;<sup class="call">' in body_html(made, "end")
    assert '<h2 data-title="CO₂ &lt;now&gt;">CO₂ &lt;now&gt;<sup class="call">' in body_html(made, "foot")


def test_a_heading_that_prints_its_words_alone_needs_no_other_name() -> None:
    for placement in ("end", "foot"):
        assert "<h2>A <em>new</em> m²</h2>" in body_html(
            document(replace(section(), heading=(Text("A "), Emphasis(text("new")), Text(" m²")))), placement
        )


def test_a_note_without_a_call_is_our_mistake() -> None:
    with pytest.raises(AssertionError, match=r"notes without a call: fn\.1"):
        html_of(paragraph("Words."), notes=(NOTE,))


def test_the_masthead_of_a_copy_says_whom_it_is_for() -> None:
    copy = addressed(personal(document()), Copy("D'ARC-<Côte>", 1, 2))
    line = '<p class="copy">For: D\'ARC-&lt;Côte&gt; · Copy\u00a01\u00a0of\u00a02</p>'
    for placement in ("end", "foot"):
        assert f'English</p>\n{line}\n<div class="line standing">' in body_html(copy, placement)


def test_pages_have_room_for_this_line_in_an_edition_that_prints_nothing_there() -> None:
    assert '<p class="copy"></p>' in body_html(personal(document()), "foot")
    assert body_html(personal(document()), "end") == body_html(document(), "end")
    assert '"copy"' not in body_html(document(), "foot")
