"""What briefs of one report are made from: its library of blocks, its templates, the house, and what composes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefs.blocks.block_files import read_block_files
from briefs.blocks.drawing import draw
from briefs.compose.composing import Composer, composer
from briefs.model.diagnostics import Checked
from briefs.model.edition import House, Template
from briefs.model.library import Library
from briefs.model.report import Report
from briefs.model.wording_rules import WordingRules
from briefs.pipeline.order import Project
from briefs.pipeline.sources import Sources
from briefs.render.layout import Layout, read_layout
from briefs.report.hints import ReportHints


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that the briefs of one report, whose folder is `seed`, are made from.

    `audiences` are those too whose templates cannot be read. `hashes` are those of all files, by path in the project,
    as they were before any was read.
    """

    project: Project
    seed: Path
    report: Report
    hints: ReportHints
    rules: WordingRules
    library: Library
    templates: Mapping[str, Template]
    audiences: frozenset[str]
    house: House
    composer: Composer
    hashes: Mapping[str, str]

    @property
    def name(self) -> str:
        """The name of the report: that of its folder."""
        return self.seed.name


def draw_blocks(sources: Sources) -> Checked[Library | None]:
    """Stage 2 for one report. Without the report, no library; its files of blocks are still looked at for mistakes."""
    folder, root, source = sources.seed / "blocks", sources.project.root, sources.report
    if source is None:
        return Checked(None, read_block_files(folder, root).problems)
    return draw(source.report, folder, root, source.rules, sources.audiences)


def prepare_composer(sources: Sources, library: Library | None) -> Checked[Composer | None]:
    """The part of stage 3 that all briefs of a report have in common; None if something that it needs is missing."""
    if sources.report is None or sources.house is None or library is None:
        return Checked(None)
    hints = sources.report.hints
    source_line = hints.source_line or hints.citation
    return composer(library, sources.block_templates, sources.house, hints.title, source_line)


def inputs_from(sources: Sources, library: Library | None, composer: Composer | None) -> Inputs | None:
    """All of it together; None if anything is missing."""
    source = sources.report
    if source is None or sources.house is None or library is None or composer is None:
        return None
    return Inputs(
        project=sources.project,
        seed=sources.seed,
        report=source.report,
        hints=source.hints,
        rules=source.rules,
        library=library,
        templates=sources.templates,
        audiences=sources.audiences,
        house=sources.house,
        composer=composer,
        hashes=sources.hashes,
    )


def layout_of(inputs: Inputs) -> Layout:
    """The look of all briefs, with the accents of this report's templates. Raises as `read_layout` does."""
    accents = {name: template.front.accent for name, template in inputs.templates.items()}
    return read_layout(inputs.project.templates / "layout", inputs.project.root, accents)
