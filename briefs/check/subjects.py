"""What checks look at: edited wording, words in a call, the characters of a brief, one of its figures, or a brief."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from dataclasses import field as default

from briefs.check.acronym_expansions import acronym_expansions, acronyms_by_name
from briefs.check.participant_groups import groups_of
from briefs.model.absence_search import Search
from briefs.model.block import Answer, BlockBase, Conflict, ParticipantGroup, Statement
from briefs.model.block_fields import Form, Passage
from briefs.model.diagnostics import Place
from briefs.model.document import Document, Figure, Unit
from briefs.model.doubts import DOUBTS_OF_BLOCKS, STAND_IN
from briefs.model.edition import House, Template
from briefs.model.finished_file import FinishedFile
from briefs.model.library import Drawn, Library
from briefs.model.memory import FORGETFUL, Memory
from briefs.model.overflow import Overflow
from briefs.model.own_words import OwnWords
from briefs.model.report import Report
from briefs.model.sheet import Sheet
from briefs.model.typesetting import clean, plain
from briefs.model.wording_rules import WordingRules

_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WordingToCheck:
    """One piece of wording written by hand in a block, and what supports it in the report.

    `field` has the name that `Drawn.extracts` uses. `text` and `passage` are `plain`: the latter has the words of the
    report that it rests on, each extract in a line of its own. `groups` are the groups of participants that the block
    counts, `expansions` what the report's acronyms stand for, `acronyms` those of each name that stands for the same.
    `doubts` are codes of what cannot be known, since other blocks that it rests on cannot be read. `report` is the
    whole report, `written` the text with its marks as they are written.
    """

    drawn: Drawn
    field: str
    text: str
    passage: str
    groups: tuple[ParticipantGroup, ...]
    expansions: Mapping[str, str]
    rules: WordingRules
    doubts: Set[str] = frozenset()
    report: Report | None = None
    written: str = ""
    acronyms: Mapping[str, str] = default(default_factory=dict)

    @property
    def owner(self) -> str:
        """Its name in messages: `short of "ben.states"`."""
        return f'{self.field} of "{self.drawn.id}"'

    @property
    def place(self) -> Place:
        """Where it is written."""
        return self.drawn.place_of(self.field)

    @property
    def passages(self) -> tuple[str, ...]:
        """The words of the report that it rests on, one text for each anchor, as they are printed."""
        return tuple(extract.text for extract in self.drawn.resting_on(self.field))


@dataclass(frozen=True, slots=True)
class AbsenceToCheck:
    """A block that says what the report does not have, by `searches`. `text` is all its wording, which is `plain`."""

    drawn: Drawn
    searches: tuple[Search, ...]
    text: str
    report: Report
    language: str

    @property
    def place(self) -> Place:
        """Where its wording is written."""
        return self.drawn.place_of("short")


@dataclass(frozen=True, slots=True)
class BlockToCheck:
    """A block, the blocks around it, and the rules of wording."""

    drawn: Drawn
    library: Library
    rules: WordingRules


@dataclass(frozen=True, slots=True)
class RemarksToCheck:
    """A block, of which only the remarks to clearing officers are looked at, and the rules of wording."""

    drawn: Drawn
    rules: WordingRules


@dataclass(frozen=True, slots=True)
class OwnWordsToCheck:
    """An editor's own words, and what supports them: `passages` of the report and wording that rests on it, `plain`,
    and `counts`; `brief` is what the whole brief says. `expansions` are what the report's acronyms stand for; `allowed`
    are words that a person has allowed. `each` is what each block says, with a line for each passage.
    """

    words: OwnWords
    passages: tuple[str, ...]
    counts: tuple[int, ...]
    expansions: Mapping[str, str]
    report_title: str
    rules: WordingRules
    allowed: tuple[str, ...] = ()
    brief: str = ""
    each: tuple[str, ...] = ()

    @property
    def owner(self) -> str:
        """Their name in messages: `the heading`."""
        return self.words.owner

    @property
    def place(self) -> Place:
        """Where they are written."""
        return self.words.place

    @property
    def text(self) -> str:
        """The words, `plain`, without tags of HTML, which another check finds."""
        return plain(_TAG.sub("", self.words.text))

    @property
    def whose(self) -> str:
        """What they are held against, for messages."""
        return "what is printed there" if self.words.scope == "blocks" else "the report"

    def allows(self, phrase: str) -> bool:
        """Whether a person has allowed `phrase`, or words here that it is part of."""
        text = self.text.lower() if self.allowed else ""
        allowed = (plain(one).lower() for one in self.allowed)
        return any(phrase.lower() in one and one in text for one in allowed)


@dataclass(frozen=True, slots=True)
class AudienceToCheck:
    """An audience, given one of its templates, the blocks that it may be given, and the names of all audiences."""

    template: Template
    library: Library
    audiences: Set[str]

    @property
    def name(self) -> str:
        """The name of the audience."""
        return self.template.front.audience


@dataclass(frozen=True, slots=True)
class DeclarationsToCheck:
    """What blocks and `report.yaml` declare so that checks let it pass; `place` is the file, and `places` those of its
    equivalents, by the word of the report. What `memory` knows is not looked for again."""

    library: Library
    rules: WordingRules
    place: Place
    places: Mapping[str, Place]
    memory: Memory = FORGETFUL


@dataclass(frozen=True, slots=True)
class CharactersToCheck:
    """The characters of a brief that none of its fonts has (`missing`), and where they may have been written.

    `furniture_place` gives the place of a character in the files behind the furniture of all briefs, if it is in one.
    """

    missing: tuple[str, ...]
    document: Document
    template: Template
    library: Library
    furniture_place: Callable[[str], Place | None]


@dataclass(frozen=True, slots=True)
class FigureToCheck:
    """A figure of a brief, and on each sheet that it is printed on how high it is and how much room a page has for it.

    Both are in points.
    """

    figure: Figure
    extents: Mapping[Sheet, tuple[float, float]]
    template: Template
    library: Library

    @property
    def place(self) -> Place:
        """Where its block is written, or else the call that prints it."""
        unit = self.figure.unit or Unit("", "")
        for block in unit.blocks:
            if drawn := self.library.blocks.get(block):
                return drawn.place
        return self.template.place(unit.line) if unit.line else self.template.place_of("audience")

    @property
    def owner(self) -> str:
        """What messages call it: `the picture "fig.calendar"`."""
        blocks = self.figure.unit.blocks if self.figure.unit else ()
        return f'the picture "{blocks[0]}"' if blocks else "a picture"


def _nowhere(words: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class BriefToCheck:
    """A brief after fitting, and what it was made from.

    `left_out` are the blocks that its template asks for but that it has no room for. `is_fitted` is false if it is over
    its budget even without everything that may be left out. `absent` are blocks that the template prints but that are
    wrong themselves: what the brief lacks because of them is not its mistake. `furniture_place` gives the place of
    words in the files behind the furniture of all briefs, if they are there. `is_draft` says that a draft was ordered;
    the document is that of the cleared edition in any case.
    """

    document: Document
    template: Template
    library: Library
    rules: WordingRules
    left_out: Set[str] = frozenset()
    is_fitted: bool = True
    absent: Set[str] = frozenset()
    furniture_place: Callable[[str], Place | None] = _nowhere
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class PagesToCheck:
    """A brief as it is laid out, and what it was made from.

    `overflows` is what does not lie within its pages; `printed` is the text of the finished PDF, empty without one.
    """

    document: Document
    template: Template
    library: Library
    overflows: tuple[Overflow, ...]
    printed: str = ""


@dataclass(frozen=True, slots=True)
class FilesToCheck:
    """A brief, what it was made from, and its finished `files` as they were read back.

    `reference` is what the reference document for Word says itself, empty without one; `machine` are names of this
    machine that no file should have, such as the path of the project.
    """

    document: Document
    template: Template
    library: Library
    rules: WordingRules
    files: tuple[FinishedFile, ...]
    house: House
    reference: FinishedFile | None = None
    machine: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordingSupport:
    """What all wording of a report is checked by: the rules, what acronyms stand for, and those of each name."""

    rules: WordingRules
    expansions: Mapping[str, str]
    acronyms: Mapping[str, str]


def support_of(library: Library, rules: WordingRules) -> WordingSupport:
    """What the blocks of `library` give for all wording."""
    return WordingSupport(rules, acronym_expansions(library), acronyms_by_name(library))


def edited_wording(library: Library, rules: WordingRules, unproved: bool = False) -> Iterator[WordingToCheck]:
    """All printable wording that was written by hand in the blocks of `library`, and in the sentence on what briefs
    summarize. Wording whose anchors match nothing has no passage; it is left out, unless `unproved`. So are conflicts:
    they record where the report disagrees with itself, and are not printed.
    """
    support = support_of(library, rules)
    for drawn in (*library.blocks.values(), *library.partial.values(), *filter(None, (library.about,))):
        yield from wording_of(drawn, library, support, unproved)


def wording_of(
    drawn: Drawn, library: Library, support: WordingSupport, unproved: bool = False
) -> Iterator[WordingToCheck]:
    """The edited wording of one block, as `edited_wording` gives it for all; of `library`, only the report, what is not
    known, and the groups that the block counts are looked at."""
    if isinstance(drawn.block, Conflict):
        return
    groups = groups_of(drawn.block, library)
    lacks_groups = isinstance(drawn.block, Statement) and not library.unreadable.isdisjoint(drawn.block.counts)
    doubts = library.doubts | drawn.doubts | (DOUBTS_OF_BLOCKS["counts"] if lacks_groups else frozenset())
    for name, text in _edited_fields(drawn.block):
        if text != STAND_IN and ((extracts := drawn.resting_on(name)) or unproved):
            passage = "\n".join(plain(extract.text) for extract in extracts)
            yield WordingToCheck(
                drawn,
                name,
                plain(text),
                passage,
                groups,
                support.expansions,
                support.rules,
                doubts,
                library.report,
                clean(text),
                support.acronyms,
            )


def absences(library: Library, rules: WordingRules) -> Iterator[AbsenceToCheck]:
    """All blocks that say what the report does not have, unless there is no report."""
    for drawn in (*library.blocks.values(), *library.partial.values()):
        yield from absence_of(drawn, library.report, rules)


def absence_of(drawn: Drawn, report: Report, rules: WordingRules) -> Iterator[AbsenceToCheck]:
    """The block, if it says what the report does not have, and there is a report."""
    if report.children and isinstance(drawn.block, BlockBase) and drawn.block.absent:
        text = " ".join(plain(text) for _, text in _edited_fields(drawn.block) if text != STAND_IN)
        yield AbsenceToCheck(drawn, drawn.block.absent, text, report, rules.language)


def _edited_fields(block: BlockBase) -> Iterator[tuple[str, str]]:
    """The fields of `block` that hold edited wording, each with its text."""
    if block.lead is not None and not isinstance(block, Answer):
        yield "lead", block.lead
    for name in type(block).model_fields:
        match getattr(block, name):
            case Form(text=text):
                yield name, text
            case Passage(short=Form(text=text)):
                yield f"{name}.short", text
            case _:
                pass
