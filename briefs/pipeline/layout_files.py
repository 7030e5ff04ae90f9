"""The look of all briefs, as the files in `templates/layout/` give it."""

from __future__ import annotations

from pathlib import Path

from briefs.files.yaml import undecodable
from briefs.model.diagnostics import BriefsError, DocumentError, relative
from briefs.pipeline.inputs import Inputs
from briefs.render.figures.look import read_figure_look
from briefs.render.layout import Layout


def read_layout(inputs: Inputs) -> Layout:
    """The look of all briefs, from `templates/layout/`.

    Raises BriefsError when a part of it is missing, and DocumentError for a style sheet that is not UTF-8 or gives
    figures a property or a value that they cannot have.
    """
    folder = inputs.project.templates / "layout"
    try:
        layout = Layout(
            print_css=_style_sheet(folder / "print.css", inputs.project.root),
            screen_css=_style_sheet(folder / "screen.css", inputs.project.root),
            fonts=folder / "fonts",
            accents={name: template.front.accent for name, template in inputs.templates.items()},
        )
    except OSError as error:
        raise BriefsError(
            f"cannot read {error.filename}: {error.strerror}", "templates/layout/ holds the look"
        ) from error
    path = relative(folder / "print.css", inputs.project.root)
    if problems := read_figure_look(layout.print_css, path).problems:
        raise DocumentError(problems)
    return layout


def _style_sheet(path: Path, project: Path) -> str:
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentError([undecodable(error, content, relative(path, project), "file-encoding")]) from error
