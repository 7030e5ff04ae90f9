from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from briefs.compose.looks.html_elements import HtmlError
from briefs.compose.looks.html_inlines import MOST_ROWS, forms_in, read_inlines
from briefs.compose.looks.html_reader import read_content
from briefs.model.inline import Checkbox, Emphasis, Foreign, Inline, Link, NoteCall, Strong, Text, TextArea, inline_text
from tests.builders import forms


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


def test_forms_are_found_in_their_order_and_once() -> None:
    html = (
        '<em><span data-form="b.b/lead">a</span></em> <span data-form="a.a/basis.short"/><span data-form="b.b/lead"/>'
    )
    assert forms_in(html) == forms("b.b/lead", "a.a/basis.short")


@pytest.mark.parametrize(
    ("html", "named"),
    [
        ("a<br/>b", "<br>"),
        ("a <!-- b -->", "<!-->"),
        ("<code>a</code>", "<code>"),
        ('<input type="text" aria-label="a"/>', "<input>"),
        ('<input type="checkbox" aria-label=" "/>', "<input>"),
        ('<a href="javascript:a">b</a>', "<a>"),
        ('<a href="https://a"><em>b</em></a>', "<a>"),
        ("<p>a</p>", "<p>"),
        ("<ol><li>b</li></ol>", "<ol>"),
    ],
)
def test_what_a_text_cannot_hold_is_an_error(html: str, named: str) -> None:
    with pytest.raises(HtmlError) as caught:
        read_inlines(html)
    assert caught.value.fault.message == f"a brief cannot hold {named} in text"


HEAD = "<table><caption>C</caption><thead><tr><th>A</th></tr></thead>"


def test_room_to_write_in_ends_a_paragraph_or_an_item_or_is_alone_in_a_cell() -> None:
    area = '<textarea rows="3" aria-label="Notes"/>'
    table = f"{HEAD}<tbody><tr><td> {area} </td></tr></tbody></table>"
    paragraph, items, made = read_content(f"<p>Why? {area}\n</p><ul><li>{area}</li></ul>{table}")
    assert paragraph.owners[0].children == (Text("Why?"), TextArea("Notes", 3))  # type: ignore[union-attr]
    assert items.owners[0].children == (TextArea("Notes", 3),)  # type: ignore[union-attr]
    assert made.owners[0].cells[0].children == (TextArea("Notes", 3),)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ('<p><textarea rows="3"/></p>', "a brief cannot hold <textarea> in text"),
        ('<p><textarea rows="3" aria-label="N">words</textarea></p>', "a brief cannot hold <textarea> in text"),
        ('<p><textarea rows="3" aria-label=" "/></p>', "a brief cannot hold <textarea> in text"),
        ('<p><textarea aria-label="N"/></p>', f'a <textarea> has 1 to {MOST_ROWS} rows, not ""'),
        *(
            (
                f'<p><textarea rows="{rows}" aria-label="N"/></p>',
                f'a <textarea> has 1 to {MOST_ROWS} rows, not "{rows}"',
            )
            for rows in ("0", "-1", "x", "2.5", "16", "9" * 5000, "³")
        ),
        *(
            (html, "a <textarea> can only be the end of a <p> or <li>, or all that is in a <td>")
            for html in (
                '<p><textarea rows="3" aria-label="N"/> and more</p>',
                '<p><textarea rows="3" aria-label="N"/><textarea rows="3" aria-label="N"/></p>',
                '<p>Why? <strong><textarea rows="3" aria-label="N"/></strong></p>',
                f'{HEAD}<tbody><tr><td>Why? <textarea rows="3" aria-label="N"/></td></tr></tbody></table>',
                f'{HEAD}<tbody><tr><th><textarea rows="3" aria-label="N"/></th></tr></tbody></table>',
            )
        ),
    ],
)
def test_room_to_write_in_anywhere_else_or_of_a_wrong_size_is_an_error(html: str, message: str) -> None:
    with pytest.raises(HtmlError) as caught:
        read_content(html)
    assert caught.value.fault.message == message


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
