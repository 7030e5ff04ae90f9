"""Institutions that a report names often."""

from __future__ import annotations

from briefs.candidates.found import FoundPassage, Open
from tests.candidates.builders import found

TEXT = (
    "# Ports\n\nThe Fund for Port Works (FPW), established in 2009, finances breakwaters. "
    "Member States described it as indispensable. Several States proposed that FPW should meet more often. "
    "The Lagoon Council met once.\n"
)


def test_a_body_is_found_with_what_it_is_how_it_is_seen_and_what_is_proposed() -> None:
    (only,) = found("institution", TEXT)
    words = {name: one.words for name, one in only.fields.items() if isinstance(one, FoundPassage)}
    assert only.fields["name"] == "Fund for Port Works"
    assert only.passage.words == words["assessment"] == "Member States described it as indispensable."
    assert words["what"] == "The Fund for Port Works (FPW), established in 2009, finances breakwaters."
    assert words["proposals"] == "Several States proposed that FPW should meet more often."


def test_how_it_is_seen_is_open_if_no_sentence_says_so() -> None:
    text = "# A\n\nThe Lagoon Council is a body of States. The Lagoon Council met. Nobody left the Lagoon Council.\n"
    (only,) = found("institution", text)
    assert isinstance(only.fields["assessment"], Open)
    assert only.fields["proposals"] is None


def test_a_body_that_is_only_named_in_passing_is_none() -> None:
    assert found("institution", "# A\n\nWe thank the Lagoon Council. We met the Lagoon Council.\n") == []
