"""Writing what `briefs build` writes, when the page asks for it."""

from __future__ import annotations

from dataclasses import replace

from briefs import pipeline
from briefs.model.diagnostics import DocumentError
from briefs.model.formats import FORMATS
from briefs.model.mending_order import in_mending_order
from briefs.preview.answers.editor_links import Links
from briefs.preview.answers.present_state import problem_of
from briefs.preview.shown.state_views import Written


def write_build(order: pipeline.Order, links: Links, progress: pipeline.Progress) -> Written:
    """Build the briefs of the `order` of a preview into its folder of builds, in all formats, as drafts.

    If there are errors, nothing is written. Raises BriefsError and UnknownName.
    """
    try:
        built = pipeline.build(replace(order, formats=FORMATS, output=order.remembered_from), progress)
    except DocumentError as error:
        return Written((), tuple(problem_of(one, links) for one in in_mending_order(error.diagnostics)))
    root = order.project.root.absolute()
    written = tuple(str(path.absolute().relative_to(root)) for path in built.written)
    return Written(written, tuple(problem_of(one, links) for one in in_mending_order(built.warnings)))
