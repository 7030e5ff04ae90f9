"""Source tags in a returned file, recognized by their words: programs drop the style that they are printed in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from briefs.model.marked_file import Span
from briefs.model.sent_text import SentParagraph
from briefs.review.similarity import Words, similarity

_TAG = re.compile(r"‹[^‹›]*›")
_UNCLOSED = re.compile(r"‹[^‹›]*\Z")
_LETTERS = re.compile(r"\w+")
_ENOUGH = 0.5
"""Which share of the words of a tag that has lost a mark must be those of tags."""


@dataclass(frozen=True, slots=True)
class TagWords:
    """Recognizes the source tags of one edition by their `words`.

    `tags` are those in paragraphs, `own` those that are paragraphs; `literal` is what text itself has in such marks.
    """

    tags: frozenset[str]
    own: frozenset[str]
    words: frozenset[str]
    literal: frozenset[str]

    @classmethod
    def of(cls, sent: Iterable[SentParagraph]) -> TagWords:
        """Those of what was `sent`."""
        paragraphs = tuple(sent)
        own = frozenset(one.text for one in paragraphs if one.role == "tag")
        tags = frozenset(tag for one in paragraphs for tag in one.tags)
        literal = {found for one in paragraphs if one.role != "tag" for found in _TAG.findall(one.text)}
        words = {word for tag in tags | own for word in _LETTERS.findall(tag)}
        return cls(tags, own, frozenset(words), frozenset(literal))

    def parted(self, spans: Sequence[Span]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """`spans` without the tags in them, and those of the tags; a paragraph that is nothing but tags has none.

        Whatever stands between the marks of a tag, before the changes or after them, belongs to it.
        """
        if not self.words or not any("‹" in span.text or "›" in span.text for span in spans):
            return tuple(spans), ()
        letters = [(number, letter) for number, span in enumerate(spans) for letter in span.text]
        inside: set[int] = set()
        for is_read in (attrgetter("is_in_base"), attrgetter("is_in_final")):
            places = [place for place, (number, _) in enumerate(letters) if is_read(spans[number])]
            text = "".join(letters[place][1] for place in places)
            for start, end in self._tags_in(text):
                inside.update(range(places[start], places[end - 1] + 1))
        if not inside or self._is_paragraph_of_tags(letters, inside):
            return tuple(spans), ()
        for start in [place for place in inside if place and place - 1 not in inside]:
            number, letter = letters[start - 1]
            if letter.isspace() and spans[number].is_in_base and spans[number].is_in_final:
                inside.add(start - 1)
        kept = [place not in inside for place in range(len(letters))]
        return tuple(_spans(spans, letters, kept, True)), tuple(_spans(spans, letters, kept, False))

    def _is_paragraph_of_tags(self, letters: Sequence[tuple[int, str]], inside: set[int]) -> bool:
        """Whether the tags `inside` are all of a paragraph, or are most like one that was sent as a paragraph.

        A paragraph that says more than its tags is not one of tags, however like they are.
        """
        beside = sum(1 for place, (_, letter) in enumerate(letters) if place not in inside and not letter.isspace())
        if not beside or beside > len(inside):
            return not beside
        words = Words.of("".join(letters[place][1] for place in sorted(inside)))
        alike = [max((similarity(words, Words.of(tag)) for tag in tags), default=0.0) for tags in (self.own, self.tags)]
        return alike[0] > alike[1]

    def _tags_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Where tags begin and end in `text`; one whose mark somebody deleted is known by its words."""
        last = 0
        for found in _TAG.finditer(text):
            if found[0] not in self.literal:
                yield found.span()
                last = found.end()
        unclosed = _UNCLOSED.search(text, last)
        if unclosed and self._is_of_tags(unclosed[0]):
            yield unclosed.span()
        if "›" in text[last:]:
            end = text.index("›", last)
            known = (tag[1:] for tag in self.tags | self.own if text.endswith(tag[1:], last, end + 1))
            if longest := max(known, key=len, default=""):
                yield end + 1 - len(longest), end + 1

    def _is_of_tags(self, text: str) -> bool:
        words = _LETTERS.findall(text)
        return bool(words) and sum(word in self.words for word in words) >= _ENOUGH * len(words)


def _spans(
    spans: Sequence[Span], letters: Sequence[tuple[int, str]], kept: Sequence[bool], wanted: bool
) -> Iterator[Span]:
    """The spans of the letters that are `kept`, or of the others."""
    chosen = ((number, letter) for (number, letter), is_kept in zip(letters, kept, strict=True) if is_kept is wanted)
    for number, group in groupby(chosen, key=lambda one: one[0]):
        yield replace(spans[number], text="".join(letter for _, letter in group))
