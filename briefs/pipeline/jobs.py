"""Planning the briefs that an order asks for: their look, and what each was cut to before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefs.model.brief_key import BriefKey, chosen_keys
from briefs.model.diagnostics import Checked
from briefs.model.doubts import OF_LAYOUT, OF_ROOM, certain
from briefs.model.output_codes import LOGOS
from briefs.pipeline.brief_job import Job
from briefs.pipeline.clearance_status import check_clearance
from briefs.pipeline.inputs import Inputs, checked_layout, without_logo
from briefs.pipeline.last_build import remembered_selections
from briefs.pipeline.order import Order
from briefs.pipeline.settled_words import check_settled
from briefs.pipeline.version_status import check_version
from briefs.render.fonts.font_check import check_fonts
from briefs.signoff.signed_lock import has_lock


def plan(order: Order, inputs: Inputs, is_only: bool) -> Checked[list[Job]]:
    """The briefs of one report that `order` asks for, in order, and the mistakes in their looks.

    If the report `is_only`, that is, no other one is built, audience and product are enough to name a job. Raises
    BriefsError for a layout that cannot be opened.
    """
    fonts = inputs.project.templates / "layout" / "fonts"
    wrong = check_fonts(fonts, inputs.project.root, inputs.house.embed_fonts and set(order.formats) != {"pdf"})
    has_fonts = not {"font-missing", "font-damaged", "font-configuration"} & {problem.code for problem in wrong}
    templates = [inputs.templates[key] for key in chosen_keys(inputs.templates, order.audiences, order.products)]
    references: Checked[Mapping[BriefKey, bytes]] = Checked({})
    if "docx" in order.formats and has_fonts:
        from briefs.render.reference.reference_files import read_references  # python-docx is only loaded for Word files

        layout_folder = inputs.project.templates / "layout"
        house = inputs.house
        references = read_references(
            templates, layout_folder, inputs.project.root, house.language, letterhead=house.letterhead
        )
    clearance = check_clearance(order, inputs, [template.front.key for template in templates])
    look = checked_layout(inputs, has_fonts)
    layout = None if look.value is None else replace(look.value, sheet=order.sheet)
    remembered = remembered_selections(inputs, order)
    has_logo = look.value is None or look.value.logo is not None or inputs.house.logo is None
    used = inputs if has_logo else without_logo(inputs)
    doubts = {code for problem in look.problems for code in (OF_ROOM if problem.code in LOGOS else OF_LAYOUT)}
    jobs = [
        Job(
            name=str(key) if is_only else f"{inputs.name}, {key}",
            inputs=used,
            template=template,
            edition=order.edition(inputs.house),
            cleared=order.edition(inputs.house, "cleared"),
            layout=layout,
            formats=order.formats,
            reference=references.value.get(key, b""),
            remembered=remembered.get(key),
            doubts=frozenset(doubts) if look.has_errors else frozenset(),
            clearances=clearance.value.get(key, ()),
            uses_cache=order.uses_cache,
        )
        for key, template in ((template.front.key, template) for template in templates)
    ]
    wrong += certain(look.problems, inputs.lacks.doubts)
    wrong += certain(check_version(order, inputs.layered_house), inputs.lacks.doubts)
    wrong += certain(check_settled(order, inputs.layered_house), inputs.lacks.doubts)
    wrong += certain(clearance.problems, inputs.lacks.doubts)
    if order.status == "cleared" and has_lock(inputs.project.templates):
        from briefs.pipeline.signing_off import unsigned_changes  # only loaded for houses that sign words off

        wrong += unsigned_changes(order, [inputs]).problems
    return Checked(jobs, (*references.problems, *wrong))
