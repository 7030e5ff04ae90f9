"""Blocks: typed pieces of content that point into the report. One class per kind, a closed union on `kind`.

A block never repeats the report's sentences: its `anchor` gives their first and last words. Wording edited by hand
(`short`, `ask`, `lead`) rests on anchors: its own, or the block's. The line of each block in its file is in
`Drawn.place`, not in the block.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, TypeAlias, get_args

from pydantic import Field

from briefs.model.absence_search import Searches
from briefs.model.block_fields import Anchors, BlockId, EditedForm, Form, Model, Passage, Portion, SortDate, Text
from briefs.model.priority import Priority


class BlockBase(Model):
    """The fields of every block."""

    passages: ClassVar[tuple[str, ...]] = ()
    """Names of the fields that hold a `Passage` (or None for "none recorded")."""

    id: BlockId
    anchor: Anchors = Field(description="where the block's verbatim form is in the report")
    short: EditedForm | None = Field(default=None, description="edited form, at most 25 words")
    ask: EditedForm | None = Field(default=None, description="imperative form, for recommendations")
    lead: Text | None = Field(default=None, description="run-in heading printed in bold before the text")
    strength: Text | None = Field(
        default=None, description="how many participants held the view, in the report's own words"
    )
    audiences: dict[str, Priority] = Field(
        default_factory=dict, description="must, should, could or never, by audience; unnamed means could"
    )
    conflict: tuple[BlockId, ...] = Field(default=(), description="ids of the conflicts in the report that it touches")
    with_: BlockId | None = Field(
        default=None, alias="with", description="id of the block without which it must not be printed"
    )
    absent: Searches | None = Field(
        default=None, description="what its wording says is not in the report, by the searches that show it"
    )
    says_more: Text | None = Field(
        default=None,
        description="why its wording says what its passage does not; drafts print it for the clearing officer",
    )
    note: Text | None = Field(default=None, description="editor's remark; never printed in a brief")


class SummaryPoint(BlockBase):
    """A point of the report's executive summary, or one of the points below it."""

    kind: Literal["summary_point"]
    number: Text = Field(description="number in the summary, e.g. 14.a; `lead` for the paragraphs before it")
    group: Text = Field(description="heading that it is under")


class Recommendation(BlockBase):
    """A recommendation of the executive summary."""

    kind: Literal["recommendation"]
    number: Text = Field(description="its number in the report")
    theme: Text | None = Field(default=None, description="what it is about, in a few words; never printed")
    addressees: tuple[Text, ...] = Field(default=(), description="whom it is addressed to; never printed")


class Proposal(BlockBase):
    """A proposal of the body, finer than the recommendations."""

    kind: Literal["proposal"]
    addressees: tuple[Text, ...] = Field(default=(), description="whom it is addressed to; never printed")
    carried: BlockId | None = Field(description="the recommendation or summary point that carries it; null: none does")


class Benefit(BlockBase):
    """A benefit that the report sees or asks about."""

    passages = ("basis",)

    kind: Literal["benefit"]
    sort: Literal["direct", "indirect"] = Field(
        description="whether the report names it as a benefit, or it follows from what the report says"
    )
    beneficiary: Text | None = Field(default=None, description="who gains, as the row heading")
    basis: Passage | None = Field(default=None, description="what the report rests the benefit on")


class Counterweight(BlockBase):
    """A point that weighs against the benefits."""

    kind: Literal["counterweight"]
    point: Text | None = Field(default=None, description="what it is about, in a few words; never printed")


class Evidence(BlockBase):
    """A passage that counts as evidence in the report."""

    kind: Literal["evidence"]
    supports: Text = Field(description="what it is evidence for")


class Term(BlockBase):
    """A term that the report weighs; a side that is null is printed as "None recorded"."""

    passages = ("in_favour", "against", "verdict")

    kind: Literal["term"]
    term: Text = Field(description="the term, as printed")
    role: Literal["incumbent", "alternative", "neighbouring"] = Field(
        description="whether it is the term in use, one proposed instead, or one of a matter beside it"
    )
    in_favour: Passage | None = Field(description="what was said for it")
    against: Passage | None = Field(description="what was said against it")
    verdict: Passage | None = Field(description="how participants received it")


class Definition(BlockBase):
    """What a term or body is, according to the report."""

    kind: Literal["definition"]
    term: Text = Field(description="the term, as printed")


class Pillar(BlockBase):
    """One of several parts that carry something together; `title` as printed, in words of the anchored passage."""

    passages = ("summary",)

    kind: Literal["pillar"]
    number: int = Field(ge=0, description="from 1; 0 for the verdict on all of them")
    title: Text = Field(description="its title, as printed")
    summary: Passage | None = Field(default=None, description="the form of the executive summary")


class Principle(BlockBase):
    """A principle, of which the report gives only the title."""

    kind: Literal["principle"]
    number: int = Field(ge=1, description="from 1")
    title: Text = Field(description="its title, as printed")


class Contradiction(BlockBase):
    """A matter on which participants differed: two sides, printed together or not at all."""

    passages = ("one_side", "other_side", "outcome")

    kind: Literal["contradiction"]
    question: Text | None = Field(default=None, description="what is in dispute, as the row heading")
    headed: bool = Field(description="whether the report gives it a heading of its own")
    one_side: Passage | None = Field(default=None, description="what some held")
    other_side: Passage | None = Field(default=None, description="what others held")
    outcome: Passage | None = Field(default=None, description="how it ended")


