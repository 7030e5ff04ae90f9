"""Drawing blocks from the report: every anchor resolved, every block checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from pathlib import Path
from typing import TypeAlias

from briefs.blocks.about import WrittenAbout, draw_about
from briefs.blocks.anchored_fields import field_lines, resolve_fields
from briefs.blocks.block_files import WrittenBlock, read_block_files
from briefs.blocks.claims import check_counts, check_passages, check_strength
from briefs.blocks.drawing_context import DrawingContext
from briefs.blocks.references import check_audiences, check_figure, check_references
from briefs.model.diagnostics import Checked, Diagnostic, Fault
from briefs.model.library import Drawn, Library
from briefs.model.report import Report
from briefs.model.wording_rules import WordingRules
from briefs.text.anchors import AnchorIndex

BlockRule: TypeAlias = Callable[[WrittenBlock, Drawn, DrawingContext], Iterator[Diagnostic]]
"""Finds what is wrong with one block, given as written, as drawn, and in the context of all others."""

BLOCK_RULES: tuple[BlockRule, ...] = (
    check_passages,
    check_references,
    check_audiences,
    check_strength,
    check_counts,
    check_figure,
)
"""What every block must keep to, checked once all blocks are drawn. Wording is checked later, by `briefs/check/`."""


def draw(
    report: Report,
    folder: Path,
    project: Path,
    rules: WordingRules,
    audiences: Set[str],
    about: WrittenAbout | None = None,
) -> Checked[Library]:
    """The blocks written in `folder/*.yaml`, drawn from `report`, with everything that is wrong with them.

    `rules` hold the report's table of levels, `audiences` are the names of the templates' audiences; `about` is the
    sentence that `report.yaml` has on what briefs summarize. A field with a wrong anchor is in the Library without
    extracts, and nothing is compared with them. Problems are in the order of files and lines. Codes: `id-duplicate`,
    and those of `read_block_files`, of anchors and of `BLOCK_RULES`.
    """
    files = read_block_files(folder, project)
    problems = list(files.problems)
    index = AnchorIndex(report)
    by_id: dict[str, WrittenBlock] = {}
    drawn: dict[str, Drawn] = {}
    for written in files.value.written:
        block = written.block
        if block.id in by_id:
            message = f'the id "{block.id}" is used twice, first in {by_id[block.id].place}'
            fault = Fault("id-duplicate", message, "give the block another id")
            problems.append(fault.at(written.place_of("id")).about(block.id))
            continue
        extracts = resolve_fields(written, index)
        problems += [problem.about(block.id) for problem in extracts.problems]
        by_id[block.id] = written
        drawn[block.id] = Drawn(block, written.place, extracts.value, dict(field_lines(written)))
    context = DrawingContext(report, by_id, files.value.unreadable, rules, audiences)
    for block_id, one in drawn.items():
        for rule in BLOCK_RULES:
            problems += [problem.about(block_id) for problem in rule(by_id[block_id], one, context)]
    sentence = None if about is None else draw_about(about, index)
    if sentence is not None:
        problems += sentence.problems
    library = Library(report, drawn, files.value.unreadable, None if sentence is None else sentence.value)
    return Checked(library, tuple(sorted(problems, key=lambda problem: problem.place)))
