"""The key to the labels of places: one example of each kind that is printed, and acronyms, in at most two lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from briefs.finish.labels import Place, merged_labels, parse_label
from briefs.model.phrases import Phrases
from briefs.model.typesetting import typeset

LONGEST_HEADING = 48
"""The most characters of a heading that an example repeats."""
LONGEST = 210
"""The most characters of the key: about two lines of small type."""
_NUMBERING = re.compile(r"^(?:[IVXLCDM]+|\d+(?:\.\d+)*|[A-Z])[.)]\s+")


def label_key(
    labels: Iterable[str],
    headings: Mapping[str, str],
    phrases: Phrases,
    expansions: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """What labels such as `labels` mean, by one example each, and what the acronyms in them stand for.

    `headings` are those of the report, by label; `expansions` are by acronym. Empty if no label needs to be explained.
    """
    examples: dict[str, str] = {}
    acronyms: dict[str, str] = {}
    for label in labels:
        place = parse_label(label)
        acronyms |= {word: f"{word}: {expansions[word]}" for word in place.heading.split() if word in expansions}
        if not place.number or place.parent:
            continue
        heading = _shown_heading(headings.get(place.heading, ""))
        phrase = _phrase_of(place, bool(heading), phrases)
        if not phrase or phrase in examples or len(heading) > LONGEST_HEADING:
            continue
        shown_label = merged_labels((label,), phrases)
        examples[phrase] = phrase.format(label=shown_label, heading=heading, number=place.number, page=place.page)
    explained = " ".join(examples.values())
    shown = [*examples.values(), *(said for word, said in acronyms.items() if f"({word})" not in explained)]
    while shown and len("; ".join(shown)) > LONGEST:
        shown.pop()
    return phrases.key.format(examples="; ".join(shown)) if shown else ""


@lru_cache(maxsize=1_000)
def _shown_heading(heading: str) -> str:
    """A heading of the report as an example repeats it: without its number."""
    return _NUMBERING.sub("", typeset(heading))


def _phrase_of(place: Place, has_heading: bool, phrases: Phrases) -> str:
    """What explains labels of this kind; nothing if they explain themselves, or name a heading that is not known."""
    if place.heading:
        kinds = {"¶": phrases.key_paragraph, "": phrases.key_point}
        return kinds.get(place.word, "") if has_heading else ""
    return {
        "fn": phrases.key_note_of_page if place.page else phrases.key_note,
        "en": phrases.key_endnote,
        "para": phrases.key_numbered,
        "picture": phrases.key_picture,
        "quotation": phrases.key_quotation,
    }.get(place.word, "")
