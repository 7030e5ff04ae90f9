"""Sentences that are too long, and those that may be long."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.model.document import Content, List, Note, Table
from briefs.model.inline import Text
from tests.check.builders import AT, LONG, brief, wrong_brief
from tests.render.builders import item, paragraph, row, unit


@pytest.mark.parametrize(
    "content",
    [
        paragraph(LONG, unit("u1", "fact.a")),
        List((item(LONG, unit("u1", "fact.a")),)),
        paragraph(f"Short. {LONG} Short.", unit("u1", "fact.a")),
    ],
)
def test_a_sentence_of_more_than_thirty_words_is_reported(content: Content) -> None:
    assert wrong_brief(brief(content)) == (
        f'{AT} a sentence of 31 words: "{LONG[:60]}…" (from fact.a) [sentence-too-long]\n'
        "  hint: a sentence may have at most 30 words; write a short form"
    )


def test_a_note_may_not_have_longer_sentences_either() -> None:
    note = Note("fact.a", unit("u9", "fact.a"), (Text(LONG),))
    assert "a sentence of 31 words" in wrong_brief(brief(notes=(note,)))


@pytest.mark.parametrize(
    "content",
    [
        paragraph(LONG),
        replace(paragraph(LONG, unit("u1", "fact.a")), role="quote"),
        paragraph(f"They said: “{LONG}”", unit("u1", "fact.a")),
        paragraph(f"They said: “{LONG}” Nobody else spoke.", unit("u1", "fact.a")),
        Table((Text("C"),), ((Text("A"),),), (row(LONG, owner=unit("u1", "fact.a")),)),
        paragraph(f"{LONG[:80]}! (“{LONG[:60]}.”) [{LONG[:40]}]", unit("u1", "fact.a")),
    ],
)
def test_furniture_quotations_and_tables_may_have_longer_ones(content: Content) -> None:
    assert wrong_brief(brief(content)) == ""
