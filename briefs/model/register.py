"""The register of a distribution: who was given which copy of an edition, in which files.

It is kept as `register.json` in the folder of the distribution. Names of recipients stand nowhere else but there, in
the files beside it and in the journal; a register that has forgotten them keeps numbers and hashes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from briefs.model.formats import Format
from briefs.model.json_values import decoded, encoded
from briefs.model.recipient import Recipient
from briefs.model.versions import Status

NAME = "register.json"
VERSION = 1


class LaterRegister(ValueError):
    """The register was written by a later version of the program."""


@dataclass(frozen=True, slots=True)
class DistributedEdition:
    """The edition that is distributed. `sha256` is that of its kept Document, as in `build/manifest.json`."""

    identifier: str
    title: str
    report: str
    audience: str
    product: str
    version: str
    status: Status
    date: str
    sha256: str


@dataclass(frozen=True, slots=True)
class DistributedFile:
    """A file of a copy: `path` in the folder of the distribution (with `/`), its hash, and its PAdES level.

    `cleared` is the hash of the file in `build/` that it is or was made from. `signature` is empty if the file is not
    signed by itself, or else `B-B` or `B-T`.
    """

    path: str
    format: Format
    sha256: str
    cleared: str
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """The message that carries a copy: `path` in the folder, Message-ID with its angle brackets, hash of the file."""

    path: str
    id: str
    sha256: str


@dataclass(frozen=True, slots=True)
class RegisteredCopy:
    """A copy that was made: its number, of how many, for whom, and in which files.

    `key` is `Recipient.key`. `recipient` is None once forgotten. `message` is None for a recipient without an address.
    `bounced` is what a server said later of a message that it could not deliver, in its own words without addresses;
    empty if it said nothing. A copy that was taken back before it was sent is `is_withdrawn`, and has no files.
    """

    number: int
    total: int
    key: str
    recipient: Recipient | None
    files: tuple[DistributedFile, ...]
    message: Message | None = None
    bounced: str = ""
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class Register:
    """All copies of an edition, in the order of their numbers.

    `is_personal` says whether name and number are printed in the files; otherwise the copies share `files`. These are
    those of the edition as it is for everybody: of a personal one, those that are signed. `signature` names the
    detached signature (CMS, RFC 5652) over `SHA256SUMS`, if there is one.
    """

    edition: DistributedEdition
    is_personal: bool
    copies: tuple[RegisteredCopy, ...]
    files: tuple[DistributedFile, ...] = ()
    signature: str = ""


def register_json(register: Register) -> dict[str, Any]:
    """The register as values that can be written as JSON."""
    return {"register": VERSION, **encoded(register)}


def register_from_json(value: object) -> Register:
    """The register that `register_json` made into `value`.

    Raises LaterRegister if a later version of the program wrote it, and ValueError if it is damaged.
    """
    if not isinstance(value, dict) or type(value.get("register")) is not int:
        raise ValueError("this is not a register")
    if value["register"] > VERSION:
        raise LaterRegister("the register was written by a later version of the program")
    if value["register"] != VERSION:
        raise ValueError("the register has a version that there is not")
    try:
        register: Register = decoded(Register, {name: one for name, one in value.items() if name != "register"})
    except (KeyError, TypeError) as error:
        raise ValueError("the register is damaged") from error
    return register
