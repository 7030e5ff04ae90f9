"""Reports that a message could not be delivered (RFC 3464; for international addresses, RFC 6533).

They are read from a folder: files `.eml`, as mail programs save them, and Maildir folders. A report that a message is
late is none that it could not be delivered.
"""

from __future__ import annotations

import email
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from email.message import Message
from email.policy import Compat32
from pathlib import Path

from briefs.files.bounded_reading import read_file
from briefs.files.file_walk import files_below
from briefs.mailing.server_words import without_addresses
from briefs.model.diagnostics import BriefsError
from briefs.model.limits import LARGEST_HEADER, LARGEST_MAIL
from briefs.model.register import Register, RegisteredCopy

_STATUS = ("message/delivery-status", "message/global-delivery-status")
_RETURNED = ("message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers")
_ID = re.compile(r"<[^<>\s]++>")
_ODD = (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What the parser raises for odd messages: it promises nothing. Parts within parts go as deep as somebody likes."""


class _Bounded(Compat32):
    """How messages are read: none with a field so long that to take it apart would take very long (CWE-1333)."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """The name and the value of a field. Raises ValueError if it is too long."""
        if sum(map(len, sourcelines)) > LARGEST_HEADER:
            raise ValueError("the field is too long")
        return super().header_source_parse(sourcelines)


_POLICY = _Bounded()


@dataclass(frozen=True, slots=True)
class Bounce:
    """A message that a server could not deliver: by its Message-ID, if the report has any, and the addresses.

    `path` is the file of the report. `words` are the server's, without addresses.
    """

    path: Path
    ids: tuple[str, ...]
    addresses: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Bounces:
    """What a folder of messages holds: those that `bounced`, `broken` reports, and how many `others` there are.

    Others are reports that a message is late or was delivered, and messages that are no reports.
    """

    bounced: tuple[Bounce, ...]
    broken: tuple[Path, ...]
    others: int


def read_bounces(folder: Path) -> Bounces:
    """What the messages in `folder` and the folders in it report. Raises BriefsError if it cannot be read."""
    if not folder.is_dir():
        raise BriefsError(f"{folder} is no folder of messages", "save the messages that came back as .eml files in one")
    bounced: list[Bounce] = []
    broken: list[Path] = []
    others = 0
    for path in _messages(folder):
        try:
            found = _bounce(path)
        except _ODD:
            broken.append(path)
            continue
        if found is None:
            others += 1
        else:
            bounced.append(found)
    return Bounces(tuple(bounced), tuple(broken), others)


def _messages(folder: Path) -> Iterator[Path]:
    """The files that are messages, in order."""
    try:
        paths = sorted(files_below(folder))
    except OSError as error:
        raise BriefsError(f"{folder} cannot be read: {error.strerror}") from error
    for path in paths:
        parent = path.parent
        is_maildir = parent.name in ("cur", "new") and (parent.parent / "cur").is_dir()
        if path.is_file() and not path.name.startswith(".") and (path.suffix.lower() == ".eml" or is_maildir):
            yield path


def _bounce(path: Path) -> Bounce | None:
    """The bounce that the message at `path` reports; None if it reports none. Raises ValueError for a broken report."""
    message = email.message_from_bytes(read_file(path, LARGEST_MAIL), policy=_POLICY)
    kind = str(message.get_param("report-type", "")).lower()
    if message.get_content_type() != "multipart/report" or kind not in ("delivery-status", "global-delivery-status"):
        if not message.keys():
            raise ValueError("this is no message")
        return None
    parts = list(message.walk())
    status = next((part for part in parts if part.get_content_type() in _STATUS), None)
    groups = [group for group in _blocks(status) if group.get("Action")] if status is not None else []
    if not groups:
        raise ValueError("a report that says nothing")
    failed = [group for group in groups if str(group["Action"]).split(None, 1)[0].strip(";").lower() == "failed"]
    if not failed:
        return None
    returned = [found for part in parts if part.get_content_type() in _RETURNED for found in _returned_ids(part)]
    answered = [found for name in ("In-Reply-To", "References") for found in _ids(str(message.get(name, "")))]
    addresses = [
        address
        for group in failed
        for name in ("Original-Recipient", "Final-Recipient")
        if (address := _address(str(group.get(name, ""))))
    ]
    return Bounce(path, tuple(dict.fromkeys(returned or answered)), tuple(dict.fromkeys(addresses)), _words(failed[0]))


def _blocks(status: Message) -> Iterator[Message]:
    """The groups of fields of a status: of the message, then of each recipient."""
    payload = status.get_payload()
    for block in payload if isinstance(payload, list) else []:
        if isinstance(block, Message) and not block.is_multipart():
            yield block
            block["Content-Transfer-Encoding"] = str(status.get("Content-Transfer-Encoding", "8bit"))
            rest = block.get_payload(decode=True)  # all others, in international reports
            text = rest.decode("utf-8", "replace") if isinstance(rest, bytes) else ""
            yield from (
                email.message_from_string(group, policy=_POLICY)
                for group in re.split(r"\n[ \t\r]*\n", text)
                if group.strip()
            )


def _returned_ids(part: Message) -> Iterator[str]:
    """The Message-ID of a message that came back, whole or as its headers."""
    payload = part.get_payload()
    if isinstance(payload, list):
        texts = [str(inner.get("Message-ID", "")) for inner in payload if isinstance(inner, Message)]
    else:
        content = part.get_payload(decode=True)
        text = content.decode("utf-8", "replace") if isinstance(content, bytes) else ""
        texts = [str(email.message_from_string(text.lstrip(), policy=_POLICY).get("Message-ID", ""))]
    for text in texts:
        yield from _ids(text)


def _ids(text: str) -> Iterator[str]:
    """The Message-IDs in a field."""
    return (one for one in _ID.findall(text) if "@" in one[2:-2])


def _address(field: str) -> str:
    """The address in a field such as `rfc822; anna@example.org`."""
    return field.partition(";")[2].strip().strip("<>").casefold()


def _words(group: Message) -> str:
    """What the server said of a recipient: its status and its diagnosis."""
    status = str(group.get("Status", "")).split(None, 1)[:1]
    diagnosis = str(group.get("Diagnostic-Code", ""))
    said = without_addresses(diagnosis.partition(";")[2] or diagnosis)
    return " ".join([*(one for one in status if one not in said), said]).strip() or "it could not be delivered"


def matched(
    bounces: Iterable[Bounce], registers: Mapping[Path, Register]
) -> tuple[dict[Path, dict[int, str]], tuple[Bounce, ...]]:
    """Which copies bounced: for each register, by its folder, the words by copy; and the bounces of no copy.

    A bounce is that of the copy whose message came back. If the report does not name the message, it is that of the
    only copy with its address.
    """
    ids: dict[str, tuple[Path, int]] = {}
    addresses: dict[str, list[tuple[Path, int]]] = {}
    for folder, register in registers.items():
        for copy in register.copies:
            if copy.message is not None:
                ids[copy.message.id] = folder, copy.number
                if copy.recipient is not None:
                    addresses.setdefault(copy.recipient.email.casefold(), []).append((folder, copy.number))
    found: dict[Path, dict[int, str]] = {}
    unmatched: list[Bounce] = []
    for bounce in bounces:
        known = [ids[one] for one in bounce.ids if one in ids]
        if not bounce.ids:
            known = _only([addresses.get(one, []) for one in bounce.addresses])
        if known:
            folder, number = known[0]
            found.setdefault(folder, {})[number] = bounce.words
        else:
            unmatched.append(bounce)
    return found, tuple(unmatched)


def _only(copies: Sequence[Sequence[tuple[Path, int]]]) -> list[tuple[Path, int]]:
    """The copies with any of some addresses, if it is only one; nothing if it is not clear which."""
    distinct = {copy for some in copies for copy in some}
    return list(distinct) if len(distinct) == 1 else []


def with_bounces(register: Register, bounced: Mapping[int, str]) -> Register:
    """The register with what servers said of the copies that `bounced`, by number."""

    def noted(copy: RegisteredCopy) -> RegisteredCopy:
        return replace(copy, bounced=bounced[copy.number]) if copy.number in bounced else copy

    return replace(register, copies=tuple(map(noted, register.copies)))
