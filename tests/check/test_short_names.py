"""Short names and full names in a brief."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefs.model.document import Content, List, Paragraph, Table
from tests.check.builders import brief, wrong_brief
from tests.compose.builders import harbour_library
from tests.render.builders import item, paragraph, row, text, unit

ACRONYM = """kind: acronym
blocks:
  - id: acr.hb
    acronym: HB
    expansion: Harbour Board of the East Quay
    introduced: false
    short_names: [Board, Harbour Board]
    anchor: The board should publish
"""


def said(folder: Path, *content: Content, heading: str = "Heading") -> str:
    made = brief(*content, heading=heading)
    made = replace(made, sections=(replace(made.sections[0], line=9),))
    return wrong_brief(made, harbour_library(folder, {"acronym": ACRONYM}))


def wrong(line: int, short: str) -> str:
    return (
        f'templates/captains.md:{line}: warning: "{short}" is printed before its full name, '
        '"Harbour Board of the East Quay" [short-name-first]\n'
        "  hint: print the full name there, or change seeds/harbour/blocks/acronym.yaml:7"
    )


def item_on(line: int, words: str) -> List:
    return List((item(words, replace(unit(f"u{line}"), line=line)),))


def test_a_short_name_before_the_full_one_is_reported_once_where_it_is_first_printed(tmp_path: Path) -> None:
    full = item_on(22, "The Harbour Board of the East Quay waits. The Board sleeps.")
    first = item_on(21, "Keepers wait. The Harbour Board waits.")
    assert said(tmp_path, first, item_on(23, "The Board waits."), full) == wrong(21, "Harbour Board")
    assert said(tmp_path, item_on(21, "The Board waits. The harbour board of the east quay does.")) == wrong(
        21, "Board"
    )
    assert said(tmp_path, full, heading="What the Board does") == wrong(9, "Board")
    assert said(tmp_path, item_on(21, "Two Boards wait."), full) == wrong(21, "Boards")
    table = Table(text("The Board"), (text("A"),), (row("a", owner=replace(unit("u1"), line=25)),))
    assert said(tmp_path, table) == wrong(25, "Board")


def test_a_short_name_after_the_full_one_or_explained_in_the_same_sentence_is_right(tmp_path: Path) -> None:
    assert (
        said(tmp_path, item_on(21, "The Harbour Board of the East Quay waits."), item_on(22, "The Board waits.")) == ""
    )
    assert said(tmp_path, paragraph("“Board” is the Harbour Board of the East Quay.", unit("u1"))) == ""


def test_other_words_and_display_quotations_are_not_short_names(tmp_path: Path) -> None:
    assert said(tmp_path, paragraph("The board and its Board-room wait.", unit("u1"))) == ""
    assert said(tmp_path, Paragraph(text("“The Board sleeps.”"), "quote", unit("u1"))) == ""


def test_the_full_name_of_who_issues_the_brief_comes_first(tmp_path: Path) -> None:
    made = brief(item_on(21, "The Board waits."))
    made = replace(made, furniture=replace(made.furniture, issuer="Harbour Board of the East Quay"))
    assert wrong_brief(made, harbour_library(tmp_path, {"acronym": ACRONYM})) == ""
