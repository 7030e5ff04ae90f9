"""Addresses of mail: whether one can exist, without asking any server, and in which form it is kept."""

from __future__ import annotations

import re

from briefs.model.mistakes import Mistake

_MAILBOX = re.compile(r'\s*"?(?P<name>[^<>"]*?)"?\s*<(?P<address>[^<>]*)>\s*')
"""A name, in quotation marks or not, with an address in angle brackets after it."""
_BREAK = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029]")
_FORM = "write an address such as office@example.org"
_PLAIN = re.compile(
    r"(?=.{6,100}\Z)[A-Za-z0-9_+-]{1,22}(?:\.[A-Za-z0-9_+-]{1,20}){0,2}"
    r"@((?:(?![a-z0-9]{2}--)[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?\.)+(?:com|org|net|int|gov|edu|eu|[a-z]{2}))",
    re.ASCII,
)
"""Addresses about which there can be no doubt: most of them, told fast."""


def checked_address(text: str) -> str:
    """An address in the form in which it is kept, its domain in small letters; of any script (RFC 6531).

    Raises Mistake if there can be no such address. The message does not quote it, since an address may be of a person.
    """
    if _PLAIN.fullmatch(text):
        return text
    if "\n" in text or "\r" in text:
        raise Mistake("has a line break, which no address has", _FORM)
    if re.match(r"(?i)mailto:", text):
        raise Mistake('begins with "mailto:", which is not part of an address', "leave it out")
    if _MAILBOX.fullmatch(text):
        raise Mistake("has a name beside the address", "write the address alone, without angle brackets")
    if "@" not in text:
        raise Mistake("is not a mail address: it has no @", _FORM)
    if text.count("@") > 1 and re.search(r"[,;/\s]", text):
        raise Mistake("holds more than one address", "write one; give other people rows of their own")
    from email_validator import EmailNotValidError, validate_email  # slow to import, and only now needed

    try:
        return validate_email(text, check_deliverability=False, strict=True).normalized
    except EmailNotValidError:
        raise Mistake(f"is not a mail address: {_reason(text)}", _FORM) from None


def _reason(text: str) -> str:
    """Why there can be no such address, in words that do not repeat it."""
    local, _, domain = text.rpartition("@")
    if re.search(r"\s", text):
        return "it has a space"
    if "@" in local:
        return "it has more than one @"
    if not local or not domain:
        return f"nothing stands {'after' if local else 'before'} the @"
    if ".." in text or text.startswith(".") or local.endswith(".") or domain.startswith(".") or domain.endswith("."):
        return "a dot stands where none can"
    if "." not in domain:
        return "there is no dot after the @"
    if domain.rpartition(".")[2].casefold() in ("local", "localhost", "test", "invalid", "onion", "arpa"):
        return "no mail from outside can reach a domain with this ending"
    if len(local) > 64 or len(text) > 254:
        return "it is too long"
    return "it has a character that an address cannot have, or one where it cannot stand"


def split_mailbox(text: str) -> tuple[str, str]:
    """Name and address of a mailbox: `Office of the Chair <chair@example.org>`, or the address alone, without a name.

    Raises Mistake as `checked_address` does.
    """
    found = _MAILBOX.fullmatch(text)
    name, address = (found["name"], found["address"]) if found else ("", text)
    return name.strip(), checked_address(address.strip())


def has_break(text: str) -> bool:
    """Whether `text` has a line break or another control character, and so cannot stand in the head of a message."""
    return _BREAK.search(text) is not None
