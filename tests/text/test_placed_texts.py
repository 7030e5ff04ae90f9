"""Texts are found by their words and places as if each of them were looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

import pytest

from briefs.model.report import Leaf, Paragraph, Quotation
from briefs.text.placed_texts import DISPLAYS, JoinedTexts, PlacedLeaves, is_in_scope

WORDS = ("boat", "boats", "tide", "ferry-boat", "3.5", "l’eau")
PLACES = ("1", "1.2", "12", "1 para 1", "1 para 12", "1.2 item a", "Annex", "Annex.1 para 3")


@dataclass(frozen=True)
class Text:
    """A text of a paragraph."""

    leaf: Leaf
    plain: str


def texts(count: int, draw: Random) -> list[Text]:
    """Texts of a few words each, which recur."""
    made = (" ".join(draw.choices(WORDS, k=draw.randrange(1, 6))) for _ in range(count))
    return [Text(Paragraph(str(number), "", (1,), plain), plain) for number, plain in enumerate(made)]


@pytest.mark.parametrize("count", [0, 1, 30, 500])
def test_texts_with_whole_words_are_found_in_order(count: int) -> None:
    draw = Random(count)
    joined = JoinedTexts(texts(count, draw))
    for sought in (*WORDS, "boats tide", "tide ferry-boat boat", "no such words", "’", "boat boat boat"):
        whole = re.compile(rf"(?<!\w){re.escape(sought)}(?!\w)")
        found = list(joined.with_words(sought))
        assert [one for one in found if whole.search(one.plain)] == [
            one for one in joined.nodes if whole.search(one.plain)
        ]
        assert all(sought in one.plain for one in found)


def test_words_are_not_found_across_texts() -> None:
    two = [Text(Paragraph("1", "", (1,), plain), plain) for plain in ("a tide", "rises here")]
    assert list(JoinedTexts(two).with_words("tide rises")) == []


def test_leaves_are_found_at_a_place_and_below_it() -> None:
    draw = Random(1)
    leaves: list[Leaf] = [
        Paragraph(draw.choice(PLACES), draw.choice(["", *PLACES]), (number,), "") for number in range(60)
    ]
    leaves.insert(7, Quotation("quotation 1", "", (7,), "", "pull"))
    leaves.insert(9, Quotation("1 quotation 2", "", (9,), "", "block"))
    placed = PlacedLeaves(leaves)
    for scope in (*PLACES, DISPLAYS, "quotation 1", "quotation", "2", "1 p", "An"):
        assert placed.within(scope) == [number for number, leaf in enumerate(leaves) if is_in_scope(leaf, scope)]
    assert placed.within(DISPLAYS) == [7]
