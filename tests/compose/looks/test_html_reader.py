from __future__ import annotations

import pytest

from briefs.compose.looks.html_elements import HtmlError
from briefs.compose.looks.html_reader import read_content
from briefs.model.document import Content, Figure, Item, List, Paragraph, Unit
from briefs.model.figure import Pillar, Pillars
from briefs.model.inline import Emphasis, Text
from tests.builders import forms

FORM = '<span data-form="fact.a/short">A</span>'
UNIT = Unit("", "", ("fact.a",), forms=forms("fact.a/short"))


def content(html: str) -> Content:
    (found,) = read_content(html)
    return found


def test_a_paragraph_with_a_form_is_a_unit_and_one_without_is_not() -> None:
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


def test_lists_are_numbered_or_plain() -> None:
    assert content(f"<ol>\n<li>{FORM}</li> <li>b</li></ol>") == List((Item((Text("A"),), UNIT), Item((Text("b"),))))
    assert content("<ul><li>b</li></ul>") == List((Item((Text("b"),)),), "plain")


def test_a_figure_has_a_caption_and_the_forms_in_it() -> None:
    made = content(
        '<figure class="pillars"><ol><li value="1"><span data-form="pil.1/title">States</span></li></ol>'
        '<figcaption><span data-form="fig.a/short">The <em>first</em></span></figcaption></figure>'
    )
    assert isinstance(made, Figure)
    assert made.graphic == Pillars((Pillar(1, "States"),))
    assert made.caption == (Text("The "), Emphasis((Text("first"),)))
    assert made.unit is not None
    assert made.unit.forms == forms("fig.a/short", "pil.1/title"), "its caption first"


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
        ('<p style="color: red">a</p>', 'a brief cannot hold the attribute "style" of <p>'),
        ('<ol start="3"><li>a</li></ol>', 'a brief cannot hold the attribute "start" of <ol>'),
        ("<p> </p>", "an empty <p>"),
        ("<ol></ol>", "<ol> has no items"),
        ("<ol>a<li>b</li></ol>", 'text outside a paragraph, item or cell: "a"'),
        ("<ol><li>b</li>c</ol>", 'text outside a paragraph, item or cell: "c"'),
        ("<ol><li><p>a</p></li></ol>", "a brief cannot hold <p> in text"),
        ("<ol><li>a<ol><li>b</li></ol></li></ol>", "a brief cannot hold <ol> in text"),
        ("<ol><li> </li></ol>", "an empty <li>"),
        ("<ol><li><em> </em></li></ol>", "an empty <li>"),
        ("<p><strong></strong></p>", "an empty <p>"),
        (
            '<figure class="pillars"><ol><li value="1">a</li></ol></figure>',
            "a <figure> needs exactly one <figcaption>",
        ),
        (
            '<figure class="pillars"><figcaption>a</figcaption><figcaption>b</figcaption></figure>',
            "a <figure> needs exactly one <figcaption>",
        ),
        ('<ol><li value="1">a</li></ol>', 'a brief cannot hold the attribute "value" of <li>'),
        (
            '<figure class="pillars"><figcaption>a</figcaption><ol data-form="x"/></figure>',
            'a brief cannot hold the attribute "data-form" of <ol>',
        ),
    ],
)
def test_what_the_document_cannot_hold_is_an_error(html: str, message: str) -> None:
    with pytest.raises(HtmlError) as caught:
        read_content(html)
    assert caught.value.fault.message == message
    assert caught.value.fault.code == "not-representable"
