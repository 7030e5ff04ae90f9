"""Candidates for blocks of one report: what rules find in it, with ids and anchors, in files beside the blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefs.candidates.candidate import Candidate, with_anchors
from briefs.candidates.covered import Covered, DrawnPassage
from briefs.candidates.finders import FINDERS, kinds_without_words
from briefs.candidates.found import FoundPassage, Material
from briefs.candidates.gathering import LABELS, Gathered, gathered
from briefs.candidates.merging_files import Proposed, merged, most_certain
from briefs.candidates.placed_leaves import placed_leaves
from briefs.candidates.printable_passage import printable_short
from briefs.check.scales.said_strength import said_strength
from briefs.intake.language_guessing import language_of
from briefs.model.block_fields import Anchor
from briefs.model.diagnostics import Diagnostic, DocumentError
from briefs.model.library import Library
from briefs.model.report import Report
from briefs.model.unknown_name import UnknownName
from briefs.model.wording_rules import WordingRules
from briefs.pipeline.candidate_folder import CandidateFolder, read_candidates
from briefs.pipeline.inputs import draw_blocks
from briefs.pipeline.order import Project
from briefs.pipeline.sources import ReportSource, read_sources
from briefs.text.anchors import AnchorIndex
from briefs.text.new_anchors import anchor_for
from briefs.text.placed_texts import is_in_scope

MOST = 3_000
"""So many candidates are proposed in one run: nobody reads more, and each costs time."""
_SAMPLE = 20_000
"""As many letters of a report show its language."""
_SURE = 0.7
_AS_SAID = ("quote", "acronym")
"""Kinds whose words are printed as the report has them, or not at all."""


@dataclass(frozen=True, slots=True)
class DrawnCandidates:
    """What drawing candidates did: the `folder` as it was, what is proposed now, the files that were `written`, and the
    kinds that were not looked for, since there are no words for them in the `language` of the report.

    `left_out` are so many less certain ones, since there are too many for one run.
    `problems` are errors in the description of the report: with them, it may not be read as it was meant.
    """

    folder: CandidateFolder
    proposed: Proposed
    language: str
    without_words: tuple[str, ...]
    written: tuple[str, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    left_out: int = 0


def draw_candidates(
    project: Project, kinds: Sequence[str] = (), at: str | None = None, write: bool = True
) -> DrawnCandidates:
    """Find candidates of these `kinds`, or of all, in the whole report or `at` the place with this address or label.

    With `write`, they are written into their files, beside what people have changed there. Raises DocumentError if the
    report or a file of candidates cannot be read; UnknownName for a kind or a place that there is not; BriefsError.
    """
    if unknown := [kind for kind in kinds if kind not in FINDERS]:
        raise UnknownName("kind", unknown, list(FINDERS))
    read = read_sources(project)
    source = read.value.report
    if source is None:
        raise DocumentError(read.problems)
    folder = read_candidates(project.root, read.value.seed)
    library = draw_blocks(read.value).value
    language = language_of_report(source.report, source.rules.language)
    found: Sequence[Gathered] = _found(source, library, language, frozenset(kinds or FINDERS), at)
    found, left_out = most_certain(found, folder.files, folder.known, MOST)
    maker = _Maker(source, language)
    looked_through = None if at is not None else frozenset(kinds or FINDERS)
    proposed = merged(found, folder.files, folder.known, frozenset(library.ids), maker.make, looked_through)
    written = folder.write(proposed.files, proposed.known) if write else ()
    missing = tuple(kind for kind in kinds_without_words(language) if not kinds or kind in kinds)
    hints = source.file.path
    wrong = tuple(one for one in read.problems if one.place.path == hints and one.severity == "error")
    return DrawnCandidates(folder, proposed, language, missing, written, wrong, left_out)


def language_of_report(report: Report, usual: str) -> str:
    """The language that a report is in, by its words and by what its file declares; `usual` if nothing tells."""
    sample, letters = [], 0
    for leaf in report.leaves():
        sample.append(leaf.text)
        letters += len(leaf.text)
        if letters > _SAMPLE:
            break
    found, certainty = language_of("\n".join(sample))
    declared = next((tag for tag in (report.language, usual) if found and _primary(tag) == found), "")
    if declared:
        return declared
    return found if certainty >= _SURE else report.language or usual


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()


def _found(
    source: ReportSource, library: Library, language: str, kinds: frozenset[str], at: str | None
) -> list[Gathered]:
    """What is found, but for what blocks are drawn from already. Raises UnknownName for a place that there is not."""
    report = source.report
    leaves = placed_leaves(report)
    if at is not None and not any(is_in_scope(placed.leaf, at) for placed in leaves):
        raise UnknownName("place", [at], list(dict.fromkeys(one.label for one in report.sections())))
    texts = {placed.leaf.address: placed.text for placed in leaves}
    covered = Covered(_drawn_passages(library))
    every = gathered(Material(report, language), None)
    return [
        one
        for one in every
        if one.found.kind in kinds
        and (at is None or is_in_scope(one.found.passage.leaf, at))
        and not covered.has(one.found, texts)
    ]


def _drawn_passages(library: Library) -> Iterator[DrawnPassage]:
    """The passages that blocks have as their anchors."""
    for drawn in library.blocks.values():
        block = drawn.block
        label = getattr(block, LABELS[block.kind]) if block.kind in LABELS else ""
        for extract in drawn.extracts.get("anchor", ()):
            yield DrawnPassage(block.kind, label, extract.address, extract.start, extract.end)


class _Maker:
    """Makes candidates of what was found in a report."""

    def __init__(self, source: ReportSource, language: str) -> None:
        self._report, self._language = source.report, language
        self._index = AnchorIndex(source.report)
        self._rules: WordingRules = source.rules
        self._notes = source.report.note_numbers()

    def make(self, gathered_one: Gathered, name: str) -> Candidate | None:
        """The candidate with this id; None if no anchor names its passage."""
        found = gathered_one.found
        anchor = self._anchor(found.passage)
        if anchor is None:
            return None
        leaf = found.passage.leaf
        return Candidate(
            id=name,
            found=found,
            anchor=anchor,
            fields=with_anchors(found.fields, self._anchor),
            also=gathered_one.also,
            strength=said_strength(found.passage.words, self._rules),
            short="" if found.kind in _AS_SAID else printable_short(found.passage, self._language, self._notes),
            label=leaf.label,
            page=self._report.page_of(leaf.lines),
        )

    def _anchor(self, passage: FoundPassage) -> Anchor | None:
        return anchor_for(passage.words, passage.leaf.address, self._index)
