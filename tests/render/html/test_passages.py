"""In a draft, the tag of each paragraph opens the passages of the report that the paragraph rests on."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.document import Cell, Document, Figure, Item, List, Note, Paragraph, Row, Section, Table
from briefs.model.inline import Inline, NoteCall, SourceTag, Text
from briefs.model.provenance import Context
from briefs.render.figures.figure_drawing import for_screens
from briefs.render.html.body import body_html
from briefs.render.html.page import print_html, render_html
from tests.builders import TIMELINE
from tests.render.builders import document, item, layout, paragraph, row, section, text, unit


def opened(made: Document, *contexts: Context) -> str:
    """What stands behind the heading of the one section."""
    body = body_html(replace(made, contexts=contexts), "end", for_screens(layout()))
    return body.partition("</h2>\n")[2].removesuffix("\n</section>\n</main>")


def brief(*content: Section) -> Document:
    return document(*content)


def tagged(words: str, tag: str) -> tuple[Inline, ...]:
    return (Text(words), SourceTag(tag))


def test_the_tag_of_a_paragraph_opens_its_passage_with_the_words_of_the_anchor_marked() -> None:
    made = brief(section(Paragraph(tagged("Words", "I ¶2"), unit=unit("u1", number=1))))
    passage = Context("u1", "I ¶2", "Before <the> words & after", ((7, 18),))
    assert opened(made, passage) == (
        '<p id="u1" class="numbered"><span class="number">1 </span>Words</p>\n'
        '<details class="passage">\n'
        '<summary class="tag" aria-label="Source passage: I ¶2">‹I ¶2›</summary>\n'
        "<p><strong>I ¶2</strong> Before <mark>&lt;the&gt; words</mark> &amp; after</p>\n</details>"
    )


def test_several_passages_and_marks_are_opened_together_by_the_one_tag() -> None:
    made = brief(section(Paragraph(tagged("Words", "I ¶2; fn 3"), unit=unit("u1"))))
    passages = (Context("u1", "I ¶2", "One two three", ((0, 3), (8, 13))), Context("u1", "fn 3", "Four", ((0, 4),)))
    assert opened(made, *passages) == (
        '<p id="u1">Words</p>\n<details class="passage">\n'
        '<summary class="tag" aria-label="Source passages: I ¶2; fn 3">‹I ¶2; fn 3›</summary>\n'
        "<p><strong>I ¶2</strong> <mark>One</mark> two <mark>three</mark></p>\n"
        "<p><strong>fn 3</strong> <mark>Four</mark></p>\n</details>"
    )


def test_the_tag_of_an_item_stands_in_it() -> None:
    made = brief(section(List((Item(tagged("One", "ES 7"), unit("u1")), item("Two")))))
    assert opened(made, Context("u1", "ES 7", "Three", ())) == (
        '<ul>\n<li id="u1">One\n<details class="passage">\n'
        '<summary class="tag" aria-label="Source passage: ES 7">‹ES 7›</summary>\n'
        "<p><strong>ES 7</strong> Three</p>\n</details></li>\n<li>Two</li>\n</ul>"
    )


def test_the_tag_behind_a_table_opens_the_passages_of_its_rows_under_their_names() -> None:
    headed = Row((Cell(text("☐")), Cell(text("States"), header=True)), unit("u2"))
    table = Table(text("Caption"), (), (row(" ", "First", owner=unit("u1")), headed, row("No unit")), number=4)
    tag = Paragraph((SourceTag("I ¶2, ¶3"),), "tag")
    contexts = (Context("u1", "I ¶2", "One", ()), Context("u2", "I ¶3", "Two", ()))
    assert opened(brief(section(table, tag)), *contexts).partition("</table>\n")[2] == (
        '<details class="passage">\n'
        '<summary class="tag" aria-label="Source passages: I ¶2, ¶3">‹I ¶2, ¶3›</summary>\n'
        "<p><strong>First, I ¶2</strong> One</p>\n<p><strong>States, I ¶3</strong> Two</p>\n</details>"
    )


def test_the_tag_of_a_row_of_a_list_with_columns_stands_in_its_cell() -> None:
    ask = Row((Cell(tagged("Meet.", "I ¶2"), header=True), Cell(())), unit("u1", number=2))
    made = brief(section(Table((), (text("Invitation"), text("Agree")), (ask,), is_list=True)))
    assert opened(made, Context("u1", "I ¶2", "One", ())).partition("<tbody>\n")[2] == (
        '<tr id="u1"><th scope="row" class="numbered"><span class="number">2 </span>Meet.\n'
        '<details class="passage">\n<summary class="tag" aria-label="Source passage: I ¶2">‹I ¶2›</summary>\n'
        "<p><strong>I ¶2</strong> One</p>\n</details></th><td></td></tr>\n</tbody>\n</table>"
    )


def test_the_tag_of_a_figure_stands_in_its_caption_and_a_note_without_one_says_what_it_opens() -> None:
    figure = Figure(TIMELINE, tagged("Caption", "I ¶2"), unit("u1"))
    made = document(
        section(figure, replace(paragraph("Words"), children=(Text("Words"), NoteCall("fn", 1)))),
        notes=(Note("fn", unit("u2"), text("Note"), 1),),
    )
    page = opened(made, Context("u1", "I ¶2", "One", ()), Context("u2", "fn 3", "Two", ()))
    assert (
        '<figcaption>Caption\n<details class="passage">\n'
        '<summary class="tag" aria-label="Source passage: I ¶2">‹I ¶2›</summary>\n'
        "<p><strong>I ¶2</strong> One</p>\n</details></figcaption>\n<svg "
    ) in page
    assert '↩</a>\n<details class="passage">\n<summary>Source passage: fn 3</summary>\n' in page


def test_a_tag_that_opens_nothing_stays_in_its_paragraph() -> None:
    made = brief(section(Paragraph(tagged("Words", "I ¶2"), unit=unit("u1")), Paragraph((SourceTag("ES 7"),), "tag")))
    assert opened(made, Context("u9", "I ¶2", "One", ())) == (
        '<p id="u1">Words<span class="tag"> ‹I ¶2›</span></p>\n<p class="tags"><span class="tag"> ‹ES 7›</span></p>'
    )


def test_what_rests_on_nothing_has_nothing_to_open() -> None:
    made = brief(section(paragraph("Words", unit("u1")), paragraph("More")))
    assert "details" not in opened(made, Context("u9", "I ¶2", "One", ()))


def test_passages_are_for_screens_and_not_for_the_page() -> None:
    made = replace(brief(section(paragraph("Words", unit("u1")))), contexts=(Context("u1", "I ¶2", "Passage", ()),))
    assert "Passage" in render_html(made, layout())
    assert "Passage" not in print_html(made, layout())
