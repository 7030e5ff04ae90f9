"""The key to the labels of places: one example of each kind that is printed, and acronyms, in at most two lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from briefs.finish.labels import merged_labels, parse_label
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
        heading = _NUMBERING.sub("", typeset(headings.get(place.heading, "")))
        if not place.number or place.parent or len(heading) > LONGEST_HEADING:
            continue
        if place.heading == "fn":
            kind, phrase = "note", phrases.key_note
        elif heading and place.word == "¶":
            kind, phrase = "paragraph", phrases.key_paragraph
        elif heading and not place.word:
            kind, phrase = "point", phrases.key_point
        else:
            continue
        said = phrase.format(label=merged_labels((label,), phrases), heading=heading, number=place.number)
        examples.setdefault(kind, said)
    explained = " ".join(examples.values())
    shown = [*examples.values(), *(said for word, said in acronyms.items() if f"({word})" not in explained)]
    while shown and len("; ".join(shown)) > LONGEST:
        shown.pop()
    return phrases.key.format(examples="; ".join(shown)) if shown else ""
