"""How to reach the issuer: the parts of a contact, each in a form that a link can lead to."""

from __future__ import annotations

import re
from typing import Annotated, Any, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field

from briefs.model.block_fields import Model, Text
from briefs.model.mistakes import Mistake

_EMAIL = re.compile(r"[\w.+%'-]+@[\w-]+(\.[\w-]+)+")
_WEB = re.compile(r"(https?://)?([\w-]+\.)+[^\W\d_]{2,}(:\d+)?([/?#][^\s\"<>]*)?", re.IGNORECASE)
_DIGITS = r"(?:[0-9]+|\([0-9]+\))"
_TELEPHONE = re.compile(rf"(?:\+ ?)?{_DIGITS}(?:(?:[ \u00a0]|[ \u00a0]?[-.\u2011\u2013][ \u00a0]?)?{_DIGITS})*")
_FEWEST_DIGITS, _MOST_DIGITS = 5, 15
"""How many digits a number has; the most are those of an international one (ITU-T E.164)."""
_NOT_DIALLED = re.compile(r"^(\+[^(]*)\(0\)")
"""The zero after a country code that is dialled only within the country, as numbers are written in Europe."""


def _email(value: str) -> str:
    if not _EMAIL.fullmatch(value):
        raise ValueError(f'"{value}" is not an email address such as info@example.org')
    return value


def _web(value: str) -> str:
    if not _WEB.fullmatch(value):
        raise ValueError(f'"{value}" is not a web address such as www.example.org')
    return value


def _telephone(value: str) -> str:
    digits = len(re.findall("[0-9]", _NOT_DIALLED.sub(r"\1", value)))
    if not (_TELEPHONE.fullmatch(value) and _FEWEST_DIGITS <= digits <= _MOST_DIGITS):
        raise ValueError(f'"{value}" is not one telephone number such as +41 22 919 10 20')
    return value


def _one_line(value: str) -> str:
    """`value` in one line: commas stand where its lines end."""
    return ", ".join(line for line in (" ".join(one.split()).rstrip(",") for one in value.splitlines()) if line)


Email: TypeAlias = Annotated[Text, AfterValidator(_email)]
"""An email address."""
WebAddress: TypeAlias = Annotated[Text, AfterValidator(_web)]
"""A web address, with or without `https://`."""
Telephone: TypeAlias = Annotated[Text, AfterValidator(_telephone)]
"""One telephone number, best in its international form."""
Line: TypeAlias = Annotated[Text, AfterValidator(_one_line)]
"""Words in one line, also if they are written in several."""


class Contact(Model):
    """Whom readers turn to, printed at the end of every brief; what is not given is left out."""

    name: Line | None = Field(default=None, description="person or office")
    address: Line | None = Field(default=None, description="postal address")
    telephone: Telephone | None = Field(default=None, description="telephone number, e.g. +41 22 919 10 20")
    email: Email | None = Field(default=None, description="email address; becomes a link")
    web: WebAddress | None = Field(default=None, description="web address, e.g. www.example.org; becomes a link")

    @property
    def email_link(self) -> str:
        """What a link to the email address leads to; empty if there is none."""
        return f"mailto:{self.email}" if self.email else ""

    @property
    def web_link(self) -> str:
        """What a link to the web address leads to; empty if there is none."""
        if not self.web:
            return ""
        return self.web if self.web.lower().startswith(("http://", "https://")) else f"https://{self.web}"

    @property
    def telephone_link(self) -> str:
        """What a link to the telephone number leads to (RFC 3966); empty if there is none."""
        number = _NOT_DIALLED.sub(r"\1", self.telephone or "")
        return f"tel:{re.sub(r'[^+0-9]', '', number)}" if number else ""


def _contact(value: Any) -> Any:
    """A contact as written: its fields, or one text without addresses, which is a name."""
    if isinstance(value, dict) and all(part is None for part in value.values()):
        raise ValueError("give at least one of name, address, telephone, email and web")
    if not isinstance(value, str):
        return value
    for word in value.replace(",", " ").split():
        if "@" in word or word.lower().startswith(("www.", "http:", "https:")):
            field = "email" if "@" in word else "web"
            message = f'write "{word}" in a field of its own, {field}, so that it becomes a link'
            rest = " ".join(value.replace(word, "").split()).strip(" ,;")
            name = f"name: {rest}, " if rest and "," not in rest else ""
            is_plain = not rest or bool(name)
            raise Mistake(message, "write" if is_plain else "", f"{{{name}{field}: {word}}}" if is_plain else "")
    return {"name": value}


WrittenContact: TypeAlias = Annotated[Contact, BeforeValidator(_contact, json_schema_input_type=str | Contact)]
"""A contact, as fields or, if nothing in it can be a link, as one text."""
