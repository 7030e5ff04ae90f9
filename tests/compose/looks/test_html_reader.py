from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from briefs.compose.looks.html_elements import HtmlError
from briefs.compose.looks.html_inlines import forms_in, read_inlines
from briefs.compose.looks.html_reader import read_content
from briefs.model.document import (
    Checkbox,
    Content,
    Emphasis,
    Foreign,
    Inline,
    Item,
    Link,
    List,
    NoteCall,
    Paragraph,
    Strong,
    Table,
    Text,
    Unit,
    inline_text,
)
from tests.builders import forms

FORM = '<span data-form="fact.a/short">A</span>'
UNIT = Unit("", "", ("fact.a",), forms=forms("fact.a/short"))
TABLE = (
    '<table class="wide" data-widths="40 60"><caption>C</caption><thead><tr><th>One</th><th>Two</th></tr></thead>'
    "<tbody>{}</tbody></table>"
)
ROW = f"<tr><th>{FORM}</th><td/></tr>"


def content(html: str) -> Content:
    (found,) = read_content(html)
    return found


def test_a_paragraph_with_a_form_is_a_unit_and_one_without_is_none() -> None:
    assert read_content(f'<p>{FORM} b</p>\n<p class="quote">“b”</p>') == (
        Paragraph((Text("A b"),), "body", UNIT),
        Paragraph((Text("“b”"),), "quote"),
    )


def test_a_unit_names_each_block_and_each_form_once_and_knows_whether_it_is_verbatim() -> None:
    html = (
        f'<p>{FORM}<em>{FORM}</em><span data-form="fact.a/verbatim">B</span><span data-form="ben.b/lead">C</span></p>'
    )
    assert content(html) == Paragraph(
        (Text("A"), Emphasis((Text("A"),)), Text("BC")),
        unit=Unit(
            "",
            "",
            ("fact.a", "ben.b"),
            forms=forms("fact.a/short", "fact.a/verbatim", "ben.b/lead"),
            verbatim=True,
        ),
    )
    assert forms_in(html) == forms("fact.a/short", "fact.a/verbatim", "ben.b/lead")


def test_lists_are_numbered_or_plain() -> None:
    assert content(f"<ol>\n<li>{FORM}</li> <li>b</li></ol>") == List((Item((Text("A"),), UNIT), Item((Text("b"),))))
    assert content("<ul><li>b</li></ul>") == List((Item((Text("b"),)),), "plain")


def test_a_list_with_columns_needs_no_caption() -> None:
    bare = TABLE.format(ROW).replace("<caption>C</caption>", "")
    [made] = read_content(bare.replace("<table", '<table data-rows="numbered"'))
    assert isinstance(made, Table)
    assert (made.is_list, made.caption) == (True, ())
    [other] = read_content(TABLE.format(ROW))
    assert isinstance(other, Table)
    assert not other.is_list


def test_a_table_has_caption_columns_rows_widths_and_style() -> None:
    table = content(TABLE.format(ROW))
    assert isinstance(table, Table)
    assert (table.caption, table.columns) == ((Text("C"),), ((Text("One"),), (Text("Two"),)))
    assert (table.widths, table.style, table.number) == ((40, 60), "wide", None)
    (row,) = table.rows
    assert [(cell.children, cell.header) for cell in row.cells] == [((Text("A"),), True), ((), False)]
    assert row.unit == UNIT


