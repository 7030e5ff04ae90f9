"""Numbers and names in an editor's own words are those of what is printed there; relative dates and names of those who
spoke stand nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.forbidden_names import forbidden_name_faults
from briefs.check.own_support import known_names
from briefs.check.relative_dates import relative_date_faults
from briefs.check.subjects import OwnWordsToCheck
from briefs.check.untraced_names import untraced_names
from briefs.check.untraced_numbers import untraced_numbers
from briefs.model.diagnostics import Diagnostic, Fault

_HINT = "say it in a block with its anchor, or leave it out here"
_CALL = "…"


def check_own_numbers(subject: OwnWordsToCheck) -> Iterator[Diagnostic]:
    """An error for each number that neither the passages nor a count of what is printed gives. Whatever is typed into a
    block template is printed for all blocks, so it has no numbers at all."""
    scope = subject.words.scope
    if scope == "furniture":
        return
    known = "" if scope == "nothing" else " ".join((*subject.passages, *subject.rules.of_the_report))
    for number in untraced_numbers(subject.text, known, subject.counts):
        message = f'{subject.owner} says {number} ("{subject.text}"), but {subject.whose} does not'
        hint = "a number comes from a block, such as {{ b.count }}" if scope == "nothing" else _HINT
        yield Fault("number-untraced", message, hint).at(subject.place)


def check_own_names(subject: OwnWordsToCheck) -> Iterator[Diagnostic]:
    """An error for each name that the passages lack, and for each that must not be printed."""
    if subject.words.scope != "furniture":
        passages = " ".join(subject.passages)
        text = subject.text.replace(_CALL, ".")  # what a call prints may end a sentence
        for name in untraced_names(text, passages, subject.expansions, known_names(subject)):
            message = f'{subject.owner} has the name "{name}" ("{subject.text}"), which is not in {subject.whose}'
            hint = "use the report's name, or name what it stands for in `aliases` in report.yaml"
            yield Fault("name-untraced", message, hint).at(subject.place)
    yield from (fault.at(subject.place) for fault in forbidden_name_faults(subject.text, subject.owner, subject.rules))


def check_own_dates(subject: OwnWordsToCheck) -> Iterator[Diagnostic]:
    """An error for each relative date without its year."""
    yield from (fault.at(subject.place) for fault in relative_date_faults(subject.text, subject.owner, subject.rules))
