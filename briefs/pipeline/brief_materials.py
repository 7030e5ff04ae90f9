"""What a brief is made from, to be compared: a brief whose materials are the same is the same brief.

Blocks are not among these materials: those that a brief looks up are recorded as it is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import relative
from briefs.model.library import Drawn
from briefs.model.same_object import Same
from briefs.pipeline.brief_job import Job
from briefs.pipeline.inputs import Inputs


def brief_name(job: Job) -> tuple[str, BriefKey]:
    """What tells a brief from all others: its report and its key."""
    return job.inputs.name, job.template.front.key


def recorded_in(job: Job, blocks: Mapping[str, Drawn]) -> Job:
    """`job` with the same blocks in another mapping, which sees what is looked up."""
    library = replace(job.inputs.library, blocks=blocks)
    composer = replace(job.inputs.composer, library=library)
    return replace(job, inputs=replace(job.inputs, library=library, composer=composer))


def materials_of_brief(job: Job) -> tuple[object, ...]:
    """Everything but blocks that decides what a brief prints, and on which pages.

    Of block templates, those count whose names are in the template; of the house and the report, all that they say.
    Whether a file has other bytes matters only for the template: a brief shows lines of it.
    """
    inputs, template, layout = job.inputs, job.template, job.layout
    library, composer = inputs.library, inputs.composer
    key = template.front.key
    about = None if library.about is None else (library.about.block, library.about.extracts)
    looks = tuple((name, Same(one)) for name, one in composer.compiled.items() if name in template.body)
    return (
        (template, inputs.hashes.get(template.path)),
        (job.edition, job.cleared),
        (None if layout is None else replace(layout, accents={key: layout.accent(key)}), fonts_of(inputs)),
        (repr(inputs.house), repr(composer.house)),
        (inputs.hints.citation, composer.report_title, Same(library.report), about),
        looks,
    )


def materials_of_findings(job: Job) -> tuple[object, ...]:
    """Everything that decides what checks find in a brief, and where."""
    inputs = job.inputs
    composer = inputs.composer
    return (
        (job.template, inputs.hashes.get(job.template.path), job.edition, job.cleared, job.formats, job.doubts),
        (job.layout, fonts_of(inputs)),
        (inputs.layered_house, repr(inputs.house), Same(inputs.hints), Same(inputs.rules)),
        (inputs.found, inputs.lacks, inputs.audiences, inputs.library.parts),
        tuple(map(Same, composer.compiled.values())),
        tuple(map(Same, composer.block_templates.values())),
        composer.unreadable,
    )


def fonts_of(inputs: Inputs) -> tuple[tuple[str, str], ...]:
    """The fonts of the project, with the hashes of their files."""
    folder = relative(inputs.project.templates / "layout" / "fonts", inputs.project.root)
    return tuple((path, digest) for path, digest in inputs.hashes.items() if path.startswith(f"{folder}/"))
