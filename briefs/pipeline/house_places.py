"""Where the fields of `templates/house.yaml` are written."""

from __future__ import annotations

from briefs.files.yaml import load_yaml
from briefs.model.diagnostics import Place, relative
from briefs.pipeline.order import Project


def house_place(project: Project, *field: str) -> Place:
    """The place of a field of the house, e.g. `house_place(project, "version", "cleared")`, or of the one around it.

    Raises DocumentError if the file can no longer be read.
    """
    path = project.templates / "house.yaml"
    shown = relative(path, project.root)
    return Place(shown, load_yaml(path, shown)[1].line(field))
