"""Who is shown in a text, by the rules of a report: its list of participants, and the words of its language."""

from __future__ import annotations

import re
from functools import lru_cache

from briefs.check.lexicon.lexicon_files import lexicon_for
from briefs.model.lexicon import People
from briefs.model.same_object import Same
from briefs.model.wording_rules import WordingRules
from briefs.text.speakers import Shown, SpeakerPatterns, folded, people_shown, speaker_patterns


@lru_cache(maxsize=4)
def _patterns(key: Same[WordingRules]) -> SpeakerPatterns | None:
    lexicon = lexicon_for(key.value.language)
    people = People() if lexicon is None else lexicon.people
    return speaker_patterns(key.value.names, key.value.participants, people)


@lru_cache(maxsize=8192)
def _people_of(text: str, key: Same[WordingRules]) -> tuple[Shown, ...]:
    patterns = _patterns(key)
    return () if patterns is None else tuple(dict.fromkeys(people_shown(text, patterns)))


def people_in(text: str, rules: WordingRules) -> tuple[Shown, ...]:
    """Each place in `text` that shows who spoke, according to the participants in `rules`."""
    return _people_of(text, Same(rules))


def names_shown(text: str, rules: WordingRules) -> tuple[str, ...]:
    """The names of participants in `text`, which may be long: nothing else is looked for."""
    return _names_shown(text, Same(rules))


@lru_cache(maxsize=32)  # files of one brief carry the same long texts
def _names_shown(text: str, key: Same[WordingRules]) -> tuple[str, ...]:
    patterns = _patterns(key)
    found = () if patterns is None else people_shown(text, patterns, by_names_only=True)
    return tuple(dict.fromkeys(words_shown(text, one) for one in found))


def words_shown(text: str, shown: Shown) -> str:
    """The words at such a place."""
    return text[shown.start : shown.end].strip(" –—“\"'")


def forbidden_spans(text: str, rules: WordingRules) -> list[tuple[int, int]]:
    """Where `text`, as printed, has something that no brief may print, in order; spans may overlap."""
    spans = [(one.start, one.end) for one in people_in(text, rules)]
    plain_text = folded(text)
    for phrase in rules.never_print:
        found = re.finditer(rf"(?<!\w){re.escape(folded(phrase))}(?!\w)", plain_text, re.IGNORECASE)
        spans += (one.span() for one in found)
    return sorted(spans)
