"""A quotation keeps the sense of its sentence: no "not" and no condition stands just outside of it, or in what was cut.

It is an error where the report denies the words, or makes them depend on something, and the wording around the
quotation neither denies them nor names a condition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefs.check.lexicon.lexicon_files import lexicon_for
from briefs.check.subjects import WordingToCheck
from briefs.check.verbatim_quotations import begins_anew
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.lexicon import Lexicon
from briefs.model.typesetting import plain
from briefs.model.typography import curl
from briefs.text.quotations import Quoted, quotations_in
from briefs.text.quoted_passages import Found, quotation_found
from briefs.text.words import Word, sentences_of, words_of

_NEAR = 4
"""A negation up to so many words before a quotation denies it."""
_FEWEST_WORDS = 4
"""A quotation of fewer words names something, and depends on nothing."""
_LONGEST_CONDITION = 3
_SHOWN_WORDS = 4
_STOPS = frozenset(".?!;:")
_PAUSES = _STOPS | {",", "(", ")", "–", "—"}
_NOT_ONLY = frozenset(("only", "just", "merely", "least", "necessarily"))
"""Words after which a "not" no longer denies: what follows them is affirmed."""


def check_turned_quotations(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for each quotation that leaves out the "not" or the condition which its words have in the report."""
    lexicon = lexicon_for(wording.rules.language)
    if lexicon is None:
        return
    text = wording.written or wording.text
    for quoted in quotations_in(text).found:
        found = quotation_found(quoted.words, wording.passages, begins_anew(text, quoted))
        lost = [_lost(one, _around(text, quoted), lexicon) for one in found]
        if lost and all(lost):
            message = f'{wording.owner} quotes "{quoted.words}" without the words that turn it: "{lost[0]}"'
            hint = "quote them too, or say so in your own words next to the quotation"
            yield Fault("quote-turned", message, hint).at(wording.place)


def _around(text: str, quoted: Quoted) -> Sequence[Word]:
    """The words of `text` outside of a quotation."""
    text = curl(text)
    return words_of(plain(f"{text[: quoted.start]} {text[quoted.end :]}"))


def _lost(found: Found, around: Sequence[Word], lexicon: Lexicon) -> str:
    """The words of the passage that turn what a quotation says and are not said around it; empty if there are none."""
    for cut in found.cuts:
        words = words_of(cut)
        if any(_is_negation(word, lexicon) for word in words) or _has_condition(words, lexicon):
            return cut.strip()
    denied = _denied(found, lexicon)
    if denied and not any(_is_negation(word, lexicon) or word.lower in lexicon.negating for word in around):
        return denied
    depending = _depending(found, lexicon)
    return depending if depending and not _has_condition(around, lexicon) else ""


def _denied(found: Found, lexicon: Lexicon) -> str:
    """A quotation with the negation before or behind it, if there is one."""
    passage, start, end = found.passage, found.start, found.end
    before = _before(passage, start)
    for index in range(len(before) - 1, max(-1, len(before) - 1 - _NEAR), -1):
        if before[index].lower in _PAUSES:
            break
        following = before[index + 1].lower if index + 1 < len(before) else ""
        if _is_negation(before[index], lexicon) and following not in _NOT_ONLY:
            return passage[before[index].start : end]
    has_verb = len(passage[start:end].split()) > 1
    for index, word in enumerate(_after(passage, end)[:2]):
        if word.lower in _PAUSES or not has_verb:
            break
        if _is_negation(word, lexicon) and (index or word.lower not in ("nor", "without", "no")):
            return passage[start : end + word.end]
    return ""


def _depending(found: Found, lexicon: Lexicon) -> str:
    """A quotation with the beginning of the condition before or behind it, if there is one."""
    passage, start, end = found.passage, found.start, found.end
    if len(passage[start:end].split()) < _FEWEST_WORDS:
        return ""
    before, after = _before(passage, start), _after(passage, end)
    for index in range(len(before) - 1, -1, -1):
        if before[index].lower in _PAUSES:
            break
        if _condition(before[index:], lexicon):
            return passage[before[index].start : end]
    behind = after[1:] if after and after[0].lower == "," else after
    if _condition(behind, lexicon):
        return passage[start : end + behind[min(_SHOWN_WORDS, len(behind)) - 1].end]
    return ""


def _before(passage: str, start: int) -> Sequence[Word]:
    """The words before `start` in its sentence, with their offsets in the passage."""
    at = 0
    for sentence in sentences_of(passage):
        at = passage.find(sentence, at)
        if at <= start <= at + len(sentence):
            return [word for word in words_of(passage[:start]) if word.start >= at]
    return ()


def _after(passage: str, end: int) -> Sequence[Word]:
    """The words after `end` up to the end of the sentence, with their offsets from `end`."""
    words = words_of(passage[end:])
    return words[: next((index for index, word in enumerate(words) if word.lower in _STOPS), len(words))]


def _is_negation(word: Word, lexicon: Lexicon) -> bool:
    return word.lower in lexicon.negations or word.lower.endswith("n't")


def _has_condition(words: Sequence[Word], lexicon: Lexicon) -> bool:
    return any(_condition(words[index:], lexicon) for index in range(len(words)))


def _condition(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether `words` begin with a condition."""
    if not words or not any(one.startswith(words[0].lower) for one in lexicon.conditional):
        return False
    starts = [" ".join(word.lower for word in words[:count]) for count in range(1, _LONGEST_CONDITION + 1)]
    return any(start in lexicon.conditional for start in starts)
