"""Which kept edition somebody means: by identifier, by version, or by a file of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import BriefsError, most_similar
from briefs.model.document import Document
from briefs.model.unknown_name import UnknownName
from briefs.output.editions import FOLDER
from briefs.pipeline.kept_library import kept_file, kept_library
from briefs.pipeline.recognition import Library
from briefs.pipeline.verifying import VerificationOrder, all_known, verdict_on
from briefs.verification.known_files import KnownEdition
from briefs.verification.reading_apart import read_apart
from briefs.verification.received_file import receive
from briefs.verification.verdict import Verdict

_MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Choice:
    """Which editions count where a name fits several: those of the report and of these audiences and products.

    Empty means any.
    """

    report: str | None = None
    audiences: tuple[str, ...] = ()
    products: tuple[str, ...] = ()

    def has(self, edition: KnownEdition) -> bool:
        """Whether `edition` is one of them."""
        return (
            self.report in (None, edition.report)
            and (not self.audiences or edition.key.audience in self.audiences)
            and (not self.products or edition.key.product in self.products)
        )


ANY = Choice()
"""All editions."""


@dataclass(frozen=True, slots=True)
class NamedEdition:
    """An edition as it was kept; `returned` is the file that named it, if that is not as it was built any more."""

    report: str
    document: Document
    returned: Path | None = None

    @property
    def brief(self) -> tuple[str, BriefKey]:
        """The brief that it is an edition of."""
        return self.report, self.document.key


def named_edition(name: str, build: Path, choice: Choice, project: Path | None = None) -> NamedEdition:
    """The edition that `name` means: a file, a kept edition, or the identifier or version of one in `build`.

    Raises BriefsError, in one line, if there is none, if there are several, or if the file cannot be used; UnknownName
    if no edition there has an audience or product of `choice`.
    """
    path = Path(name)
    if path.is_file():
        return _kept(path) if path.name.endswith(".json.gz") else _of_file(path, build, project)
    library = kept_library(build, project)
    found = editions_called(name, library, choice)
    if len(found) == 1:
        return read_named(found[0], library)
    if found:
        hint = "name one of them by its identifier, or choose with --audience and --product"
        raise BriefsError(f'"{name}" means several editions: {_listed(found)}', hint)
    if path.suffix.lower() in (".docx", ".pdf", ".html", ".gz"):
        raise BriefsError(f"{path} does not exist", "name a file, or an edition by its identifier or version")
    raise no_edition(name, library, choice)


def no_edition(name: str, library: Library, choice: Choice) -> BriefsError | UnknownName:
    """What is told if no edition in `library` is called `name`: of an audience or product that no edition has, this."""
    keys = [edition.key for edition, _ in library.editions]
    audiences, products = sorted({key.audience for key in keys}), sorted({key.product for key in keys})
    if keys and (unknown := [one for one in choice.audiences if one not in audiences]):
        return UnknownName("audience", unknown, audiences)
    if keys and (unknown := [one for one in choice.products if one not in products]):
        return UnknownName("product", unknown, products)
    kept = [edition for edition in _each_once(library) if choice.has(edition)]
    hint = f"kept are {_listed(kept)}" if kept else "`briefs build` keeps each edition that it builds"
    identifiers = {one.identifier.lower(): one.identifier for one in kept}
    if near := most_similar(name.lower(), identifiers):
        hint = f'did you mean "{identifiers[near]}"?'
    return BriefsError(f'{library.build} keeps no edition called "{name}"', hint)


def editions_called(name: str, library: Library, choice: Choice) -> list[KnownEdition]:
    """The editions in `library` with this identifier or version ("0.3", "0.3 draft"), or in the file of this name."""
    editions = [edition for edition in _each_once(library) if choice.has(edition)]
    asked = " ".join(name.casefold().split())
    for matches in (_is_identifier, _is_version):
        if found := [edition for edition in editions if matches(edition, asked)]:
            return found
    file = PurePosixPath(name).name.removesuffix(".json.gz")
    stems = {edition.sha256: PurePosixPath(path).name.removesuffix(".json.gz") for edition, path in library.editions}
    return [edition for edition, _ in library.editions if choice.has(edition) and stems[edition.sha256] == file]


def _is_identifier(edition: KnownEdition, asked: str) -> bool:
    return " ".join(edition.identifier.casefold().split()) == asked


def _is_version(edition: KnownEdition, asked: str) -> bool:
    version = edition.version.casefold()
    return asked in (version, f"v{version}", f"{version} {edition.status}", f"{edition.status} {version}")


def _each_once(library: Library) -> Iterable[KnownEdition]:
    """The editions of `library`, of those with one identifier the one that was built last."""
    found: dict[tuple[str, BriefKey, str], KnownEdition] = {}
    for edition, _ in library.editions:
        found.setdefault((*edition.brief, edition.identifier), edition)
    return found.values()


def read_named(edition: KnownEdition, library: Library) -> NamedEdition:
    """An edition of `library` with its Document. Raises BriefsError if that is gone or damaged."""
    document = library.document(edition)
    if document is None:
        path = next((path for one, path in library.editions if one.sha256 == edition.sha256), FOLDER)
        raise BriefsError(f"{library.build / path} is gone, or cannot be read", "restore it from a backup")
    return NamedEdition(edition.report, document)


def _kept(path: Path) -> NamedEdition:
    kept = kept_file(path)
    return NamedEdition(kept.report, kept.document)


def _of_file(path: Path, build: Path, project: Path | None) -> NamedEdition:
    """The edition that a PDF, Word or HTML file is of."""
    known, _ = all_known(VerificationOrder((path,), build if build.is_dir() else None, (), project))
    verdict = verdict_on(path, known)
    if verdict.trouble or verdict.state == "unreadable":
        raise BriefsError(
            f"{path} {verdict.trouble}" if verdict.state == "unreadable" else f"{path}: {verdict.trouble}"
        )
    if verdict.edition is None or (document := known.library.document(verdict.edition)) is None:
        hint = "name that edition instead, by its identifier or version"
        raise BriefsError(f"it is not known which edition {path} is a copy of", hint)
    if not verdict.is_unchanged and _is_redline_file(path):
        hint = "name the editions that it compares, by their identifiers or versions"
        raise BriefsError(f"{path} is a redline, and no edition", hint)
    return NamedEdition(verdict.edition.report, document, None if _says_the_same(verdict) else path)


def _is_redline_file(path: Path) -> bool:
    """Whether a file that can be read is a Word file whose record says that it is a redline."""
    file = receive(path)
    return file.kind == "docx" and bool(read_apart(file.content, file.kind).edition.get("redline"))


def _says_the_same(verdict: Verdict) -> bool:
    return verdict.is_unchanged or verdict.state == "same words"


def _listed(editions: Sequence[KnownEdition]) -> str:
    named = [edition.identifier for edition in editions[:_MOST_NAMED]]
    more = len(editions) - len(named)
    return ", ".join(named) + (f" and {more} more" if more else "")
