"""The message that carries a copy to its recipient: bytes that any mail program opens, the same each time.

    multipart/mixed
      multipart/alternative
        text/plain
        text/html
      a part for each file

Nothing in it is left to chance or to the clock: boundaries are made from the Message-ID, which is made from edition and
copy; the date is that of the edition. `X-Unsent: 1` makes Outlook open it as a draft.
"""

from __future__ import annotations

import base64
import binascii
import datetime
import hashlib
import json
import re
import unicodedata
from collections.abc import Sequence
from email.utils import format_datetime
from functools import lru_cache

from briefs.mailing.message_head import EOL, address_field, checked, field, field_with, parameter, text_field
from briefs.model.diagnostics import BriefsError
from briefs.model.formats import MEDIA_TYPES
from briefs.model.letter import Attachment, Letter
from briefs.model.mail_address import split_mailbox
from briefs.model.mistakes import Mistake
from briefs.model.recipient import Recipient

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_MESSAGE_ID = re.compile(r"<[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+>")


def message_id(edition: str, copy: int, recipient: str, sender: str) -> str:
    """The Message-ID of the message that carries copy number `copy` of an edition: the same whenever it is made.

    `edition` is the identifier of the edition, `recipient` the key of a recipient, of which the result shows
    nothing. `sender` is whom the letter comes from: the Message-ID ends with the domain of that address. Raises
    BriefsError if that is no address.
    """
    domain = _sendable(sender, "the sender")[1].rpartition("@")[2]
    made_from = json.dumps([edition, copy, recipient], ensure_ascii=False)
    return f"<{hashlib.sha256(made_from.encode()).hexdigest()[:32]}@{domain}>"


def message_bytes(
    letter: Letter,
    recipient: Recipient,
    attachments: Sequence[Attachment],
    *,
    message_id: str,
    date: datetime.date,
    sender: str = "",
) -> bytes:
    """The message with `letter` and `attachments` to `recipient`, as it is sent and kept in `.eml` files.

    It is dated at noon (UTC) of `date`. `sender` is who hands it over, if that is not whom the letter comes from. No
    line has more than 998 octets; all are ASCII unless the recipient's address is international. Raises BriefsError if
    anything in the head has a line break, or is not what it must be; it does not repeat the value.
    """
    where = f"row {recipient.row} of {recipient.path}" if recipient.path else "the list of recipients"
    if not _MESSAGE_ID.fullmatch(message_id):
        raise BriefsError("the Message-ID is not one", "make it with message_id(…)")
    if not _LANGUAGE.fullmatch(letter.language):
        raise BriefsError("the language of the letter is not a language tag", "write one such as en-GB in house.yaml")
    name = checked(recipient.name, f"the name in {where}")
    to = _sendable(recipient.email, f"the address in {where}")[1]
    author = _sendable(letter.sender, "`from` of the letter")
    head = [
        address_field("From", *author),
        "" if not sender or _sendable(sender, "the sender") == author else _address("Sender", sender, "the sender"),
        address_field("To", " ".join(name.split()), to),
        _address("Reply-To", letter.reply_to, "`reply-to` of the letter") if letter.reply_to else "",
        text_field("Subject", checked(letter.subject, "the subject of the letter").strip()),
        field("Date", _noon(date)),
        field("Message-ID", message_id),
        field("Content-Language", letter.language),
        field("X-Unsent", "1"),
        field("MIME-Version", "1.0"),
    ]
    boundaries = [f"=_{hashlib.sha256(f'{message_id} {at}'.encode()).hexdigest()[:32]}" for at in range(2)]
    words = _multipart("alternative", boundaries[1], [_text("plain", letter.text), _text("html", letter.html)])
    parts = [words, *(_file(one) for one in attachments)]
    body = _multipart("mixed", boundaries[0], parts) if attachments else words
    return "".join(head).encode() + body


def _address(name: str, text: str, what: str) -> str:
    return address_field(name, *_sendable(text, what))


@lru_cache(maxsize=64)  # the sender of thousands of messages
def _sendable(text: str, what: str) -> tuple[str, str]:
    """Name and address of the mailbox `text`, the domain in ASCII. Raises BriefsError, which calls it `what`."""
    try:
        name, address = split_mailbox(checked(text, what))
    except Mistake:
        raise BriefsError(f"{what} is not an email address", "correct it, or leave it out") from None
    if address.isascii():
        return name, address
    from email_validator import validate_email  # slow to import, and seldom needed

    found = validate_email(address, check_deliverability=False)
    return name, found.ascii_email or f"{found.local_part}@{found.ascii_domain}"


def _noon(date: datetime.date) -> str:
    """Noon (UTC) of a day, as messages write it."""
    return format_datetime(datetime.datetime.combine(date, datetime.time(12), datetime.UTC))


def _multipart(kind: str, boundary: str, parts: Sequence[bytes]) -> bytes:
    head = field_with("Content-Type", f"multipart/{kind}", f'boundary="{boundary}"')
    body = b"".join(b"--%b\r\n%b\r\n" % (boundary.encode(), part) for part in parts)
    return head.encode() + EOL.encode() + body + f"--{boundary}--{EOL}".encode()


def _text(kind: str, text: str) -> bytes:
    """A part that is read in the message."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    octets = f"{lines}\n".encode()
    is_plain = lines.isascii() and not re.search(
        r"^From |[\x00-\x08\x0b-\x1f\x7f]|[ \t]$|^.{77}|^\.", lines, re.MULTILINE
    )
    quoted = _quoted_printable(octets)
    if is_plain:
        encoding, body = "7bit", lines.replace("\n", EOL).encode() + EOL.encode()
    elif len(quoted) <= 2 * len(octets):
        encoding, body = "quoted-printable", quoted
    else:  # mostly in another script
        encoding, body = "base64", _base64(octets.replace(b"\n", EOL.encode()))
    charset = "us-ascii" if encoding == "7bit" else "utf-8"
    head = field_with("Content-Type", f"text/{kind}", f'charset="{charset}"')
    return (head + field("Content-Transfer-Encoding", encoding) + EOL).encode() + body


def _quoted_printable(octets: bytes) -> bytes:
    """Text as quoted-printable, with `From ` and dots at the beginnings of lines encoded: servers might change them."""
    quoted = binascii.b2a_qp(octets, istext=True)
    quoted = re.sub(rb"^From ", b"=46rom ", quoted, flags=re.MULTILINE)
    return re.sub(rb"^\.", b"=2E", quoted, flags=re.MULTILINE).replace(b"\r\n", b"\n").replace(b"\n", EOL.encode())


def _file(attachment: Attachment) -> bytes:
    """A part that is a file."""
    name = checked(attachment.name, "the name of an attachment")
    if not name.strip() or re.search(r"[/\\]", name):
        raise BriefsError("the name of an attachment is not that of a file", "name it without folders")
    kind = MEDIA_TYPES[attachment.format]
    charset = ['charset="utf-8"'] if kind.startswith("text/") else []
    head = (
        field_with("Content-Type", kind, *charset, *parameter("name", _ascii_name(name))),
        field("Content-Transfer-Encoding", "base64"),
        field_with("Content-Disposition", "attachment", *parameter("filename", name)),
        EOL,
    )
    return "".join(head).encode() + _base64(attachment.content)


def _ascii_name(name: str) -> str:
    """The name of a file in ASCII, for programs that do not know RFC 2231."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9._-]+", "-", plain).strip("-") or "attachment"


@lru_cache(maxsize=4)  # copies that are the same for all have the same files
def _base64(content: bytes) -> bytes:
    return base64.encodebytes(content).removesuffix(b"\n").replace(b"\n", EOL.encode())
