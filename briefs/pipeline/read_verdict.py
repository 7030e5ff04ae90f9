"""The verdict on a file whose bytes nobody knows: it is read, and compared with the edition that it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from briefs.model.brief_key import BRIEF, BriefKey
from briefs.model.document import Document
from briefs.model.phrases import phrases_for
from briefs.model.record import words_of_units
from briefs.model.register import RegisteredCopy
from briefs.pipeline.recognition import Library, recognized, unit_labels
from briefs.signing.trust import Trust
from briefs.verification.comparison import Original, compared, compared_with_record, compared_with_units
from briefs.verification.file_contents import FileContents, words_in
from briefs.verification.known_files import KnownEdition, KnownFile, by_hash, later_edition
from briefs.verification.reading_apart import contents_of, look_alike_apart, read_apart
from briefs.verification.received_file import ReceivedFile, UnreadableFile, receive
from briefs.verification.verdict import Verdict


@dataclass(frozen=True)
class Known:
    """All that files are looked up in: those that were made, the kept editions, and whose certificates are trusted."""

    files: Sequence[KnownFile]
    library: Library
    trust: Trust

    @cached_property
    def by_hash(self) -> Mapping[str, KnownFile]:
        """The files that were made, by hash."""
        return by_hash(self.files)


def read_verdict(file: ReceivedFile, known: Known) -> Verdict:
    """What is known of a file by reading it. The file is one whose bytes nobody knows."""
    contents = read_apart(file.content, file.kind)
    edition, share = recognized(contents, known.library)
    verdict = Verdict(str(file.path), "unknown", saved_by=contents.saved_by, trouble=contents.trouble)
    if edition is None:
        return _by_its_record(replace(verdict, number=_number(contents), total=_total(contents)), contents, known)
    document = known.library.document(edition)
    contents = _with_copy(contents, document)
    verdict = replace(
        verdict,
        state="changed" if contents.trouble else "not compared",
        edition=edition,
        later=later_edition(edition, known.files),
        copies=_copies(edition, contents, known),
        number=_number(contents),
        total=_total(contents),
        labels=unit_labels(document) if document else {},
        likeness=None if contents.identifier else share,
    )
    return verdict if contents.trouble else _compared(file, verdict, contents, document, edition, known)


def _by_its_record(verdict: Verdict, contents: FileContents, known: Known) -> Verdict:
    """The verdict on a file of an edition that no build here has, by its own record; `verdict` without one."""
    own = contents.edition
    if not own.get("audience") or not own.get("version"):
        return verdict
    key = BriefKey(own["audience"], own.get("product", BRIEF))
    edition = KnownEdition("", key, own["version"], own.get("status", ""), own.get("date", ""), contents.identifier)
    state, lost = compared_with_record(contents)
    return replace(
        verdict,
        state=state,
        edition=edition,
        later=later_edition(edition, known.files),
        lost=lost,
        compared="record" if lost else "",
    )


def _number(contents: FileContents) -> str:
    return contents.edition.get("copy", "")


def _total(contents: FileContents) -> str:
    return contents.edition.get("copies", "")


def _with_copy(contents: FileContents, document: Document | None) -> FileContents:
    """`contents` with the number of the copy as it is printed, if that is not in a record."""
    if document is None or not document.furniture.is_personal or _number(contents):
        return contents
    pattern = re.escape(" ".join(words_in(_copy_of(document, "NUMBER", "TOTAL"))))
    pattern = pattern.replace("NUMBER", r"(?P<number>\d+)").replace("TOTAL", r"(?P<total>\d+)")
    if (found := re.search(pattern, " ".join(contents.words))) is None:
        return contents
    return replace(contents, edition={**contents.edition, "copy": found["number"], "copies": found["total"]})


def _copy_of(document: Document, number: str, total: str) -> str:
    """The words that a personal copy has and its edition has not: which one it is."""
    return phrases_for(document.properties.language).copy_of.format(number=number, total=total)


def _copies(edition: KnownEdition, contents: FileContents, known: Known) -> tuple[RegisteredCopy, ...]:
    """The copy of an edition that a file says it is, as the register has it."""
    number = _number(contents)
    for one in known.files if number else ():
        found = tuple(copy for copy in one.copies if str(copy.number) == number)
        if found and one.is_personal and one.edition.identifier == edition.identifier:
            return found
    return ()


def _compared(
    file: ReceivedFile,
    verdict: Verdict,
    contents: FileContents,
    document: Document | None,
    edition: KnownEdition,
    known: Known,
) -> Verdict:
    """The verdict with what is different from the files of the edition or, without these, from its units.

    A file without a record was printed or copied into another program, which rearranges what surrounds the units. So
    where it differs, only they count.
    """
    units = words_of_units(document) if document else {}
    originals = list(originals_of(file, edition, contents, known))
    copies = [one for one in originals if one.file.is_personal]
    if originals:
        number = _number(contents)
        marks = (_copy_of(document, number, _total(contents)),) if document and number and not copies else ()
        found = compared(verdict, contents, copies or originals, units, marks)
        if not found.changes or contents.identifier or not units:
            return _with_look(file, found, copies if number else originals)
    return compared_with_units(verdict, contents, units) if units and contents.words else verdict


def originals_of(file: ReceivedFile, edition: KnownEdition, contents: FileContents, known: Known) -> Iterator[Original]:
    """The files of an edition in the format of the one that turned up, if they are still as they were made."""
    number = _number(contents)
    for one in known.files:
        if one.format != file.kind or one.edition.identifier != edition.identifier or one.is_message:
            continue
        if one.edition.sha256 and edition.sha256 and one.edition.sha256 != edition.sha256:
            continue
        if one.is_personal and number not in [str(copy.number) for copy in one.copies]:
            continue
        try:
            original = receive(one.place)
        except UnreadableFile:
            continue
        if original.sha256 == one.sha256:
            yield Original(one, contents_of(original.content, original.kind))


def _with_look(file: ReceivedFile, verdict: Verdict, originals: Sequence[Original]) -> Verdict:
    """The verdict on a file with the same words as one of `originals`: whether it also looks as one of them does."""
    if file.kind != "pdf" or verdict.changes or not originals:
        return verdict
    looks = [look_alike_apart(receive(one.file.place).content, file.content) for one in originals]
    return replace(verdict, looks_alike=True if True in looks else None if None in looks else False)
