"""What `templates/distribution.yaml` says: how lists of recipients are read, and how briefs are mailed and signed.

Nothing secret is written there: passwords and pass phrases come from the environment, a keyring or a prompt.
"""

from __future__ import annotations

import ipaddress
import re
from pathlib import PurePath
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, WithJsonSchema, field_validator

from briefs.model.block_fields import Model, Text
from briefs.model.edition import Name
from briefs.model.formats import Format
from briefs.model.mail_address import checked_address, split_mailbox
from briefs.model.mistakes import Mistake

Security: TypeAlias = Literal["starttls", "tls", "none"]
USUAL_PORTS: dict[Security, int] = {"starttls": 587, "tls": 465, "none": 25}
COLUMNS = (
    "name",
    "salutation",
    "title",
    "office",
    "country",
    "audience",
    "email",
    "language",
    "formats",
    "copy",
    "clearance",
)
"""What the columns of a list of recipients can be."""


def is_loopback(host: str) -> bool:
    """Whether `host` is this computer itself, so that what is sent there passes no network."""
    if host.casefold().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _host(host: str) -> str:
    if "@" in host:
        raise ValueError("it must be the name of a server alone, without a user or a password")
    meant = re.sub(r"(?i)^[a-z]+://", "", host).rstrip("/")
    if found := re.fullmatch(r"([^:\[\]]+|\[[^\]]*\]):([0-9]+)", meant):
        raise Mistake(
            "it must be the name of a server alone", f"give the port its own line, port: {found[2]}; write", found[1]
        )
    if meant != host:
        raise Mistake("it must be the name of a server alone", "write", meant)
    if re.search(r"[^\w.:\[\]-]", host):
        raise ValueError("it must be the name of a server, such as smtp.example.org")
    return host


def _address(text: str) -> str:
    try:
        return checked_address(text)
    except Mistake as mistake:
        raise Mistake(f"it {mistake.message}", mistake.hint) from None


def _mailbox(text: str) -> str:
    try:
        split_mailbox(text)
    except Mistake as mistake:
        hint = "write an address, or a name with an address after it, such as Office of the Chair <chair@example.org>"
        raise Mistake(f"it {mistake.message}", hint) from None
    return text


def _headers(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _once(names: tuple[Format, ...]) -> tuple[Format, ...]:
    return tuple(dict.fromkeys(names))


def _kept_file(path: str) -> str:
    if PurePath(path).suffix.lower() in (".pem", ".crt", ".cer", ".der"):
        raise Mistake(
            "it must be a PKCS#12 file, which holds the certificate and its key", "its name ends with .p12 or .pfx"
        )
    return path


Host: TypeAlias = Annotated[Text, AfterValidator(_host)]
"""The name or address of a server."""
Address: TypeAlias = Annotated[Text, AfterValidator(_address)]
"""An address of mail."""
Mailbox: TypeAlias = Annotated[Text, AfterValidator(_mailbox)]
"""An address of mail, or a name with an address in angle brackets after it; see `split_mailbox`."""
Headers: TypeAlias = Annotated[
    tuple[Text, ...],
    BeforeValidator(_headers),
    Field(min_length=1),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}),
]
"""The name of a column as written in lists; several are read as one text, with spaces between them."""
Formats: TypeAlias = Annotated[tuple[Format, ...], Field(min_length=1), AfterValidator(_once)]
"""Formats of briefs, each of them once."""


