"""Inline content in atoms and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefs.model.inline import (
    CitedNumber,
    Deleted,
    Emphasis,
    Foreign,
    Inline,
    Inserted,
    NoteCall,
    SourceTag,
    Strong,
    Text,
)
from briefs.redline.atoms import as_printed, atoms, put_together
from tests.redline.marks import ANNA, text
from tests.strategies import inlines


def keys(children: tuple[Inline, ...]) -> list[object]:
    return [one.key for one in atoms(children)]


def said(children: tuple[Inline, ...]) -> list[object]:
    """The characters and other things that inline content prints, in order, with their marks."""
    return [
        (letter, one.inserted, one.deleted)
        for one in atoms(children)
        for letter in (one.text or (one.printed if isinstance(one.key, tuple) else (one.key,)))
    ]


def test_words_keep_hyphens_and_apostrophes_and_signs_stand_alone() -> None:
    assert keys(text("It's a win-win: 1,980 – no.")) == [
        *("It's", " ", "a", " ", "win-win", ":", " ", "1,980", " ", "–", " ", "no", "."),
    ]


def test_an_address_is_one_atom() -> None:
    assert keys(text("See https://example.org/a-b?c=d now")) == ["See", " ", "https://example.org/a-b?c=d", " ", "now"]


def test_all_notes_in_one_place_are_one_atom() -> None:
    assert len(atoms((Text("A"), NoteCall("a"), NoteCall("b"), Text("B"), NoteCall("a")))) == 4


def test_numbers_are_what_they_cite_and_tags_know_whether_they_begin_a_paragraph() -> None:
    assert keys((CitedNumber("u", 3),)) == keys((CitedNumber("u", 4),))
    assert keys((SourceTag("IV"),)) != keys((Text("A"), SourceTag("IV")))[1:]


def test_what_is_put_together_again_is_the_same() -> None:
    children: tuple[Inline, ...] = (
        Text("One two"),
        Strong((Text("three "), Emphasis(text("four")), Text("."))),
        Deleted((Foreign("fr", text("cinq six")), Text(" seven")), ANNA),
        Inserted((Text("CH-12", is_whole=True), NoteCall("a", 1), NoteCall("b", 2)), ANNA),
        Deleted((Inserted(text("eight"), ANNA),), ANNA),
    )
    assert put_together(atoms(children)) == children


@given(st.lists(inlines(), max_size=4).map(tuple))
def test_putting_together_loses_no_words(children: tuple[Inline, ...]) -> None:
    again = put_together(atoms(children))
    assert said(again) == said(children)
    assert put_together(atoms(again)) == again


def test_numbers_of_an_old_edition_are_plain_text() -> None:
    assert put_together(tuple(as_printed(atoms((Strong((CitedNumber("u", 3), Text(" A"))),))))) == (
        Strong(text("3 A")),
    )
