"""Making the distribution of one edition: copies, messages, checksums, tables, and the register last."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from briefs.compose.letters.letter_writing import LetterWriter
from briefs.files.bounded_reading import read_file
from briefs.files.file_hash import hash_of
from briefs.mailing.journal import NAME as JOURNAL
from briefs.mailing.journal import Journal
from briefs.mailing.message import message_bytes, message_id
from briefs.model.checksum_list import NAME as CHECKSUMS
from briefs.model.copy import Copy
from briefs.model.diagnostics import BriefsError, Diagnostic, Fault, Place
from briefs.model.distribution_settings import DistributionSettings
from briefs.model.formats import FORMATS, Format
from briefs.model.letter import Attachment
from briefs.model.recipient import Recipient
from briefs.model.register import DistributedEdition, DistributedFile, Message, Register, RegisteredCopy
from briefs.outbox.checksums import checksums
from briefs.outbox.copy_numbers import Numbered
from briefs.outbox.distribution_folder import Pieces, failure, write_register
from briefs.outbox.folder_writer import FolderWriter
from briefs.output.finished import FinishedEdition
from briefs.pipeline.distribution_order import Distributed, DistributionOrder
from briefs.pipeline.distribution_signing import Signatures
from briefs.pipeline.laid_out_copies import CopiesInAdvance, copies_in_advance
from briefs.pipeline.order import Progress
from briefs.pipeline.personal_copies import PersonalCopies, prepare_copies
from briefs.recipients.unprintable_names import unprintable_names
from briefs.text.counts import counted

SIGNATURE = f"{CHECKSUMS}.p7s"


def already_distributed(folder: Path, register: Register | None, edition: FinishedEdition) -> None:
    """Raise BriefsError if nothing can be added to what is in `folder`, since it is not known whose or what it is."""
    if register is None:
        return
    if any(copy.recipient is None for copy in register.copies):
        raise BriefsError(
            f"{folder} has forgotten who was given copies, so nobody can be added",
            "give out a new edition, with another version",
        )
    if register.edition.sha256 == edition.sha256:
        return
    raise BriefsError(
        f"{folder} has copies of an edition with the same number that says something else",
        "give the new edition another version, as in: briefs build --status cleared --version 1.1",
    )


def _lost(path: Path) -> BriefsError:
    """What is told if a signed file is gone or was changed: signed again, it would be another file."""
    return BriefsError(
        f"{path} is not the signed file that was given out, or is gone",
        "put it back as it was: it is attached to the messages in outbox/ that carry it",
    )


@dataclass(slots=True)
class Making:
    """Makes the distribution of `edition` in `folder`, where `register` says what there is already.

    `problems` are mistakes in the list that only the register shows: with any, nothing is to be made.
    """

    order: DistributionOrder
    settings: DistributionSettings
    edition: FinishedEdition
    folder: Path
    register: Register | None
    numbers: tuple[Numbered, ...]
    writer: LetterWriter
    signatures: Signatures | None
    progress: Progress
    problems: tuple[Diagnostic, ...] = ()
    _personal: PersonalCopies | CopiesInAdvance | None = None
    _contents: dict[Format, bytes] = field(default_factory=dict)
    _shared: dict[Format, DistributedFile] = field(default_factory=dict)
    _files: FolderWriter = field(init=False)

    def __post_init__(self) -> None:
        """Nothing is written before `make`."""
        self._files = FolderWriter(self.folder)

    @property
    def is_personal(self) -> bool:
        """Whether each copy says whom it is for."""
        return self.edition.document.furniture.is_personal

    def prepare(self) -> None:
        """Verify the files that are needed, and prepare personal copies; `problems` may be more then.

        Raises BriefsError if a file is missing or was changed, or if signing was left out or comes too late.
        """
        formats = {format for one in self.numbers for format in self._formats(one)}
        self._contents = {format: self.edition.content(format) for format in FORMATS if format in formats}
        if self.register is not None and bool(self.register.signature) != (self.signatures is not None):
            first = "signed" if self.register.signature else "not signed"
            then = "sign these as well, with --sign" if self.register.signature else "leave out --sign"
            raise BriefsError(f"the copies in {self.folder} are {first}", then)
        if self.is_personal:
            copies = [self._copy(one) for one in self.numbers]
            self._personal = prepare_copies(self.order.project, self.edition, tuple(self._contents), copies)
            whom = [one.recipient for one in self.numbers]
            problems = tuple(unprintable_names(whom, self._personal.unprintable))
            self.problems += problems or tuple(self._overlong(self._personal))

    def _overlong(self, personal: PersonalCopies) -> Iterator[Diagnostic]:
        """Those who were not given a copy yet, and whose names would make the PDF longer than what was cleared."""
        new = {self._copy(one): one for one in self.numbers if one.registered is None and "pdf" in self._formats(one)}
        for copy, pages, allowed in personal.overlong(list(new)):
            message = f'column "name": the name is so long that this copy would have {pages} pages, not {allowed}'
            hint = "leave out what belongs into the column title, or shorten it"
            who = new[copy].recipient
            yield Fault("name-too-long", message, hint).at(Place(who.path, who.row))

    def make(self) -> Distributed:
        """Write everything, the register last. Raises BriefsError; then the register is as it was."""
        before = {copy.number: copy for copy in self.register.copies} if self.register else {}
        sent = self._sent()
        try:
            self._files.make_folders()
            self._share_files()
            self._say_how_long(before)
            with self._in_advance(before):
                made = {one.number: self._made(one, one.number in sent) for one in self._told()}
            copies = tuple(copy for _, copy in sorted({**before, **made}.items()))
            register = Register(self._edition(), self.is_personal, copies, tuple(self._shared.values()))
            register = self._with_tables(register)
            write_register(self.folder, register)
        except OSError as error:
            raise failure(self.folder, error) from error
        others = tuple(one for one in sorted(before.keys() - made.keys()) if not before[one].is_withdrawn)
        return Distributed(
            name=self.edition.name,
            folder=self.folder,
            made=len(made.keys() - before.keys()),
            kept=len(made.keys() & before.keys()),
            messages=sum(copy.message is not None for copy in made.values()),
            by_hand=sum(copy.message is None for copy in made.values()),
            others=others,
            others_to_send=tuple(one for one in others if before[one].message is not None and one not in sent),
            aside=tuple(self._files.aside),
            stale=next((file.stale for file in self.edition.files.values() if file.stale), ""),
        )

    def _say_how_long(self, before: Collection[int]) -> None:
        """Say how long it takes to sign each new copy, if that is asked for."""
        new = sum(one.number not in before and "pdf" in self._formats(one) for one in self.numbers)
        if self._personal is not None and self.signatures is not None and self.order.signing == "each" and new:
            self.order.note(f"signing {counted(new, 'copy')} takes {self.signatures.time(self._contents['pdf'], new)}")

    @contextmanager
    def _in_advance(self, before: Mapping[int, RegisteredCopy]) -> Iterator[None]:
        """Inside this `with` block, personal copies that take long are made already, by several processes."""
        if not isinstance(self._personal, PersonalCopies):
            yield
            return
        copies: dict[Format, list[Copy]] = {format: [] for format in self._contents}
        for one in self.numbers:
            there = {file.format for file in before[one.number].files} if one.number in before else set()
            for format in self._formats(one):
                if format not in there:
                    copies[format].append(self._copy(one))
        project, edition, order = self.order.project, self.edition, self.order
        with copies_in_advance(
            self._personal, project, edition, copies, self.folder, order.scheduler, self.progress
        ) as in_advance:
            self._personal = in_advance
            yield

    def _told(self) -> Iterator[Numbered]:
        for done, one in enumerate(self.numbers, 1):
            if done % 100 in (1, 0):
                self.progress(f"{self.edition.name}: copy {done} of {len(self.numbers)}")
            yield one

    def _sent(self) -> set[int]:
        """The copies whose messages were handed over, or may have been."""
        entries = Journal(self.folder / JOURNAL, nullcontext).read()
        return {copy for copy, entry in entries.items() if entry.may_be_there}

    def _edition(self) -> DistributedEdition:
        properties, edition = self.edition.document.properties, self.edition
        return DistributedEdition(
            properties.identifier,
            properties.title,
            edition.report,
            edition.key.audience,
            edition.key.product,
            properties.version,
            properties.status,
            properties.date,
            edition.sha256,
        )

    def _formats(self, one: Numbered) -> tuple[Format, ...]:
        """The formats of a copy: those that it has already, and those asked for."""
        wanted = one.recipient.formats or self.settings.formats
        had = [file.format for file in one.registered.files] if one.registered else []
        return tuple(format for format in FORMATS if format in wanted or format in had)

    def _copy(self, one: Numbered) -> Copy:
        """What a personal copy says; the name stays as it was given out."""
        before = one.registered.recipient if one.registered else None
        return Copy((before or one.recipient).name, one.number, one.total)

    def _share_files(self) -> None:
        """Write the files that all recipients share: all of an edition without personal copies; else those signed."""
        before = {file.format: file for file in self.register.files} if self.register else {}
        self._shared = dict(before)  # also in formats that nobody in this list asks for
        for format, content in self._contents.items():
            if self.is_personal and (format != "pdf" or self.signatures is None):
                continue
            name = PurePosixPath("edition", self.edition.files[format].name)
            known, level = before.get(format), ""
            if known is not None and hash_of(self.folder / known.path) == known.sha256:
                continue  # a second signature would make another file of it
            if known is not None and known.signature:
                raise _lost(self.folder / known.path)
            if format == "pdf" and self.signatures is not None:
                content, level = self.signatures.sign(content), self.signatures.level
            self._shared[format] = self._written(name, (content,), format, level, known)

    def _written(
        self, name: PurePosixPath, pieces: Pieces, format: Format, level: str, known: DistributedFile | None
    ) -> DistributedFile:
        sha256 = self._files.put(str(name), pieces, known.sha256 if known else "")
        return DistributedFile(str(name), format, sha256, self.edition.files[format].sha256, level)

    def _made(self, one: Numbered, is_sent: bool) -> RegisteredCopy:
        """The copy of a recipient, with its files and its message; what was sent stays as it was sent."""
        before = one.registered
        known = {file.format: file for file in before.files} if before else {}
        contents: dict[Format, bytes] = {}
        files = []
        for format in self._formats(one):
            if is_sent and format not in known:
                continue
            files.append(self._file(one, format, known.get(format), contents))
        whom = before.recipient if before and before.recipient and is_sent else one.recipient
        message = before.message if before and is_sent else self._message(one, whom, files, contents)
        bounced = before.bounced if before else ""
        return RegisteredCopy(one.number, one.total, one.recipient.key, whom, tuple(files), message, bounced)

    def _file(
        self, one: Numbered, format: Format, known: DistributedFile | None, contents: dict[Format, bytes]
    ) -> DistributedFile:
        """One file of a copy; what it holds is put into `contents`, if it is made now."""
        if self._personal is None:
            return self._shared[format]
        built = PurePosixPath(self.edition.files[format].name)
        name = PurePosixPath("copies", f"{built.stem}_copy-{one.number:04}{built.suffix}")
        level = ""
        if known is not None and hash_of(self.folder / known.path) == known.sha256:
            return known
        if known is not None and known.signature:
            raise _lost(self.folder / known.path)
        pieces = self._personal.pieces(format, self._copy(one))
        if format == "pdf" and self.signatures is not None and self.order.signing == "each":
            pieces, level = [self.signatures.sign(b"".join(pieces))], self.signatures.level
        if one.recipient.email:
            contents[format] = b"".join(pieces)
        return self._written(name, pieces, format, level, known)

    def _message(
        self, one: Numbered, whom: Recipient, files: list[DistributedFile], contents: Mapping[Format, bytes]
    ) -> Message | None:
        """The message to a recipient who has an address, written to the outbox."""
        if not whom.email:
            return None
        letter = self.writer.write(whom, self._copy(one) if self.is_personal else None)
        attachments = [
            Attachment(
                PurePosixPath(file.path).name,
                file.format,
                contents[file.format] if file.format in contents else read_file(self.folder / file.path),
            )
            for file in files
        ]
        properties = self.edition.document.properties
        id = message_id(properties.identifier, one.number, whom.key, letter.sender)
        content = message_bytes(
            letter, whom, attachments, message_id=id, date=datetime.date.fromisoformat(properties.date)
        )
        path = f"outbox/{one.number:04}.eml"
        before = one.registered.message if one.registered else None
        sha256 = self._files.put(path, (content,), before.sha256 if before else "")
        return Message(path, id, sha256)

    def _signed_list(self) -> str:
        """The hash of the list of checksums, if it is still as it was signed; empty if not.

        It may list more than the register does: copies that were withdrawn since. A signature holds the digest of what
        it is for.
        """
        sha256 = hash_of(self.folder / CHECKSUMS)
        signature = self.folder / SIGNATURE
        is_signed = sha256 and signature.is_file() and bytes.fromhex(sha256) in read_file(signature)
        return sha256 if is_signed else ""

    def _with_tables(self, register: Register) -> Register:
        """Write checksums, their signature and the tables; the register with the name of the signature."""
        sums = checksums(register)
        signed_before = self._signed_list()
        if self.signatures is not None:
            register = replace(register, signature=SIGNATURE)
            if (
                hash_of(self.folder / CHECKSUMS) != hashlib.sha256(sums).hexdigest()
                or not (self.folder / SIGNATURE).is_file()
            ):
                self._files.put(SIGNATURE, (self.signatures.sign_list(sums),), hash_of(self.folder / SIGNATURE))
        self._files.put_tables(register, self.register, signed_before)
        return register
