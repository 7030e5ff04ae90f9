"""Labels of blocks say what their passages say."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.check.block_labels import check_titles, label_words
from briefs.check.own_support import OwnSupport
from briefs.check.subjects import BlockToCheck
from briefs.check.table import check_own_words
from tests.builders import RULES
from tests.compose.builders import harbour_library


def wrong(folder: Path, kind: str, fields: str) -> list[str]:
    anchor = "The board should count the bicycles in 2011"
    blocks = f'kind: {kind}\nblocks:\n  - id: a.b\n    anchor: "{anchor}"\n    {fields}\n'
    library = harbour_library(folder, {kind: blocks})
    support = OwnSupport(library, RULES)
    labels = label_words(library.blocks["a.b"])
    return [str(problem) for label in labels for problem in check_own_words(support.subject(label))]


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("answer", "question: Should 12 boards count the bicycles?"),
        ("recommendation", 'number: "1"\n    theme: Bicycles in Lisbon\n    addressees: [the board]'),
        ("recommendation", 'number: "1"\n    theme: Bicycles\n    addressees: [the board, all ports]'),
        ("recommendation", 'number: "1"\n    theme: “Lovely” bicycles\n    addressees: [the board]'),
        ("date", 'when: "next spring"\n    sort: undated'),
    ],
)
def test_a_label_that_says_more_is_reported_at_its_line(tmp_path: Path, kind: str, fields: str) -> None:
    (found,) = wrong(tmp_path, kind, fields)
    lines = fields.split("\n")
    line = 5 + next((n for n, one in enumerate(lines) if any(w in one for w in ("Lisbon", "Lovely", "all ports"))), 0)
    assert found.startswith(f"seeds/harbour/blocks/{kind}.yaml:{line}: error: ")


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("answer", "question: Should the board count bicycles?"),
        ("recommendation", 'number: "1"\n    theme: Counting\n    addressees: [the board]'),
        ("date", 'when: "[2011]"\n    sort: "2011"'),
        ("fact", "short: Counting"),
    ],
)
def test_a_label_in_words_of_the_passage_is_right(tmp_path: Path, kind: str, fields: str) -> None:
    assert wrong(tmp_path, kind, fields) == []


def test_the_title_of_a_principle_is_that_of_the_report(tmp_path: Path) -> None:
    blocks = (
        "kind: principle\nblocks:\n  - {id: p.a, number: 1, title: TITLE, anchor: The board should publish the tides}\n"
    )
    right = blocks.replace("TITLE", "publish the tides")
    library = harbour_library(tmp_path, {"principle": right})
    assert list(check_titles(BlockToCheck(library.blocks["p.a"], library, RULES))) == []
    library = harbour_library(tmp_path, {"principle": blocks.replace("TITLE", "publish tides")})
    (found,) = check_titles(BlockToCheck(library.blocks["p.a"], library, RULES))
    assert found.message == 'title of "p.a" is "publish tides", which its passage does not have so'


def test_a_month_is_that_of_the_passage(tmp_path: Path) -> None:
    (found,) = wrong(tmp_path, "date", 'when: May 2011\n    sort: "2011-05"')
    assert "has the month May" in found
    assert wrong(tmp_path / "other", "answer", "question: May the board count bicycles?") == []


def test_conflicts_speak_of_the_whole_report(tmp_path: Path) -> None:
    fields = "point: it is “bicycles” here and “tides” elsewhere\n    printed: bicycles"
    assert wrong(tmp_path, "conflict", fields) == []
    assert wrong(tmp_path, "conflict", fields.replace("tides", "waves")) != []
