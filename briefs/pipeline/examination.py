"""Stages 1 to 3 for one report: what its briefs are made from, and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from briefs.check.kept_findings import KeptFindings, Unkept
from briefs.compose.composing import Composer
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError, Place
from briefs.model.doubts import OF_OUTLINE, certain
from briefs.model.edition import Template
from briefs.model.library import Library
from briefs.model.memory import FORGETFUL, Memory
from briefs.model.present_step import doing
from briefs.model.severities import with_severities
from briefs.pipeline.checks import check_first, check_inputs
from briefs.pipeline.ignored_files import ignored_files
from briefs.pipeline.inputs import Inputs, draw_blocks, inputs_from, prepare_composer, with_filled_templates
from briefs.pipeline.kept_checks import kept_findings
from briefs.pipeline.kept_memory import kept_memory
from briefs.pipeline.order import Project
from briefs.pipeline.report_drift import Drift, drift_of, with_drift
from briefs.pipeline.reports import reports_to_build
from briefs.pipeline.shared_checks import find_together
from briefs.pipeline.sources import Sources, read_sources
from briefs.text.forgotten_texts import forget_texts

_MANY = 2_000
"""What was read in the wording of so many blocks takes more memory than it saves time later."""


def chosen_reports(project: Project) -> Checked[list[Project]]:
    """The project once for each report to be built, and what is wrong with it as a whole. Raises BriefsError."""
    chosen = reports_to_build(project)
    return Checked(chosen.value, (*chosen.problems, *ignored_files(project)))


def prepare(project: Project) -> Checked[Inputs]:
    """What the briefs of one report are made from. Raises DocumentError, with all mistakes, if any of it is missing."""
    examined = examine(project)
    if not examined.value.is_complete:
        raise DocumentError(examined.problems)
    return examined


def examine(project: Project, memory: Memory = FORGETFUL, in_parallel: bool = False) -> Checked[Inputs]:
    """What the briefs of one report are made from, or what stands in for it, and all mistakes in it.

    What `memory` knows to be the same as before is not made again.
    """
    return checked_materials(gather(project, memory), memory, in_parallel)


def examine_again(project: Project, uses_cache: bool = True, in_parallel: bool = False) -> Checked[Inputs]:
    """What `examine` gives, going on with what the last command knew of the report if that `uses_cache`."""
    if not uses_cache:
        return examine(project, in_parallel=in_parallel)
    with kept_memory(project) as memory:
        return examine(project, memory, in_parallel)


@dataclass(frozen=True, slots=True)
class Materials:
    """What the briefs of one report are made from, as it was `read`, `drawn` and put together as `inputs`, before its
    wording is checked."""

    read: Checked[Sources]
    drawn: Checked[Library]
    composer: Checked[Composer]
    inputs: Inputs

    @property
    def name(self) -> str:
        """The name of the report."""
        return self.inputs.name


def gather(project: Project, memory: Memory = FORGETFUL) -> Materials:
    """Stages 1 to 3 for one report, without checks. Raises BriefsError."""
    name = project.seed().name
    doing(f"{name}: reading the report and its templates")
    read = read_sources(project, memory)  # 1. read
    doing(f"{name}: drawing blocks")
    drawn = draw_blocks(read.value, memory)  # 2. draw
    doing(f"{name}: reading block templates")
    composer = prepare_composer(read.value, drawn.value, memory)  # 3. compose: what all briefs have in common
    sources = with_filled_templates(read.value, composer.value, memory)
    return Materials(read, drawn, composer, inputs_from(sources, drawn.value, composer.value))


def first_mistakes(materials: Materials, template: Template, memory: Memory) -> tuple[Diagnostic, ...]:
    """What most often is wrong with the brief of this template after an edit: a part of what is found if everything is
    checked, in a tenth of the time, if `memory` knows of the edition before it."""
    read, library, composer = materials.read, materials.drawn.value, materials.composer.value
    found = check_first(read.value, library, composer, template, memory)
    wrong = with_severities(found, read.value.house.house.severity)
    return (*materials.drawn.problems, *materials.composer.problems, *certain(wrong, materials.inputs.lacks.doubts))


def checked_materials(materials: Materials, memory: Memory = FORGETFUL, in_parallel: bool = False) -> Checked[Inputs]:
    """What the briefs of one report are made from, and all mistakes in it. Two processes share what takes long if it is
    `in_parallel`."""
    read, drawn, composer, inputs = materials.read, materials.drawn, materials.composer, materials.inputs
    sources = replace(read.value, templates=inputs.templates)
    doing(f"{materials.name}: checking wording")
    with _kept(read.value, memory) as kept:
        if in_parallel and not memory.is_continued:
            find_together(sources, drawn.value, composer.value, kept)
        checked = check_inputs(sources, drawn.value, composer.value, not drawn.has_errors, kept, memory)
        wrong = with_severities(checked, read.value.house.house.severity)  # 6. check: what can be already
    if len(drawn.value.blocks) > _MANY:
        forget_texts()
    has_outline = all(problem.code != "hint-not-found" for problem in read.problems)
    doubts = inputs.lacks.doubts | (frozenset() if has_outline else OF_OUTLINE)
    drift = _drift(read, drawn.value, memory)
    drifted = with_severities(drift.problems, read.value.house.house.severity)
    problems = (*read.problems, *certain((*drawn.problems, *drifted, *composer.problems, *wrong), doubts))
    problems = with_drift(problems, drift.value)
    errors = tuple(problem for problem in problems if problem.severity == "error")
    return Checked(replace(inputs, found=errors, drift=drift.value), problems)


@contextmanager
def _kept(sources: Sources, memory: Memory) -> Iterator[KeptFindings]:
    """What was found in the wording of the report before, in the user's cache; nothing if `memory` knows better."""
    if memory.is_first(("findings", sources.seed)):
        with kept_findings(sources.seed, sources.project, memory.is_continued) as kept:
            yield kept
    else:
        yield Unkept()


def _drift(read: Checked[Sources], library: Library, memory: Memory) -> Checked[Drift]:
    """What has become of the passages of a report since it was accepted; nothing if it cannot be read."""
    sources = read.value
    if sources.report is None:
        return Checked(Drift(sources.seed.name, Place("")))
    is_known = any(problem.code == "report-changed" for problem in read.problems)
    return drift_of(sources.seed, sources.project.root, library, is_known, memory)
