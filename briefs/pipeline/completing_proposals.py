"""Proposals made complete: where each wording is written, what it rests on, what would be written, what checks find."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefs.model.diagnostics import Diagnostic
from briefs.model.document import FormRef
from briefs.model.drafted_block import DraftedBlock
from briefs.model.proposal import Proposal, ProposalKind, Variant
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.order import Progress, silent
from briefs.pipeline.placed_units import UnitPlaces
from briefs.pipeline.placed_wordings import EMPTY, WordingPlaces
from briefs.pipeline.present_brief import present_brief
from briefs.pipeline.proposal_checks import ProposedChange, check_changes
from briefs.pipeline.proposal_sources import ProposalSources
from briefs.pipeline.renamed_sections import renamed, renamed_sections
from briefs.pipeline.returned_editions import ReturnedEdition
from briefs.pipeline.written_wordings import WrittenWordings
from briefs.review.obstacles import OWN_WORDS, TOO_LONG, is_too_long

_WHOLE = frozenset({"short", "verbatim", "ask"})
"""The fields that are all that a block says where it is printed."""
_NEVER_WRITTEN: frozenset[ProposalKind] = frozenset({"split", "merge", "tag", "format", "comment", "answer"})


@dataclass(frozen=True, slots=True)
class CompleteProposals:
    """The proposals, what the checks find only if several are accepted, and how often the checks were run."""

    proposals: tuple[Proposal, ...]
    together: tuple[Diagnostic, ...] = ()
    runs: int = 0


def complete(
    inputs: Inputs,
    edition: ReturnedEdition,
    proposals: Iterable[Proposal],
    output: Path | None = None,
    accepted: Mapping[str, str] | None = None,
    progress: Progress = silent,
) -> CompleteProposals:
    """`proposals` for `edition`, complete.

    The last build in `output` says what briefs print. `accepted` says by form which proposal changed it since. Nothing
    in the project changes. Raises BriefsError and UnknownName; DocumentError if the project cannot be examined.
    """
    present = present_brief(inputs, edition.about.key, edition.about.status)
    wordings = WrittenWordings(inputs, present.template)
    sections = renamed_sections(edition.sent, present.paragraphs.values())
    sent = {renamed(one.key, sections): one for one in edition.sent}
    changed = {renamed(key, sections): by for key, by in (accepted or {}).items()}
    words = WordingPlaces(present, wordings, sent, changed)
    units, sources = UnitPlaces(present, wordings), ProposalSources(inputs, present)
    placed = []
    for one in proposals:
        now = [renamed(name, sections) for name in (one.key, one.unit, one.moved_after)]
        done = sources.sourced(_placed(replace(one, key=now[0], unit=now[1], moved_after=now[2]), words, units))
        placed.append(replace(done, key=one.key, unit=one.unit, moved_after=one.moved_after))
    changes = list(_changes(placed, sources.drafted))
    checked = check_changes(inputs.project, output, changes, progress)
    finished: list[Proposal] = []
    key = 0
    for proposal in placed:
        variants: list[Variant] = []
        for variant in proposal.variants:
            found = checked.by_change.get(key, ())
            variants.append(replace(variant, findings=(*variant.findings, *found)))
            key += 1
        finished.append(replace(proposal, variants=tuple(variants)))
    return CompleteProposals(tuple(finished), checked.together, checked.runs)


def _placed(proposal: Proposal, words: WordingPlaces, units: UnitPlaces) -> Proposal:
    if proposal.kind in ("reword", "new") and any(is_too_long(variant.text) for variant in proposal.variants):
        place = words.place_of(proposal) if proposal.kind == "reword" else None
        return replace(proposal, place=place, obstacle=TOO_LONG.obstacle, offer=TOO_LONG.offer)
    if proposal.kind == "reword":
        return _with_left_out(_reworded(proposal, words, units), units)
    if proposal.kind in ("delete", "move") and proposal.unit:
        return units.placed(proposal)
    if proposal.kind == "delete":
        return words.placed(proposal)
    return replace(proposal, place=words.place_of(proposal)) if proposal.kind in _NEVER_WRITTEN else proposal


def _with_left_out(proposal: Proposal, units: UnitPlaces) -> Proposal:
    """`proposal`, which rewords something, with what leaves its unit out, if some reviewers want that instead."""
    if not proposal.unit or not any(variant.leaves_out for variant in proposal.variants):
        return proposal
    variants = tuple(
        units.placed(replace(proposal, kind="delete", variants=(one,), obstacle="", offer="")).variants[0]
        if one.leaves_out
        else one
        for one in proposal.variants
    )
    if not any(variant.writes for variant in variants):
        return proposal
    offer = f"{proposal.obstacle} {proposal.offer}".strip()
    return replace(proposal, variants=variants, obstacle="", offer=offer)


def _reworded(proposal: Proposal, words: WordingPlaces, units: UnitPlaces) -> Proposal:
    """A proposal for a wording; who deletes all that a block says in a unit proposes to take the block out of it."""
    form = FormRef.parse(proposal.form)
    emptied = [not (variant.text.strip() or variant.leaves_out) for variant in proposal.variants]
    if not any(emptied) or form.field not in _WHOLE:
        return words.placed(proposal)
    writes = tuple(units.without(proposal.unit, form.block))
    others = tuple(variant for variant, is_empty in zip(proposal.variants, emptied, strict=True) if not is_empty)
    placed = words.placed(replace(proposal, variants=others) if others and writes else proposal)
    if not writes or placed.obstacle not in ("", OWN_WORDS, EMPTY):
        return replace(placed, variants=proposal.variants) if placed.obstacle else placed
    rest = iter(placed.variants)
    variants = tuple(
        replace(variant, writes=writes) if is_empty else next(rest)
        for variant, is_empty in zip(proposal.variants, emptied, strict=True)
    )
    return replace(placed, variants=variants, obstacle="", offer="")


def _changes(proposals: Sequence[Proposal], drafted: Mapping[str, DraftedBlock]) -> Iterable[ProposedChange]:
    """What there is to check, numbered in the order of all variants of all proposals."""
    key = 0
    for proposal in proposals:
        for number, variant in enumerate(proposal.variants):
            block = drafted.get(proposal.id) if number == 0 else None
            if variant.writes or block is not None:
                yield ProposedChange(key, variant.writes, block)
            key += 1
