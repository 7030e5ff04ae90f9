"""Whatever is typed into a block template is printed for all blocks: it names nobody, no place, and no time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefs.check.lexicon.lexicon_files import lexicon_for
from briefs.check.subjects import OwnWordsToCheck
from briefs.check.whole_words import has_phrase
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.lexicon import Lexicon
from briefs.model.phrases import phrases_for
from briefs.text.words import Word, words_of

_WHERE = ("the block template of", "the default of")
_ENDS = ".?!:;…"
_SPOKE = "write “one participant” in the block, if its passage does; a block template names nobody"
_TIME = "say it in a block with its anchor: a block template prints the same for all blocks"
_NAME = "say it in a block with its anchor, or leave it out: a block template prints the same for all blocks"


def check_own_literals(subject: OwnWordsToCheck) -> Iterator[Diagnostic]:
    """An error for each role of a person, each month, season or day of the week, and each name in a block template."""
    lexicon = lexicon_for(subject.rules.language)
    if lexicon is None or subject.words.scope != "nothing" or not subject.owner.startswith(_WHERE):
        return
    for found in _found(subject, lexicon):
        yield found.at(subject.place)


def _found(subject: OwnWordsToCheck, lexicon: Lexicon) -> Iterator[Fault]:
    text, owner = subject.text, subject.owner
    words = words_of(text, lexicon.language)
    roles = {*lexicon.people.roles, *lexicon.people.titles} - {"most"}
    months = {month.lower() for month in phrases_for(lexicon.language).months}
    told: set[str] = set()
    for word in words:
        if word.lower in roles:
            told.add(word.text)
            yield Fault("affiliation-printed", f'{owner} prints "{word.text}" ("{text}") for every block', _SPOKE)
        elif word.lower in lexicon.times or (word.lower in months and word.text[0].isupper()):
            told.add(word.text)
            yield Fault("date-untraced", f'{owner} prints "{word.text}" ("{text}") for every block', _TIME)
    for name in _names(words):
        if name not in told and not any(has_phrase(one, name) for one in subject.rules.of_the_report):
            yield Fault("name-untraced", f'{owner} prints the name "{name}" ("{text}") for every block', _NAME)


def _names(words: tuple[Word, ...]) -> Iterator[str]:
    """The words with a capital that begin no sentence."""
    before = "."
    for word in words:
        if word.text[0].isupper() and before not in _ENDS and not re.fullmatch(r"[IVXLC]+", word.text):
            yield word.text
        before = word.text
