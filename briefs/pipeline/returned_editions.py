"""Which edition returned files are of: by their record, by identifier, or by their words; and what was sent then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from briefs.model.answer_record import EditionSeen
from briefs.model.brief_key import BRIEF
from briefs.model.diagnostics import BriefsError
from briefs.model.document import Document
from briefs.model.marked_file import MarkedFile
from briefs.model.review import FoundBy, ReviewedEdition
from briefs.model.sent_paragraphs import sent_paragraphs
from briefs.model.sent_text import SentParagraph
from briefs.model.unknown_name import UnknownName
from briefs.model.versions import edition_order
from briefs.pipeline.kept_library import kept_file, kept_library
from briefs.pipeline.recognition import Library
from briefs.review.answer_document import answer_identifier
from briefs.review.best_edition import LEAST, best_edition
from briefs.verification.known_files import KnownEdition

COPY_LINE = "masthead copy"
"""The key of the line that says whose copy a file is: it differs between copies, and nobody proposes anything there."""
_HINT = (
    "name the edition with --against: its identifier, or the path of a kept edition, build/editions/….json.gz; "
    "editions are kept where briefs are built"
)


@dataclass(frozen=True, slots=True)
class ReturnedEdition:
    """An edition that files are returned of: `sent` is what it says, `document` the kept one, if it is kept here."""

    about: ReviewedEdition
    sent: tuple[SentParagraph, ...]
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class KeptEditions:
    """The editions that are kept in a folder of builds, if there is one, and with the reviews of a project."""

    library: Library

    @classmethod
    def of(cls, build: Path | None, root: Path | None = None) -> KeptEditions:
        """Those that the manifest of `build` lists, and those with the reviews of the project at `root`."""
        return cls(kept_library(build, root))

    def edition_of(self, marked: MarkedFile, against: str = "") -> tuple[ReturnedEdition, FoundBy]:
        """The edition that a file is returned of. `against` names it: its identifier, or the path of a kept edition.

        Raises BriefsError if it is not known, or if the file is a redline or an answer; UnknownName if `against` names
        none.
        """
        if marked.edition.get("redline"):
            raise BriefsError(
                f"{marked.name} is a redline: its changes are those between two editions, not a reviewer's",
                "ask for changes in the brief itself, and review that",
            )
        if marked.identifier in {answer_identifier(document) for _, document in self.library.all()}:
            raise BriefsError(
                f"{marked.name} is the answer to those who commented, not a copy of a brief",
                "review the copies that came back",
            )
        if against:
            return self._named(against, marked), "named"
        alike = self._with_identifier(marked.identifier)
        if marked.sent:
            return self._recorded(marked, alike), "record"
        if alike:
            return self._best(alike, marked, least=0.0), "identifier"
        if marked.identifier:
            raise BriefsError(f"{marked.name} is a copy of {marked.identifier}, which is not kept here", _HINT)
        return self._best(list(self.library.all()), marked, LEAST), "text"

    def _with_identifier(self, identifier: str) -> list[tuple[KnownEdition, Document]]:
        return [(known, document) for known, document in self.library.all() if known.identifier == identifier]

    def _named(self, against: str, marked: MarkedFile) -> ReturnedEdition:
        if alike := self._with_identifier(against):
            return self._best(alike, marked, least=0.0)
        path = Path(against)
        if not path.is_file():
            identifiers = sorted({edition.identifier for edition, _ in self.library.editions})
            raise UnknownName("edition", [against], identifiers)
        kept = kept_file(path)
        return self._returned(KnownEdition.of(kept.report, kept.document), kept.document)

    def _recorded(self, marked: MarkedFile, alike: Sequence[tuple[KnownEdition, Document]]) -> ReturnedEdition:
        """The edition with what a file says that was sent; the kept Document, if it says the same."""
        for known, document in alike:
            if said(sent_paragraphs(document)) == said(marked.sent):
                has_forms = bool(document.form_spans)
                return self._returned(known, document, () if has_forms else marked.sent)
        fields = marked.edition
        seen = _seen(marked)
        known = KnownEdition(
            alike[0][0].report if alike else "",
            seen.key,
            seen.version,
            fields.get("status", ""),
            seen.date.isoformat(),
            seen.identifier,
        )
        return self._returned(known, None, marked.sent)

    def _best(
        self, candidates: Sequence[tuple[KnownEdition, Document]], marked: MarkedFile, least: float
    ) -> ReturnedEdition:
        """The one of `candidates` that most likely is what was sent, by its words."""
        sent = {number: sent_paragraphs(document) for number, (_, document) in enumerate(candidates)}
        best = best_edition(sent, marked, least)
        if best is None:
            raise BriefsError(
                f"{marked.name} does not say which edition it is, and no kept edition has words like its own", _HINT
            )
        return self._returned(*candidates[best])

    def _returned(
        self, known: KnownEdition, document: Document | None, sent: tuple[SentParagraph, ...] = ()
    ) -> ReturnedEdition:
        about = ReviewedEdition(
            known.identifier,
            known.report,
            known.key,
            known.version,
            "cleared" if known.status == "cleared" else "draft",
            known.date,
            self._later(known),
            known.sha256,
        )
        if not sent and document is not None:
            sent = sent_paragraphs(document)
        return ReturnedEdition(about, sent, document)

    def _later(self, known: KnownEdition) -> str:
        """The identifier of the newest edition of the same brief, if that is later; empty if it is not."""
        others = [one for one, _ in self.library.editions if one.brief == known.brief]
        newest = max(others, key=lambda one: one.order, default=known)
        mine = edition_order(known.date, known.version)
        return newest.identifier if newest.order > mine and newest.identifier != known.identifier else ""


def one_edition(
    kept: KeptEditions, files: Iterable[MarkedFile], against: str = ""
) -> tuple[ReturnedEdition, dict[str, FoundBy]]:
    """The one edition that all `files` are returned of, and how that was found, by the hash of the file.

    Raises BriefsError if they are of several or if one of them is unknown, and UnknownName as `edition_of` does.
    """
    found = [(marked, *kept.edition_of(marked, against)) for marked in files]
    first = (found[0][0].name, found[0][1])
    for name, edition in ((marked.name, edition) for marked, edition, _ in found[1:]):
        if edition.about.identifier != first[1].about.identifier:
            message = (
                f"{first[0]} is a copy of {first[1].about.identifier}, but {name} is one of "
                f"{edition.about.identifier}: only files of one edition can be reviewed together"
            )
            raise BriefsError(message, "review the files of each edition on their own")
        if said(edition.sent) != said(first[1].sent):
            message = (
                f"{first[0]} and {name} are both copies of {edition.about.identifier}, which was built again in "
                "between, with other words"
            )
            raise BriefsError(message, "review each of them on its own")
    best = max((edition for _, edition, _ in found), key=lambda one: one.document is not None)
    return best, {marked.sha256: how for marked, _, how in found}


def _seen(marked: MarkedFile) -> EditionSeen:
    """What a file itself says of its edition. Raises BriefsError if no brief can have such an edition."""
    fields = marked.edition
    try:
        return EditionSeen.model_validate(
            {
                "identifier": marked.identifier,
                "report": "unknown",
                "audience": fields.get("audience", ""),
                "product": fields.get("product", "") or BRIEF,
                "version": fields.get("version", ""),
                "date": fields.get("date", ""),
            }
        )
    except ValidationError:
        message = f"{marked.name} has a damaged record of its edition, which is not kept here"
        raise BriefsError(message, _HINT) from None


def said(sent: Iterable[SentParagraph]) -> tuple[str, ...]:
    """What every copy of an edition says: all but the line that says whose copy it is."""
    return tuple(one.text for one in sent if one.key != COPY_LINE and one.text)