class Question(BlockBase):
    """A question in the report (`reflection`, `driving`, `opening`, `embedded`), or based on it (`oversight`)."""

    kind: Literal["question"]
    sort: Literal["reflection", "driving", "opening", "embedded", "oversight"] = Field(
        description="whether it is left to be reflected on, asked of the whole report, asked as a part begins, "
        "within the text, or based on the report"
    )


class Institution(BlockBase):
    """A body or process: what it is, how participants saw it, and what is proposed for it."""

    passages = ("what", "assessment", "proposals")

    kind: Literal["institution"]
    name: Text = Field(description="its name, as printed")
    what: Passage | None = Field(default=None, description="what it is")
    assessment: Passage | None = Field(default=None, description="how participants saw it")
    proposals: Passage | None = Field(default=None, description="what is proposed for it")


class FollowUp(BlockBase):
    """An option for follow-up."""

    kind: Literal["follow_up"]
    number: Text = Field(description="its number in the report")
    category: Text = Field(description="what sort of option it is, in a few words")


class NextStep(BlockBase):
    """A next step that the convener plans."""

    passages = ("detail",)

    kind: Literal["next_step"]
    number: int = Field(ge=1, description="from 1")
    detail: Passage | None = Field(default=None, description="what else the report says of it")


class Quote(BlockBase):
    """Words of a participant, as the body of the report has them; `display` is the form that is set apart in it."""

    passages = ("display",)

    kind: Literal["quote"]
    display: Passage | None = Field(description="the epigraph or pull-quote, for tracing only; never printed")
    attribution: Text | None = Field(description="as the report attributes it, e.g. one participant")


class Fact(BlockBase):
    """A fact or figure."""

    kind: Literal["fact"]
    caveat: Text | None = Field(default=None, description="editor's remark on its limits; never printed")


class Date(BlockBase):
    """A date or meeting; `when` as printed, with brackets around what is inferred."""

    kind: Literal["date"]
    when: Text = Field(description="the date, as printed")
    sort: SortDate = Field(description="what it is sorted by, e.g. 2009-11-27, 2010, undated")


class Acronym(BlockBase):
    """An acronym and its expansion; `anchor` points at where the report uses or introduces it."""

    kind: Literal["acronym"]
    acronym: Text = Field(description="the acronym, as printed")
    expansion: Text = Field(description="what it stands for")
    introduced: bool = Field(description="whether the report itself gives the expansion")
    short_names: tuple[Text, ...] = Field(
        default=(), description="shorter names of the same, which a brief uses only after the expansion"
    )


class Statement(BlockBase):
    """A statement of no other kind, or wording that merges several passages."""

    kind: Literal["statement"]
    counts: tuple[BlockId, ...] = Field(
        default=(), description="participant groups whose counts it gives, singly or with neighbours added together"
    )


class Absence(BlockBase):
    """Something that the report does not say; the anchor points at what it says of the matter."""

    kind: Literal["absence"]
    short: EditedForm = Field(description="what is not said, at most 25 words")
    absent: Searches = Field(description="the searches of the report that show it")


class Answer(BlockBase):
    """An answer from the report to a question that a reader may be asked."""

    kind: Literal["answer"]
    question: Text = Field(description="the question, as printed")


class ParticipantGroup(BlockBase):
    """A type of participants; `count` is checked against the rows of the annex with one of `affiliations`."""

    kind: Literal["participant_group"]
    name: Text = Field(description="what they are called in print")
    affiliations: tuple[Text, ...] = Field(min_length=1, description="as the annex has them")
    count: int = Field(ge=1, description="how many they are")
    together: Text | None = Field(default=None, description="name under which groups are counted together in print")
    including: Portion | None = Field(default=None, description="some of them, who must be shown separately in print")


class Figure(BlockBase):
    """A picture of other blocks, drawn by a block template; its `short` is the caption."""

    kind: Literal["figure"]
    short: EditedForm = Field(description="caption, at most 25 words")
    of: tuple[BlockId, ...] = Field(min_length=1, description="ids of the blocks that it is drawn from, in order")


class Conflict(BlockBase):
    """A point where the report contradicts itself: `anchor` and `other` are the passages, briefs have `printed`."""

    passages = ("other",)

    kind: Literal["conflict"]
    point: Text = Field(description="what it is about, in a few words")
    other: Passage | None = Field(default=None, description="the passage that says otherwise")
    printed: Text = Field(description="what briefs print")


class About(BlockBase):
    """The sentence that says what every brief of a report summarizes; written in `report.yaml`, not in a block file."""

    kind: Literal["about"] = "about"
    id: Literal["about"] = "about"
    text: Form


Block: TypeAlias = Annotated[
    SummaryPoint
    | Recommendation
    | Proposal
    | Benefit
    | Counterweight
    | Evidence
    | Term
    | Definition
    | Pillar
    | Principle
    | Contradiction
    | Question
    | Institution
    | FollowUp
    | NextStep
    | Quote
    | Fact
    | Date
    | Acronym
    | Statement
    | Absence
    | Answer
    | ParticipantGroup
    | Figure
    | Conflict,
    Field(discriminator="kind"),
]
"""Any block."""

KINDS: dict[str, type[BlockBase]] = {
    get_args(kind.model_fields["kind"].annotation)[0]: kind for kind in get_args(get_args(Block)[0])
}
"""Kinds by name, in the order of the inventory."""
