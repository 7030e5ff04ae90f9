"""A candidate as it stands in its file."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from briefs.candidates.candidate import Candidate, PassageAnchor
from briefs.candidates.candidate_text import candidate_text
from briefs.candidates.found import Found, FoundPassage, Open
from briefs.model.block_fields import Anchor
from briefs.model.report import Paragraph

ANCHOR = Anchor.model_validate({"text": 'Wells "are" … very deep.'})
SCOPED = Anchor.model_validate({"text": "Wells are deep.", "in": "II › Costs ¶1"})


def _candidate(kind: str = "recommendation", words: str = "Wells are deep.", **more: Any) -> Candidate:
    passage = FoundPassage(Paragraph("I ¶1", "I ¶1", (1,), words), words)
    found = Found(kind, passage, "rule", "wells", 0.9)
    return Candidate(**{"id": "rec.1", "found": found, "anchor": ANCHOR, "fields": {}, "label": "I ¶1", **more})


def _written(text: str) -> Any:
    return yaml.safe_load(f"blocks:\n{text}")["blocks"][0]


def test_what_is_known_is_written_and_what_is_open_stands_in_remarks() -> None:
    fields = {
        "number": "1",
        "theme": Open("what it is about"),
        "addressees": Open("whom it asks", "Member States"),
        "basis": PassageAnchor(SCOPED),
        "carried": None,
        "headed": True,
        "count": 3,
        "short_names": ("Wells: all", "no"),
    }
    text = candidate_text(_candidate(fields=fields, also=("proposal (rule)",), page="7"))
    assert _written(text) == {
        "id": "rec.1",
        "number": "1",
        "addressees": ["Member States"],
        "basis": {"anchor": {"text": "Wells are deep.", "in": "II › Costs ¶1"}},
        "carried": None,
        "headed": True,
        "count": 3,
        "short_names": ["Wells: all", "no"],
        "anchor": 'Wells "are" … very deep.',
    }
    assert "    # theme: …  # what it is about\n" in text
    assert "    addressees: [Member States]  # guessed; whom it asks\n" in text
    assert "    # I ¶1, page 7: rule, by “wells”; certainty 0.90; it may also be: proposal (rule)\n" in text


def test_a_guess_stands_as_a_value_but_for_words_where_an_anchor_is_needed() -> None:
    fields = {
        "sort": Open("direct or indirect", "indirect"),
        "beneficiary": Open("who gains", "States: all"),
        "basis": Open("a passage", "Wells are deep"),
    }
    text = candidate_text(_candidate("benefit", fields=fields))
    assert _written(text)["sort"] == "indirect"
    assert _written(text)["beneficiary"] == "States: all"
    assert "basis" not in _written(text)
    assert "    # basis: Wells are deep  # guessed; a passage\n" in text
    nothing = candidate_text(_candidate("quote", fields={"display": Open("a passage, or null", "null")}))
    assert _written(nothing)["display"] is None


def test_a_short_form_is_written_or_its_passage_stands_in_a_remark() -> None:
    assert _written(candidate_text(_candidate(short="Wells: deep.", strength="some")))["short"] == "Wells: deep."
    text = candidate_text(_candidate(words="Wells are deep, " * 30))
    assert "    # short: …  # at most 25 words, from this passage:\n    #   Wells are deep," in text
    assert max(map(len, text.splitlines())) <= 120


def test_spaces_that_do_not_break_are_written_as_people_type_them() -> None:
    fields = {"theme": "12\u202f500 puits", "addressees": ("a\u00a0b",)}
    text = candidate_text(_candidate(short="Qui devrait payer\u00a0?", fields=fields))
    written = _written(text)
    assert "\\u" not in text
    assert (written["short"], written["theme"], written["addressees"]) == (
        "Qui devrait payer ?", "12 500 puits", ["a b"]
    )  # fmt: skip


def test_an_acronym_needs_no_short_form() -> None:
    assert "short" not in candidate_text(_candidate("acronym", fields={"acronym": "WB"}))


@pytest.mark.parametrize("mark", ["\u2028", "\x85", "\t", "\u00a0", "\ufeff", "\x07"])
def test_no_character_of_a_passage_ends_a_remark_or_is_forbidden_in_it(mark: str) -> None:
    text = candidate_text(_candidate(words=f"Wells{mark}- id: x{mark}are deep"))
    assert list(_written(text)) == ["id", "anchor"]


def test_a_quotation_needs_no_short_form_but_shows_its_words() -> None:
    text = candidate_text(_candidate("quote", words="Wells are deep"))
    assert "short" not in text
    assert "    # printed as it is:\n    #   Wells are deep\n" in text


def test_the_heading_of_a_row_begins_with_a_capital_letter() -> None:
    assert _written(candidate_text(_candidate("term", fields={"term": "small harbour"})))["term"] == "Small harbour"


def test_a_guess_from_a_heading_stays_a_remark_since_wording_is_compared_with_the_passage() -> None:
    text = candidate_text(_candidate(fields={"theme": Open("what it is about", "Wells (B2G)")}))
    assert '    # theme: "Wells (B2G)"  # guessed; what it is about\n' in text
