"""A sentence or clause as the scales read it: its words, kinds of act, and who or how many are said to do it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from briefs.check.scales.scale_words import ScaleWords, phrase_of
from briefs.text.term_finder import Found
from briefs.text.words import Word, words_of

_NOT = frozenset(("not", "n't", "never", "neither", "nor", "no", "cannot"))
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "am"))
_SKIPPED = frozenset(("also", "further", "once", "then", "therefore", "however", "all", "both", "just", "only", "even"))
_PEOPLE = frozenset(("people", "men", "women", "children", "police", "others", "those"))
_PREPOSITIONS = frozenset(
    (
        *("of", "to", "in", "on", "for", "by", "with", "at", "from", "as", "into", "about", "among", "between", "over"),
        *("after", "before", "under", "through", "within", "beyond", "towards", "against", "during", "than", "without"),
    )
)
_AFTER_PARTICIPLES = frozenset(
    ("as", "by", "so", "in", "to", "on", "of", "at", "for", "with", "overall", "quite", "positively")
)
_NOMINAL = ("ion", "ions", "ment", "ments", "al", "als", "ance", "us", "ence", "ee", "er", "ers")
_AUXILIARY = frozenset(("has", "have", "had", "having", "which", "that", "and", "or", "but", "not", "to"))
_ADJECTIVAL = ("ic", "ive", "able", "ible", "ly", "ful", "ous")
_DETERMINERS = frozenset(
    (
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "its",
        "their",
        "his",
        "her",
        "our",
        "any",
        "no",
        "such",
        "each",
    )
)


@dataclass(frozen=True, eq=False)
class Reading:
    """What the scales read in `text`. With `quoted`, also what stands within quotation marks."""

    text: str
    scale: ScaleWords
    quoted: bool

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words and marks."""
        return words_of(self.text, self.scale.language)

    @cached_property
    def lowers(self) -> tuple[str, ...]:
        """Its words and marks in lower case."""
        return tuple([word.lower for word in self.words])

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """What words for a kind of act are found by, for each of its words."""
        return self.scale.acts.keys(self.words)

    @cached_property
    def how_many(self) -> tuple[Found[float], ...]:
        """Its words for how many, whether or not they count. If a text has none, none of its parts has any."""
        return tuple(self.scale.how_many.among(self.lowers))

    @cached_property
    def counted(self) -> tuple[Found[float], ...]:
        """Its words for how many that count."""
        return tuple(self.scale.how_many.among(self.lowers, self.blocked)) if self.how_many else ()

    @cached_property
    def how_firmly(self) -> tuple[Found[float], ...]:
        """Its words for how firmly, whether or not they count. If a text has none, none of its parts has any."""
        return tuple(self.scale.how_firmly.among(self.lowers))

    @cached_property
    def hedges(self) -> tuple[Found[str], ...]:
        """Its hedges. If a text has none, none of its parts has any."""
        return tuple(self.scale.hedges.among(self.lowers))

    @cached_property
    def blocked(self) -> frozenset[int]:
        """The places of words that no scale counts."""
        return self.scale.free(self.words, self.text, self.quoted) | self._names

    @property
    def _names(self) -> frozenset[int]:
        """The places of words that are part of a name: with a capital letter, behind another word."""
        words = self.words
        return frozenset(
            [
                place
                for place, word in enumerate(words)
                if place and word[0][0].isupper() and not words[place - 1].is_mark and self._is_inside(place)
            ]
        )

    def _is_inside(self, place: int) -> bool:
        between = self.text[self.words[place - 1].end : self.words[place].start]
        return not set(between) & set("\"'“”‘’…")

    @cached_property
    def content(self) -> frozenset[str]:
        """The stems of its words that carry content."""
        common = self.scale.common
        return frozenset([word.stem for word in self.words if not word.is_mark and word.lower not in common])

    @cached_property
    def acts(self) -> tuple[Found[float], ...]:
        """Its words for a kind of act, said of those who hold views: with a subject, or "it was", or before "that"."""
        return tuple(
            one
            for one in self.all_acts
            if self.blocked.isdisjoint(range(one.start, one.end)) and self._is_said_of_holders(one)
        )

    @cached_property
    def is_question(self) -> bool:
        """Whether it asks."""
        return self.text.rstrip(" \"'”’)").endswith("?")

    def phrase(self, found: Found[float] | Found[str]) -> str:
        """What was found, as the text has it."""
        return phrase_of(self.words, found, self.text)

    def lower(self, place: int) -> str:
        """The word at this place in lower case; nothing outside the text."""
        lowers = self.lowers
        return lowers[place] if 0 <= place < len(lowers) else ""

    def is_negated(self, place: int) -> bool:
        """Whether a "not" stands right before this place."""
        return self.lower(place - 1) in _NOT or self.lower(place - 1).endswith("n't")

    def is_noun_at(self, place: int) -> bool:
        """Whether the word at this place stands where a noun stands: behind a determiner or a preposition."""
        return self.lower(place - 1) in _DETERMINERS or self.lower(place - 1) in _PREPOSITIONS

    def is_said_there(self, place: int) -> bool:
        """Whether it is said before this place that there is something, or that somebody had it: "there was a view"."""
        near = range(max(0, place - 5), place)
        return any(self.lower(at) == "there" or self.is_holder(at) for at in near)

    def is_holder(self, place: int) -> bool:
        """Whether the word at this place is a noun of those who hold views."""
        return 0 <= place < len(self.words) and self.words[place].lower in self.scale.holders

    def act_at(self, place: int) -> Found[float] | None:
        """The word for a kind of act that begins at this place, whether or not it is said of those who hold views."""
        return next((one for one in self.all_acts if one.start == place), None)

    @cached_property
    def all_acts(self) -> tuple[Found[float], ...]:
        """Its words for a kind of act, whether or not they are said of those who hold views."""
        return tuple([one for one in self.scale.acts.among(self.keys) if not self._is_adjective(one.start)])

    def _is_adjective(self, place: int) -> bool:
        """Whether the word is an adjective or adverb of the family of an act, such as "emphatic"."""
        return self.lower(place).endswith(_ADJECTIVAL)

    def reports(self, one: Found[float], loosely: bool = True) -> bool:
        """Whether the act is one of saying something: "it was agreed", "participants agreed", "agreed that"."""
        if self.lower(one.end) == "that" or self._is_bracketed(one):
            return self._is_said_of_holders(one)
        if (self._has_subject(one.start, loosely) and not self.is_noun_at(one.start)) or (
            one.start == 0 and self._begins(one)
        ):
            return True
        return self.before(one.start) in _BE and self.lower(self._place_before(one.start) - 1) in ("it", "there")

    def _is_bracketed(self, one: Found[float]) -> bool:
        """Whether the act alone stands in brackets: "(suggested)"."""
        marks = [self.words[at].text if 0 <= at < len(self.words) else "" for at in (one.start - 1, one.end)]
        return marks == ["(", ")"]

    def _is_said_of_holders(self, one: Found[float]) -> bool:
        if self._is_bracketed(one):
            return True
        before = self.before(one.start)
        if self.lower(one.end) in ("that", "whether", "if", "how"):
            return not looks_plural(self.words[one.start]) or self._is_verb_s(one.start)
        if self.words[one.start].lower.endswith("ing") and before not in _BE:
            return False
        if before in _BE or self._after_be(one.start):
            return self.lower(self._place_before(one.start) - 1) in ("it", "there", "which") or self._is_passive(
                one.start
            )
        return (
            (one.start == 0 and self._begins(one))
            or (self._has_subject(one.start) and not self.is_noun_at(one.start))
            or (self._is_agreement_noun(one) and self.lower(one.start - 1) not in ("the",))
        )

    def _is_passive(self, place: int) -> bool:
        """Whether it is a passive such as "regret was expressed", of which the doer is not named."""
        return self.words[place].lower.endswith(("ed", "en", "wn", "lt", "ght", "id")) or self.lower(place) in (
            "seen",
            "felt",
        )

    def _begins(self, one: Found[float]) -> bool:
        """Whether an act that begins the text is a participle ("Suggested: …", "Asked whether …") or an imperative of
        the highest kind ("Agree to …").
        """
        after = one.end
        if after < len(self.words) and self.words[after].text[0].isupper():
            return False
        if self._is_passive(one.start):
            return self.is_marked(after) or after == len(self.words) or self.lower(after) in _AFTER_PARTICIPLES
        return one.value >= 5 and not self.lower(one.start).endswith(_NOMINAL)

    def _is_verb_s(self, place: int) -> bool:
        """Whether the word ends in s as a verb, as in "it notes that"."""
        return place > 0 and not looks_plural(self.words[place - 1]) and not self.is_noun_at(place)

    def _is_agreement_noun(self, one: Found[float]) -> bool:
        return one.value >= 5 and self.lower(one.start) in ("agreement", "consensus", "convergence")

    def _after_be(self, place: int) -> bool:
        return self.before(place) in _BE

    def before(self, place: int) -> str:
        """The nearest word before this place that is no adverb."""
        return self.lower(self._place_before(place))

    def _place_before(self, place: int) -> int:
        """The place of the nearest word before that is no adverb."""
        place -= 1
        while place > 0 and (
            self.lower(place).endswith("ly") or self.lower(place) in _SKIPPED or self.lower(place) in _NOT
        ):
            place -= 1
        return place

    def _has_subject(self, place: int, loosely: bool = True) -> bool:
        """Whether one of those who hold views, or a quantity of them, stands before a verb at this place.

        `loosely`, any noun will do for a verb in the past: "the board decided".
        """
        near = self._place_before(place)
        for back in range(near, max(-1, near - 4), -1):
            if self.is_marked(back):
                return False
            if self.is_holder(back) or self.lower(back) in ("they", "who", "we", "report"):
                return True
            if any(one.start <= back < one.end for one in self.counted):
                return True
        return loosely and near >= 0 and self._is_past(place) and self._is_subject(near)

    def _is_past(self, place: int) -> bool:
        return self.lower(place).endswith(("ed", "lt", "ght", "id")) or self.lower(place) in (
            "saw",
            "put",
            "found",
            "spoke",
        )

    def _is_subject(self, place: int) -> bool:
        """Whether the word is a noun in front of a verb, such as one in the plural, or one behind "the"."""
        word = self.words[place]
        if word.is_mark or word.lower in _DETERMINERS | _PREPOSITIONS | _BE | _AUXILIARY:
            return False
        return looks_plural(word) or word.text[0].isupper() or self.lower(place - 1) in ("the", "a", "an", "one")

    def is_marked(self, place: int) -> bool:
        """Whether a punctuation mark stands at this place."""
        return 0 <= place < len(self.words) and self.words[place].is_mark


@lru_cache(maxsize=4096)
def reading_of(text: str, scale: ScaleWords, quoted: bool = True) -> Reading:
    """`text`, which is `plain`, as the scales read it."""
    return Reading(text, scale, quoted)


def looks_plural(word: Word) -> bool:
    """Whether a word looks like a noun in the plural."""
    return word.lower in _PEOPLE or (
        len(word.lower) > 3 and word.lower.endswith("s") and not word.lower.endswith(("ss", "us", "is", "'s", "ous"))
    )
