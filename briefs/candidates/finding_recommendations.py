"""Finding recommendations, in the sections that are headed so, and proposals: what the rest of a report advises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefs.candidates.addressees import Addressed, AskingPhrases, addressed_in
from briefs.candidates.found import Found, Material, Open, Value
from briefs.candidates.phrase_finder import first_phrase, phrase_pattern
from briefs.candidates.placed_leaves import PlacedLeaf, heading_words, placed_leaves
from briefs.candidates.rule_words import words_for
from briefs.candidates.summary_words import SummaryWords
from briefs.candidates.told_sentences import label_in_front
from briefs.model.block_fields import Model
from briefs.model.lexicon import Words
from briefs.model.report import Item, Paragraph, Section
from briefs.text.words import lower_words_of

_FEWEST_WORDS = 5
_LABELLED, _NUMBERED, _ASKED, _LISTED = 0.97, 0.9, 0.8, 0.7
_NAMED, _ADVISED, _DUTY, _UNSAID = 0.8, 0.65, 0.6, 0.55
_LONG, _MUCH = 5, 0.4
"""Words of so many letters say what a sentence is about; if two share this share of them, one may carry the other."""
_WHO, _THEME = "whom it is addressed to", "what it is about, in a few words"
_CARRIED = "the id of the recommendation or summary point that carries it, or null"


class RecommendationWords(Model):
    """`headings` stand over recommendations, unless with one of `not_headings`.

    Somebody is asked by a word of `should`, or told by one of `must`, behind the name, or by one of `towards` in front
    of it, where `ending` words end the name; `joining` words stand before a name that `should` follows, `adding` ones
    between two. `addressees` are names of those who are asked, unless a `linking` word stands in front of them. In
    front of a `passive`, only these count. `advising` phrases propose without saying to whom, and so do `impersonal`
    ones in a main clause; `subordinate` words begin other clauses. What somebody is `suggesting` is only a proposal
    with a `modal` word behind it. With a `not_asking` phrase, nobody is asked.
    """

    headings: Words = ()
    not_headings: Words = ()
    should: Words = ()
    must: Words = ()
    towards: Words = ()
    ending: Words = ()
    joining: Words = ()
    adding: Words = ()
    linking: Words = ()
    passive: Words = ()
    advising: Words = ()
    suggesting: Words = ()
    modal: Words = ()
    subordinate: Words = ()
    impersonal: Words = ()
    not_asking: Words = ()
    addressees: Words = ()

    @property
    def phrases(self) -> AskingPhrases:
        """The phrases by which somebody is asked."""
        return AskingPhrases(
            should=(*self.should, *self.must),
            towards=self.towards,
            ending=self.ending,
            addressees=self.addressees,
            joining=self.joining,
            adding=self.adding,
            linking=self.linking,
            passive=self.passive,
        )

    def asking(self, sentence: str) -> str:
        """The words by which a sentence asks somebody; empty if it does not."""
        if phrase_pattern(self.not_asking).search(sentence):
            return ""
        return first_phrase((*self.should, *self.must, *self.towards), sentence) or self.advice(sentence)

    def advice(self, sentence: str) -> str:
        """The words by which a sentence proposes something without saying to whom; empty if it does not."""
        if advising := first_phrase(self.advising, sentence):
            return advising
        suggesting = phrase_pattern(self.suggesting).search(sentence)
        has_modal = suggesting and phrase_pattern(self.modal).search(sentence, suggesting.end())
        return suggesting[0] if suggesting and has_modal else ""


def recommending_section(placed: PlacedLeaf, words: RecommendationWords) -> Section | None:
    """The section of recommendations that a leaf is in; None if it is in none."""
    section = placed.section_headed(words.headings)
    if section is None or phrase_pattern(words.not_headings).search(section.heading.text):
        return None
    return section


def find_recommendations(material: Material) -> Iterator[Found]:
    """What is labelled or numbered as a recommendation, or is asked in a section with such a heading."""
    words = words_for("recommendation", RecommendationWords, material.language)
    if words is None:
        return
    leaves = [one for one in placed_leaves(material.report) if isinstance(one.leaf, Paragraph | Item)]
    inside = [(placed, recommending_section(placed, words)) for placed in leaves]
    listed = {id(section) for placed, section in inside if section and isinstance(placed.leaf, Item)}
    counts: dict[int, int] = {}
    for placed, section in inside:
        label = label_in_front(placed.text, material.language)
        for found in _recommendations(placed, label, section, section is not None and id(section) in listed, words):
            counts[id(section)] = counts.get(id(section), 0) + 1
            passage, rule, evidence, certainty, number = found
            fields = _fields(placed, passage, number or placed.number or str(counts[id(section)]), section, words)
            yield Found("recommendation", placed.passage(passage), rule, evidence, certainty, fields)


def _recommendations(
    placed: PlacedLeaf,
    label: re.Match[str] | None,
    section: Section | None,
    has_items: bool,
    words: RecommendationWords,
) -> Iterator[tuple[str, str, str, float, str]]:
    """The recommendations in a leaf: words, rule, evidence, certainty, and number if it has a `label`."""
    if label and len(placed.text[label.end() :].split()) >= _FEWEST_WORDS:
        yield placed.text[label.end() :], "label", label[0].strip(" .:"), _LABELLED, label["number"]
        return
    if section is None or placed.introduces or len(placed.text.split()) < _FEWEST_WORDS:
        return
    heading = heading_words(section.heading.text)
    if isinstance(placed.leaf, Item) or (placed.number and not has_items):
        asks = words.asking(placed.text) or words.asking(placed.lead_in)
        certainty = _NUMBERED if placed.number or asks else _LISTED
        yield placed.text, "listed recommendation", asks or heading, certainty, ""
        return
    for sentence in placed.sentences:
        asks = words.asking(sentence)
        if asks and len(sentence.split()) >= _FEWEST_WORDS:
            yield sentence, "asked under the heading", asks, _LISTED if has_items else _ASKED, ""


def _fields(
    placed: PlacedLeaf, passage: str, number: str, section: Section | None, words: RecommendationWords
) -> dict[str, Value]:
    who = addressed_in(passage, words.phrases, True) or addressed_in(placed.lead_in, words.phrases, True)
    is_of_its_own = placed.sections and placed.sections[-1] is not section and placed.heading
    theme: Value = Open(_THEME, placed.heading if is_of_its_own else "")
    return {"number": number, "theme": theme, "addressees": _addressees(who)}


def _addressees(who: Addressed | None) -> Value:
    return Open(_WHO) if who is None else Open(_WHO, who.who)


def find_proposals(material: Material) -> Iterator[Found]:
    """Sentences that ask somebody to do something, or propose it, outside the sections of recommendations."""
    words = words_for("recommendation", RecommendationWords, material.language)
    if words is None:
        return
    leaves = [one for one in placed_leaves(material.report) if isinstance(one.leaf, Paragraph | Item)]
    inside = [(placed, recommending_section(placed, words)) for placed in leaves]
    summary = words_for("summary_point", SummaryWords, material.language) or SummaryWords()
    carriers = [
        _long_words(placed.text)
        for placed, section in inside
        if section or (summary.headings and placed.section_titled(summary.headings))
    ]
    for placed, section in inside:
        for sentence in () if section else placed.sentences:
            if len(sentence.split()) >= _FEWEST_WORDS and not sentence.endswith(("?", ":")):
                yield from _proposal(placed, sentence, words, carriers)


def _carried(sentence: str, evidence: str, carriers: Sequence[frozenset[str]]) -> Open | None:
    """None if no recommendation or point of the summary speaks of the same things, so that none can carry it.

    The words of the `evidence` that it is a proposal do not count.
    """
    said = _long_words(sentence) - _long_words(evidence)
    shared = max((len(said & words) for words in carriers), default=0)
    return Open(_CARRIED, "null") if said and shared >= max(min(2, len(said)), _MUCH * len(said)) else None


def _long_words(text: str) -> frozenset[str]:
    return frozenset(word for word in lower_words_of(text) if len(word) >= _LONG)


def _proposal(
    placed: PlacedLeaf, sentence: str, words: RecommendationWords, carriers: Sequence[frozenset[str]]
) -> Iterator[Found]:
    """A proposal, if a sentence makes one: to somebody, in advising words, or in a main clause of its own."""
    if phrase_pattern(words.not_asking).search(sentence):
        return
    who = addressed_in(sentence, words.phrases)
    advised = words.advice(sentence)
    unsaid = phrase_pattern(words.impersonal).search(sentence)
    if unsaid and phrase_pattern(words.subordinate).search(sentence, 0, unsaid.start()):
        unsaid = None
    evidence = who.evidence if who else advised or (unsaid[0] if unsaid else "")
    if evidence:
        is_duty = who is not None and phrase_pattern(words.must).search(who.evidence)
        certainty = _DUTY if is_duty else _NAMED if who else _ADVISED if advised else _UNSAID
        rule = "addressee" if who else "advising words" if advised else "impersonal words"
        fields: dict[str, Value] = {"addressees": _addressees(who), "carried": _carried(sentence, evidence, carriers)}
        yield Found("proposal", placed.passage(sentence), rule, evidence, certainty, fields)
