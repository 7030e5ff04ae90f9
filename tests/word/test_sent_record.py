"""What was sent, written into a record and read back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from briefs.model.document import Paragraph
from briefs.model.inline import SourceTag, Text
from briefs.model.provenance import FormSpan
from briefs.model.sent_paragraphs import sent_paragraphs
from briefs.render.docx.record_part import edition_record
from briefs.word.elements import Element, qn
from briefs.word.sent_record import sent_of_record
from tests.projects import built
from tests.render.docx.samples import document, section, unit

ROOT = Path(__file__).parents[2]


def saved(record: Element) -> Element:
    return etree.fromstring(etree.tostring(record))


def small() -> Element:
    printed = Paragraph((Text("One two "), SourceTag("ES 7")), unit=unit("u1", 1, "b", verbatim=True))
    return edition_record(replace(document(section(printed)), form_spans=(FormSpan("u1", "b/short", 0, 0, 3),)))


@pytest.mark.slow
def test_the_record_of_a_brief_says_all_that_was_sent_but_for_lines_of_templates() -> None:
    (brief,) = built(ROOT, "ministers", products=("brief",), formats=("docx",)).briefs
    record = saved(edition_record(brief.document))
    assert sent_of_record(record) == tuple(replace(one, line=0) for one in sent_paragraphs(brief.document))
    assert len(sent_of_record(record)) > 50


def test_pieces_keep_their_forms_and_their_spaces() -> None:
    (sent,) = (one for one in sent_of_record(saved(small())) if one.unit)
    assert [(piece.text, piece.form) for piece in sent.pieces] == [("One", "b/short"), (" two ", "")]
    assert (sent.tag, sent.number, sent.is_verbatim, sent.tags) == ("u1", 1, True, ("‹ES 7›",))


@pytest.mark.parametrize(
    ("name", "value"), [("role", "unheard of"), ("number", "four"), ("key", ""), ("tag", "u99"), ("key", "heading ")]
)
def test_a_damaged_record_says_nothing(name: str, value: str) -> None:
    record = small()
    next(one for one in record.iter(qn("edition:paragraph")) if one.get("tag")).set(name, value)
    assert sent_of_record(saved(record)) == ()


def test_a_record_of_an_earlier_version_or_another_part_says_nothing() -> None:
    record = small()
    record.remove(record[-1])
    assert sent_of_record(saved(record)) == ()
    assert sent_of_record(etree.fromstring("<other/>")) == ()
