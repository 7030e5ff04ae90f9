"""The sentences of a Document, each with what it is."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.document import Figure, List, Note, Paragraph, Table
from briefs.model.inline import NoteCall, SourceTag, Strong, Text
from briefs.model.provenance import Context
from briefs.verification.document_sentences import document_sentences, layout_words
from tests.builders import TIMELINE
from tests.render.builders import document, item, paragraph, row, section, unit


def said(*content: Paragraph | List | Table | Figure, style: str = "") -> list[tuple[str, str, str]]:
    """Role, text and unit of what is said in a section, without its heading and the masthead."""
    made = document(section(*content, heading="Here", style=style))  # type: ignore[arg-type]
    found = document_sentences(made)
    at = next(number for number, one in enumerate(found) if one.role == "heading")
    assert all(one.heading == "Here" for one in found[at:])
    return [(one.role, one.text, one.unit) for one in found[at + 1 :]]


def test_words_of_a_unit_are_told_sentence_by_sentence() -> None:
    tagged = Paragraph((Text("One. Two"), NoteCall("n", 1), Text("."), SourceTag("ES 1")), unit=unit("u1", "st.a"))
    assert said(tagged) == [("unit", "One.", "u1"), ("unit", "Two.", "u1")]


def test_cells_and_texts_of_pictures_are_sentences_of_their_own() -> None:
    table = Table((Text("Caption"),), ((Text("Head"),), (Text("More"),)), (row("a", "b", owner=unit("u1", "st.a")),))
    figure = Figure(TIMELINE, (Text("Picture"),), unit("u2", "fig.a"))
    assert said(table, figure) == [
        ("caption", "Caption", ""),
        ("column head", "Head", ""),
        ("column head", "More", ""),
        ("unit", "a", "u1"),
        ("unit", "b", "u1"),
        ("unit", "Picture", "u2"),
        *(("picture", label, "u2") for label in TIMELINE.labels),
    ]


def test_other_words_are_those_of_the_template() -> None:
    intro = Paragraph((Text("Ministers may"), SourceTag("ES 1")), "intro")
    tag = Paragraph((SourceTag("ES 2"),), "tag")
    assert said(intro, tag, List((item("Reply by: now"),), "plain")) == [
        ("introduction", "Ministers may ‹ES 1›", ""),
        ("source tag", " ‹ES 2›", ""),
        ("template", "Reply by: now", ""),
    ]
    assert said(paragraph("Sources."), style="end") == [("end matter", "Sources.", "")]


def test_the_masthead_comes_first_and_notes_last() -> None:
    note = Note("n", unit("n1", "def.a"), (Strong((Text("Noted."),)),), 1)
    found = document_sentences(document(section(paragraph("Words.")), notes=(note,)))
    assert found[0].role == "furniture"
    assert [one.text for one in found if one.role == "title"] == ["Title"]
    assert (found[-1].text, found[-1].unit, found[-1].heading) == ("Noted.", "n1", "Notes")


def test_what_formats_print_besides_is_known() -> None:
    made = replace(document(section(paragraph("Words."))), contexts=(Context("u1", "ES 1", "A passage.", ()),))
    found = layout_words(made)
    assert {"Page 0 of 0", "Notes", "A passage.", "ES 1", made.furniture.footer} <= {
        one.replace("\u00a0", " ") for one in found
    }
