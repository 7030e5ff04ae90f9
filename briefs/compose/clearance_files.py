"""Reading `clearances.yaml`, in which a house keeps what its offices have cleared."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from briefs.files.fields import diagnostics_of
from briefs.files.yaml import Lines, load_yaml
from briefs.model.clearance_record import Clearances
from briefs.model.diagnostics import Checked, DocumentError, relative

NAME = "clearances.yaml"


def read_clearances(folder: Path, project: Path) -> Checked[tuple[Clearances, Lines]]:
    """The records in `folder`, and their lines; none if there is no such file, or if it has mistakes.

    Codes: those of YAML and of fields. Raises BriefsError when the file cannot be opened.
    """
    path = folder / NAME
    nothing = (Clearances(clearances=()), Lines({(): 1}, ""))
    if not path.exists():
        return Checked(nothing)
    shown = relative(path, project)
    try:
        value, lines = load_yaml(path, shown)
    except DocumentError as error:
        return Checked(nothing, error.diagnostics)
    try:
        return Checked((Clearances.model_validate(value), lines))
    except ValidationError as error:
        return Checked(nothing, tuple(diagnostics_of(error, lines, shown, Clearances)))
