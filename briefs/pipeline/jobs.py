"""The briefs that an order asks for, each with all that building it needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefs.fit.selection import Selection
from briefs.model.brief import Format
from briefs.model.diagnostics import Checked
from briefs.model.edition import Edition, Template
from briefs.pipeline.inputs import Inputs, layout_of
from briefs.pipeline.last_build import remembered_selections
from briefs.pipeline.order import Order, UnknownAudience
from briefs.render.layout import Layout
from briefs.render.reference.reference_files import read_references


@dataclass(frozen=True, slots=True)
class Job:
    """One brief to be built: the `edition` that is asked for, and the `cleared` one, which is always the one fitted.

    `name` is used in progress messages. `layout` has the sheet that is asked for; `reference` is the look of Word
    files, if they are asked for; `remembered` is what an earlier build left out. A job that does not `render` only
    finds out what is wrong with the brief.
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
    renders: bool = True


def check_audiences(order: Order, reports: Sequence[Inputs]) -> None:
    """Raise UnknownAudience if `order` names audiences that none of `reports` has a template for."""
    known = {name for inputs in reports for name in inputs.audiences}
    if unknown := [name for name in order.audiences if name not in known]:
        raise UnknownAudience(unknown, sorted(known))


def plan(order: Order, inputs: Inputs, is_only: bool) -> Checked[list[Job]]:
    """The briefs of one report that `order` asks for, in order, and what is wrong with their looks.

    `is_only`: whether no other report is built, so that the audience is name enough. Raises BriefsError and
    DocumentError for a layout that cannot be read.
    """
    templates = [inputs.templates[name] for name in order.audiences or inputs.templates if name in inputs.templates]
    references: Checked[Mapping[str, bytes]] = Checked({})
    if "docx" in order.formats:
        layout_folder = inputs.project.templates / "layout"
        references = read_references(templates, layout_folder, inputs.project.root, inputs.house.language)
    layout = replace(layout_of(inputs), sheet=order.sheet)
    remembered = remembered_selections(inputs, order)
    jobs = [
        Job(
            name=audience if is_only else f"{inputs.name}, {audience}",
            inputs=inputs,
            template=template,
            edition=order.edition(inputs.house),
            cleared=order.edition(inputs.house, "cleared"),
            layout=layout,
            formats=order.formats,
            reference=references.value.get(audience, b""),
            remembered=remembered.get(audience),
        )
        for audience, template in ((template.front.audience, template) for template in templates)
    ]
    return Checked(jobs, references.problems)
