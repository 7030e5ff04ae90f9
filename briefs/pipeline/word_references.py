"""The reference document in whose look the Word file of one brief is written, when nothing else of it is built."""

from __future__ import annotations

from briefs.model.diagnostics import DocumentError
from briefs.model.edition import House, Template
from briefs.pipeline.order import Project
from briefs.render.reference.reference_files import read_references


def word_reference(project: Project, template: Template, house: House) -> bytes:
    """The reference document of the brief that `template` makes.

    Raises DocumentError for what is wrong with it, and BriefsError as `read_references` does.
    """
    folder = project.templates / "layout"
    read = read_references([template], folder, project.root, house.language, letterhead=house.letterhead)
    if read.has_errors:
        raise DocumentError(read.problems)
    return read.value[template.front.key]