def test_everything_that_a_text_can_hold_is_read() -> None:
    html = (
        '  a\n <strong>b <em>c</em></strong>&#160;<span lang="fr">d</span> <a href="https://x.org/?a=1&amp;b=2">e</a>'
        '<span data-note="fact.a"/> <input type="checkbox" aria-label="Agree"/> '
    )
    assert read_inlines(html) == (
        Text("a "),
        Strong((Text("b "), Emphasis((Text("c"),)))),
        Text("\u00a0"),
        Foreign("fr", (Text("d"),)),
        Text(" "),
        Link("https://x.org/?a=1&b=2", "e"),
        NoteCall("fact.a"),
        Text(" "),
        Checkbox("Agree"),
    )


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<blockquote>a</blockquote>", "a brief cannot hold <blockquote>"),
        ("<div><p>a</p></div>", "a brief cannot hold <div>"),
        ("<h2>a</h2>", "a brief cannot hold <h2>"),
        ("<!-- a -->", "a brief cannot hold <!-->"),
        ("<p>a</p> b", 'text outside a paragraph, item or cell: "b"'),
        ("a <p>b</p>", 'text outside a paragraph, item or cell: "a"'),
        ('<p class="wide">a</p>', 'class "wide" is not a role that a paragraph can have'),
        ('<p style="color: red">a</p>', 'a brief cannot hold "style" of <p>'),
        ('<ol start="3"><li>a</li></ol>', 'a brief cannot hold "start" of <ol>'),
        ("<p> </p>", "an empty <p>"),
        ("<p>a<br/>b</p>", "a brief cannot hold <br> in text"),
        ("<p>a <!-- b --></p>", "a brief cannot hold <!--> in text"),
        ("<p><code>a</code></p>", "a brief cannot hold <code> in text"),
        ('<p><input type="text" aria-label="a"/></p>', "a brief cannot hold <input> in text"),
        ('<p><a href="javascript:a">b</a></p>', "a brief cannot hold <a> in text"),
        ('<p><a href="https://a"><em>b</em></a></p>', "a brief cannot hold <a> in text"),
        ("<p>a & b</p>", 'not well-formed: xmlParseEntityRef: no name; write "&amp;" for "&"'),
        ("<p>a < b</p>", 'not well-formed: StartTag: invalid element name; write "&lt;" for "<"'),
        ("<p>a</p></p>", "not well-formed: a tag closes something that is not open"),
        ("<p>a&nbsp;b</p>", "not well-formed: Entity 'nbsp' not defined; write the character itself"),
        ("<p>a", "not well-formed: <p> is not closed"),
        ("<p>a\x07</p>", "the character U+0007 cannot be printed"),
        ("<p>a\ufffe</p>", "the character U+FFFE cannot be printed"),
        ("<ol></ol>", "<ol> has no items"),
        ("<ol>a<li>b</li></ol>", 'text outside a paragraph, item or cell: "a"'),
        ("<ol><li>b</li>c</ol>", 'text outside a paragraph, item or cell: "c"'),
        ("<ol><p>a</p></ol>", "<p> where <li> belongs"),
        ("<ol><li><p>a</p></li></ol>", "a brief cannot hold <p> in text"),
        ("<ol><li>a<ol><li>b</li></ol></li></ol>", "a brief cannot hold <ol> in text"),
        (TABLE.format(""), "a table needs a <caption>, a <thead> and rows"),
        (TABLE.format(ROW).replace("<table", '<table data-rows="many"'), 'data-rows="many" is not "numbered"'),
        (TABLE.format(f"{ROW}b"), 'text outside a paragraph, item or cell: "b"'),
        (TABLE.format(f"b{ROW}"), 'text outside a paragraph, item or cell: "b"'),
        (TABLE.format("<tr><td>a</td></tr>"), "a row does not have as many cells (1) as its table has columns (2)"),
        (TABLE.format("<tr><td>a</td>b<td/></tr>"), 'text outside a paragraph, item or cell: "b"'),
        (TABLE.format("<tr><p>a</p></tr>"), "<p> where <th> or <td> belongs"),
        (TABLE.format('<tr><td colspan="2">a</td></tr>'), 'a brief cannot hold "colspan" of <td>'),
        (TABLE.format("<td>a</td>"), "<td> where <tr> belongs"),
        (
            TABLE.format(ROW).replace("40 60", "40 50"),
            'data-widths="40 50" does not give each of 2 columns a share, 100 in all',
        ),
        (
            TABLE.format(ROW).replace("40 60", "a b"),
            'data-widths="a b" does not give each of 2 columns a share, 100 in all',
        ),
        (
            TABLE.format(ROW).replace("40 60", "0 100"),
            'data-widths="0 100" does not give each of 2 columns a share, 100 in all',
        ),
        ("<ol><li> </li></ol>", "an empty <li>"),
        (TABLE.format(ROW).replace("<caption>C</caption>", ""), "a table needs a <caption>, a <thead> and rows"),
        ("<table><tfoot/></table>", "<tfoot> where <caption> or <thead> or <tbody> belongs"),
        ("<table><thead></thead></table>", "a table needs exactly one header row"),
        (
            "<figure><figcaption>a</figcaption></figure>",
            "a <figure> holds one <figcaption> and one to three <svg>, the same picture drawn for several widths",
        ),
        (
            '<figure><svg xmlns="http://www.w3.org/2000/svg"/><figcaption>a</figcaption></figure>',
            "an <svg> needs a <title> that says what the picture says",
        ),
    ],
)
def test_what_the_document_cannot_hold_is_an_error(html: str, message: str) -> None:
    with pytest.raises(HtmlError) as caught:
        read_content(html)
    assert caught.value.fault.message == message


def test_an_error_knows_its_line() -> None:
    with pytest.raises(HtmlError) as caught:
        read_content("<p>a</p>\n\n<p>\n<br/></p>")
    assert caught.value.line == 4


CHARACTERS = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))
WORDS = CHARACTERS.map(lambda text: " ".join(text.split())).filter(bool)
INLINES = st.recursive(
    WORDS.map(Text) | WORDS.map(Checkbox) | WORDS.map(NoteCall) | WORDS.map(lambda text: Link("https://x.org/", text)),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map(tuple).map(Strong)
        | st.lists(inner, min_size=1, max_size=3).map(tuple).map(Emphasis)
        | st.lists(inner, min_size=1, max_size=3).map(tuple).map(lambda children: Foreign("fr", children))
    ),
    max_leaves=6,
)


def html_of(inline: Inline) -> str:
    match inline:
        case Text():
            return f"<span>{escape(inline.text)}</span>"
        case Strong():
            return f"<strong>{''.join(map(html_of, inline.children))}</strong>"
        case Emphasis():
            return f"<em>{''.join(map(html_of, inline.children))}</em>"
        case Foreign():
            return f'<span lang="{inline.language}">{"".join(map(html_of, inline.children))}</span>'
        case Link():
            return f'<a href="{inline.target}">{escape(inline.text)}</a>'
        case NoteCall():
            return f'<span data-note="{escape(inline.note)}"/>'
        case Checkbox():
            return f'<input type="checkbox" aria-label="{escape(inline.label)}"/>'
        case _:
            raise AssertionError(inline)


@given(st.lists(INLINES, min_size=1, max_size=4))
def test_inline_elements_written_as_html_are_read_as_they_were(inlines: list[Inline]) -> None:
    read = read_inlines("".join(map(html_of, inlines)))
    assert inline_text(read) == " ".join(inline_text(tuple(inlines)).split(" "))
    assert "".join(map(html_of, read)).replace("</span><span>", "") == "".join(map(html_of, inlines)).replace(
        "</span><span>", ""
    )
