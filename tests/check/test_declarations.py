"""What people declared to be allowed names the words, and is needed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.check.subjects import DeclarationsToCheck
from briefs.check.table import check_declared
from briefs.model.diagnostics import Place
from tests.builders import RULES
from tests.check.builders import ANCHOR
from tests.compose.builders import harbour_library

PLACE = Place("seeds/harbour/report.yaml")
AT = "seeds/harbour/blocks/fact.yaml:6:"
WORDING = "short: A shared timetable would reduce bicycles and waiting."


def declared(folder: Path, *fields: str, **equivalents: tuple[str, ...]) -> str:
    """What is wrong with the declarations of a block with `fields`, and of its report."""
    block = f"kind: fact\nblocks:\n  - id: fact.a\n    {ANCHOR}\n" + "".join(f"    {field}\n" for field in fields)
    rules = replace(RULES, equivalents=equivalents)
    places = {word: Place(PLACE.path, 9) for word in equivalents}
    library = harbour_library(folder, {"fact": block})
    return "\n".join(map(str, check_declared(DeclarationsToCheck(library, rules, PLACE, places))))


def test_a_reason_that_quotes_words_which_are_not_in_the_passage_is_right(tmp_path: Path) -> None:
    assert declared(tmp_path, WORDING, "says_more: “bicycles”; keepers told us so.") == ""
    assert declared(tmp_path, WORDING) == ""


def test_a_reason_without_quoted_words_is_an_error(tmp_path: Path) -> None:
    assert declared(tmp_path, WORDING, "says_more: Keepers told us so.") == (
        f'{AT} error: says_more of "fact.a" quotes none of the words that it is to allow [says-more-unclear]\n'
        '  hint: quote them and give the reason, as in says_more: "“no data”: the report has no figures."'
    )


@pytest.mark.parametrize(
    ("phrase", "message", "hint"),
    [
        ("boats", "which its wording does not say", "take it out, or quote the words as they are"),
        ("timetable", "which the passage says too", "take it out"),
    ],
)
def test_words_that_need_not_be_allowed_are_a_warning(tmp_path: Path, phrase: str, message: str, hint: str) -> None:
    assert declared(tmp_path, WORDING, f"says_more: “bicycles” and “{phrase}” are ours.") == (
        f'{AT} warning: says_more of "fact.a" allows "{phrase}", {message} [declaration-unneeded]\n  hint: {hint}'
    )


def test_a_word_that_is_said_more_often_than_in_the_passage_needs_to_be_allowed(tmp_path: Path) -> None:
    wording = "short: A timetable would reduce waiting for a timetable."
    assert declared(tmp_path, wording, "says_more: “timetable” stands for itself.") == ""


def test_an_equivalent_that_no_wording_needs_is_a_warning_at_its_line(tmp_path: Path) -> None:
    assert declared(tmp_path, WORDING, waiting=("bicycles",)) == ""
    assert declared(tmp_path, WORDING, waiting=("bicycles", "boats"), tides=("bicycles",)) == (
        'seeds/harbour/report.yaml:9: warning: no wording says "boats" where its passage says "waiting" '
        "[declaration-unneeded]\n  hint: take it out of `wording`\n"
        'seeds/harbour/report.yaml:9: warning: no wording says "bicycles" where its passage says "tides" '
        "[declaration-unneeded]\n  hint: take it out of `wording`"
    )


def test_nothing_is_known_of_equivalents_in_a_language_without_a_lexicon(tmp_path: Path) -> None:
    library = harbour_library(tmp_path)
    rules = replace(RULES, language="qaa", equivalents={"tides": ("water",)})
    assert check_declared(DeclarationsToCheck(library, rules, PLACE, {})) == []
