"""How each inline element is written in HTML."""

from __future__ import annotations

import re

import pytest

from briefs.model.document import Content, Item, List, Note, Paragraph
from briefs.model.inline import (
    Checkbox,
    CitedNumber,
    Emphasis,
    Foreign,
    Inline,
    Link,
    NoteCall,
    SourceTag,
    Strong,
    Text,
    TextArea,
)
from briefs.render.html.body import body_html
from briefs.render.html.inlines import Placement
from tests.render.builders import document, section, text, unit


def html_of(*content: Content, notes: tuple[Note, ...] = (), placement: Placement = "end") -> str:
    """What stands between the heading of a section and its end."""
    html = body_html(document(section(*content), notes=notes), placement)
    return html.partition("<h2>Heading</h2>\n")[2].partition("\n</section>")[0]


NOTE = Note("fn.1", unit("u9", "fn.1"), text("Said in 2009."), 1)


@pytest.mark.parametrize(
    ("inline", "html"),
    [
        (Text("a < b & c"), "a &lt; b &amp; c"),
        (Strong(text("ask")), "<strong>ask</strong>"),
        (Emphasis(text("Title")), "<em>Title</em>"),
        (Foreign("fr", text("acquis")), '<i lang="fr">acquis</i>'),
        (Link("https://example.org/?a&b", "<here>"), '<a href="https://example.org/?a&amp;b">&lt;here&gt;</a>'),
        (Checkbox('to "tick"'), '<input type="checkbox" aria-label="to &quot;tick&quot;">'),
        (Text("q.iii-rcp.1", is_whole=True), '<span class="unparted">q.iii-rcp.1</span>'),
        (
            Text("Non-state actors ¶1", is_whole=True),
            '<span class="unparted"><span class="unbroken">Non-state</span> actors ¶1</span>',
        ),
        (Text("at https://example.org/wells?a=b&c=1"), "at https://<wbr>example.<wbr>org/<wbr>wells?a=b&amp;c=1"),
        (Text("the High-level <Dialogue>"), 'the <span class="unbroken">High-level</span> &lt;Dialogue&gt;'),
        (CitedNumber("u1", 7), "7"),
        (SourceTag("ES 7"), '<span class="tag"> ‹ES 7›</span>'),
        (SourceTag("I ¶2, ¶3, ¶4"), '<span class="tag"> ‹I ¶2, ¶3,\u00a0¶4›</span>'),
        (SourceTag("I ¶2, ¶3; ES 7"), '<span class="tag"> ‹I ¶2, ¶3; ES 7›</span>'),
    ],
)
def test_each_inline_element_has_its_form(inline: Inline, html: str) -> None:
    assert html_of(Paragraph((inline,))) == f"<p>{html}</p>"


def test_on_pages_a_box_is_printed() -> None:
    assert html_of(Paragraph((Checkbox('to "tick"'),)), placement="foot") == (
        '<p><span class="checkbox" aria-label="to &quot;tick&quot;">☐</span></p>'
    )


def test_room_to_write_in_is_a_field_on_a_screen_and_a_frame_on_pages() -> None:
    asked = Paragraph((Text("Why?"), TextArea('Notes on "why"', 3)))
    label = 'aria-label="Notes on &quot;why&quot;"'
    assert html_of(asked) == f'<p class="noted">Why?<textarea rows="3" {label}></textarea></p>'
    frame = f'<span class="room" style="--rows: 3" {label}>\u00a0</span>'
    assert html_of(asked, placement="foot") == f'<p class="noted">Why?{frame}</p>'
    assert html_of(List((Item(asked.children),), "plain"), placement="foot") == (
        f'<ul class="plain">\n<li class="noted">Why?{frame}</li>\n</ul>'
    )


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/passwd", "page.html", "https://", "tel:me"])
def test_a_link_leads_to_the_web_to_mail_or_to_a_telephone_only(target: str) -> None:
    with pytest.raises(ValueError, match=r"which is not an http, https, mailto or tel address$"):
        html_of(Paragraph((Link(target, "here"),)))


def test_a_telephone_number_is_no_link_on_paper() -> None:
    number = Paragraph((Link("tel:+41229191020", "+41 22"),))
    assert html_of(number) == '<p><a href="tel:+41229191020">+41 22</a></p>'
    assert html_of(number, placement="foot") == "<p>+41 22</p>"


def test_on_pages_a_note_follows_its_first_call() -> None:
    called_twice = List((Item((NoteCall("fn.1", 1),)), Item((NoteCall("fn.1", 1),))), "plain")
    assert html_of(called_twice, notes=(NOTE,), placement="foot") == (
        '<ul class="plain">\n'
        '<li><sup class="call"><a id="u9-call" href="#u9" aria-label="Note 1">1</a></sup>'
        '<span class="note" id="u9" data-blocks="fn.1">'
        '<a class="number" href="#u9-call" aria-label="Back to the text at note 1">1</a> Said in 2009.</span></li>\n'
        '<li><sup class="call"><a href="#u9" aria-label="Note 1">1</a></sup></li>\n'
        "</ul>"
    )


def test_a_call_without_its_note_is_our_mistake() -> None:
    with pytest.raises(AssertionError, match=r"a call names the note 'fn.1', which the brief does not have"):
        html_of(Paragraph((NoteCall("fn.1", 1),)))


def test_the_marks_of_two_notes_in_one_place_are_parted() -> None:
    other = Note("fn.2", unit("u8", "fn.2"), text("Said in 2010."), 2)
    called = Paragraph((Text("so"), NoteCall("fn.1", 1), NoteCall("fn.2", 2)))
    html = html_of(called, notes=(NOTE, other))
    assert '1</a></sup><sup class="call parting">,\u00a0</sup><sup class="call">' in html
    apart = Paragraph((NoteCall("fn.1", 1), Text(" and"), NoteCall("fn.2", 2)))
    assert "parting" not in html_of(apart, notes=(NOTE, other))


def test_a_line_may_end_between_many_marks_in_one_place() -> None:
    notes = tuple(Note(f"fn.{n}", unit(f"u{n}", f"fn.{n}"), text("Said so."), n) for n in range(1, 11))
    html = html_of(Paragraph(tuple(NoteCall(note.id, note.number) for note in notes)), notes=notes)
    assert re.findall('parting">(.*?)<', html) == [*[",\u00a0"] * 3, ", ", *[",\u00a0"] * 3, ", ", ",\u00a0"]
