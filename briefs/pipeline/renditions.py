"""Stage 5: a Document in every format, in the look of the project."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from briefs.check.missing_glyphs import check_glyphs
from briefs.files.yaml import line_with, load_yaml, undecodable
from briefs.model.diagnostics import BriefsError, Diagnostic, DocumentError, Place, relative
from briefs.model.document import Document
from briefs.model.document_text import full_text, unit_words
from briefs.model.edition import Template
from briefs.model.rendition import Format, Rendition
from briefs.pipeline.inputs import Inputs
from briefs.render.docx import render_docx
from briefs.render.figures.colours import coloured
from briefs.render.figures.rasterize import rasterize
from briefs.render.fonts.glyphs import missing_glyphs
from briefs.render.html.page import render_html
from briefs.render.layout import Layout
from briefs.render.pdf.pages import LaidOut, lay_out, write_pdf

Progress = Callable[[str], None]
"""Is told what is being done."""


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
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentError([undecodable(error, content, relative(path, project), "file-encoding")]) from error


def render(
    inputs: Inputs,
    document: Document,
    template: Template,
    layout: Layout,
    reference: bytes,
    formats: Sequence[Format],
    progress: Progress = lambda message: None,
    laid_out: LaidOut | None = None,
) -> Iterator[Rendition]:
    """Stage 5: `document` in each of `formats`; `reference` has the look of Word files; `laid_out` if it is already."""
    printed_pages = 1
    budget = None if layout.sheet.is_large_print else template.front.pages
    for name in formats:
        progress(f"{document.audience}: writing {name}")
        pages: int | None = None
        match name:
            case "pdf":
                laid_out = laid_out or lay_out(document, layout)
                pages = printed_pages = laid_out.pages
                content = write_pdf(laid_out, document)
            case "docx":
                accent = layout.accent(document.audience)
                content = render_docx(
                    coloured(document, layout),
                    reference,
                    accent=accent.removeprefix("#"),
                    pages=printed_pages,
                    sheet=layout.sheet,
                    rasterize=partial(rasterize, fonts=layout.fonts),
                )
            case "html":
                content = render_html(document, layout).encode()
        path = file_name(inputs, document, name, layout)
        rendition = Rendition(document, name, path, content, pages, unit_words(document))
        if name != "html":
            rendition = replace(rendition, sheet=layout.sheet, budget=budget)
        yield rendition


def file_name(inputs: Inputs, document: Document, format: Format, layout: Layout) -> str:
    """A name that can be mailed as it is: report, audience, version, status, and paper and size if not the usual."""
    properties = document.properties
    name = f"{inputs.seed.name}_brief-{document.audience}_v{properties.version}_{properties.status}"
    if format != "html":
        name += layout.sheet.suffix
    return f"{name}.{format}"


def missing_characters(inputs: Inputs, document: Document, template: Template, layout: Layout) -> Iterator[Diagnostic]:
    """An error for each character of `document` that no bundled font has, where it was written."""
    furniture = document.furniture
    text = full_text(document) + "".join(str(getattr(furniture, name)) for name in furniture.__slots__)
    missing = sorted(missing_glyphs(text, layout.fonts))
    return check_glyphs(missing, document, template, inputs.library, partial(_furnished, inputs))


def _furnished(inputs: Inputs, character: str) -> Place | None:
    """Where `character` stands in what the furniture of all briefs is made of."""
    for path in (inputs.project.templates / "house.yaml", inputs.seed / "report.yaml"):
        shown = relative(path, inputs.project.root)
        if line := line_with(character, *load_yaml(path, shown)):
            return Place(shown, line)
    return None
