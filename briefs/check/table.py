"""The table of checks, and the functions that run them. To add a check, write a module and a row here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeAlias, TypeVar

from briefs.check.absences import check_absences
from briefs.check.affiliations import check_affiliations_in_brief, check_affiliations_in_wording
from briefs.check.affirmed_absences import check_affirmed_absences
from briefs.check.agreement import check_agreement
from briefs.check.attribution import check_attribution
from briefs.check.block_labels import check_own_months, check_titles
from briefs.check.block_strengths import check_block_strength
from briefs.check.certainty import check_certainty
from briefs.check.changed_actors import check_changed_actors
from briefs.check.clearing_remarks import check_clearing_remarks
from briefs.check.contents import check_contents
from briefs.check.coverage import check_coverage
from briefs.check.date_tense import check_date_tense
from briefs.check.declarations import check_declarations
from briefs.check.dropped_conditions import check_dropped_conditions
from briefs.check.exchanged_numbers import check_exchanged_numbers
from briefs.check.excluded_copies import check_excluded_copies
from briefs.check.figure_heights import check_figure_height
from briefs.check.forbidden_names import check_names_in_brief, check_names_in_wording
from briefs.check.group_sizes import check_group_sizes
from briefs.check.hedging import check_hedges
from briefs.check.kept_findings import KeptFindings
from briefs.check.kinds_of_act import check_acts
from briefs.check.leaks import check_leaks
from briefs.check.leaning_headings import check_leaning_headings
from briefs.check.lone_speakers import check_lone_speakers
from briefs.check.missing_glyphs import check_missing_glyphs
from briefs.check.negations import check_negations
from briefs.check.one_sided import check_one_sided
from briefs.check.own_facts import check_own_dates, check_own_names, check_own_numbers, check_own_statements
from briefs.check.own_holders import check_own_holders
from briefs.check.own_literals import check_own_literals
from briefs.check.own_polarity import check_own_polarity
from briefs.check.own_quotations import check_own_quotations
from briefs.check.own_strength import check_own_strength
from briefs.check.own_vocabulary import check_own_vocabulary
from briefs.check.participants_words import check_participants_words
from briefs.check.printed_pages import check_page_areas, check_words_read_back
from briefs.check.quantifiers import check_quantifiers
from briefs.check.quoted_speakers import check_quoted_speakers
from briefs.check.relative_dates import check_relative_dates, check_relative_dates_in_brief
from briefs.check.repetitions import check_repetitions
from briefs.check.required_kinds import check_required_kinds
from briefs.check.right_to_left_labels import check_right_to_left
from briefs.check.row_counts import check_row_counts
from briefs.check.sense_doubts import check_sense_doubts
from briefs.check.sentence_length import check_sentence_length
from briefs.check.short_names import check_short_names
from briefs.check.spelling_variants import check_spelling
from briefs.check.subjects import (
    AbsenceToCheck,
    AudienceToCheck,
    BlockToCheck,
    BriefToCheck,
    CharactersToCheck,
    DeclarationsToCheck,
    FigureToCheck,
    FilesToCheck,
    OwnWordsToCheck,
    PagesToCheck,
    RemarksToCheck,
    WordingToCheck,
)
from briefs.check.text_direction import check_text_direction
from briefs.check.title_length import check_title_length
from briefs.check.turned_quotations import check_turned_quotations
from briefs.check.turned_sense import check_turned_sense
from briefs.check.unexpanded_acronyms import check_acronyms
from briefs.check.unmentioned_audiences import check_mentioned
from briefs.check.untraced_dates import check_dates
from briefs.check.untraced_names import check_names
from briefs.check.untraced_numbers import check_numbers
from briefs.check.untraced_words import check_words
from briefs.check.verbatim_quotations import check_quotations
from briefs.check.wording_length import check_wording_length, is_compared
from briefs.model.diagnostics import Diagnostic

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Check(Generic[S]):
    """A row of the table: the name of a check, the codes that it can report, and its function.

    The function takes what the check looks at and yields a diagnostic for everything that it finds wrong. If it
    `compares` wording with its passage, it is not run where an anchor is wrong, or the wording is much too long.
    """

    name: str
    codes: tuple[str, ...]
    find: Callable[[S], Iterator[Diagnostic]]
    compares: bool = False

    def problems(self, subject: S) -> Iterator[Diagnostic]:
        """What the check finds wrong with `subject`. A code that its row does not declare is a bug in this program."""
        for problem in self.find(subject):
            assert problem.code in self.codes, f'the check "{self.name}" does not declare {problem.code}'
            yield problem


WORDING_CHECKS: tuple[Check[WordingToCheck], ...] = (
    Check("length of edited wording", ("short-too-long", "anchor-too-long"), check_wording_length),
    Check("numbers", ("number-untraced",), check_numbers, compares=True),
    Check("numbers exchanged", ("number-exchanged",), check_exchanged_numbers, compares=True),
    Check("dates", ("date-untraced",), check_dates, compares=True),
    Check("names", ("name-untraced",), check_names, compares=True),
    Check("quotations", ("quote-not-verbatim", "quote-unpaired"), check_quotations, compares=True),
    Check("quotations that are turned", ("quote-turned",), check_turned_quotations, compares=True),
    Check("speakers of quotations", ("quote-misattributed",), check_quoted_speakers, compares=True),
    Check("content words", ("word-untraced", "word-doubtful"), check_words, compares=True),
    Check("negations", ("negation-lost", "negation-added"), check_negations, compares=True),
    Check("sense turned round", ("sense-turned",), check_turned_sense, compares=True),
    Check("actors and words exchanged", ("actor-changed", "words-exchanged"), check_changed_actors, compares=True),
    Check("absences that are affirmed", ("absence-unsaid",), check_affirmed_absences, compares=True),
    Check("conditions", ("condition-dropped",), check_dropped_conditions, compares=True),
    Check("doubts about the sense", ("sense-doubtful",), check_sense_doubts, compares=True),
    Check("one alone who speaks", ("sense-doubtful",), check_lone_speakers, compares=True),
    Check("both sides of a contradiction", ("sense-doubtful",), check_one_sided, compares=True),
    Check("quantifiers and other strong words", ("strength-upgraded",), check_quantifiers, compares=True),
    Check("strengths of blocks", ("strength-upgraded",), check_block_strength, compares=True),
    Check("how firmly it is said", ("certainty-raised",), check_certainty, compares=True),
    Check("hedges", ("hedge-dropped",), check_hedges, compares=True),
    Check("who said it", ("attribution-dropped",), check_attribution, compares=True),
    Check("kinds of act", ("act-raised",), check_acts, compares=True),
    Check("relative dates", ("relative-date",), check_relative_dates),
    Check("names that must not be printed, in wording", ("name-printed",), check_names_in_wording),
    Check("affiliations, in wording", ("affiliation-printed",), check_affiliations_in_wording),
)
"""Checks of edited wording, run as soon as blocks are drawn."""

ABSENCE_CHECKS: tuple[Check[AbsenceToCheck], ...] = (
    Check(
        "what the report does not say",
        ("absence-contradicted", "absence-unsaid", "scope-unknown"),
        check_absences,
    ),
)
"""Checks of what blocks say is not in the report."""

BLOCK_CHECKS: tuple[Check[BlockToCheck], ...] = (
    Check("words of participants", ("quote-misattributed",), check_participants_words),
    Check("titles of principles", ("quote-not-verbatim",), check_titles),
)
"""Checks of blocks that are in order, run as soon as they are drawn."""

REMARK_CHECKS: tuple[Check[RemarksToCheck], ...] = (
    Check("remarks for clearing officers", ("name-printed", "affiliation-printed"), check_clearing_remarks),
)
"""Checks of what blocks tell clearing officers."""

OWN_VOCABULARY: Check[OwnWordsToCheck] = Check("words of their own", ("own-word-untraced",), check_own_vocabulary)
"""The one check of own words that looks at everything that the brief says."""

OWN_WORDS_CHECKS: tuple[Check[OwnWordsToCheck], ...] = (
    Check("numbers in own words", ("number-untraced",), check_own_numbers),
    Check("names in own words", ("name-untraced", "name-printed"), check_own_names),
    Check("statements in letters", ("untraced-prose",), check_own_statements),
    Check("strong words in own words", ("strength-upgraded",), check_own_strength),
    Check("whose views, in own words", ("actor-changed",), check_own_holders),
    Check("what is denied, in own words", ("sense-doubtful",), check_own_polarity),
    Check("quotations in own words", ("quote-not-verbatim", "quote-unpaired"), check_own_quotations),
    Check("relative dates in own words", ("relative-date",), check_own_dates),
    Check("months and inferred dates in own words", ("date-untraced",), check_own_months),
    Check("words of block templates", ("affiliation-printed", "date-untraced", "name-untraced"), check_own_literals),
    Check("affiliations, in own words", ("affiliation-printed",), check_affiliations_in_wording),
    OWN_VOCABULARY,
)
"""Checks of an editor's own words, in templates, labels and the house, run before anything is composed."""

