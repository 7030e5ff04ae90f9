"""Verifying: whether a file that turns up is the one that was sent, and if not, what is different in it.

First its bytes are looked up among all that builds and distributions have made. Only if nobody knows them, it is read,
and compared with the edition that it says it is of.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from briefs.files.bounded_process import apart
from briefs.model.diagnostics import BriefsError
from briefs.model.signature import SignatureState
from briefs.output.last_manifest import read_manifest
from briefs.pipeline.file_signatures import list_signature, project_trust
from briefs.pipeline.kept_library import kept_library
from briefs.pipeline.known_distributions import known_distributions
from briefs.pipeline.order import Progress, silent
from briefs.pipeline.read_verdict import Known, read_verdict
from briefs.signing.checking import signatures_of
from briefs.signing.pyhanko_extra import require_pyhanko
from briefs.signing.trust import Trust
from briefs.verification.comparison import Original, compared
from briefs.verification.known_files import KnownFile, built_files, later_edition
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
    known, warnings = all_known(order)
    verdicts = []
    for path in order.files:
        progress(f"reading {path}")
        verdicts.append(verdict_on(path, known))
    return Verification(tuple(verdicts), warnings)


def all_known(order: VerificationOrder) -> tuple[Known, tuple[str, ...]]:
    """What files are looked up in, and lines that say what cannot be. Raises BriefsError as `verify` does."""
    distributed, warnings = known_distributions(order.build, order.registers)
    manifest = read_manifest(order.build) if order.build else {}
    if order.build and not manifest:
        warnings.append(f"there is no build in {order.build}, or its manifest cannot be read: no edition is known")
    trust, warning = project_trust(order.project)
    build = order.build or Path()
    known = Known([*built_files(manifest, build), *distributed], kept_library(order.build, order.project), trust)
    return known, (*warnings, *filter(None, (warning,)))


def verdict_on(path: Path, known: Known) -> Verdict:
    """What is known of the file at `path`."""
    try:
        file = receive(path)
    except UnreadableFile as error:
        return Verdict(str(path), "unreadable", trouble=str(error))
    found = known.by_hash.get(file.sha256)
    verdict = _exact(file, found, known) if found else _added_to(file, known) or read_verdict(file, known)
    return _signed(file, verdict, known.trust)


def _exact(file: ReceivedFile, found: KnownFile, known: Known) -> Verdict:
    return Verdict(
        str(file.path),
        "unchanged",
        known=found,
        edition=found.edition,
        later=later_edition(found.edition, known.files),
        copies=found.copies,
    )


def _added_to(file: ReceivedFile, known: Known) -> Verdict | None:
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


def _signatures(pdf: bytes, trust: Trust, *, is_known: bool) -> tuple[SignatureState, ...]:
    """What `signatures_of` says; of the file of a stranger, a process of its own finds it out."""
    if is_known or b"/ByteRange" not in pdf:
        return signatures_of(pdf, trust)
    require_pyhanko()
    found = apart(signatures_of, (pdf, trust))
    return found if isinstance(found, tuple) else (SignatureState(),)


def _signed(file: ReceivedFile, verdict: Verdict, trust: Trust) -> Verdict:
    """The verdict with what signatures say. A file with nothing but good signatures after it is the file."""
    signatures: tuple[SignatureState, ...] = ()
    try:
        if verdict.known is not None and verdict.state == "unchanged":
            listed = list_signature(verdict.known.signed_list, file.sha256, trust)
            verdict = replace(verdict, list_signature=listed)
        if file.kind == "pdf":
            signatures = _signatures(file.content, trust, is_known=verdict.state == "unchanged")
    except BriefsError:  # the library is missing
        return replace(verdict, is_signature_unchecked=True)
    is_signed = bool(signatures) and all(one.is_good for one in signatures) and signatures[-1].coverage == "whole"
    is_only_signed = is_signed and verdict.looks_alike is True and not (verdict.changes or verdict.properties)
    if verdict.state == "added to" and is_only_signed:
        return replace(verdict, state="signed", signatures=signatures)
    return replace(verdict, signatures=signatures)
