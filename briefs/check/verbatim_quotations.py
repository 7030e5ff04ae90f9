"""Quotations in edited wording are verbatim: the words of the body, with every cut marked (editorial guide C6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefs.check.lexicon.lexicon_files import lexicon_for
from briefs.check.subjects import WordingToCheck
from briefs.check.whole_words import has_phrase
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.typography import curl
from briefs.text.nearest_text import nearest_words
from briefs.text.quotations import Quoted, quotations_in
from briefs.text.quoted_passages import compared, is_quoted, without_marking_cuts

_BEFORE_SENTENCES = ".?!:…–—"
_OPENING = "“‘„«("
_MARKS = "' .,;:"


def check_quotations(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for each quotation that is not in the passage, and for marks without a partner."""
    text = wording.written or wording.text
    lexicon = lexicon_for(wording.rules.language)
    for word in distancing_words(text, () if lexicon is None else lexicon.distancing):
        if not has_phrase(wording.passage, word):
            message = f'{wording.owner} has "{word}" before a quotation, which its passage has not'
            hint = "leave it out: it makes light of the words that follow"
            yield Fault("quote-not-verbatim", message, hint).at(wording.place)
    for fault in quotation_faults(text, wording.owner, wording.passages or (wording.passage,)):
        yield fault.at(wording.place)


def quotation_faults(text: str, owner: str, passages: Sequence[str], whose: str = "its passage") -> Iterator[Fault]:
    """A fault for each quotation in `text` that is not in `passages`, and for marks without a partner; messages call
    the text `owner`, and say that the words are not in `whose`.
    """
    for around in quotations_in(text).unpaired:
        message = f"{owner} has a quotation mark without its partner: {around}"
        yield Fault("quote-unpaired", message, "write the mark that is missing, or take this one out")
    for quoted in quotations_in(text).found:
        has_words = any(character.isalnum() for character in quoted.words)
        if has_words and not is_quoted(quoted.words, passages, begins_anew(text, quoted)):
            message = f'{owner} quotes "{quoted.words}", which is not in {whose}'
            yield Fault("quote-not-verbatim", message, _hint(quoted.words, passages))


def distancing_words(text: str, words: Sequence[str]) -> list[str]:
    """Those of `words` that stand right in front of a quotation in `text`."""
    text = curl(text)
    before = (text[: quoted.start - 1].rstrip().lower() for quoted in quotations_in(text).found)
    return [word for said in before for word in words if said.endswith(word)]


def begins_anew(text: str, quoted: Quoted) -> bool:
    """Whether a quotation of `text` stands at the beginning of a sentence, or after a colon."""
    before = curl(text)[: quoted.start]
    for sign in reversed(before):
        if sign in _BEFORE_SENTENCES:
            return True
        if sign.isalnum() or sign == "_":
            return False
    return all(sign in _OPENING or sign.isspace() for sign in before)


def _hint(words: str, passages: Sequence[str]) -> str:
    """What to do about a quotation that is not verbatim."""
    if without_marking_cuts(words, passages):
        return "mark what was cut with […], the dots in brackets"
    texts = [compared(one) for one in passages]
    close = nearest_words(compared(words), texts)
    if close is not None and close[1].strip(_MARKS).lower() == compared(words).strip(_MARKS).lower():
        return f'keep its capitals: "{close[1].strip(_MARKS)}"; a first letter that you change stands in brackets'
    if close is not None and len(words.split()) > 1:
        return f'quote the report\'s own words: the nearest are "{close[1].strip(_MARKS)}"'
    return "quote the report's own words"