DECLARATION_CHECKS: tuple[Check[DeclarationsToCheck], ...] = (
    Check("declarations", ("says-more-unclear", "declaration-unneeded"), check_declarations),
)
"""Checks of what people declared, run once all wording is checked."""

AUDIENCE_CHECKS: tuple[Check[AudienceToCheck], ...] = (
    Check("audiences that no block names", ("audience-unmentioned",), check_mentioned),
)
"""Checks of an audience, run before anything is composed."""

CHARACTER_CHECKS: tuple[Check[CharactersToCheck], ...] = (
    Check("missing glyphs", ("glyph-missing",), check_missing_glyphs),
)
"""Checks that a brief must pass before it can be laid out."""

FIGURE_CHECKS: tuple[Check[FigureToCheck], ...] = (
    Check("letters of figures", ("figure-right-to-left",), check_right_to_left),
    Check("heights of figures", ("figure-too-high",), check_figure_height),
)
"""What must be right in each figure before a brief can be laid out."""

BRIEF_CHECKS: tuple[Check[BriefToCheck], ...] = (
    Check("coverage", ("must-missing", "pair-broken"), check_coverage),
    Check("length of sentences", ("sentence-too-long",), check_sentence_length),
    Check("names that must not be printed, in a brief", ("name-printed",), check_names_in_brief),
    Check("affiliations, in a brief", ("affiliation-printed",), check_affiliations_in_brief),
    Check("relative dates, in a brief", ("relative-date",), check_relative_dates_in_brief),
    Check("copies of excluded blocks", ("excluded-copied",), check_excluded_copies),
    Check("sizes of groups", ("group-too-small",), check_group_sizes),
    Check("spelling", ("spelled-twice",), check_spelling),
    Check("acronyms", ("acronym-unexpanded",), check_acronyms),
    Check("short names", ("short-name-first",), check_short_names),
    Check("tense of dates", ("date-passed",), check_date_tense),
    Check("counts of rows", ("caption-count",), check_row_counts),
    Check("repetitions", ("said-twice",), check_repetitions),
    Check("headings", ("heading-leans",), check_leaning_headings),
    Check("direction of the text", ("brief-right-to-left",), check_text_direction),
    Check("length of the title", ("title-long",), check_title_length),
    Check("required kinds of block", ("contents-missing",), check_required_kinds),
    Check("contents", ("section-empty",), check_contents),
)
"""Checks of a brief, run once it is fitted."""

