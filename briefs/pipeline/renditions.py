"""Stage 5: a brief in every format, in the look of the project."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefs.fit.copyfitting import Fitted
from briefs.model.archive import kept_edition
from briefs.model.brief import Brief, Rendition
from briefs.model.diagnostics import Checked, Diagnostic, has_errors
from briefs.model.document import Document
from briefs.model.finished_file import FinishedFile
from briefs.model.fit import Fit
from briefs.model.formats import Format
from briefs.model.memory import FORGETFUL, Memory
from briefs.model.overflow import Overflow
from briefs.model.sheet import USUAL, Sheet
from briefs.model.web_annotation import provenance_json
from briefs.pipeline.brief_job import Job
from briefs.pipeline.brief_materials import brief_name
from briefs.pipeline.checks import check_printed
from briefs.pipeline.clearance_status import with_clearances
from briefs.pipeline.document_origins import with_origins
from briefs.pipeline.finished_files import check_finished, read_finished
from briefs.pipeline.order import Progress
from briefs.pipeline.word_length import check_word_pages
from briefs.render.html.page import render_html
from briefs.render.layout import Layout
from briefs.render.pdf.pages import LaidOut, lay_out, write_pdf

if TYPE_CHECKING:
    from briefs.render.docx.page_budget import WordPages


@dataclass(frozen=True, slots=True)
class Written:
    """A rendition as it was written, and what is `read` in its file. Of a PDF, `overflows` is what does not lie within
    its pages; of a Word file, `word_pages` are those that it will probably have, and `printed_pages` those of the PDF,
    as far as they are known."""

    rendition: Rendition
    read: FinishedFile
    overflows: tuple[Overflow, ...] = ()
    word_pages: WordPages | None = None
    printed_pages: int | None = None


def render_brief(
    job: Job,
    document: Document,
    how: Fit,
    fitted: Fitted[LaidOut],
    progress: Progress,
    memory: Memory = FORGETFUL,
) -> Checked[Brief]:
    """Stage 5: the brief made of `document`, in each format that was ordered, with what it would lose on paper.

    A cleared edition says which offices cleared it; it is held against what they saw. What `memory` knows to be
    written from the same Document is not written again, as long as it knows everything else to be the same. Raises
    BriefsError.
    """
    cleared = with_clearances(document, job.clearances, job.inputs.house)
    document = with_origins(job.inputs, cleared.value)
    written = memory.recall(
        ("written", brief_name(job)), document, lambda: tuple(_written(job, document, fitted, progress))
    )
    problems = (*cleared.problems, *(problem for one in written for problem in _problems(job, document, one)))
    if not has_errors(problems):
        progress(f"{job.name}: reading what was written")
        problems += check_finished(job, document, tuple(one.read for one in written))
    renditions = tuple(one.rendition for one in written)
    edition, provenance = kept_edition(job.inputs.name, document), provenance_json(document)
    return Checked(Brief(job.inputs.name, document, how, renditions, edition, provenance), problems)


def _written(job: Job, document: Document, fitted: Fitted[LaidOut], progress: Progress) -> Iterator[Written]:
    """`document` in each format that was ordered, read back. Raises BriefsError."""
    layout = job.layout
    assert layout is not None, "a job without a layout renders nothing"
    printed_pages = fitted.laid_out.pages if _is_laid_out(job) else None
    budget = None if layout.sheet.is_large_print else job.template.front.pages
    for name in job.formats:
        progress(f"{job.name}: writing {name}")
        path = file_name(job.inputs.name, document, name, layout.sheet)
        match name:
            case "pdf":
                laid_out = _laid_out(job, document, fitted, layout)
                printed_pages = laid_out.pages
                pdf = Rendition(name, path, write_pdf(laid_out, document), printed_pages, layout.sheet, budget)
                yield Written(pdf, read_finished(pdf), laid_out.overflows)
            case "docx":
                from briefs.pipeline.word_rendition import write_word  # python-docx is only loaded for Word files

                file = write_word(document, layout, job.reference, printed_pages, job.inputs.house.letterhead)
                word = Rendition(name, path, file.content, None, layout.sheet, budget)
                yield Written(word, read_finished(word), word_pages=file.pages, printed_pages=printed_pages)
            case "html":
                html = Rendition(name, path, render_html(document, layout).encode(), None)
                yield Written(html, read_finished(html))


def _is_laid_out(job: Job) -> bool:
    """Whether what was ordered is what a brief is fitted on: the cleared edition on the usual sheet."""
    return job.edition == job.cleared and job.layout is not None and job.layout.sheet == USUAL


def _laid_out(job: Job, document: Document, fitted: Fitted[LaidOut], layout: Layout) -> LaidOut:
    """The pages of a PDF: those that the brief was fitted on, if that is what was ordered and they are still there."""
    if not _is_laid_out(job):
        return lay_out(document, layout)
    return fitted.laid_out if fitted.laid_out.rendering is not None else lay_out(fitted.document, layout)


def _problems(job: Job, document: Document, written: Written) -> Iterator[Diagnostic]:
    """What is wrong with a rendition by itself."""
    rendition, layout = written.rendition, job.layout
    assert layout is not None
    if rendition.format == "pdf":
        printed = "\n".join(page.text for page in written.read.body)
        yield from check_printed(job.inputs, document, written.overflows, job.template, printed)
    if rendition.format == "docx" and written.printed_pages is not None and not layout.sheet.is_large_print:
        yield from check_word_pages(written.word_pages, written.printed_pages, job.template)


def file_name(report: str, document: Document, format: Format, sheet: Sheet) -> str:
    """A file name fit for mailing: report, product, audience, version, status; paper and size if not the usual ones."""
    properties = document.properties
    suffix = "" if format == "html" else sheet.suffix
    return f"{report}_{document.key.file_part}_v{properties.version}_{properties.status}{suffix}.{format}"
