"""What checks know about the words of a language: `briefs/check/lexicon/<language>.yaml`, which reports may extend."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, ConfigDict, Field

from briefs.model.block_fields import Model


def _words(value: object) -> object:
    """Accept words in one text, separated by commas, as well as a list of them."""
    return [word.strip() for word in value.split(",") if word.strip()] if isinstance(value, str) else value


Words: TypeAlias = Annotated[tuple[str, ...], BeforeValidator(_words)]
"""Words or phrases in lower case: a list, or one text with commas between them."""


class Step(Model):
    """A step of a scale. Words stand higher than another's only if their `level` is greater by half a level."""

    level: float = Field(ge=1)
    words: Words


class Scales(Model):
    """How many held a view, how firmly something is said, and what kind of act it was: each from low to high."""

    how_many: tuple[Step, ...] = ()
    how_firmly: tuple[Step, ...] = ()
    kind_of_act: tuple[Step, ...] = ()


class People(Model):
    """How a text narrows down who spoke. All words are in the singular: many people show nobody.

    `titles` stand before names. `roles` are what somebody is ("official"), `speakers` what everybody in a discussion is
    ("participant"). `bodies` are what somebody may belong to ("agency"), `links` join the two ("of"), `one` are the
    words before somebody ("a", "the"). `saying` are verbs, and `views` the words for what somebody thinks; `source`
    phrases stand before the one who said something ("according to").
    """

    titles: Words = ()
    roles: Words = ()
    speakers: Words = ()
    bodies: Words = ()
    links: Words = ()
    one: Words = ()
    saying: Words = ()
    views: Words = ()
    source: Words = ()


class Lexicon(Model):
    """The words of one language, all in lower case. Each check reads the sections that it needs.

    `common` words carry no content. `free` words may be added by any wording: connectives, and what briefs say of
    themselves. `equivalents` are groups of words of which one may stand for another. `forms` are irregular forms of a
