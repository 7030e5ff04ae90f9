"""Numbers and names in an editor's own words are those of what is printed there; relative dates and names of those who
spoke stand nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from briefs.check.forbidden_names import forbidden_name_faults
from briefs.check.lexicon.lexicon_files import lexicon_for
from briefs.check.own_support import known_names
from briefs.check.relative_dates import relative_date_faults
from briefs.check.subjects import OwnWordsToCheck
from briefs.check.untraced_names import untraced_names
from briefs.check.untraced_numbers import untraced_numbers
from briefs.check.whole_words import whole_words
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.typesetting import plain

_HINT = "say it in a block with its anchor, or leave it out here"
_NAME_HINT = "use the report's name, or leave it out; `aliases` in report.yaml has names that stand for others"
_CALL = "…"


def check_own_numbers(subject: OwnWordsToCheck) -> Iterator[Diagnostic]:
    """An error for each number that neither the passages nor a count of what is printed gives. Whatever is typed into a
    block template is printed for all blocks, so it has no numbers at all; the citation has those of the title page."""
    scope, own = subject.words.scope, subject.words.passages
    if scope == "furniture" and not own:
        return
    states_nothing = scope in ("nothing", "letter")
    held_against = map(plain, own) if scope == "furniture" else subject.passages
    passages = () if states_nothing else (*held_against, *map(plain, subject.rules.of_the_report))
    for number in _in_none(passages, partial(untraced_numbers, subject.text, counts=subject.counts)):
        whose = "the title page of the report" if scope == "furniture" else subject.whose
        whose = "which no block says" if states_nothing else f"but {whose} does not"
        message = f'{subject.owner} says {number} ("{subject.text}"), {whose}'
        yield Fault("number-untraced", message, _HINT).at(subject.place)


def check_own_statements(subject: OwnWordsToCheck) -> Iterator[Diagnostic]:
    """An error for a sentence of a letter's own that says what something shows or says."""
    lexicon = lexicon_for(subject.rules.language)
    if subject.words.scope != "letter" or lexicon is None:
        return
    that = "|".join(map(re.escape, lexicon.that))
    for verb in lexicon.proving if that else ():
        if whole_words(verb, rf",?\s+(?:{that})\b", re.IGNORECASE).search(plain(subject.text)):
            message = f'{subject.owner} says what something {verb}: "{subject.text}"'
            hint = "say it in a block of kind statement with its anchors, and print the block"
            yield Fault("untraced-prose", message, hint).at(subject.place)
            return


def _in_none(passages: Iterable[str], find: Callable[[str], list[str]]) -> list[str]:
    """What `find` misses in each of the `passages`; each is looked at by itself, since many words share it."""
    missing = find("")
    for passage in passages:
        if not missing:
            break
        missing_here = find(passage)
        missing = [one for one in missing if one in missing_here]
    return missing


def check_own_names(subject: OwnWordsToCheck) -> Iterator[Diagnostic]:
    """An error for each name that the passages lack, and for each that must not be printed."""
    if subject.words.scope != "furniture":
        text = subject.text.replace(_CALL, ".")  # what a call prints may end a sentence
        has_names = untraced_names(text, "", {}, ())  # otherwise no name has to be known
        find = partial(untraced_names, text, expansions=subject.expansions)
        missing = _in_none(subject.passages, partial(find, known=())) if has_names else []
        if missing:  # what else supports names is only looked for then: all passages together may be a whole report
            missing = _in_none(subject.passages, partial(find, known=known_names(subject)))
        for name in (one for one in missing if not subject.allows(one)):
            message = f'{subject.owner} has the name "{name}" ("{subject.text}"), which is not in {subject.whose}'
            hint = _NAME_HINT
            yield Fault("name-untraced", message, hint).at(subject.place)
    yield from (fault.at(subject.place) for fault in forbidden_name_faults(subject.text, subject.owner, subject.rules))


def check_own_dates(subject: OwnWordsToCheck) -> Iterator[Diagnostic]:
    """An error for each relative date without its year."""
    yield from (fault.at(subject.place) for fault in relative_date_faults(subject.text, subject.owner, subject.rules))
