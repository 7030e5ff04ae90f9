"""Things that a brief says twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefs.check.repetitions import check_repetitions
from briefs.model.document import Cell, Content, Figure, Item, List, Note, Row, Table, Unit
from tests.builders import TIMELINE, forms
from tests.check.builders import TEMPLATE, brief, to_check
from tests.compose.builders import harbour_library
from tests.render.builders import text

BLOCKS = {
    "fact": """kind: fact
blocks:
  - id: fact.a
    anchor: Most keepers agreed … at the quay
    short: Most keepers agreed that a shared timetable would reduce waiting.
  - id: fact.b
    anchor: a shared timetable would reduce waiting at the quay
    short: A shared timetable would reduce waiting.
  - id: fact.c
    anchor: Most keepers agreed … at the quay
    short: "Keepers at the quay: most were in agreement."
  - id: fact.d
    anchor: Ferries that share … the winter months
    short: Ferries that share a timetable could reduce waiting.
  - id: fact.e
    anchor: Most keepers agreed … at the quay
    short: Most keepers agreed.
"""
}
HINT = "\n  hint: print only one of them, or name it in `repeats` if it must be said twice"


def owner(line: int, *names: str) -> Unit:
    printed = forms(*names)
    return Unit(f"u{line}", f"u{line}", tuple(form.block for form in printed), forms=printed, line=line)


def items(*units: Unit) -> List:
    return List(tuple(Item(text("Words."), unit) for unit in units))


def said(folder: Path, *content: Content, notes: tuple[Note, ...] = (), repeats: tuple[str, ...] = ()) -> list[str]:
    template = replace(TEMPLATE, front=TEMPLATE.front.model_copy(update={"repeats": repeats}))
    subject = to_check(brief(*content, notes=notes), harbour_library(folder, BLOCKS), template=template)
    return [str(found) for found in check_repetitions(subject)]


def test_forms_of_one_passage_with_most_of_their_words_in_common_say_the_same(tmp_path: Path) -> None:
    assert said(tmp_path, items(owner(20, "fact.a/short"), owner(21, "fact.b/short"))) == [
        'templates/captains.md:21: warning: "fact.b" says again what "fact.a" says under "Heading" (line 20) '
        f"[said-twice]{HINT}"
    ]


def test_a_block_that_is_printed_twice_says_the_same_in_any_form(tmp_path: Path) -> None:
    assert said(tmp_path, items(owner(20, "fact.a/short"), owner(21, "fact.a/verbatim"))) == [
        f'templates/captains.md:21: warning: "fact.a" is printed twice in a row: here and on line 20 [said-twice]{HINT}'
    ]


def test_another_point_of_one_passage_and_the_same_words_of_another_passage_are_no_repetitions(tmp_path: Path) -> None:
    assert said(tmp_path, items(owner(20, "fact.b/short"), owner(21, "fact.c/short"))) == []
    assert said(tmp_path, items(owner(20, "fact.b/short"), owner(21, "fact.d/short"))) == []


def test_forms_of_few_words_and_forms_of_one_unit_do_not_count(tmp_path: Path) -> None:
    assert said(tmp_path, items(owner(20, "fact.a/short"), owner(21, "fact.e/short"))) == []
    assert said(tmp_path, items(owner(20, "fact.a/short", "fact.b/short"))) == []


def test_words_twice_in_a_row_are_a_repetition_whatever_they_say_and_lead(tmp_path: Path) -> None:
    printed = List((Item(text("First: It is for all of us. It is for all of us."), owner(20, "fact.b/short")),))
    [found] = said(tmp_path, printed)
    assert '"fact.b" prints a sentence twice in one place: "It is for all of us." [said-twice]' in found


def test_one_sentence_twice_in_one_unit_is_a_repetition(tmp_path: Path) -> None:
    sentence = "A shared timetable would reduce waiting."
    printed = List((Item(text(f"{sentence} Keepers wait. {sentence}"), owner(20, "fact.b/short")),))
    assert said(tmp_path, printed) == [
        'templates/captains.md:20: warning: "fact.b" prints a sentence twice in one place: '
        f'"{sentence}" [said-twice]\n'
        "  hint: print it once, or name a block of them in `repeats` if it must be said twice"
    ]
    assert said(tmp_path, printed, repeats=("fact.b",)) == []
    short = List((Item(text("Keepers wait. Tides. Keepers wait."), owner(20, "fact.b/short")),))
    assert said(tmp_path, short) == []


def test_tables_and_pictures_may_repeat_the_text_but_lists_with_columns_and_notes_do_not(tmp_path: Path) -> None:
    rows = (Row((Cell(text("Words.")),), owner(21, "fact.b/short")),)
    table = Table(text("Caption"), (text("A"),), rows)
    assert said(tmp_path, items(owner(20, "fact.a/short")), table) == []
    assert (
        said(tmp_path, items(owner(20, "fact.a/short")), Figure(TIMELINE, text("A"), owner(21, "fact.b/short"))) == []
    )
    assert len(said(tmp_path, items(owner(20, "fact.a/short")), replace(table, is_list=True))) == 1
    note = Note("fact.b", owner(0, "fact.b/short"), text("Words."))
    assert said(tmp_path, items(owner(20, "fact.a/short")), notes=(note,)) == [
        'templates/captains.md: warning: "fact.b" says again what "fact.a" says under "Heading" (line 20) '
        f"[said-twice]{HINT}"
    ]


def test_what_is_said_twice_on_purpose_is_named_in_the_front_matter(tmp_path: Path) -> None:
    printed = items(owner(20, "fact.a/short"), owner(21, "fact.b/short"))
    assert said(tmp_path, printed, repeats=("fact.a",)) == said(tmp_path, printed, repeats=("fact.b",)) == []
    assert len(said(tmp_path, printed, repeats=("fact.d",))) == 1
