"""Names of participants, and phrases that narrow down who spoke, are not printed (editorial guide C1.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from briefs.check.finished_texts import finished_texts, place_of
from briefs.check.people import people_in, words_shown
from briefs.check.subjects import BriefToCheck, WordingToCheck
from briefs.check.whole_words import has_phrase, whole_words
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.document_text import full_text
from briefs.model.typesetting import plain
from briefs.model.wording_rules import WordingRules
from briefs.text.speakers import folded

_HINT = "leave it out: report.yaml says that no brief prints it"


def check_names_in_wording(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for each name or phrase in edited wording that must not be printed."""
    return (fault.at(wording.place) for fault in forbidden_name_faults(wording.text, wording.owner, wording.rules))


def forbidden_name_faults(text: str, owner: str, rules: WordingRules) -> Iterator[Fault]:
    """A fault for each name or phrase in `text` that must not be printed; messages call the text `owner`."""
    for phrase in forbidden_phrases(text, rules):
        yield Fault("name-printed", f'{owner} has "{phrase}", which must not be printed', _HINT)


def check_names_in_brief(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """An error for each name or phrase in any text of a brief, where its template first prints it."""
    told: set[str] = set()
    for one in finished_texts(brief.document, brief.template):
        for phrase in forbidden_phrases(one.text, brief.rules):
            if phrase not in told:
                told.add(phrase)
                place = place_of(phrase, one, brief)
                yield Fault("name-printed", f'{one.owner} would print "{phrase}"', _HINT).at(place)
    for phrase in listed_phrases(full_text(brief.document), brief.rules):  # from one element to the next
        if phrase not in told:
            place = brief.template.place_of("audience")
            yield Fault("name-printed", f'the brief would print "{phrase}"', _HINT).at(place)


def forbidden_phrases(text: str, rules: WordingRules) -> list[str]:
    """The names and phrases in `text` that no brief may print, as `rules` or `text` have them, each once."""
    listed = listed_phrases(text, rules)
    shown = (words_shown(text, one) for one in people_in(text, rules) if one.by == "name")
    more = [name for name in shown if not any(folded(known) in folded(name) for known in listed)]
    return [*listed, *dict.fromkeys(more)]


def listed_phrases(text: str, rules: WordingRules) -> list[str]:
    """Those of them that `rules` list."""
    return [*names_in(text, rules.names), *(phrase for phrase in rules.never_print if has_phrase(text, phrase))]


def names_in(text: str, names: Iterable[str]) -> list[str]:
    """The `names` that occur in `text` as whole words, whether with their accents or without.

    Case counts: a surname that is also a common word is not taken for a name in lower case.
    """
    text = folded(plain(text))
    known = _folded_names(tuple(names))
    return [name for name, sought in known if sought in text and whole_words(folded(name)).search(text)]


@lru_cache(maxsize=16)
def _folded_names(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name, folded(plain(name))) for name in names)
