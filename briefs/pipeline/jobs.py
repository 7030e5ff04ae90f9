"""The briefs that an order asks for, each with everything needed to build it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefs.fit.selection import Selection
from briefs.model.brief import Format
from briefs.model.edition import Edition, Template
from briefs.pipeline.inputs import Inputs, layout_of
from briefs.pipeline.last_build import remembered_selections
from briefs.pipeline.order import Order, UnknownAudience
from briefs.pipeline.several_reports import Findings
from briefs.render.layout import Layout
from briefs.render.reference.reference_files import read_references


@dataclass(frozen=True, slots=True)
class Job:
    """One brief to be built: the `edition` that was ordered, and the `cleared` one, which is always the one fitted.

    `name` is for progress messages. `layout` has the sheet that was ordered; `reference` is the look of Word files, if
    they were ordered; `remembered` is the selection of an earlier build. A job that does not `render` only finds
    mistakes.
    """

    name: str
    inputs: Inputs
    template: Template
    edition: Edition
    cleared: Edition
    layout: Layout
    formats: tuple[Format, ...]
    reference: bytes
    remembered: Selection | None
    renders: bool


def check_audiences(order: Order, reports: Sequence[Inputs]) -> None:
    """Raise UnknownAudience if `order` names audiences for which none of `reports` has a template."""
    known = {name for inputs in reports for name in inputs.audiences}
    if unknown := [name for name in order.audiences if name not in known]:
        raise UnknownAudience(unknown, sorted(known))


def plan(order: Order, reports: Sequence[Inputs], found: Findings) -> list[Job]:
    """The briefs of `reports` that `order` asks for, in order; mistakes in their looks are added to `found`.

    Once there are errors, the jobs only look for more mistakes and render nothing. Raises BriefsError or DocumentError
    for a layout that cannot be read.
    """
    jobs: list[Job] = []
    for inputs in reports:
        templates = [inputs.templates[name] for name in order.audiences or inputs.templates if name in inputs.templates]
        references: Mapping[str, bytes] = {}
        if "docx" in order.formats:
            layout_folder = inputs.project.templates / "layout"
            checked = read_references(templates, layout_folder, inputs.project.root, inputs.house.language)
            references = found.value(inputs.name, checked)
        layout = replace(layout_of(inputs), sheet=order.sheet)
        remembered = remembered_selections(inputs, order)
        for template in templates:
            audience = template.front.audience
            job = Job(
                name=audience if len(reports) == 1 else f"{inputs.name}, {audience}",
                inputs=inputs,
                template=template,
                edition=order.edition(inputs.house),
                cleared=order.edition(inputs.house, "cleared"),
                layout=layout,
                formats=order.formats,
                reference=references.get(audience, b""),
                remembered=remembered.get(audience),
                renders=True,
            )
            jobs.append(job)
    return [replace(job, renders=False) for job in jobs] if found.has_errors() else jobs
