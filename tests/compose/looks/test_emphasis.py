from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from briefs.compose.jinja.line_marks import CLOSE, OPEN
from briefs.compose.looks.emphasis import marked_inlines, marked_up
from briefs.compose.looks.html_inlines import read_inlines
from briefs.model.document import Document
from briefs.model.document_walk import contents, inlines_of
from briefs.model.inline import Emphasis, Strong, Text, inline_text
from briefs.model.typesetting import clean, unprintable
from briefs.model.typography import curl
from tests.compose.builders import composed


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("a < b & c ]]>", "a &lt; b &amp; c ]]&gt;"),
        ("**bold *both*** and *italic*", "<strong>bold <em>both</em></strong> and <em>italic</em>"),
        ("2 * 3 * 4, **", "2 * 3 * 4, **"),
        ("2*3*4 and *5*", "2*3*4 and <em>5</em>"),
        ('"a" <b>', "“a” &lt;b&gt;"),
        ("", ""),
    ],
)
def test_hand_made_wording_becomes_html(written: str, html: str) -> None:
    assert marked_up(written) == Markup(html)


def test_a_line_by_hand_keeps_its_marks_of_emphasis() -> None:
    assert marked_inlines("*The Study*, **2010**") == (
        Emphasis((Text("The Study"),)),
        Text(", "),
        Strong((Text("2010"),)),
    )


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_text_survives_from_a_block_to_the_document(text: str) -> None:
    if unprintable(text) is not None:
        return
    printed = " ".join(inline_text(read_inlines(marked_up(clean(text)))).split())
    assert printed == " ".join(curl(clean(text)).split())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40))
def test_any_short_form_survives_into_a_brief_and_no_token_does(tmp_path: Path, text: str) -> None:
    wording = clean(text)
    if unprintable(wording) is not None or not wording:
        return
    escaped = "".join(f"\\U{ord(character):08x}" for character in wording)
    blocks = f'kind: fact\nblocks:\n  - id: fact.any\n    anchor: Most keepers agreed that\n    short: "{escaped}"\n'
    body = '## A\n\n{{ paragraph("fact.any") }}\n\n- {{ block("fact.any") }} {{ note("fact.any") }}\n'
    document = composed(tmp_path, body, any=blocks)
    printed = [" ".join(text.split()) for text in everything(document)]
    assert printed[1:] == [" ".join(curl(wording).split())] * 3
    unmarked = "".join(printed).replace(curl(wording), "")
    assert OPEN not in unmarked
    assert CLOSE not in unmarked


def everything(document: Document) -> list[str]:
    texts = [inline_text(section.heading) for section in document.sections]
    texts += [inline_text(one) for _, content in contents(document.sections) for one in inlines_of(content)]
    return [*texts, *(inline_text(note.children) for note in document.notes)]
