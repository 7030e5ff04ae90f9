"""Stage 5: a brief in every format, in the look of the project."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from briefs.fit.copyfitting import Fitted
from briefs.model.archive import kept_edition
from briefs.model.brief import Brief, Rendition
from briefs.model.diagnostics import Checked, has_errors
from briefs.model.document import Document
from briefs.model.finished_file import FinishedFile
from briefs.model.fit import Fit
from briefs.model.formats import Format
from briefs.model.phrases import phrases_for
from briefs.model.sheet import USUAL, Sheet
from briefs.model.web_annotation import provenance_json
from briefs.pipeline.brief_job import Job
from briefs.pipeline.checks import check_printed
from briefs.pipeline.clearance_status import with_clearances
from briefs.pipeline.document_origins import with_origins
from briefs.pipeline.finished_files import check_finished, read_finished
from briefs.pipeline.order import Progress
from briefs.pipeline.word_length import check_word_pages
from briefs.render.docx.render import WordFile, WordLogo, word_file
from briefs.render.figures.figure_drawing import for_page
from briefs.render.figures.rasterize import rasterize, rasterize_logo
from briefs.render.html.page import render_html
from briefs.render.layout import Layout
from briefs.render.pdf.pages import LaidOut, lay_out, write_pdf


class _Made(NamedTuple):
    """A rendition, and what is read in its file."""

    rendition: Rendition
    read: FinishedFile


def render_brief(job: Job, document: Document, how: Fit, fitted: Fitted[LaidOut], progress: Progress) -> Checked[Brief]:
    """Stage 5: the brief made of `document`, in each format that was ordered, with what it would lose on paper.

    A cleared edition says which offices cleared it; it is held against what they saw.
    Raises BriefsError.
    """
    cleared = with_clearances(document, job.clearances, job.inputs.house)
    document = with_origins(job.inputs, cleared.value)
    made = list(_renditions(job, document, fitted, progress))
    problems = (*cleared.problems, *(problem for one in made for problem in one.problems))
    if not has_errors(problems):
        progress(f"{job.name}: reading what was written")
        problems += check_finished(job, document, tuple(one.value.read for one in made))
    renditions = tuple(one.value.rendition for one in made)
    edition, provenance = kept_edition(job.inputs.name, document), provenance_json(document)
    return Checked(Brief(job.inputs.name, document, how, renditions, edition, provenance), problems)


def _renditions(job: Job, document: Document, fitted: Fitted[LaidOut], progress: Progress) -> Iterator[Checked[_Made]]:
    """`document` in each format that was ordered, read back, with what is wrong with it.

    The cleared edition on the usual sheet is already laid out, in `fitted`. Raises BriefsError.
    """
    layout = job.layout
    assert layout is not None, "a job without a layout renders nothing"
    is_laid_out = job.edition == job.cleared and layout.sheet == USUAL
    printed_pages = fitted.laid_out.pages if is_laid_out else None
    budget = None if layout.sheet.is_large_print else job.template.front.pages
    for name in job.formats:
        progress(f"{job.name}: writing {name}")
        path = file_name(job.inputs.name, document, name, layout.sheet)
        match name:
            case "pdf":
                laid_out = fitted.laid_out if is_laid_out else lay_out(document, layout)
                printed_pages = laid_out.pages
                pdf = write_pdf(laid_out, document)
                made = _made(Rendition(name, path, pdf, printed_pages, layout.sheet, budget))
                printed = "\n".join(page.text for page in made.read.body)
                yield Checked(made, check_printed(job.inputs, document, laid_out, job.template, printed))
            case "docx":
                word = write_word(document, layout, job.reference, printed_pages, job.inputs.house.letterhead)
                most = None if layout.sheet.is_large_print else printed_pages
                wrong = () if most is None else tuple(check_word_pages(word.pages, most, job.template))
                yield Checked(_made(Rendition(name, path, word.content, None, layout.sheet, budget)), wrong)
            case "html":
                yield Checked(_made(Rendition(name, path, render_html(document, layout).encode(), None)))


def _made(rendition: Rendition) -> _Made:
    return _Made(rendition, read_finished(rendition))


def write_word(
    document: Document, layout: Layout, reference: bytes, printed_pages: int | None, letterhead: bool
) -> WordFile:
    """`document` as a Word file in the look of `reference`; see `word_file` for what it raises.

    It has no more than the `printed_pages` of the PDF, as far as they are known and that can be estimated.
    """
    return word_file(
        document,
        reference,
        accent=layout.accent(document.key),
        pages=printed_pages or 1,
        most=None if layout.sheet.is_large_print else printed_pages,
        sheet=layout.sheet,
        draw=for_page(document.key, layout, phrases_for(document.properties.language)),
        rasterize=partial(rasterize, fonts=layout.fonts),
        logo=_word_logo(layout),
        letters=layout.letters,
        embedded=layout.fonts if layout.embeds_fonts else None,
        letterhead=letterhead,
    )


def _word_logo(layout: Layout) -> WordLogo | None:
    return None if layout.logo is None else WordLogo(layout.logo, rasterize_logo(layout.logo, layout.fonts))


def file_name(report: str, document: Document, format: Format, sheet: Sheet) -> str:
    """A file name fit for mailing: report, product, audience, version, status; paper and size if not the usual ones."""
    properties = document.properties
    suffix = "" if format == "html" else sheet.suffix
    return f"{report}_{document.key.file_part}_v{properties.version}_{properties.status}{suffix}.{format}"
