"""The checks of all blocks of a report: of their wording, of what they say is absent, and of themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from briefs.check.clearing_remarks import has_remarks
from briefs.check.kept_findings import KeptFindings
from briefs.check.subjects import BlockToCheck, RemarksToCheck, WordingSupport, absence_of, support_of, wording_of
from briefs.check.table import BLOCK_CHECKS, check_absence, check_remarks, check_wording
from briefs.model.diagnostics import Diagnostic
from briefs.model.library import Drawn, Library
from briefs.model.memory import FORGETFUL, Memory, in_order
from briefs.model.present_step import in_portions
from briefs.model.same_object import Same
from briefs.model.wording_rules import WordingRules

_PORTION = 250
"""So many blocks are a step of their own."""


def check_blocks(
    library: Library,
    rules: WordingRules,
    kept: KeptFindings | None = None,
    memory: Memory = FORGETFUL,
    part: tuple[int, int] = (0, 1),
) -> list[Diagnostic]:
    """Everything in blocks and their edited wording that goes beyond the report, block by block.

    What was found before is taken from `kept`, and added to it, if it is given. What `memory` knows of a block counts
    as long as nothing has changed that its checks look at. `part` is which of how many equal parts of the blocks are
    checked: neighbours, which rest on the same passages.
    """
    kept = KeptFindings() if kept is None else kept
    support = memory.same(("support", library.report.path), support_of(library, rules), in_order)
    everything = (Same(library.report), library.unreadable, library.doubts, Same(support))

    def found_in(kind: str, drawn: Drawn) -> _OfBlock:
        def find(blocks: Mapping[str, Drawn]) -> _OfBlock:
            return _check_block(drawn, replace(library, blocks=blocks), support, kept, kind == "block")

        name = ("checked", kind, drawn.place.path, drawn.id)
        return memory.recall_traced(name, (drawn, everything), library.blocks, find)

    tasks = [("block", drawn) for drawn in library.blocks.values()]
    tasks += [("partial", drawn) for drawn in library.partial.values()]
    tasks += [("about", drawn) for drawn in filter(None, (library.about,))]
    chosen, (number, of) = _in_order_of_report(tasks), part
    chosen = chosen[len(chosen) * number // of : len(chosen) * (number + 1) // of]
    found = {at: found_in(*tasks[at]) for at in in_portions(chosen, _PORTION)}
    blocks = [found[at] for at, (kind, _) in enumerate(tasks) if at in found and kind == "block"]
    every = [found[at] for at, (kind, _) in enumerate(tasks) if at in found and kind != "about"]
    about = [found[at] for at, (kind, _) in enumerate(tasks) if at in found and kind == "about"]
    return [
        *(problem for one in (*every, *about) for problem in one.in_wording),
        *(problem for one in every for problem in one.in_absences),
        *(problem for one in blocks for problem in one.in_block),
    ]


def _in_order_of_report(tasks: Sequence[tuple[str, Drawn]]) -> list[int]:
    """The numbers of blocks in the order in which the report says what they rest on: so what was read of a passage is
    still known when the next block needs it, however long the report is."""
    return sorted(range(len(tasks)), key=lambda at: min((one.lines for one in tasks[at][1].all_extracts()), default=()))


@dataclass(frozen=True, slots=True)
class _OfBlock:
    """What is wrong with a block: in its edited wording, in what it says is absent, and in itself."""

    in_wording: tuple[Diagnostic, ...]
    in_absences: tuple[Diagnostic, ...]
    in_block: tuple[Diagnostic, ...]


def _check_block(
    drawn: Drawn, library: Library, support: WordingSupport, kept: KeptFindings, is_whole: bool
) -> _OfBlock:
    """What is wrong with one block; one that is not whole is only checked in what it says."""
    rules = support.rules
    in_wording = (
        problem.about(drawn.id)
        for wording in wording_of(drawn, library, support, unproved=True)
        for problem in kept.of(wording, drawn.place, partial(check_wording, wording))
        if problem.code not in wording.doubts
    )
    in_absences = (
        problem.about(drawn.id)
        for absence in absence_of(drawn, library.report, rules)
        for problem in kept.of(absence, drawn.place, partial(check_absence, absence))
    )
    in_block: list[Diagnostic] = []
    if is_whole:
        in_block += (one for check in BLOCK_CHECKS for one in check.problems(BlockToCheck(drawn, library, rules)))
        if has_remarks(drawn):
            in_block += check_remarks(RemarksToCheck(drawn, rules), kept)
    return _OfBlock(tuple(in_wording), tuple(in_absences), tuple(one.about(drawn.id) for one in in_block))
