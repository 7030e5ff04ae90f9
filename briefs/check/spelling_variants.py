"""A brief spells one word one way; words that it quotes are spelled as the report spells them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from briefs.check.finished_texts import FinishedText, finished_texts
from briefs.check.lexicon.lexicon_files import lexicon_for
from briefs.check.subjects import BriefToCheck
from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.model.form_wording import written_by_hand
from briefs.model.typesetting import plain

_QUOTED = re.compile(r'"[^"]*"')
_HYPHENATED = re.compile(r"(?<![\w-])[A-Z][a-z]{2,}-[A-Za-z][a-z]{2,}(?![\w-])")
"""Two words of a name with a hyphen between them."""
_ENDINGS = r"(?:e|es|ed|ing|ation|ations|er|ers)"
_STYLES = re.compile(rf"(?<![\w-])([a-z]{{3,}})(is|iz)({_ENDINGS})(?![\w-])")
"""Words that some spell with an s and others with a z; others end so too, but are not spelled both ways."""


def check_spelling(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """A warning for each word that a brief spells in two ways, where it does so for the second time."""
    if (lexicon := lexicon_for(brief.rules.language)) is None:
        return
    texts = [(one, _own_words(one)) for one in finished_texts(brief.document, brief.template)]
    for group in lexicon.variants:
        first: dict[str, FinishedText] = {}
        for one, words in texts:
            for variant in _variants_in(words, group):
                first.setdefault(variant, one)
        yield from _told(first, brief)
    yield from _hyphenated_names(texts, brief)
    stems: dict[str, dict[str, FinishedText]] = {}
    for one, words in texts:
        for found in _STYLES.finditer(words):
            stems.setdefault(found[1], {}).setdefault(found[2], one._replace(text=found[0]))
    for styles in stems.values():
        yield from _told({found.text: found for found in styles.values()} if len(styles) > 1 else {}, brief)


def _hyphenated_names(texts: Iterable[tuple[FinishedText, str]], brief: BriefToCheck) -> Iterator[Diagnostic]:
    """A warning for each name that a brief writes with a hyphen and without, such as "Secretary General"."""
    written = [(one, _QUOTED.sub(" ", plain(one.text))) for one, words in texts if words]
    first: dict[str, dict[str, FinishedText]] = {}
    for one, text in written:
        for found in _HYPHENATED.findall(text):
            first.setdefault(found.lower(), {}).setdefault(found, one)
    for spellings in first.values():
        name = next(iter(spellings))
        parted = name.replace("-", " ").title()
        others = (one for one, text in written if re.search(rf"(?<![\w-]){re.escape(parted)}(?![\w-])", text))
        for other in others:
            yield from _told({name: spellings[name], parted: other}, brief)
            break


def _told(first: dict[str, FinishedText], brief: BriefToCheck) -> Iterator[Diagnostic]:
    (known, *others) = first or [""]
    for variant in others:
        message = f'"{variant}" is spelled "{known}" elsewhere in the brief'
        yield Fault("spelled-twice", message, f'write "{known}" in both places, or the other in both').at(
            _place(variant, first[variant], brief)
        )


def _own_words(text: FinishedText) -> str:
    """The words of a text in small letters that are not quoted."""
    if text.unit is not None and text.unit.verbatim:
        return ""
    return _QUOTED.sub(" ", plain(text.text)).lower()


def _variants_in(words: str, group: Sequence[str]) -> list[str]:
    """Those of a group of spellings that a text has, in the singular or plural."""
    near = [variant for variant in group if variant in words]
    return [variant for variant in near if _pattern(variant).search(words)]


@cache
def _pattern(variant: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(variant)}(?:s|d|ed|ly)?(?![\w-])")


def _place(variant: str, text: FinishedText, brief: BriefToCheck) -> Place:
    """Where a spelling is written: in a block, or in the template."""
    for form in text.unit.forms if text.unit is not None else ():
        drawn = brief.library.blocks.get(form.block)
        if drawn is not None and variant.lower() in plain(written_by_hand(drawn, form)).lower():
            return drawn.place_of(form.field)
    return text.place
