"""The messages of a distribution, as its register lists them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from briefs.files.bounded_reading import read_file
from briefs.mailing.parcel import Parcel, envelope_address
from briefs.model.diagnostics import BriefsError
from briefs.model.recipient import Recipient
from briefs.model.register import Message, Register, RegisteredCopy


@dataclass(frozen=True, slots=True)
class Outgoing:
    """The message that carries a copy: to whom, and its file as the register lists it. `size` is that of the file."""

    copy: int
    total: int
    recipient: Recipient
    message: Message
    folder: Path
    size: int

    def parcel(self, sender: str) -> Parcel:
        """The message as it is handed over, from the address `sender`. Raises BriefsError as `content` does."""
        content = self.content()
        if re.search(r"[\s<>\x00-\x1f\x7f]", self.recipient.email):
            raise BriefsError(f"copy {self.copy} has an address that is none; nothing was sent to it", _AGAIN)
        parcel = Parcel(_as_sent(content), envelope_address(self.recipient.email), envelope_address(sender))
        if [envelope_address(one).casefold() for one in parcel.addresses("To")] != [parcel.address.casefold()]:
            raise BriefsError(
                f"{self.folder / self.message.path} is addressed to somebody else than copy {self.copy} is for", _AGAIN
            )
        return parcel

    def content(self) -> bytes:
        """The file of the message. Raises BriefsError if it is not the one that the register lists."""
        path = self.folder / self.message.path
        try:
            content = read_file(path)
        except OSError as error:
            raise BriefsError(f"{path} cannot be read: {error.strerror}", _AGAIN) from error
        if hashlib.sha256(content).hexdigest() != self.message.sha256:
            raise BriefsError(f"{path} is not the message that the register lists; nothing was sent of it", _AGAIN)
        return content


_AGAIN = "make the distribution again with `briefs distribute`: whoever has a copy keeps it and gets no other"


def outgoing(folder: Path, register: Register) -> tuple[Outgoing, ...]:
    """The messages that the register of the distribution in `folder` lists, in the order of copies.

    Raises BriefsError if a file is not there or is elsewhere, or if a draft would go to somebody who does not clear it.
    """
    found = tuple(
        Outgoing(copy.number, copy.total, copy.recipient, copy.message, folder, _size(folder, copy))
        for copy in register.copies
        if copy.message is not None and copy.recipient is not None
    )
    strangers = [one.copy for one in found if not one.recipient.clears]
    if register.edition.status == "draft" and strangers:
        raise BriefsError(
            f"{folder} is a draft, and {named_copies(strangers)} would go to somebody who does not clear it",
            "make it with `briefs distribute --for clearance`, or distribute the cleared edition",
        )
    return found


def _size(folder: Path, copy: RegisteredCopy) -> int:
    assert copy.message is not None
    inside = PurePosixPath(copy.message.path)
    if inside.is_absolute() or ".." in inside.parts or "\\" in copy.message.path:
        raise BriefsError(f"the register in {folder} lists a message outside of this folder", _AGAIN)
    try:
        return (folder / inside).stat().st_size
    except OSError as error:
        raise BriefsError(f"{folder / inside} cannot be read: {error.strerror}", _AGAIN) from error


def named_copies(numbers: list[int] | tuple[int, ...]) -> str:
    """Copies as messages name them, such as `copy 3` or `copies 3, 4, 9 and 12 more`."""
    shown = ", ".join(map(str, numbers[:6])) + (f" and {len(numbers) - 6} more" if len(numbers) > 6 else "")
    return f"{'copy' if len(numbers) == 1 else 'copies'} {shown}"


def _as_sent(content: bytes) -> bytes:
    """A message file as it is handed over: without the header that makes mail programs open it as a draft.

    Every line ends as SMTP wants it, so that no line of a message can be taken for its end.
    """
    content = re.sub(rb"\r\n|\r|\n", b"\r\n", content)
    head, gap, body = content.partition(b"\r\n\r\n")
    head = re.sub(rb"(?im)^X-Unsent:.*\r\n(?:[ \t].*\r\n)*", b"", head + b"\r\n").removesuffix(b"\r\n")
    return head + gap + body
