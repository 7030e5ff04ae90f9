"""Verifying: whether a file that turns up is the one that was sent, and if not, what is different in it.

First its bytes are looked up among all that builds and distributions have made. Only if nobody knows them, it is read,
and compared with the edition that it says it is of.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from briefs.model.brief_key import BRIEF, BriefKey
from briefs.model.document import Document
from briefs.model.phrases import phrases_for
from briefs.model.record import words_of_units
from briefs.model.register import RegisteredCopy
from briefs.output.last_manifest import read_manifest
from briefs.pipeline.file_signatures import file_signatures, project_trust
from briefs.pipeline.known_distributions import known_distributions
from briefs.pipeline.order import Progress, silent
from briefs.pipeline.recognition import Library, recognized, unit_labels
from briefs.signing.trust import Trust
from briefs.verification.comparison import Original, compared, compared_with_record, compared_with_units
from briefs.verification.file_contents import FileContents
from briefs.verification.known_files import KnownEdition, KnownFile, built_files, by_hash, later_edition
from briefs.verification.reading_apart import contents_of, look_alike_apart, read_apart
from briefs.verification.received_file import ReceivedFile, UnreadableFile, receive
from briefs.verification.verdict import Verdict

_MOST_VERSIONS = 32
"""The most versions of a PDF, one after the other in a file, that are looked up."""


@dataclass(frozen=True, slots=True)
class VerificationOrder:
    """What is to be verified: `files`, against what is known in the folder `build` and in `registers` besides.

    `build` is None if there is none; `project` is the folder of the project, which may name trusted authorities.
    """

    files: tuple[Path, ...]
    build: Path | None = None
    registers: tuple[Path, ...] = ()
    project: Path | None = None


@dataclass(frozen=True, slots=True)
class Verification:
    """What is known of each file, in order, and lines that say what could not be looked up."""

    verdicts: tuple[Verdict, ...]
    warnings: tuple[str, ...] = ()

    @property
    def all_unchanged(self) -> bool:
        """Whether every file is what was built or sent."""
        return all(verdict.is_unchanged for verdict in self.verdicts)


def verify(order: VerificationOrder, progress: Progress = silent) -> Verification:
    """Verify the files of `order`. Raises BriefsError if a register that it names does not exist."""
    distributed, warnings = known_distributions(order.build, order.registers)
    manifest = read_manifest(order.build) if order.build else {}
    if order.build and not manifest:
        warnings.append(f"there is no build in {order.build}, or its manifest cannot be read: no edition is known")
    trust, warning = project_trust(order.project)
    build = order.build or Path()
    known = _Known([*built_files(manifest, build), *distributed], Library.of(build, manifest), trust)
    verdicts = []
    for path in order.files:
        progress(f"reading {path}")
        verdicts.append(_verdict(path, known))
    return Verification(tuple(verdicts), (*warnings, *filter(None, (warning,))))


@dataclass(frozen=True)
class _Known:
    """All that files are looked up in."""

    files: Sequence[KnownFile]
    library: Library
    trust: Trust

    @cached_property
    def by_hash(self) -> Mapping[str, KnownFile]:
        """The files that were made, by hash."""
        return by_hash(self.files)


def _verdict(path: Path, known: _Known) -> Verdict:
    try:
        file = receive(path)
    except UnreadableFile as error:
        return Verdict(str(path), "unreadable", trouble=str(error))
    found = known.by_hash.get(file.sha256)
    verdict = _exact(file, found, known) if found else _added_to(file, known) or _other(file, known)
    return _signed(file, verdict, known.trust)


def _exact(file: ReceivedFile, found: KnownFile, known: _Known) -> Verdict:
    return Verdict(
        str(file.path),
        "unchanged",
        known=found,
        edition=found.edition,
        later=later_edition(found.edition, known.files),
        copies=found.copies,
    )


def _added_to(file: ReceivedFile, known: _Known) -> Verdict | None:
    """The verdict on a PDF that begins with one that is known: signed since, or changed by what was added.

    Whoever signs can add something else before, so a signature alone proves nothing: pages and words must be the same.
    """
    if file.kind != "pdf":
        return None
    for end in _ends(file.content):
        before = file.content[:end]
        found = known.by_hash.get(hashlib.sha256(before).hexdigest())
        if found is None or end == len(file.content):
            continue
        verdict = replace(_exact(file, found, known), state="added to")
        contents = read_apart(file.content, file.kind)
        if contents.trouble:
            return replace(verdict, trouble=contents.trouble)
        original = Original(found, contents_of(before, file.kind))
        verdict = compared(verdict, contents, [original], {})
        return replace(verdict, state="added to", looks_alike=look_alike_apart(before, file.content))
    return None


def _ends(content: bytes) -> Iterator[int]:
    """Where versions of a PDF may end (ISO 32000-1, 7.5.6), the last first."""
    marks = [mark.end() for mark in re.finditer(rb"%%EOF", content)][-_MOST_VERSIONS:]
    for end in reversed(marks):
        for more in (b"\r\n", b"\n", b"\r", b""):
            if content[end:].startswith(more):
                yield end + len(more)


def _signed(file: ReceivedFile, verdict: Verdict, trust: Trust) -> Verdict:
    """The verdict with what signatures say. A file with nothing but good signatures after it is the file."""
    if file.kind != "pdf":
        return verdict
    signatures = file_signatures(file.content, trust)
    if signatures is None:
        return replace(verdict, is_signature_unchecked=True)
    is_signed = bool(signatures) and all(one.is_good for one in signatures) and signatures[-1].coverage == "whole"
    is_only_signed = is_signed and verdict.looks_alike is True and not (verdict.changes or verdict.properties)
    if verdict.state == "added to" and is_only_signed:
        return replace(verdict, state="signed", signatures=signatures)
    return replace(verdict, signatures=signatures)


def _other(file: ReceivedFile, known: _Known) -> Verdict:
    """The verdict on a file whose bytes nobody knows."""
    contents = read_apart(file.content, file.kind)
    edition, share = recognized(contents, known.library)
    own = contents.edition
    verdict = Verdict(
        str(file.path),
        "unknown",
        number=own.get("copy", ""),
        total=own.get("copies", ""),
        saved_by=contents.saved_by,
        likeness=share if edition and not contents.identifier else None,
        trouble=contents.trouble,
    )
    if edition is None:
        claimed = _claimed(contents)
        if claimed is None:
            return verdict
        verdict = replace(verdict, edition=claimed, later=later_edition(claimed, known.files))
        state, lost = compared_with_record(contents)
        return replace(verdict, state=state, lost=lost, compared="record" if state != "not compared" else "")
    document = known.library.document(edition)
    copies = _copies(edition, contents, known)
    verdict = replace(
        verdict,
        edition=edition,
        later=later_edition(edition, known.files),
        copies=copies,
        labels=unit_labels(document) if document else {},
        state="not compared",
    )
    if contents.trouble:
        return replace(verdict, state="changed")
    units = words_of_units(document) if document else {}
    if originals := list(_originals(file, edition, contents, known)):
        return _with_look(
            file, compared(verdict, contents, originals, units, _copy_marks(document, contents)), originals
        )
    return compared_with_units(verdict, contents, units) if units and contents.words else verdict


def _with_look(file: ReceivedFile, verdict: Verdict, originals: Sequence[Original]) -> Verdict:
    """The verdict on a file with the same words as one of `originals`: whether it also looks as one of them does."""
    if file.kind != "pdf" or verdict.changes:
        return verdict
    looks = [look_alike_apart(receive(one.file.place).content, file.content) for one in originals]
    return replace(verdict, looks_alike=True if True in looks else None if None in looks else False)


def _claimed(contents: FileContents) -> KnownEdition | None:
    """The edition that a file says it is of, though no build here has it."""
    own = contents.edition
    if not own.get("audience") or not own.get("version"):
        return None
    key = BriefKey(own["audience"], own.get("product", BRIEF))
    return KnownEdition("", key, own["version"], own.get("status", ""), own.get("date", ""), contents.identifier)


def _copies(edition: KnownEdition, contents: FileContents, known: _Known) -> tuple[RegisteredCopy, ...]:
    """The copy of an edition that a file says it is, as the register has it."""
    number = contents.edition.get("copy", "")
    for one in known.files:
        found = tuple(copy for copy in one.copies if str(copy.number) == number)
        if found and one.is_personal and one.edition.identifier == edition.identifier:
            return found
    return ()


def _originals(file: ReceivedFile, edition: KnownEdition, contents: FileContents, known: _Known) -> Iterator[Original]:
    """The files of an edition in the format of the one that turned up, if they are still as they were made."""
    number = contents.edition.get("copy", "")
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


def _copy_marks(document: Document | None, contents: FileContents) -> tuple[str, ...]:
    """The words that a personal copy has and its edition has not: its number."""
    number, total = contents.edition.get("copy", ""), contents.edition.get("copies", "")
    if document is None or not number:
        return ()
    return (phrases_for(document.properties.language).copy_of.format(number=number, total=total),)
