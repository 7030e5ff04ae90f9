"""Searches that show what a report does not say."""

from __future__ import annotations

from briefs.model.absence_search import Search


def test_a_search_says_what_it_looks_for_and_where() -> None:
    written = {"for": "price", "numbers": True, "with": ["cost", "fee"], "in": "VI", "except": "cost of living"}
    said = '"price", numbers in sentences with "cost" or "fee" in VI, except "cost of living"'
    assert str(Search.model_validate(written)) == said
    assert str(Search.model_validate({"for": ["price", "toll"]})) == '"price", "toll"'
