"""A quotation is given to those who said it: the passage names them next to the same words, as one or as several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefs.check.lexicon.lexicon_files import lexicon_for
from briefs.check.passage_support import names_in
from briefs.check.subjects import WordingToCheck
from briefs.check.verbatim_quotations import begins_anew
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.lexicon import Lexicon
from briefs.model.typesetting import plain
from briefs.model.typography import curl
from briefs.text.attributed_speech import Speaker, is_one, speaker_after, speaker_before
from briefs.text.quotations import Quoted, quotations_in
from briefs.text.quoted_passages import Found, quotation_found
from briefs.text.words import Word, sentences_of, words_of

_STOPS = frozenset(".?!;")


def check_quoted_speakers(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for each quotation with a speaker whom the passage does not name next to the same words."""
    lexicon = lexicon_for(wording.rules.language)
    if lexicon is None:
        return
    text = wording.written or wording.text
    for quoted in quotations_in(text).found:
        speaker = _speaker(text, quoted, lexicon)
        if speaker is None:
            continue
        found = quotation_found(quoted.words, (" ".join(wording.passages),), begins_anew(text, quoted))
        if not found:
            continue
        if speaker.stem in _always_right(wording, lexicon) and not any(_is_given(one, lexicon) for one in found):
            continue
        if not any(_says(speaker, one, wording, lexicon) for one in found):
            message = f'{wording.owner} has "{speaker.words}" say "{quoted.words}", which its passage does not'
            hint = "name those who say so in the report, or nobody; or add an anchor for the words that name them"
            yield Fault("quote-misattributed", message, hint).at(wording.place)


def _speaker(text: str, quoted: Quoted, lexicon: Lexicon) -> Speaker | None:
    """Who says a quotation, according to the sentence of `text` that holds it."""
    text = curl(text)
    before, after = words_of(plain(text[: quoted.start])), words_of(plain(text[quoted.end + 1 :]))
    start = max((index + 1 for index, word in enumerate(before) if word.lower in _STOPS), default=0)
    return speaker_before(before[start:], lexicon) or speaker_after(after, lexicon)


def _always_right(wording: WordingToCheck, lexicon: Lexicon) -> Sequence[str]:
    """Stems of what says things that nobody else is said to say: the report itself, and who issued it."""
    names = (word.stem for name in wording.rules.of_the_report for word in words_of(plain(name), lexicon.language))
    return (*(word.stem for one in lexicon.narrators for word in words_of(one, lexicon.language)), *names)


def _is_given(found: Found, lexicon: Lexicon) -> bool:
    """Whether the passage gives a quotation to somebody, in its sentence."""
    before, after = words_of(found.passage[: found.start]), words_of(found.passage[found.end :])
    start = max((index + 1 for index, word in enumerate(before) if word.lower in _STOPS), default=0)
    return speaker_before(before[start:], lexicon) is not None or speaker_after(after, lexicon) is not None


def _says(speaker: Speaker, found: Found, wording: WordingToCheck, lexicon: Lexicon) -> bool:
    """Whether the passage names the speaker in the sentence of a quotation or the one before it."""
    near = _near(found)
    names = {word.text.removesuffix("s") for word in near}
    spoken = [index for index, word in enumerate(near) if word.stem == speaker.stem]
    for acronym, expansion in wording.expansions.items():
        if acronym in names and speaker.stem in {word.stem for word in words_of(plain(expansion), lexicon.language)}:
            return True
    for alias, name in wording.rules.aliases.items():
        if speaker.words.endswith(alias) and any(one in found.passage for one in names_in(name)):
            return True
    if speaker.is_one is None:
        return bool(spoken)
    if speaker.is_one and lexicon.single[0] in {word.lower for word in near}:  # "one in the group"
        return bool(spoken)
    return any(is_one(near, index, lexicon) == speaker.is_one for index in spoken)


def _near(found: Found) -> Sequence[Word]:
    """The words of the sentence that a quotation begins in, up to where it ends, and of the sentence before it."""
    at, begins = 0, [0]
    for sentence in sentences_of(found.passage):
        at = found.passage.find(sentence, at)
        if at > found.start:
            break
        begins.append(at)
    ends = [end for stop in _STOPS if (end := found.passage.find(stop, found.end)) >= 0]
    return words_of(found.passage[begins[max(0, len(begins) - 2)] : min(ends, default=len(found.passage))])