class Columns(Model):
    """Which columns of a list of recipients are read as what, if their names are not found by themselves."""

    name: Headers | None = Field(default=None, description="the name as printed, e.g. Name, or [First name, Surname]")
    salutation: Headers | None = Field(default=None, description="how the letter begins")
    title: Headers | None = Field(default=None, description="what somebody is, e.g. Minister of Education")
    office: Headers | None = Field(default=None, description="ministry, mission or party")
    country: Headers | None = Field(default=None, description="the country that is represented")
    audience: Headers | None = Field(default=None, description="which brief is sent: an audience of the templates")
    email: Headers | None = Field(default=None, description="the address of mail")
    language: Headers | None = Field(
        default=None, description="the language that somebody prefers, as a BCP 47 tag; it is noted in the register"
    )
    formats: Headers | None = Field(default=None, description="the formats that are sent")
    copy_: Headers | None = Field(default=None, alias="copy", description="the number of the copy, if it is fixed")
    clearance: Headers | None = Field(default=None, description="whether the office clears drafts: yes or no")

    def headers(self) -> dict[str, tuple[str, ...]]:
        """The names of columns by what they are read as, without what is found by itself."""
        named = {name: getattr(self, "copy_" if name == "copy" else name) for name in COLUMNS}
        return {name: headers for name, headers in named.items() if headers is not None}


class Mail(Model):
    """The server that takes the letters. Its password comes from the environment, a keyring or a prompt."""

    sender: Mailbox = Field(description="whom the letters are from, e.g. Office of the Chair <chair@example.org>")
    reply_to: Address | None = Field(default=None, description="where answers go, if not to the sender")
    host: Host = Field(description="the name of the server, e.g. smtp.example.org")
    security: Security = Field(
        default="starttls", description="starttls, tls or none; none only for a server on this computer"
    )
    port: int = Field(
        default_factory=lambda data: USUAL_PORTS[data.get("security", "starttls")],
        ge=1,
        le=65535,
        description="the port of the server; without it 587, or 465 with tls, or 25 with none",
    )
    user: Text | None = Field(default=None, description="who logs in; without it, nobody does")
    per_minute: int = Field(default=60, ge=1, le=6000, description="how many letters are sent in a minute at most")
    connections: int = Field(default=1, ge=1, le=20, description="how many connections to the server are open at once")

    @field_validator("security", mode="after")
    @classmethod
    def _is_safe(cls, value: Security, info: ValidationInfo) -> Security:
        host: Any = info.data.get("host")
        if value == "none" and host is not None and not is_loopback(host):
            message = "it can be none only for a server on this computer: on the way to another, others could read"
            raise Mistake(message, "write", "starttls")
        return value


class Token(Model):
    """A key on a card or another device, reached by PKCS#11. Its PIN is asked for, or comes from the environment."""

    module: Text = Field(description="the library of the device, e.g. /usr/lib/opensc-pkcs11.so")
    token: Text = Field(description="the label of the device")
    label: Text = Field(description="the label of the key and its certificate")


class Signing(Model):
    """With which key briefs are signed, and who says when; its pass phrase is asked for or in the environment."""

    certificate: Annotated[Text, AfterValidator(_kept_file)] | None = Field(
        default=None, description="a PKCS#12 file (.p12, .pfx) with certificate and key, outside the project"
    )
    pkcs11: Token | None = Field(default=None, description="a key on a card or another device, in place of a file")
    timestamp: Text | None = Field(
        default=None, description="address of a time stamp server, or a file with its answers; without it, B-B"
    )
    trust: tuple[Text, ...] = Field(
        default=(), description="files with the certificates (PEM) of authorities that are trusted"
    )

    @field_validator("pkcs11", mode="after")
    @classmethod
    def _is_only_key(cls, value: Token | None, info: ValidationInfo) -> Token | None:
        if value is not None and info.data.get("certificate") is not None:
            raise ValueError("there is a certificate in a file besides: only one of the two can sign")
        return value


class DistributionSettings(Model):
    """`templates/distribution.yaml`; a project can do without it."""

    columns: Columns = Field(default=Columns(), description="columns of lists whose names are not found by themselves")
    ignore: tuple[Text, ...] = Field(default=(), description="columns of lists that nothing should read")
    sheet: Text | None = Field(default=None, description="the sheet of a workbook; without it, the first")
    audience: Name | None = Field(default=None, description="the audience of recipients for whom a list names none")
    formats: Formats = Field(default=("pdf",), description="the formats that are sent if a list names none")
    mail: Mail | None = Field(default=None, description="the server that takes the letters")
    signing: Signing | None = Field(default=None, description="with which key briefs are signed")
