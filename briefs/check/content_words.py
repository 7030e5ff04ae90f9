"""The content words of edited wording, each with whether it has a source in the passage.

Function words, words of scales and attributions, numbers and names are none: other checks compare them. So do they
verbs for what kind of act something was, where the passage has any.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from briefs.check.lexicon.lexicon_files import lexicon_for
from briefs.check.passage_support import joined, labels_of, names_for, supporting_text
from briefs.check.says_more import allowed_by
from briefs.check.scales.clause_reading import reading_of
from briefs.check.scales.how_many import quantities_of
from briefs.check.scales.scale_words import scale_words
from briefs.check.subjects import WordingToCheck
from briefs.check.untraced_names import names_of_report
from briefs.check.vocabulary import Supported, Vocabulary
from briefs.check.written_ways import bare, parts
from briefs.model.language_words import LANGUAGE_WORDS
from briefs.model.phrases import LANGUAGES
from briefs.model.same_object import Same, asked_again
from briefs.model.typesetting import plain
from briefs.model.wording_rules import WordingRules
from briefs.text.capitals import may_begin
from briefs.text.words import Word, words_of

_PRONOUNS = frozenset(("they", "others"))
"""They stand for those who hold views, before a verb of saying."""


@lru_cache(maxsize=8)
def vocabulary_for(language: str, declared: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> Vocabulary | None:
    """The words of a language, with the equivalents that a report declares; None if there is no lexicon with its
    common words."""
    if declared:
        base = vocabulary_for(language)
        return None if base is None else base.with_declared(dict(declared))
    lexicon = lexicon_for(language)
    return Vocabulary(lexicon) if lexicon is not None and lexicon.common else None


def vocabulary_of(wording: WordingToCheck) -> Vocabulary | None:
    """The words with which a wording is compared with its passage."""
    return vocabulary_with(wording.rules)


@asked_again
def vocabulary_with(rules: WordingRules) -> Vocabulary | None:
    """The words of the language of `rules` with their equivalents, as `vocabulary_for` gives them."""
    return _of_rules(Same(rules))


@lru_cache(maxsize=8)
def _of_rules(key: Same[WordingRules]) -> Vocabulary | None:
    return vocabulary_for(key.value.language, tuple(key.value.equivalents.items()))


def content_words(wording: WordingToCheck, allowed: Sequence[str] | None = None) -> list[tuple[Word, bool]]:
    """The content words of a wording in order, each with whether it has a source; none if there is no lexicon.

    The words and phrases that are `allowed` need no source: by default those that the block's `says_more` quotes.
    """
    phrases = allowed_by(wording.drawn.block) if allowed is None else allowed
    return list(_content_words(Same(wording), tuple(phrases)))


def has_all_words(wording: WordingToCheck) -> bool:
    """Whether the passage of a wording surely has all of its content words, each as often: most wording is like that,
    and this is quickly found."""
    vocabulary = vocabulary_of(wording)
    if vocabulary is None:
        return False
    skipped, keys = skipped_words(wording.rules.language), vocabulary.keys_in(wording.passage)
    said: set[str] = set()
    for word in words_of(wording.text, wording.rules.language):
        own = bare(word.lower)
        if word.is_mark or own in skipped or word.text[0].isdigit():
            continue
        if word.lower in said or not vocabulary.is_among(own, keys):
            return False
        said.add(word.lower)
    return True


@lru_cache(maxsize=64)  # one check after another asks for them
def _content_words(key: Same[WordingToCheck], allowed: tuple[str, ...]) -> tuple[tuple[Word, bool], ...]:
    wording = key.value
    vocabulary = vocabulary_of(wording)
    if vocabulary is None:
        return ()
    text, language = wording.text, wording.rules.language
    supported = vocabulary.supported(supporting_text(wording))
    acts = vocabulary.acts
    if supported.keys.isdisjoint(acts):  # there is none with which other checks could compare those of the wording
        acts = frozenset()
    skipped = skipped_words(language)
    covered: frozenset[int] | None = None
    inviting = frozenset(vocabulary.lexicon.inviting if wording.field == "ask" else ())
    names = names_of_report(wording.report) if wording.report is not None else frozenset[str]()
    found: list[tuple[Word, bool]] = []
    before = ""
    for word in words_of(text, language):
        is_first = may_begin(text, word.start)
        is_invitation = word.lower in inviting and (is_first or before == _joining(language))
        is_unit = word.lower in _units(language) and before[:1].isdigit()
        before = word.lower
        if word.is_mark or is_unit or is_invitation or word.text[0].isdigit() or is_skipped(word.lower, skipped):
            continue
        if not vocabulary.facts(word.lower).keys.isdisjoint(acts) and vocabulary.is_told(word.lower):
            continue
        if word.text[0].isupper() and (not is_first or word.lower.removesuffix("'s") in names):
            continue
        is_traced = _has(word.lower, vocabulary, supported, skipped)
        if not is_traced:
            if covered is None:
                covered = _covered(wording, allowed, vocabulary, supported)
            is_traced = word.start in covered or _is_left_out(word.lower, wording, vocabulary)
        found.append((word, is_traced or _is_in_label(word.lower, wording, vocabulary, skipped)))
    return tuple(found)


def _covered(
    wording: WordingToCheck, allowed: Sequence[str], vocabulary: Vocabulary, supported: Supported
) -> frozenset[int]:
    """Where words begin that are part of phrases which have a source, or need none."""
    own = vocabulary.phrases_with_equivalents(wording.text, supported)
    phrases = (*vocabulary.free_phrases, *own, *names_for(wording))
    return vocabulary.found(phrases, wording.text) | _spans(wording.text, allowed)


@lru_cache(maxsize=8)
def _units(language: str) -> frozenset[str]:
    """The units of numbers in a language, which are compared together with these."""
    words = LANGUAGE_WORDS.get(language.partition("-")[0].lower())
    return frozenset(words.units) if words else frozenset()


def _joining(language: str) -> str:
    words = LANGUAGE_WORDS.get(language.partition("-")[0].lower())
    return words.joining if words else ""


def _is_left_out(word: str, wording: WordingToCheck, vocabulary: Vocabulary) -> bool:
    """Whether a word is the one for those who hold views, as in "several participants", and the passage leaves it out:
    "several pointed to", or has a pronoun: "they argued".
    """
    holders, scale = vocabulary.lexicon.holders, scale_words(wording.rules)
    if not holders or scale is None or vocabulary.facts(word).key != vocabulary.facts(holders[0]).key:
        return False
    passage = reading_of(wording.passage, scale)
    is_elided = any(one.of == "holders" and not one.nouns for one in quantities_of(passage))
    return is_elided or any(passage.before(act.start) in _PRONOUNS for act in passage.acts)


def _is_in_label(word: str, wording: WordingToCheck, vocabulary: Vocabulary, skipped: frozenset[str]) -> bool:
    """Whether a label of the block has a word, which another passage of the block has."""
    if not _has(word, vocabulary, vocabulary.supported(labels_of(wording)), skipped):
        return False
    passages = joined(plain(extract.text) for extract in wording.drawn.all_extracts())
    return _has(word, vocabulary, vocabulary.supported(passages), skipped)


def _has(word: str, vocabulary: Vocabulary, supported: Supported, skipped: frozenset[str]) -> bool:
    """Whether a passage has a word in some form, or all of its parts, or what it denies together with a denial."""
    word = bare(word)
    if vocabulary.has(word, supported):
        return True
    if "-" in word:
        joint = word.replace("-", "")
        return vocabulary.has(joint, supported) or all(
            part in skipped or part.isdigit() or vocabulary.has(part, supported) for part in parts(word)
        )
    return vocabulary.denies(word, supported)


def is_skipped(word: str, skipped: frozenset[str]) -> bool:
    """Whether a word in lower case, or each of its parts, is one of those `skipped`."""
    word = bare(word)
    return word in skipped or ("-" in word and all(part in skipped or part.isdigit() for part in parts(word)))


@lru_cache(maxsize=8)
def skipped_words(language: str) -> frozenset[str]:
    """The words of a language that other checks compare, or that need no source."""
    lexicon = lexicon_for(language)
    if lexicon is None:
        return frozenset()
    primary = language.partition("-")[0].lower()
    found = {
        word for scale in (lexicon.scales.how_many, lexicon.scales.how_firmly) for step in scale for word in step.words
    }
    found |= {*lexicon.common, *lexicon.free, *lexicon.hedges, *lexicon.attributions, *lexicon.negations}
    if (words := LANGUAGE_WORDS.get(primary)) is not None:
        numbers = (words.values, words.magnitudes, words.vague, words.factors, words.parts, words.ordinals)
        found.update(*numbers, words.implied, words.short_magnitudes)
    if (phrases := LANGUAGES.get(primary)) is not None:
        found.update(month.lower() for month in phrases.months)
    return frozenset(found)


def _spans(text: str, phrases: Sequence[str]) -> frozenset[int]:
    """Where the words of `phrases` begin in `text`, as whole phrases, in capitals or not."""
    lower = text.lower()
    found: set[int] = set()
    for phrase in phrases:
        start = lower.find(phrase.lower())
        while start >= 0:
            found |= {start + word.start for word in words_of(text[start : start + len(phrase)])}
            start = lower.find(phrase.lower(), start + 1)
    return frozenset(found)
