"""The words of its own that a covering letter has state nothing: what the report says comes from blocks."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.option_wording import check_option_words
from briefs.check.relative_dates import relative_date_faults
from briefs.check.subjects import OptionToCheck
from briefs.check.untraced_numbers import untraced_numbers
from briefs.check.whole_words import has_phrase
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.typesetting import plain

_HINT = "say it in a block with its anchor, and print the block"


def check_letter_words(words: OptionToCheck) -> Iterator[Diagnostic]:
    """As for words of options, and stricter: an error for each number, for saying how many held a view, and for a
    relative date."""
    text, owner = plain(words.text), words.owner
    for number in untraced_numbers(text, ""):
        yield Fault("number-untraced", f"{owner} says {number}, which no block says", _HINT).at(words.place)
    held = [phrase for phrase in words.rules.strengths if " " in phrase and has_phrase(text, phrase)]
    for phrase in held:
        yield Fault("strength-upgraded", f'{owner} says "{phrase}", which no block says', _HINT).at(words.place)
    for problem in check_option_words(words):
        if problem.code != "number-untraced" and not (held and problem.code == "strength-upgraded"):
            yield problem
    yield from (fault.at(words.place) for fault in relative_date_faults(text, owner, words.rules))
