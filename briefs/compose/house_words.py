"""The words of the house that mastheads, last lines and drafts of all briefs print."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.compose.house_files import LayeredHouse
from briefs.model.own_words import OwnWords


def house_words(layered: LayeredHouse) -> Iterator[OwnWords]:
    """The lines of the house, with where each is written; the rule on who may be named speaks of the report."""
    house = layered.house
    for name, lines in (
        ("status", house.status),
        ("running_status", house.running_status),
        ("distribution", house.distribution),
    ):
        for status, text in (("draft", lines.draft), ("cleared", lines.cleared)):
            yield OwnWords(f"`{name}`", text, layered.place(name, status), scope="furniture")
    for office in house.offices:
        yield OwnWords("`offices`", office, layered.place("offices"), scope="furniture")
    if house.logo is not None:
        yield OwnWords("`alt` of the logo", house.logo.alt, layered.place("logo", "alt"), scope="furniture")
    if house.attribution is not None:
        yield OwnWords("`attribution`", house.attribution, layered.place("attribution"), scope="report")
