from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from briefs.compose.looks.html_elements import HtmlError
from briefs.compose.looks.html_inlines import forms_in, read_inlines
from briefs.model.inline import Checkbox, Emphasis, Foreign, Inline, Link, NoteCall, Strong, Text, inline_text
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
