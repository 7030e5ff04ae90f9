"""No text shows who spoke by what this person is or stands for (Chatham House Rule; editorial guide C1.5)."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.finished_texts import finished_texts, place_of
from briefs.check.people import people_in, words_shown
from briefs.check.subjects import BriefToCheck, OwnWordsToCheck, WordingToCheck
from briefs.check.whole_words import has_phrase
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.wording_rules import WordingRules
from briefs.text.speakers import Shown

_HINT = "write “one participant”: under the Chatham House Rule, neither a speaker nor a speaker's affiliation is shown"


def check_affiliations_in_wording(wording: WordingToCheck | OwnWordsToCheck) -> Iterator[Diagnostic]:
    """An error for each place in edited wording, or in words of an option or a letter, that shows who spoke."""
    for phrase in affiliations_in(wording.text, wording.rules):
        message = f'{wording.owner} has "{phrase}", which shows who spoke'
        yield Fault("affiliation-printed", message, _HINT).at(wording.place)


def check_affiliations_in_brief(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """The same for any text of a brief, where its template first prints it."""
    told: set[str] = set()
    for one in finished_texts(brief.document, brief.template):
        for phrase in affiliations_in(one.text, brief.rules):
            if phrase not in told:
                told.add(phrase)
                message = f'{one.owner} would print "{phrase}", which shows who spoke'
                yield Fault("affiliation-printed", message, _HINT).at(place_of(phrase, one, brief))


def affiliations_in(text: str, rules: WordingRules) -> list[str]:
    """The places in `text` that show who spoke by what this person is or stands for, without those within others, and
    without those that have a phrase which is forbidden anyway."""
    shown = [one for one in people_in(text, rules) if one.by == "affiliation"]
    widest = [one for one in shown if not any(_holds(other, one) for other in shown)]
    words = dict.fromkeys(words_shown(text, one) for one in widest)
    return [one for one in words if not any(has_phrase(one, phrase) for phrase in rules.never_print)]


def _holds(outer: Shown, inner: Shown) -> bool:
    return outer != inner and outer.start <= inner.start and inner.end <= outer.end
