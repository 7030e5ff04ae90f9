"""Two wordings in one: word by word, the old before the new, neither letter by letter nor whole sentences."""

from __future__ import annotations

import random

import pytest

from briefs.model.inline import Deleted, Emphasis, Inline, Inserted, Link, NoteCall, SourceTag, Strong, Text
from briefs.redline.atoms import atoms
from briefs.redline.word_merging import merged_words, similarity, word_count
from tests.redline.marks import ANNA, HOUSE, shown, text


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Some keepers agreed.", "Most keepers agreed.", "[-Some-]{+Most+} keepers agreed."),
        ("One two three", "One two three four", "One two three{+ four+}"),
        ("One two three", "One three", "One [-two -]three"),
        ("The keeper's boat", "The keepers' boat", "The [-keeper's-]{+keepers'+} boat"),
        ("win-win schemes", "win-win-win schemes", "[-win-win-]{+win-win-win+} schemes"),
        ("In 1,980 boats", "In 1,990 boats", "In [-1,980-]{+1,990+} boats"),
        ("Yes, now.", "Yes; now.", "Yes[-,-]{+;+} now."),
        ("", "All new", "{+All new+}"),
        ("All old", "", "[-All old-]"),
    ],
)
def test_words_are_marked(old: str, new: str, expected: str) -> None:
    assert shown(merged_words(text(old), text(new), HOUSE).children) == expected


def test_changes_that_only_a_space_or_a_sign_keeps_apart_are_one() -> None:
    assert shown(merged_words(text("a red dog ran"), text("a blue cat ran"), HOUSE).children) == (
        "a [-red dog-]{+blue cat+} ran"
    )
    assert shown(merged_words(text("red, big dog"), text("blue, old dog"), HOUSE).children) == (
        "[-red, big-]{+blue, old+} dog"
    )


def test_a_lone_word_among_many_changed_ones_is_changed_too() -> None:
    old = "Nations agreed on a treaty for sea lanes in the spring of that long and windy year again"
    new = "States had rejected every single plan with sea many others during autumn before any cold winter came"
    made = merged_words(text(old), text(new), HOUSE)
    assert len(made.children) == 2
    assert made.words.common == 1
    assert made.words.least < made.words.marked <= 1.1 * made.words.least


def test_wrappers_stay_around_words_and_only_the_look_is_no_change() -> None:
    old: tuple[Inline, ...] = (Text("Read "), Emphasis((Text("The Harbour Study"),)), Text("."))
    new: tuple[Inline, ...] = (Text("Read "), Emphasis((Text("The Tide Study"),)), Text("."))
    assert shown(merged_words(old, new, HOUSE).children) == "Read <The >[-<Harbour>-]{+<Tide>+}< Study>."
    plain = text("Read The Harbour Study.")
    assert merged_words(plain, old, HOUSE).children is old
    assert not merged_words(plain, old, HOUSE).is_changed


def test_notes_links_and_tags_are_whole() -> None:
    old: tuple[Inline, ...] = (Text("A"), NoteCall("fn", 1), Link("https://a.example", "here"), SourceTag("IV ¶1"))
    same: tuple[Inline, ...] = (Text("A"), NoteCall("fn", 7), *old[2:])
    assert not merged_words(old, same, HOUSE).is_changed
    other: tuple[Inline, ...] = (Text("A"), NoteCall("fn", 1), Link("https://b.example", "here"), SourceTag("IV ¶2"))
    made = merged_words(old, other, HOUSE).children
    assert made[2:] == (Deleted(old[2:], HOUSE), Inserted(other[2:], HOUSE))


def test_what_others_inserted_stays_theirs_and_what_they_deleted_is_not_compared() -> None:
    old: tuple[Inline, ...] = (
        Text("Some "),
        Inserted(text("old "), ANNA),
        Text("keepers "),
        Deleted(text("firmly "), ANNA),
        Text("agreed."),
    )
    kept = merged_words(old, text("Some old keepers agreed."), HOUSE)
    assert shown(kept.children) == "Some {+Anna: old +}keepers [-Anna: firmly -]agreed."
    assert not kept.is_changed
    lost = merged_words(old, text("Some keepers agreed."), HOUSE)
    assert shown(lost.children) == "Some [-{+Anna: old +}-]keepers [-Anna: firmly -]agreed."
    back = merged_words(old, text("Some old keepers firmly agreed."), HOUSE)
    assert shown(back.children) == "Some {+Anna: old +}keepers {+firmly +}[-Anna: firmly -]agreed."


def test_no_more_words_are_marked_than_needed_by_a_tenth() -> None:
    chance = random.Random(1)
    for _ in range(300):
        words = [chance.choice("abcdefgh") * chance.randint(1, 2) for _ in range(chance.randint(0, 60))]
        others = [chance.choice("abcdefgh") if chance.random() < 0.3 else word for word in words]
        made = merged_words(text(" ".join(words)), text(" ".join(others)), HOUSE)
        least = len(words) + len(others) - 2 * _common(words, others)
        assert made.words.least == least
        assert made.words.marked <= 1.1 * least


def _common(one: list[str], other: list[str]) -> int:
    """The length of the longest common subsequence, in the simplest way."""
    row = [0] * (len(other) + 1)
    for word in one:
        before = row[:]
        for at, there in enumerate(other, start=1):
            row[at] = before[at - 1] + 1 if word == there else max(before[at], row[at - 1])
    return row[-1]


def test_similarity_is_the_share_of_words_in_common() -> None:
    assert similarity(atoms(text("one two")), atoms(text("one two"))) == 1
    assert similarity(atoms(text("one two")), atoms(text("two one"))) == 0.5
    assert similarity(atoms(text("one")), atoms(text("two"))) == 0
    assert similarity(atoms(text("")), atoms(text(""))) == 1
    assert similarity(atoms(text("")), atoms(text("one"))) == 0


def test_words_are_counted_without_signs_and_without_what_is_deleted() -> None:
    assert word_count((Strong(text("One, two")), Deleted(text(" three"), ANNA), Link("https://a.example", "four"))) == 3
