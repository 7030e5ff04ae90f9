"""The look of all briefs, as the files in `templates/layout/` give it."""

from __future__ import annotations

from pathlib import Path

from briefs.files.encoding import decode
from briefs.model.diagnostics import BriefsError, relative
from briefs.pipeline.inputs import Inputs
from briefs.render.layout import Layout


def read_layout(inputs: Inputs) -> Layout:
    """The look of all briefs, from `templates/layout/`.

    Raises BriefsError when a part of it is missing, and DocumentError for a style sheet that is not UTF-8.
    """
    folder = inputs.project.templates / "layout"
    try:
        return Layout(
            print_css=_style_sheet(folder / "print.css", inputs.project.root),
            screen_css=_style_sheet(folder / "screen.css", inputs.project.root),
            fonts=folder / "fonts",
            accents={name: template.front.accent for name, template in inputs.templates.items()},
        )
    except OSError as error:
        raise BriefsError(
            f"cannot read {error.filename}: {error.strerror}", "templates/layout/ holds the look"
        ) from error


def _style_sheet(path: Path, project: Path) -> str:
    return decode(path.read_bytes(), relative(path, project))
