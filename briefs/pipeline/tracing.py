"""Tracing: sentence by sentence, where a file comes from, and whether it says what was built.

As `verify` does, it finds the edition that the file is of. What was built is then compared with what the file says. If
no edition is known, its sentences are looked for among the present blocks and in the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import BriefsError
from briefs.model.document import Document
from briefs.model.edition import Template
from briefs.model.library import Library
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.inputs import draw_blocks
from briefs.pipeline.order import Progress, Project, silent
from briefs.pipeline.read_verdict import Known, originals_of
from briefs.pipeline.recognition import unit_labels
from briefs.pipeline.sentence_origins import Origins
from briefs.pipeline.sources import read_sources
from briefs.pipeline.trace import Trace, TracedSentence
from briefs.pipeline.verifying import VerificationOrder, all_known, verdict_on
from briefs.text.words import sentences_of
from briefs.verification.document_sentences import document_sentences, layout_words
from briefs.verification.file_contents import FileContents
from briefs.verification.reading_apart import read_apart
from briefs.verification.received_file import receive
from briefs.verification.sentence_changes import FoundSentence, sentences_found
from briefs.verification.verdict import Verdict

_NO_FORMAT = "it is no PDF, Word or HTML file; of a message, save the file that is attached, and trace that"


@dataclass(frozen=True, slots=True)
class TraceOrder:
    """What is to be traced: `file`, against what is known in the folder `build` and in `registers`.

    `project` is the folder of the project with the blocks, if there is one, and `report` the one of its reports that is
    meant if the file does not say.
    """

    file: Path
    build: Path | None = None
    registers: tuple[Path, ...] = ()
    project: Path | None = None
    report: str | None = None


@dataclass(frozen=True, slots=True)
class _Present:
    """What a report's briefs are made from now, as far as it can be read."""

    library: Library | None
    templates: dict[BriefKey, Template]


def trace(order: TraceOrder, progress: Progress = silent) -> Trace:
    """Trace the file of `order`. Raises BriefsError if a register that it names does not exist, or if the report is not
    clear; UnknownName if there is no such report."""
    progress(f"reading {order.file}")
    known, warnings = all_known(VerificationOrder((order.file,), order.build, order.registers, order.project))
    verdict = verdict_on(order.file, known)
    if verdict.state == "unreadable":
        return Trace(verdict, (), False, warnings)
    file = receive(order.file)
    contents = read_apart(file.content, file.kind)
    if not contents.words:
        why = contents.trouble or (_NO_FORMAT if file.kind == "other" else "it has no words that can be read")
        return Trace(verdict, (), False, (*warnings, f"{order.file} was not traced: {why}"))
    document = known.library.document(verdict.edition) if verdict.edition else None
    report = order.report or (verdict.edition.report if verdict.edition and document else None) or None
    progress("reading the report and its blocks")
    present, missing = _present(order, report)
    warnings = (*warnings, *missing)
    if verdict.edition is None or document is None:
        told = "no edition is known that this file is of: its sentences were looked for among the present blocks"
        return Trace(verdict, _by_words(contents, Origins(present.library)), False, (*warnings, told))
    template = present.templates.get(verdict.edition.key)
    built = _built(order.file, verdict, contents, known)
    found = sentences_found(document_sentences(document), contents.words, built, layout_words(document))
    found = _without_copy(found, verdict)
    origins, labels = Origins(present.library), unit_labels(document)
    traced = tuple(_traced(one, document, origins, labels, template) for one in found)
    return Trace(verdict, traced, True, warnings)


def _built(path: Path, verdict: Verdict, contents: FileContents, known: Known) -> Sequence[str]:
    """The words of the file as it was built, if they are known: those of the most similar one in its format.

    Of a file that does not say which edition it is they do not help: it was printed or copied into another program,
    which rearranges what surrounds the text.
    """
    if verdict.is_unchanged:
        return contents.words
    if not contents.identifier:
        return ()
    assert verdict.edition is not None, "only a file of an edition was built"
    originals = [one.contents.words for one in originals_of(receive(path), verdict.edition, contents, known)]
    return min(originals, key=lambda words: abs(len(words) - len(contents.words)), default=())


def _without_copy(found: Sequence[FoundSentence], verdict: Verdict) -> list[FoundSentence]:
    """The sentences without the line that a personal copy has and its edition has not, if that is known whose it is."""
    if not verdict.number:
        return list(found)
    return [one for one in found if one.fate != "added" or not _is_copy_line(one.now, verdict)]


def _is_copy_line(text: str, verdict: Verdict) -> bool:
    return verdict.number in text.split() and verdict.total in text.replace("·", " ").split()


def _present(order: TraceOrder, report: str | None) -> tuple[_Present, tuple[str, ...]]:
    """What the briefs of the report are made from now, and a line that says why it is not known, if so."""
    if order.project is None:
        return _Present(None, {}), ("there is no project here: where forms are written is not known",)
    project = Project(order.project, report)
    if report is None and len(names := project.reports()) > 1:
        raise BriefsError(f"there are several reports: {', '.join(names)}", "choose one with --report")
    try:
        sources = read_sources(project).value
    except UnknownName:
        if order.report is not None:
            raise
        return _Present(None, {}), (f'there is no report "{report}" here any more: its blocks are not known',)
    drawn = draw_blocks(sources)
    return _Present(drawn.value if sources.report else None, dict(sources.templates)), ()


def _traced(
    found: FoundSentence, document: Document, origins: Origins, labels: dict[str, str], template: Template | None
) -> TracedSentence:
    """A sentence of an edition, or what was added to it, with where it comes from."""
    one = found.sentence
    if one is None:
        forms, share = origins.of_words(found.now)
        likeness = share if forms else None
        return TracedSentence("added", found.now, found.now, "", forms=forms, likeness=likeness)
    traced = TracedSentence(found.fate, one.text, found.now, one.role, one.heading)
    if one.unit:
        forms = origins.of_unit(one.text, one.unit, document)
        return replace(traced, place=labels.get(one.unit, ""), forms=forms)
    if one.role == "about":
        return replace(traced, forms=origins.of_about())
    if template is None:
        return traced
    if one.role == "title":
        return replace(traced, path=template.path, line=template.place_of("title").line or 0)
    if one.role in ("heading", "caption", "column head", "introduction", "template") and one.line:
        return replace(traced, path=template.path, line=one.line)
    return traced


def _by_words(contents: FileContents, origins: Origins) -> tuple[TracedSentence, ...]:
    """The sentences of a file of which no edition is known, with the forms that say the same or nearly."""
    traced = []
    for text in sentences_of(" ".join(contents.words)):
        forms, share = origins.of_words(text)
        fate: Literal["found", "unknown"] = "found" if forms and share == 1 else "unknown"
        likeness = share if forms else None
        traced.append(TracedSentence(fate, text, text, "", forms=forms, likeness=likeness))
    return tuple(traced)
