"""Block templates name nobody, no place and no time."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.check.own_literals import check_own_literals
from briefs.check.own_support import OwnSupport
from briefs.model.diagnostics import Place
from briefs.model.own_words import OwnWords
from tests.builders import RULES
from tests.compose.builders import harbour_library


def found(folder: Path, text: str, owner: str = "the block template of quotes(…)") -> list[tuple[str, str]]:
    words = OwnWords(owner, text, Place("templates/blocks/quotes.html", 3), scope="nothing")
    subject = OwnSupport(harbour_library(folder), RULES).subject(words)
    return [(one.code, one.message) for one in check_own_literals(subject)]


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("— Ambassador", "affiliation-printed", "Ambassador"),
        ("said a minister", "affiliation-printed", "minister"),
        ("said in spring", "date-untraced", "spring"),
        ("Held on Monday", "date-untraced", "Monday"),
        ("from March", "date-untraced", "March"),
        ("Dispute between North and all others", "name-untraced", "North"),
    ],
)
def test_people_times_and_names_are_typed_into_no_block_template(
    tmp_path: Path, text: str, code: str, word: str
) -> None:
    ((said, message),) = found(tmp_path, text)
    assert said == code
    assert f'"{word}" ("{text}") for every block' in message


@pytest.mark.parametrize("text", ["Question", "Notes on: What it was", "Held by them", "no month given", "may be held"])
def test_other_words_are_left_alone(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


def test_words_of_options_are_held_against_what_is_printed(tmp_path: Path) -> None:
    assert found(tmp_path, "said a minister in spring", "unsaid of proposals(…)") == []
