"""The content words of headings, titles and labels are those of the brief, or words that briefs are made of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from briefs.check.content_words import vocabulary_with
from briefs.check.lexicon.lexicon_files import lexicon_for
from briefs.check.passage_support import joined, standing_for
from briefs.check.subjects import OwnWordsToCheck
from briefs.check.vocabulary import Supported, Vocabulary
from briefs.check.whole_words import has_phrase
from briefs.check.written_ways import bare, parts
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.language_words import LANGUAGE_WORDS
from briefs.model.lexicon import Lexicon
from briefs.model.phrases import phrases_for
from briefs.text.words import words_of

_LABELS = ("title of", "term of", "name of")
"""Labels of blocks that name what their passages name; others, such as questions, are an editor's."""


def check_own_vocabulary(subject: OwnWordsToCheck) -> Iterator[Diagnostic]:
    """A warning for words that stand nowhere in the brief, or, in a label, nowhere in the passages of its block."""
    lexicon = lexicon_for(subject.rules.language)
    is_label = subject.owner.startswith(_LABELS)
    if lexicon is None or subject.words.scope != "blocks" or not (is_label or subject.words.brief):
        return
    rules = subject.rules
    vocabulary = vocabulary_with(rules)
    if vocabulary is None:
        return
    said = subject.brief
    whole = joined((said, *rules.of_the_report, subject.report_title))
    skipped, keys = _skipped(rules.language), vocabulary.keys_in(whole)
    names: frozenset[int] | None = None
    strange = []
    before = "."
    for word in words_of(subject.text, rules.language):
        is_name = word.text[0].isupper() and before not in ".?!:"
        previous, before = before, word.lower
        is_free = is_name or subject.allows(word.text)
        if not is_free and _is_of_another(word.lower, previous, said, lexicon):  # also within a name
            strange.append(f'"{word.text}"')
            continue
        if word.is_mark or word.text[0].isdigit() or is_free:
            continue
        if bare(word.lower) in skipped or vocabulary.is_among(bare(word.lower), keys):  # as most are
            continue
        if names is None:
            names = vocabulary.found(standing_for(said, subject.expansions, rules.aliases), subject.text)
        if word.start in names:
            continue
        if not _is_known(word.lower, vocabulary, vocabulary.supported(whole), skipped):
            strange.append(f'"{word.text}"')
    if strange:
        where = "the passages of its block have not" if is_label else "nothing in the brief has"
        message = f'{subject.owner} has {", ".join(dict.fromkeys(strange))} ("{subject.text}"), which {where}'
        hint = "use words of what is printed there, or quote them in `says_more` with the reason"
        yield Fault("own-word-untraced", message, hint).at(subject.place)


def _is_of_another(word: str, before: str, said: str, lexicon: Lexicon) -> bool:
    """Whether a word stands where `said` only has one of those that are `apart` from it: "global government" for
    "global governance"; `before` is the word in front of it.
    """
    own = next((group for group in lexicon.apart if word in group), ())
    others = [one for group in lexicon.apart if own and group != own for one in group]
    if not own or any(has_phrase(said, f"{before} {one}") for one in own):
        return False
    has_own = any(has_phrase(said, one) for one in own)
    return any(has_phrase(said, f"{before} {one}" if has_own else one) for one in others)


def _is_known(word: str, vocabulary: Vocabulary, supported: Supported, skipped: frozenset[str]) -> bool:
    word = bare(word)
    if word in skipped or vocabulary.has(word, supported):
        return True
    return "-" in word and all(one in skipped or one.isdigit() or vocabulary.has(one, supported) for one in parts(word))


@lru_cache(maxsize=8)
def _skipped(language: str) -> frozenset[str]:
    """Words that need no source here: those without content, those of briefs themselves, and those that other checks
    compare. What kind of act it was is no such word: "decided" has to be in the brief."""
    lexicon = lexicon_for(language)
    numbers = LANGUAGE_WORDS.get(language.partition("-")[0].lower())
    if lexicon is None or numbers is None:
        return frozenset()
    ranked = (
        word for scale in (lexicon.scales.how_many, lexicon.scales.how_firmly) for one in scale for word in one.words
    )
    tables = (numbers.values, numbers.magnitudes, numbers.vague, numbers.factors, numbers.parts, numbers.ordinals)
    return frozenset(
        (
            *(*lexicon.common, *lexicon.free, *lexicon.hedges, *lexicon.negations, *lexicon.of_briefs),
            *ranked,
            *(word for table in tables for word in table),
            *(month.lower() for month in phrases_for(language).months),
        )
    )
