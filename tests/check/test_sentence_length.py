"""Sentences that are too long, and those that may be long."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.check.sentence_length import check_sentence_length
from briefs.model.document import Content, FormRef, List, Note, Table
from briefs.model.inline import Text
from tests.check.builders import AT, LONG, brief, to_check, wrong_brief
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


def test_a_long_sentence_of_the_report_is_a_warning_in_a_draft_and_an_error_when_cleared() -> None:
    verbatim = replace(unit("u1", "fact.a"), forms=(FormRef("fact.a", "verbatim"),))
    worded = replace(verbatim, forms=(FormRef("fact.a", "short"),))
    for owner, is_draft, severity in ((verbatim, True, "warning"), (verbatim, False, "error"), (worded, True, "error")):
        checked = replace(to_check(brief(paragraph(LONG, owner))), is_draft=is_draft)
        assert [one.severity for one in check_sentence_length(checked)] == [severity]
