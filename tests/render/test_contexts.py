"""In a draft, each paragraph opens the passages of the report that it rests on."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.document import (
    Cell,
    Context,
    Document,
    Drawing,
    Figure,
    List,
    Note,
    NoteCall,
    Row,
    Section,
    Table,
    Text,
)
from briefs.render.body import body_html
from briefs.render.html import print_html, render_html
from tests.render.builders import document, item, layout, paragraph, row, section, text, unit

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" viewBox="0 0 10 10"></svg>'


def opened(made: Document, *contexts: Context) -> str:
    """What stands behind the heading of the one section."""
    body = body_html(replace(made, contexts=contexts), "end")
    return body.partition("</h2>\n")[2].removesuffix("\n</section>\n</main>")


def brief(*content: Section) -> Document:
    return document(*content)


def test_a_paragraph_is_followed_by_its_passage_with_the_words_of_the_anchor_marked() -> None:
    made = brief(section(paragraph("Words", unit("u1", number=1))))
    passage = Context("u1", "I ¶2", "Before <the> words & after", ((7, 18),))
    assert opened(made, passage) == (
        '<p id="u1" class="numbered"><span class="number">1 </span>Words</p>\n'
        '<details class="passage">\n<summary>Source passage: I ¶2</summary>\n'
        "<p><strong>I ¶2</strong> Before <mark>&lt;the&gt; words</mark> &amp; after</p>\n</details>"
    )


def test_several_passages_and_marks_are_opened_together() -> None:
    made = brief(section(paragraph("Words", unit("u1"))))
    passages = (Context("u1", "I ¶2", "One two three", ((0, 3), (8, 13))), Context("u1", "fn 3", "Four", ((0, 4),)))
    assert opened(made, *passages).partition("\n")[2] == (
        '<details class="passage">\n<summary>Source passages: I ¶2; fn 3</summary>\n'
        "<p><strong>I ¶2</strong> <mark>One</mark> two <mark>three</mark></p>\n"
        "<p><strong>fn 3</strong> <mark>Four</mark></p>\n</details>"
    )


def test_passages_of_an_item_stand_in_it() -> None:
    made = brief(section(List((item("One", unit("u1")), item("Two")))))
    assert opened(made, Context("u1", "ES 7", "Three", ())) == (
        '<ul>\n<li id="u1">One\n<details class="passage">\n<summary>Source passage: ES 7</summary>\n'
        "<p><strong>ES 7</strong> Three</p>\n</details></li>\n<li>Two</li>\n</ul>"
    )


def test_passages_of_rows_stand_behind_their_table_under_the_names_of_the_rows() -> None:
    headed = Row((Cell(text("☐")), Cell(text("States"), header=True)), unit("u2"))
    table = Table(text("Caption"), (), (row(" ", "First", owner=unit("u1")), headed, row("No unit")), number=4)
    contexts = (Context("u1", "I ¶2", "One", ()), Context("u2", "I ¶3", "Two", ()))
    assert opened(brief(section(table)), *contexts).partition("</table>\n")[2] == (
        '<details class="passage">\n<summary>Source passages of table 4</summary>\n'
        "<p><strong>First, I ¶2</strong> One</p>\n<p><strong>States, I ¶3</strong> Two</p>\n</details>"
    )
    unnumbered = brief(section(replace(table, number=None)))
    assert "<summary>Source passages of the table</summary>" in opened(unnumbered, *contexts)


def test_passages_of_a_list_with_columns_are_named_by_the_numbers_of_its_rows() -> None:
    ask = Row((Cell(text("Meet."), header=True), Cell(())), unit("u1", number=2))
    made = brief(section(Table((), (text("Invitation"), text("Agree")), (ask,), is_list=True)))
    assert opened(made, Context("u1", "I ¶2", "One", ())).partition("</table>\n")[2] == (
        '<details class="passage">\n<summary>Source passages of the table</summary>\n'
        "<p><strong>Paragraph 2, I ¶2</strong> One</p>\n</details>"
    )


def test_figures_and_notes_open_theirs() -> None:
    figure = Figure((Drawing(SVG, 442),), "Alternative", text("Caption"), unit("u1"))
    made = document(
        section(figure, replace(paragraph("Words"), children=(Text("Words"), NoteCall("fn", 1)))),
        notes=(Note("fn", unit("u2"), text("Note"), 1),),
    )
    page = opened(made, Context("u1", "I ¶2", "One", ()), Context("u2", "fn 3", "Two", ()))
    assert "</figure>\n<details" in page
    assert page.count("<details") == 2
    assert page.index("<summary>Source passage: fn 3</summary>") > page.index("↩</a>\n<details")


def test_what_rests_on_nothing_has_nothing_to_open() -> None:
    made = brief(section(paragraph("Words", unit("u1")), paragraph("More")))
    assert "details" not in opened(made, Context("u9", "I ¶2", "One", ()))


def test_passages_are_for_screens_and_not_for_the_page() -> None:
    made = replace(brief(section(paragraph("Words", unit("u1")))), contexts=(Context("u1", "I ¶2", "Passage", ()),))
    assert "Passage" in render_html(made, layout())
    assert "Passage" not in print_html(made)
