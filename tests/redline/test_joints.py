"""Paragraphs that were parted or joined: words that are the same are not marked twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.model.document import Document, Item, List, Paragraph
from briefs.model.redline_readings import accepted, rejected
from briefs.redline.comparing import redline
from briefs.redline.proof import check_redline, check_word_redline
from tests.redline.marks import HOUSE, shown, text
from tests.redline.random_editions import paragraphs
from tests.redline.word_files import word_file
from tests.render.docx.samples import document, section, unit

FIRST = "Most keepers agreed that a shared timetable would help them a lot."
SECOND = "One keeper saw no need for it and asked for more bicycles instead."
OTHER = "The board publishes tides."


def brief(*words: str, is_list: bool = False) -> Document:
    """A brief of paragraphs, or of items, called after their first words."""
    units = [replace(unit(f"u{at}", at, one.split()[0]), name=f"s/{one.split()[0]}") for at, one in enumerate(words, 1)]
    if is_list:
        return document(section(List(tuple(map(Item, map(text, words), units))), id="s"))
    made = (Paragraph(text(one), unit=its) for one, its in zip(words, units, strict=True))
    return document(section(*made, id="s"))


@pytest.mark.parametrize("is_list", [False, True])
def test_a_parted_paragraph_has_only_a_new_end(is_list: bool) -> None:
    old, new = brief(f"{FIRST} {SECOND}", OTHER, is_list=is_list), brief(FIRST, SECOND, OTHER, is_list=is_list)
    made = redline(old, new, HOUSE)
    check_redline(made)
    texts = texts_of(made.document)
    assert [shown(one.children) for one in texts] == [f"{FIRST}[- -]", SECOND, OTHER]
    assert [one.end and one.end.kind for one in texts] == ["inserted", None, None]
    assert [one.unit and one.unit.number for one in texts] == [1, 2, 3]
    assert [(one.kind, one.old, one.new) for one in made.changes] == [
        ("parted", f"{FIRST} {SECOND}", f"{FIRST}\n{SECOND}")
    ]
    assert made.words.marked == 0
    check_word_redline(word_file(made.document), word_file(new), word_file(rejected(made.document)))


@pytest.mark.parametrize("is_list", [False, True])
def test_joined_paragraphs_lose_only_an_end(is_list: bool) -> None:
    old, new = brief(FIRST, SECOND, OTHER, is_list=is_list), brief(f"{FIRST} {SECOND}", OTHER, is_list=is_list)
    made = redline(old, new, HOUSE)
    check_redline(made)
    texts = texts_of(made.document)
    assert [shown(one.children) for one in texts] == [FIRST, f"{{+ +}}{SECOND}", OTHER]
    assert [one.end and (one.end.kind, one.end.number) for one in texts] == [("deleted", 1), None, None]
    assert [one.unit and one.unit.number for one in texts] == [None, 1, 2]
    assert [one.kind for one in made.changes] == ["joined"]
    check_word_redline(word_file(made.document), word_file(new), word_file(rejected(made.document)))


def test_one_in_three_that_are_reworded_too() -> None:
    third = "Ferries that share a timetable carry more in winter months."
    old = brief(f"{FIRST} {SECOND} {third}")
    new = brief(FIRST.replace("Most", "All"), SECOND.replace("more", "fewer"), third)
    made = redline(old, new, HOUSE)
    assert [one.kind for one in made.changes] == ["parted"]
    assert paragraphs(accepted(made.document)) == paragraphs(new)
    assert paragraphs(rejected(made.document)) == paragraphs(old)
    assert (made.words.inserted, made.words.deleted) == (2, 2)


def test_neighbours_that_say_something_else_are_not_joined() -> None:
    made = redline(brief(FIRST, OTHER), brief(FIRST, SECOND, OTHER), HOUSE)
    assert [one.kind for one in made.changes] == ["inserted"]
    made = redline(brief(f"{FIRST} {SECOND}"), brief(FIRST, OTHER), HOUSE)
    assert [one.kind for one in made.changes] == ["reworded", "inserted"]


def texts_of(made: Document) -> list[Paragraph | Item]:
    found: list[Paragraph | Item] = []
    for content in made.sections[0].content:
        if isinstance(content, List):
            found += content.items
        elif isinstance(content, Paragraph):
            found.append(content)
    return found
