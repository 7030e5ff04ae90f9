"""Ids of candidates."""

from __future__ import annotations

import pytest

from briefs.candidates.candidate_ids import PREFIXES, candidate_id
from briefs.candidates.found import Found, FoundPassage, Value
from briefs.model.block import KINDS
from briefs.model.block_ids import BLOCK_ID
from briefs.model.report import Paragraph


def _found(kind: str, words: str, **fields: Value) -> Found:
    return Found(kind, FoundPassage(Paragraph("I ¶1", "I ¶1", (1,), words), words), "rule", "", 0.9, fields)


def test_every_kind_has_a_prefix_of_its_own() -> None:
    assert list(PREFIXES) == list(KINDS)
    assert len(set(PREFIXES.values())) == len(PREFIXES)


@pytest.mark.parametrize(
    ("found", "name"),
    [
        (_found("summary_point", "Wells are deep.", number="14.a"), "es.14.a"),
        (_found("summary_point", "Deep wells cost much.", number="lead"), "es.deep_wells_cost"),
        (_found("acronym", "The Water Board (WB) met.", acronym="WB"), "acr.wb"),
        (_found("question", "Qui paie les réparations nécessaires ?"), "q.paie_reparations_necessaires"),
        (_found("next_step", "Dig the wells.", number=2), "nxt.2"),
    ],
)
def test_an_id_is_the_number_the_label_or_the_first_long_words(found: Found, name: str) -> None:
    assert candidate_id(found, ()) == name


def test_an_id_that_is_taken_gets_more_words_and_at_last_a_hash() -> None:
    found = _found("question", "Which villages share their deep wells?")
    assert candidate_id(found, {"q.which_villages_share"}) == "q.which_villages_share_their"
    taken = {f"q.{name}" for name in ("which_villages_share", "which_villages_share_their")}
    taken |= {"q.which_villages_share_their_deep", "q.which_villages_share_their_deep_wells"}
    assert BLOCK_ID.match(name := candidate_id(found, taken))
    assert name not in taken


def test_a_passage_without_latin_letters_has_an_id_all_the_same() -> None:
    assert BLOCK_ID.match(candidate_id(_found("question", "من يدفع؟"), ()))
