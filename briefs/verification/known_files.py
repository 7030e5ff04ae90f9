"""All files that builds and distributions have made, by hash: which edition each is, and who was given it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from briefs.model.brief_key import BriefKey
from briefs.model.document import Document
from briefs.model.register import DistributedFile, Register, RegisteredCopy
from briefs.model.versions import edition_order


@dataclass(frozen=True, slots=True)
class KnownEdition:
    """An edition of a brief. `sha256` is that of its kept Document, if the manifest says so."""

    report: str
    key: BriefKey
    version: str
    status: str
    date: str
    identifier: str = ""
    sha256: str = ""

    @classmethod
    def of(cls, report: str, document: Document, sha256: str = "") -> KnownEdition:
        """The edition that a kept `document` of a `report` is."""
        about = document.properties
        return cls(report, document.key, about.version, about.status, about.date, about.identifier, sha256)

    @property
    def brief(self) -> tuple[str, BriefKey]:
        """The brief that it is an edition of."""
        return self.report, self.key

    @property
    def order(self) -> tuple[str, list[tuple[bool, int, str]]]:
        """What editions of a brief are sorted by; see `edition_order`."""
        return edition_order(self.date, self.version)


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file that was made: its name, edition and hash.

    If it was made for recipients, `copies` are theirs, and `place` is where it was written then. `is_replaced` says
    that a later build of the same version took its place. `is_message` says that it is a message with a copy.
    `signed_list` is the signature over the hashes of all files of its distribution, if there is one.
    """

    name: str
    edition: KnownEdition
    sha256: str
    format: str
    place: Path
    copies: tuple[RegisteredCopy, ...] = ()
    is_personal: bool = False
    signature: str = ""
    is_replaced: bool = False
    is_message: bool = False
    signed_list: Path | None = None


def built_files(manifest: Mapping[str, Any], build: Path) -> list[KnownFile]:
    """The files that the manifest lists, also those that later builds have replaced."""
    identifiers = {entry["sha256"]: entry["identifier"] for entry in manifest.get("editions", ())}
    found = []
    for part, is_replaced in (("files", False), ("provenance", False), ("superseded", True)):
        for entry in manifest.get(part, ()):
            sha256 = str(entry.get("edition", {}).get("sha256", ""))
            edition = KnownEdition(
                entry["report"],
                BriefKey.of_entry(entry),
                entry["version"],
                entry["status"],
                entry["date"],
                identifiers.get(sha256, ""),
                sha256,
            )
            place = build / entry["path"]
            known = KnownFile(entry["path"], edition, entry["sha256"], entry["format"], place, is_replaced=is_replaced)
            found.append(known)
    return found


def kept_editions(manifest: Mapping[str, Any]) -> list[tuple[KnownEdition, str]]:
    """The editions whose Documents are kept, each with the path of its file; those replaced by others come last."""
    listed = sorted(manifest.get("editions", ()), key=lambda entry: bool(entry.get("superseded")))
    return [
        (
            KnownEdition(
                entry["report"],
                BriefKey.of_entry(entry),
                entry["version"],
                entry["status"],
                entry["date"],
                entry["identifier"],
                entry["sha256"],
            ),
            entry["path"],
        )
        for entry in listed
    ]


def distributed_files(register: Register, folder: Path) -> list[KnownFile]:
    """The files and messages of a distribution; a file that several recipients were given is one."""
    about = register.edition
    edition = KnownEdition(
        about.report,
        BriefKey(about.audience, about.product),
        about.version,
        about.status,
        about.date,
        about.identifier,
        about.sha256,
    )
    signed_list = folder / register.signature if register.signature else None
    given: dict[str, tuple[DistributedFile, list[RegisteredCopy]]] = {}
    for copy in register.copies:
        for file in copy.files:
            given.setdefault(file.sha256, (file, []))[1].append(copy)
    files = [
        KnownFile(
            Path(file.path).name,
            edition,
            sha256,
            file.format,
            folder / file.path,
            tuple(copies),
            register.is_personal,
            file.signature,
            signed_list=signed_list,
        )
        for sha256, (file, copies) in given.items()
    ]
    messages = [
        KnownFile(
            Path(copy.message.path).name,
            edition,
            copy.message.sha256,
            "eml",
            folder / copy.message.path,
            (copy,),
            register.is_personal,
            is_message=True,
            signed_list=signed_list,
        )
        for copy in register.copies
        if copy.message is not None
    ]
    return [*files, *messages]


def by_hash(files: Iterable[KnownFile]) -> dict[str, KnownFile]:
    """The files by hash. Those that recipients were given count first, and those replaced last."""
    found: dict[str, KnownFile] = {}
    for file in sorted(files, key=lambda one: (bool(one.copies), not one.is_replaced)):
        before = found.get(file.sha256)
        if before is not None and before.copies and file.copies:
            numbers = {copy.number for copy in before.copies}
            more = (copy for copy in file.copies if copy.number not in numbers)
            file = replace(before, copies=(*before.copies, *more))
        found[file.sha256] = file
    return found


def later_edition(edition: KnownEdition, files: Sequence[KnownFile]) -> KnownEdition | None:
    """The latest cleared edition of the same brief in the build that takes the place of `edition`, if there is one.

    One of the same version does if it was built again with other content.
    """
    others = [
        file.edition
        for file in files
        if file.edition.brief == edition.brief and file.edition.status == "cleared" and not file.is_replaced
    ]
    if not others:
        return None
    latest = max(others, key=lambda one: one.order)
    if latest.version == edition.version and latest.status == edition.status:
        is_other = bool(edition.sha256 and latest.sha256 and edition.sha256 != latest.sha256)
        return latest if is_other else None
    return latest if latest.order > edition.order or edition.status == "draft" else None
