"""Words that a template gives to options of calls, such as captions, state nothing that the report does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefs.check.acronym_expansions import acronym_expansions
from briefs.check.forbidden_names import forbidden_name_faults
from briefs.check.subjects import OptionToCheck
from briefs.check.untraced_names import untraced_names
from briefs.check.untraced_numbers import untraced_numbers
from briefs.check.whole_words import has_phrase
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.report import Report
from briefs.model.typesetting import plain

_HINT = "say it in a block with its anchor, or leave it out here"


def check_option_words(option: OptionToCheck) -> Iterator[Diagnostic]:
    """An error for each number and name of the words that the report lacks, unless a number counts the blocks of the
    call; for each strong word that these blocks do not support, and that the report never uses with a word beside it;
    and for names that must not be printed.
    """
    text, rules, library = plain(option.text), option.rules, option.library
    report = f"{plain(library.report.title)} {_words_of(library.report)}"
    drawn = [library.blocks[block] for block in option.blocks if block in library.blocks]
    for number in untraced_numbers(text, report, (len(drawn),)):
        yield Fault("number-untraced", f"{option.owner} says {number}, but the report does not", _HINT).at(option.place)
    known = (*rules.known_names, *rules.of_the_report)
    for name in untraced_names(text, report, acronym_expansions(library), known):
        message = f'{option.owner} has the name "{name}", which is not in the report'
        hint = "use the report's name, or add it to `known_names` in report.yaml"
        yield Fault("name-untraced", message, hint).at(option.place)
    passages = " ".join(plain(extract.text) for one in drawn for extract in one.all_extracts())
    level = max((rules.level(one.block.strength or "") or 0 for one in drawn), default=0)
    for word, needed in rules.guarded.items():
        if level >= needed or not has_phrase(text, word) or has_phrase(passages, word):
            continue
        if not any(has_phrase(report, phrase) for phrase in _with_neighbours(word, text)):
            message = f'{option.owner} says "{word}", which no block of the call supports'
            yield Fault("strength-upgraded", message, _HINT).at(option.place)
    yield from (fault.at(option.place) for fault in forbidden_name_faults(text, option.owner, rules))


def _with_neighbours(word: str, text: str) -> Iterator[str]:
    """Each use of `word` in `text`, with the word before it, and with the word after it."""
    near = re.compile(rf"(\w+ )?\b({re.escape(word)})\b(?= (\w+))?", re.IGNORECASE)
    for before, found, after in near.findall(text):
        yield from (phrase for phrase in (before and before + found, after and f"{found} {after}") if phrase)


@lru_cache(maxsize=2)  # every option of every template is compared with it
def _words_of(report: Report) -> str:
    notes = report.note_numbers()
    return " ".join(plain(leaf.text, notes) for leaf in report.leaves())
