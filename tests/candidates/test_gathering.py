"""One candidate for each passage."""

from __future__ import annotations

import pytest

from briefs.candidates import gathering, printable_passage
from briefs.candidates.found import Found, Material
from briefs.candidates.gathering import gathered, label_of, one_for_each_passage
from briefs.candidates.placed_leaves import placed_leaves
from tests.candidates.builders import headed

TEXT = """# Summary

The council should dig deeper wells in all villages.

# Wells

Who pays for the wells? It rains.
"""
MATERIAL = Material(headed(TEXT), "en")


def _found(kind: str, words: str, certainty: float, **fields: str) -> Found:
    placed = next(one for one in placed_leaves(MATERIAL.report) if words in one.text)
    return Found(kind, placed.passage(words), "rule", "", certainty, fields)


def test_a_passage_is_of_the_kind_that_is_most_certain_and_the_others_are_named() -> None:
    first, second = gathered(MATERIAL)
    assert (first.found.kind, first.also) == ("summary_point", ("proposal (addressee)",))
    assert (second.found.kind, second.also) == ("question", ())


def test_only_some_kinds_may_be_asked_for() -> None:
    assert [one.found.kind for one in gathered(MATERIAL, ("question",))] == ["question"]


def test_passages_that_share_half_of_the_shorter_one_are_one() -> None:
    whole, part = "Who pays for the wells? It rains.", "Who pays for the wells?"
    kept = one_for_each_passage(MATERIAL, [_found("question", part, 0.5), _found("benefit", whole, 0.9)])
    assert [(one.found.kind, one.also) for one in kept] == [("benefit", ("question (rule)",))]


def test_dates_and_acronyms_stand_beside_what_a_passage_says() -> None:
    words = "Who pays for the wells?"
    ones = [
        _found("question", words, 0.9),
        _found("date", words, 0.9, when="2010"),
        _found("date", words, 0.8, when="2011"),
        _found("acronym", words, 0.9, acronym="WELL"),
        _found("acronym", "It rains.", 0.8, acronym="WELL"),
    ]
    kept = {(one.found.kind, label_of(one.found)) for one in one_for_each_passage(MATERIAL, ones)}
    assert kept == {("question", ""), ("date", "2010"), ("date", "2011"), ("acronym", "WELL")}


def test_candidates_are_in_the_order_of_the_report() -> None:
    kept = one_for_each_passage(MATERIAL, [_found("question", "It rains.", 0.9), _found("benefit", "The council", 0.1)])
    assert [one.found.kind for one in kept] == ["benefit", "question"]


def test_passages_of_a_long_paragraph_are_compared_with_those_near_them(monkeypatch: pytest.MonkeyPatch) -> None:
    said = [f"The council should dig well number {number} deeper." for number in range(400)]
    material = Material(headed(f"# Wells\n\n{' '.join(said)}\n"), "en")
    (placed,) = placed_leaves(material.report)
    compared: list[object] = []
    is_same = gathering._is_same

    def counted(one: gathering._Chosen, other: gathering._Chosen) -> bool:
        compared.append(one)
        return is_same(one, other)

    monkeypatch.setattr(gathering, "_is_same", counted)
    ones = [Found("proposal", placed.passage(words), "rule", "", 0.9) for words in (placed.text, *said)]
    assert len(one_for_each_passage(material, ones[1:])) == len(said)
    assert len(compared) < 20 * len(said)
    assert len(one_for_each_passage(material, ones)) == 1


def test_the_text_around_passages_is_made_printable_once() -> None:
    said = [f"The council should dig well number {number} deeper." for number in range(20)]
    (placed,) = placed_leaves(headed(f"# Wells\n\n{' '.join(said)}\n"))
    printable_passage._marked.cache_clear()
    assert [printable_passage.printable_short(placed.passage(one), "en", frozenset()) for one in said] == said
    assert printable_passage._marked.cache_info().misses == 1
