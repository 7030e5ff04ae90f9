"""Personal copies of a finished edition: made from its kept Document, in the look in which it was cleared.

Nothing is composed or drawn. Before any copy is made, the edition itself is rendered once more: only if that gives the
very file that was cleared do its copies say what was cleared, and look as it did.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from briefs.model.addressing import addressed
from briefs.model.copy import Copy
from briefs.model.diagnostics import BriefsError, DocumentError
from briefs.model.document import Document
from briefs.model.formats import Format
from briefs.output.finished import FinishedEdition
from briefs.pipeline.looks import checked_look
from briefs.pipeline.order import Project
from briefs.pipeline.sources import Sources, read_sources
from briefs.pipeline.word_references import word_reference
from briefs.pipeline.word_rendition import write_word
from briefs.render.docx.render import WordFile
from briefs.render.docx.word_copies import WordCopies
from briefs.render.html.page import render_html
from briefs.render.layout import Layout
from briefs.render.pdf.pages import lay_out, write_pdf
from briefs.render.pdf.prepared_copies import PdfCopies, unprintable


class Maker(Protocol):
    """Makes the copies of an edition in one format."""

    def pieces(self, copy: Copy) -> list[bytes]:
        """The file of `copy` in pieces that together are its bytes; always the same for the same copy."""
        ...

    def is_put_together(self, copy: Copy) -> bool:
        """Whether making the file of `copy` takes no layout of its own, and so only microseconds."""
        ...


@dataclass(frozen=True, slots=True)
class PersonalCopies:
    """Makes the copies of an edition; `makers` are by format, `layout` is the look."""

    makers: Mapping[Format, Maker]
    layout: Layout

    def pieces(self, format: Format, copy: Copy) -> list[bytes]:
        """The file of `copy` in pieces that together are its bytes; always the same for the same copy.

        Raises BriefsError, also if no font has a character of the name.
        """
        return self.makers[format].pieces(copy)

    def make(self, format: Format, copy: Copy) -> bytes:
        """The file of `copy`; see `pieces`."""
        return b"".join(self.pieces(format, copy))

    def unprintable(self, name: str) -> str:
        """The first character of `name` that no font has, as a message shows it; empty if there is none."""
        return unprintable(name, self.layout)

    def overlong(self, copies: Sequence[Copy]) -> list[tuple[Copy, int, int]]:
        """Those of `copies` whose PDF would have more pages than the edition, with both numbers."""
        maker = self.makers.get("pdf")
        return maker.overlong(copies) if isinstance(maker, PdfCopies) else []


def prepare_copies(
    project: Project, edition: FinishedEdition, formats: Sequence[Format], copies: Sequence[Copy] = ()
) -> PersonalCopies:
    """What makes personal copies of `edition` in `formats`, which it was built in, by the present look of `project`.

    `copies` may be named in advance: whatever they need is then prepared, so that processes begun later share it.

    Raises BriefsError if the edition has no personal copies, or if the look, the fonts or the program have changed so
    that it would no longer be what was cleared; and DocumentError for what is wrong with the look.
    """
    document = edition.document
    if not document.furniture.is_personal:
        raise BriefsError(
            f"the copies of the edition for {edition.key} are all the same",
            "write `copies: personal` into the front matter of its template, then build and clear it again",
        )
    sources = read_sources(replace(project, report=edition.report)).value
    look = checked_look(sources.project, sources.templates, sources.house)
    if look.value is None or look.has_errors:
        raise DocumentError(look.problems)
    makers = {format: _maker(format, edition, look.value, sources) for format in formats}
    prepared = PersonalCopies(makers, look.value)
    for maker in makers.values():
        if isinstance(maker, PdfCopies):
            maker.prepare(copies)
    return prepared


def _maker(format: Format, edition: FinishedEdition, layout: Layout, sources: Sources) -> Maker:
    document = edition.document
    layout = replace(layout, sheet=edition.files[format].sheet)
    match format:
        case "pdf":
            if not _is_file(edition, format, write_pdf(lay_out(document, layout), document)):
                raise _changed(edition, format)
            return PdfCopies(document, layout)
        case "docx":
            return WordCopies(document, _word_writer(edition, layout, sources))
        case "html":
            if not _is_file(edition, format, _html(document, layout)):
                raise _changed(edition, format)
            return _Anew(partial(_html, layout=layout), document)


def _word_writer(edition: FinishedEdition, layout: Layout, sources: Sources) -> Callable[[Document], WordFile]:
    """What writes a Document as the Word file of `edition` was written: it may have been told the pages of the PDF."""
    house, template = sources.house.house, sources.templates.get(edition.key)
    if template is None:
        raise _changed(edition, "docx")
    reference = word_reference(sources.project, template, house)
    for pages in _pages(edition, layout):
        write = partial(
            write_word,
            layout=layout,
            reference=reference,
            printed_pages=pages,
            letterhead=house.letterhead,
        )
        if _is_file(edition, "docx", write(edition.document).content):
            return write
    raise _changed(edition, "docx")


def _pages(edition: FinishedEdition, layout: Layout) -> Iterator[int | None]:
    """The numbers of pages that the Word file may have been made with."""
    known = edition.files["pdf"].pages if "pdf" in edition.files else None
    if known is not None:
        yield known
    laid_out = lay_out(edition.document, layout).pages
    if laid_out != known:
        yield laid_out
    yield None


def _html(document: Document, layout: Layout) -> bytes:
    return render_html(document, layout).encode()


def _is_file(edition: FinishedEdition, format: Format, content: bytes) -> bool:
    """Whether `content` is that of the file that was built."""
    return hashlib.sha256(content).hexdigest() == edition.files[format].sha256


def _changed(edition: FinishedEdition, format: Format) -> BriefsError:
    return BriefsError(
        f"{edition.folder / edition.files[format].name} can no longer be made as it was built: the layout, the fonts "
        "or the program have changed since",
        "restore them, or build and clear the edition again",
    )


@dataclass(frozen=True, slots=True)
class _Anew:
    """Makes each copy by writing its Document."""

    write: Callable[[Document], bytes]
    document: Document

    def pieces(self, copy: Copy) -> list[bytes]:
        """See `Maker.pieces`."""
        return [self.write(addressed(self.document, copy))]

    def is_put_together(self, copy: Copy) -> bool:
        """See `Maker.is_put_together`. HTML has no pages that need a layout."""
        return True