PAGE_CHECKS: tuple[Check[PagesToCheck], ...] = (
    Check("areas of pages", ("off-page",), check_page_areas),
    Check("words of the PDF", ("words-lost",), check_words_read_back),
)
"""Checks of a brief that is laid out, before anything is written."""

FILE_CHECKS: tuple[Check[FilesToCheck], ...] = (
    Check("agreement of formats", ("renditions-differ",), check_agreement),
    Check("texts that must not leave the house", ("text-leaked",), check_leaks),
)
"""Checks of finished files, which are read back before anything is written."""

AnyCheck: TypeAlias = (
    Check[WordingToCheck]
    | Check[BlockToCheck]
    | Check[RemarksToCheck]
    | Check[OwnWordsToCheck]
    | Check[AbsenceToCheck]
    | Check[DeclarationsToCheck]
    | Check[AudienceToCheck]
    | Check[CharactersToCheck]
    | Check[FigureToCheck]
    | Check[BriefToCheck]
    | Check[PagesToCheck]
    | Check[FilesToCheck]
)

CHECKS: tuple[AnyCheck, ...] = (
    *WORDING_CHECKS,
    *BLOCK_CHECKS,
    *REMARK_CHECKS,
    *OWN_WORDS_CHECKS,
    *ABSENCE_CHECKS,
    *DECLARATION_CHECKS,
    *AUDIENCE_CHECKS,
    *CHARACTER_CHECKS,
    *FIGURE_CHECKS,
    *BRIEF_CHECKS,
    *PAGE_CHECKS,
    *FILE_CHECKS,
)
"""All checks, in the order in which they run."""


