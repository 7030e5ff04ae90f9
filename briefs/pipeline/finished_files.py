"""Stage 6 for files: what was rendered is read back, and checked before anything is written.

What reads a format is imported where it is needed: most orders are not for all formats.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256

from briefs.check.subjects import FilesToCheck
from briefs.check.table import check_files
from briefs.files.kept_values import kept_value
from briefs.model.brief import Rendition
from briefs.model.diagnostics import Diagnostic
from briefs.model.document import Document
from briefs.model.finished_file import FinishedFile
from briefs.model.severities import with_severities
from briefs.pipeline.brief_job import Job
from briefs.pipeline.machine_names import names_of_machine


def read_finished(rendition: Rendition) -> FinishedFile:
    """What the file of `rendition` says."""
    match rendition.format:
        case "pdf":
            from briefs.readback.read_pdf import read_pdf

            return read_pdf(rendition.name, rendition.content)
        case "docx":
            from briefs.readback.read_word import read_word

            return read_word(rendition.name, rendition.content)
        case "html":
            from briefs.readback.read_html import read_html

            return read_html(rendition.name, rendition.content)


@lru_cache(maxsize=8)
def _read_reference(reference: bytes) -> FinishedFile:
    """What a reference document says, which is the same for all briefs, and seldom another one for the next build."""
    told = f"what a reference document says {sha256(reference).hexdigest()}"
    return kept_value(told, FinishedFile, lambda: read_finished(Rendition("docx", "", reference, None)))


def check_finished(job: Job, document: Document, files: tuple[FinishedFile, ...]) -> tuple[Diagnostic, ...]:
    """What is wrong with the finished `files` of `document`, as they were read back."""
    reference = None
    if job.reference and any(file.format == "docx" for file in files):
        reference = _read_reference(job.reference)
    finished = FilesToCheck(
        document,
        job.template,
        job.inputs.library,
        job.inputs.rules,
        files,
        job.inputs.house,
        reference,
        names_of_machine(job.inputs.project.root),
    )
    return with_severities(check_files(finished), job.inputs.house.severity)
