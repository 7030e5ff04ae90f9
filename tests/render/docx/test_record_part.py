"""The edition record in a Word file."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from lxml import etree

from briefs.model.cleared_by import ClearedBy
from briefs.model.document import Paragraph
from briefs.model.inline import Deleted, Emphasis, Inserted, NoteCall, SourceTag, Strong, Text
from briefs.model.mark import Change, Mark
from briefs.render.docx.render import render_docx
from briefs.word.elements import Element
from briefs.word.sent_record import sent_of_record
from tests.render.docx.samples import document, part, section, starter, text, unit


def attributes(element: Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def test_the_record_holds_ids_addresses_and_hashes_of_words_without_tags() -> None:
    children = (Strong((Text("Two"),)), Emphasis((Text(" words"),)), NoteCall("fn"), SourceTag("ES 7"))
    made = document(section(Paragraph(children[:2] + children[3:], unit=unit("u1", 1, "es.07", verbatim=True))))
    root = part(render_docx(made, starter()), "customXml/item1.xml")
    assert attributes(root) == {
        "identifier": "B/2-ministers-en",
        "audience": "ministers",
        "product": "brief",
        "reference": "B/2",
        "version": "0.3",
        "status": "draft",
        "date": "2026-03-12",
        "language": "en-GB",
    }
    child, printed = root
    assert [one.text for one in sent_of_record(root)][-1] == "Two words"
    assert "ES 7" not in "".join(piece.text or "" for piece in printed.iter("{*}piece"))
    hash = sha256(b"Two words").hexdigest()
    assert attributes(child) == {"tag": "u1", "name": "u1", "number": "1", "sha256": hash, "verbatim": "true"}
    assert [etree.QName(block).localname + " " + (block.text or "") for block in child] == ["block es.07"]


def test_the_record_of_a_cleared_edition_names_the_offices_that_cleared_it() -> None:
    made = replace(
        document(section(Paragraph((Text("Words"),)))), clearances=(ClearedBy("Legal", "2026-03-10", "B 0.3 draft"),)
    )
    child, _ = part(render_docx(made, starter()), "customXml/item1.xml")
    assert etree.QName(child).localname == "clearance"
    assert attributes(child) == {"office": "Legal", "date": "2026-03-10", "edition": "B 0.3 draft"}


def test_the_record_of_a_redline_is_that_of_its_new_edition_and_says_what_it_is() -> None:
    mark = Mark("Issuer")
    plain = document(section(Paragraph(text("New words"), unit=unit("u1", 1))))
    words = (Deleted(text("Old"), mark), Inserted(text("New"), mark), Text(" words"))
    marked = document(
        section(Paragraph(words, unit=unit("u1", 1)), Paragraph(text("Gone"), change=Change("deleted", mark)))
    )
    records = [part(render_docx(each, starter()), "customXml/item1.xml") for each in (plain, marked)]
    assert attributes(records[1]) == attributes(records[0]) | {"redline": "true"}
    assert [etree.tostring(one) for one in records[1]] == [etree.tostring(one) for one in records[0]]