def check_remarks(remarks: RemarksToCheck, kept: KeptFindings) -> list[Diagnostic]:
    """Everything that a block tells clearing officers and must not; `kept` as for blocks."""
    found = (problem for check in REMARK_CHECKS for problem in check.problems(remarks))
    return kept.of(remarks, remarks.drawn.place, lambda: found)


def check_wording(wording: WordingToCheck) -> list[Diagnostic]:
    """Everything in one piece of edited wording that goes beyond the report."""
    comparing = wording.passage and is_compared(wording)
    checks = (check for check in WORDING_CHECKS if comparing or not check.compares)
    return [problem for check in checks for problem in check.problems(wording)]


def check_absence(absence: AbsenceToCheck) -> list[Diagnostic]:
    """Everything in the report that a block says is not in it."""
    return [problem for check in ABSENCE_CHECKS for problem in check.problems(absence)]


def check_own_words(subject: OwnWordsToCheck, kept: KeptFindings | None = None) -> list[Diagnostic]:
    """Everything in an editor's own words that goes beyond what is printed there; `kept` as for blocks."""
    kept = KeptFindings() if kept is None else kept
    alone = replace(subject, brief="")  # what any block of the brief says changes often, and most checks do not look
    others = (problem for check in OWN_WORDS_CHECKS if check is not OWN_VOCABULARY for problem in check.problems(alone))
    found = kept.of(alone, subject.place, lambda: others)
    if not subject.brief:
        return [*found, *OWN_VOCABULARY.problems(subject)]
    return [*found, *kept.of(subject, subject.place, lambda: OWN_VOCABULARY.problems(subject), OWN_VOCABULARY.name)]


def check_declared(declared: DeclarationsToCheck) -> list[Diagnostic]:
    """What is wrong with declarations, or not needed any more."""
    return [problem for check in DECLARATION_CHECKS for problem in check.problems(declared)]


def check_audience(audience: AudienceToCheck) -> list[Diagnostic]:
    """Everything that is wrong with what blocks say of an audience."""
    return [problem for check in AUDIENCE_CHECKS for problem in check.problems(audience)]


def check_characters(characters: CharactersToCheck) -> list[Diagnostic]:
    """Everything that keeps a brief from being laid out."""
    return [problem for check in CHARACTER_CHECKS for problem in check.problems(characters)]


def check_pages(pages: PagesToCheck) -> list[Diagnostic]:
    """Everything that a brief would lose on paper."""
    return [problem for check in PAGE_CHECKS for problem in check.problems(pages)]


def check_files(files: FilesToCheck) -> list[Diagnostic]:
    """Everything that is wrong with finished files."""
    return [problem for check in FILE_CHECKS for problem in check.problems(files)]


def check_figure(figure: FigureToCheck) -> list[Diagnostic]:
    """Everything that keeps a figure from being printed on a page."""
    return [problem for check in FIGURE_CHECKS for problem in check.problems(figure)]


def check_brief(brief: BriefToCheck) -> list[Diagnostic]:
    """Everything wrong with a fitted brief, in whichever format it will be rendered, check by check."""
    return [problem for check in BRIEF_CHECKS for problem in check.problems(brief)]
