"""The table of codes is whole and can be read by those whom it is for."""

from __future__ import annotations

import re

import pytest

from briefs.model.code import Code
from briefs.model.codes import CODES, STAGES


def test_no_code_stands_in_two_stages() -> None:
    assert len(CODES) == sum(map(len, STAGES.values()))


@pytest.mark.parametrize("name", CODES)
def test_a_code_is_words_with_hyphens_between_them(name: str) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_meaning_and_remedy_are_whole_sentences_of_one_paragraph(code: Code) -> None:
    for text in (code.meaning, code.remedy):
        assert text.endswith(".")
        assert text[0].isupper() or text[0] == "`"
        assert "\n" not in text
