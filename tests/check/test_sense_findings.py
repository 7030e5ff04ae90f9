"""How what a comparison finds is reported."""

from __future__ import annotations

from briefs.check.negations import negations_changed
from briefs.check.sense_findings import Finding, compared


def test_a_finding_says_both_words_and_what_to_do() -> None:
    fault = Finding("sense-turned", "more light", "less light", "use it").fault('short of "a"')
    assert fault.message == 'short of "a" says "more light", but its passage says "less light"'
    assert fault.hint == "use it"


def test_nothing_is_found_without_words_of_the_language() -> None:
    assert compared("Ferries sail.", "Ferries do not sail.", None, negations_changed) == ()
