"""Drawing blocks from the report: every anchor resolved, every block checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from dataclasses import replace
from functools import partial as partial_of
from pathlib import Path
from typing import TypeAlias, cast

from briefs.blocks.about import WrittenAbout, draw_about
from briefs.blocks.anchored_fields import field_lines, resolve_fields, unresolved
from briefs.blocks.block_files import BlockFiles, WrittenBlock, read_block_files
from briefs.blocks.claims import check_counts, check_passages, check_strength
from briefs.blocks.dating import check_date
from briefs.blocks.drawing_context import DrawingContext
from briefs.blocks.references import check_audiences, check_figure, check_references
from briefs.blocks.withheld_passages import check_copies, check_names_table
from briefs.files.yaml import Lines
from briefs.model.block import Block
from briefs.model.diagnostics import Checked, Diagnostic, Fault
from briefs.model.doubts import DOUBTS_OF_BLOCKS, DOUBTS_OF_KINDS, certain, doubtful
from briefs.model.library import Drawn, Library
from briefs.model.memory import FORGETFUL, Memory, in_order
from briefs.model.report import Report
from briefs.model.same_object import Same
from briefs.model.wording_rules import WordingRules
from briefs.text.anchors import AnchorIndex

BlockRule: TypeAlias = Callable[[WrittenBlock, Drawn, DrawingContext], Iterator[Diagnostic]]
"""Finds what is wrong with one block, given as written, as drawn, and in the context of all others."""

NO_REPORT = Report("", "", "", 0, ())
"""Stands for a report that cannot be read: what blocks say to each other is checked all the same."""
BLOCK_RULES: tuple[BlockRule, ...] = (
    check_passages,
    check_references,
    check_audiences,
    check_strength,
    check_counts,
    check_figure,
    check_date,
    check_names_table,
    check_copies,
)
"""What every block must keep to, checked once all blocks are drawn. Wording is checked later, by `briefs/check/`."""


def draw(
    report: Report | None,
    folder: Path,
    project: Path,
    rules: WordingRules,
    audiences: Set[str],
    about: WrittenAbout | None = None,
    memory: Memory = FORGETFUL,
) -> Checked[Library]:
    """The blocks written in `folder/*.yaml`, drawn from `report`, with everything that is wrong with them.

    Without a `report`, no block has extracts. `rules` hold the report's table of levels, `audiences` are the names of
    the templates' audiences; `about` is the sentence that `report.yaml` has on what briefs summarize. A field with a
    wrong anchor is in the Library without extracts, and nothing is compared with them. Problems are in the order of
    files and lines. Codes: `id-duplicate`, and those of `read_block_files`, of anchors and of `BLOCK_RULES`.
    """
    files = read_block_files(folder, project, memory)
    read = (files.problems, *(map(Same, (*files.value.written, *files.value.partial))))
    made_from = (read, files.value.unreadable, report, Same(rules), frozenset(audiences), Same(about))
    made = partial_of(_draw, files, report, folder, rules, audiences, about, memory)
    return memory.recall(("library", folder), made_from, made)


def _draw(
    files: Checked[BlockFiles],
    report: Report | None,
    folder: Path,
    rules: WordingRules,
    audiences: Set[str],
    about: WrittenAbout | None,
    memory: Memory,
) -> Checked[Library]:
    """The blocks that were read from `files`, drawn as `draw` says."""
    problems = list(files.problems)
    index = None if report is None else memory.recall(("anchors", folder), report, partial_of(AnchorIndex, report))
    by_id: dict[str, WrittenBlock] = {}
    drawn: dict[str, Drawn] = {}
    for written in files.value.written:
        block = written.block
        checked = _drawn_before(written, index, memory)
        problems += checked.problems
        if block.id in by_id:
            message = f'the id "{block.id}" is used twice, first in {by_id[block.id].place}'
            fault = Fault("id-duplicate", message, "give the block another id")
            problems.append(fault.at(written.place_of("id")).about(block.id))
            continue
        by_id[block.id] = written
        drawn[block.id] = checked.value
    partial: dict[str, Drawn] = {}
    context = DrawingContext(report or NO_REPORT, by_id, files.value.unreadable, rules, audiences)
    for written in files.value.partial:
        checked = _drawn_before(written, index, memory)
        doubts = doubtful(DOUBTS_OF_BLOCKS, written.lacks)
        partial[written.block.id] = replace(checked.value, doubts=doubts)
        problems += certain((*checked.problems, *_broken_rules(written, checked.value, context)), doubts)
    for block_id, one in drawn.items():
        problems += _broken_rules(by_id[block_id], one, context)
    sentence = None if about is None or index is None else draw_about(about, index)
    if sentence is not None:
        problems += sentence.problems
    doubts_of_all = doubtful(DOUBTS_OF_KINDS, files.value.lacks)
    said = None if sentence is None else sentence.value
    library = Library(report or NO_REPORT, drawn, files.value.unreadable, said, partial, doubts_of_all)
    return Checked(library, tuple(sorted(problems, key=lambda problem: problem.place)))


def draw_again(
    written: WrittenBlock, library: Library, index: AnchorIndex, rules: WordingRules, audiences: Set[str]
) -> Checked[Drawn]:
    """One block that was written anew, drawn as if it stood in `library`; `index` is that of the library's report, and
    the others are as in `draw`. Everything that is wrong with it, but for what was wrong with how it is written."""
    others = {
        one.id: WrittenBlock(cast("Block", one.block), one.place, Lines({(): one.place.line}), 0)
        for one in library.blocks.values()
    }
    context = DrawingContext(
        library.report, {**others, written.block.id: written}, library.unreadable, rules, audiences
    )
    checked = _drawn(written, index)
    drawn = replace(checked.value, doubts=doubtful(DOUBTS_OF_BLOCKS, written.lacks))
    found = certain((*checked.problems, *_broken_rules(written, drawn, context)), drawn.doubts)
    return Checked(drawn, tuple(found))


def _drawn_before(written: WrittenBlock, index: AnchorIndex | None, memory: Memory) -> Checked[Drawn]:
    """A block as `_drawn` gives it; if nothing about it has changed, what it gave before."""
    name = ("drawn", written.place.path, written.block.id, bool(written.lacks))
    checked = memory.recall(name, (Same(written), Same(index)), lambda: _drawn(written, index))
    # What it says is the same object as before also if it stands on other lines now: see `says_the_same`.
    block = memory.same(("block", *name), checked.value.block, in_order)
    extracts = memory.same(("extracts", *name), checked.value.extracts, in_order)
    if block is not checked.value.block or extracts is not checked.value.extracts:
        checked = Checked(replace(checked.value, block=block, extracts=extracts), checked.problems)
    return memory.same(name, checked, _is_same_drawn)


def _is_same_drawn(one: Checked[Drawn], other: Checked[Drawn]) -> bool:
    """Whether two blocks are equal and say the same, to the order of their audiences."""
    mine, others = one.value, other.value
    return mine.block is others.block and mine.extracts is others.extracts and one == other


def _drawn(written: WrittenBlock, index: AnchorIndex | None) -> Checked[Drawn]:
    """A block with its extracts, and what is wrong with its anchors; without an `index`, it has no extracts."""
    block = written.block
    extracts = Checked(unresolved(block)) if index is None else resolve_fields(written, index)
    drawn = Drawn(block, written.place, extracts.value, dict(field_lines(written)))
    return Checked(drawn, tuple(problem.about(block.id) for problem in extracts.problems))


def _broken_rules(written: WrittenBlock, drawn: Drawn, context: DrawingContext) -> Iterator[Diagnostic]:
    """What is wrong with a block by the rules for all blocks."""
    for rule in BLOCK_RULES:
        for problem in rule(written, drawn, context):
            yield problem.about(drawn.id)
