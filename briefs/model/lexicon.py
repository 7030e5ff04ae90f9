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
    word, and words of its family that do not look like it, by the word. `spellings` are fragments of words, with how
    they are spelled elsewhere; `endings` are those that words of one family may have, `denying` the beginnings of words
    that deny the rest. Words of `degrees` say how much, or how clearly. `inviting` words may begin an imperative form:
    they invite its readers to what the report says. `past` are endings of verbs in the past.
    `hedges` soften what is said, `approximate` words a number, `attributions` say who said it,
    `unattributed` phrases do not. `idioms` are phrases in which words of the scales say nothing of the kind ("above
    all"); `holders` are nouns of those who hold views, the usual one first; `adverbs` are words of how many that count
    no noun, `frequency` those of them that say how often; `modals` are words of how firmly that a verb follows.
    `negations` deny; what `negating` words do, they do without a "not". `opposites` are pairs of groups, such as
    support and reject; `comparisons` pairs that turn each other round, such as more and less. `people` show who spoke.
    `relative_dates` mean nothing to a later reader; `variants` are groups of spellings of one word, of which a brief
    keeps to one.

    For quotations: `conditional` words begin a condition or an exception. `sayings` are verbs of saying, and do not
    tell who speaks with a form of `being`; `citing` words stand before whoever is quoted, such as "according to".
    `narrators`, such as the report, say what nobody else is said to say. A `single` word means one of several, the
    first of them one alone; `unnamed` words name nobody who could be compared. Headings may have words `of_briefs`.
    `distancing` words in front of a quotation are the editor's; with one of the `proving` verbs and `that`, a text
    states something.

    By `light` words, no statement can be recognized. Two of the `joined_negations`, such as "neither" and "nor", do
    not undo each other. What follows an `affirming` phrase ("not only") is not denied. `near_negations` may stand for
    a negation ("short of"). What begins like one of `denying` denies nothing in words of `despite_prefix` ("inform").
    What stands on the two sides of one of the `relations` ("rather than") cannot change sides. `actors` are groups of
    words for those who act, of which one may stand for another; `agents` stand before those who do what a passive
    says ("by"); `conditions` restrict what is said; what stands behind a `causal` word is said to be so. `limiting`
    words, such as "only", leave out everything else, `raising` ones, such as "very", say more of what is behind them;
    what stands behind a `contrasting` word ("but") is affirmed. What stands behind an `excluding` phrase ("rather
    than") is put last, and no `including` one ("as well as") joins it. With a word of `about_documents`, briefs say
    what a report does not have.

    Of own words: `times` are the seasons and the days of the week; `asking` words begin headings such as "What it
    was". A `refusing` act is supported by no act of another kind. Words of different groups that are `apart` mean
    different things, although they have one stem.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: str
    common: Words = ()
    free: Words = ()
    forms: dict[str, Words] = Field(default_factory=dict)
    equivalents: tuple[Words, ...] = ()
    spellings: dict[str, str] = Field(default_factory=dict)
    endings: Words = ()
    denying: Words = ()
    degrees: Words = ()
    inviting: Words = ()
    past: Words = ()
    scales: Scales = Field(default_factory=Scales)
    hedges: Words = ()
    approximate: Words = ()
    attributions: Words = ()
    unattributed: Words = ()
    idioms: Words = ()
    holders: Words = ()
    adverbs: Words = ()
    frequency: Words = ()
    modals: Words = ()
    negations: Words = ()
    negating: Words = ()
    opposites: tuple[tuple[Words, Words], ...] = ()
    comparisons: tuple[tuple[Words, Words], ...] = ()
    people: People = Field(default_factory=People)
    relative_dates: Words = ()
    variants: tuple[Words, ...] = ()
    conditional: Words = ()
    sayings: Words = ()
    narrators: Words = ()
    citing: Words = ()
    single: Words = ()
    unnamed: Words = ()
    being: Words = ()
    of_briefs: Words = ()
    distancing: Words = ()
    proving: Words = ()
    that: Words = ()
    light: Words = ()
    joined_negations: Words = ()
    affirming: Words = ()
    near_negations: Words = ()
    despite_prefix: Words = ()
    relations: Words = ()
    actors: tuple[Words, ...] = ()
    agents: Words = ()
    conditions: Words = ()
    causal: Words = ()
    limiting: Words = ()
    raising: Words = ()
    contrasting: Words = ()
    excluding: Words = ()
    including: Words = ()
    about_documents: Words = ()
    times: Words = ()
    asking: Words = ()
    refusing: Words = ()
    apart: tuple[Words, ...] = ()
