"""What a candidate is known by, and its fields."""

from __future__ import annotations

from dataclasses import replace

from briefs.candidates.candidate import PassageAnchor, passage_key, with_anchors
from briefs.candidates.found import Found, FoundPassage, Open
from briefs.model.block_fields import Anchor
from briefs.model.report import Paragraph

PASSAGE = FoundPassage(Paragraph("I ¶1", "I ¶1", (1,), "Wells are deep."), "Wells are deep.")
FOUND = Found("term", PASSAGE, "rule", "", 0.9, {"term": "wells"})


def test_a_candidate_is_known_by_kind_passage_and_label_and_not_by_its_rule() -> None:
    assert passage_key(FOUND) == passage_key(replace(FOUND, rule="another", certainty=0.1))
    assert passage_key(FOUND) != passage_key(replace(FOUND, kind="definition"))
    assert passage_key(FOUND) != passage_key(replace(FOUND, fields={"term": "pumps"}))


def test_passages_get_anchors_and_stay_open_if_none_names_them() -> None:
    anchor = Anchor.model_validate({"text": "Wells are deep."})
    assert with_anchors({"basis": PASSAGE}, lambda _: anchor) == {"basis": PassageAnchor(anchor)}
    assert with_anchors({"basis": PASSAGE}, lambda _: None) == {
        "basis": Open("a passage, by its anchor", "Wells are deep.")
    }
