"""Whether a register that was read can be one that the program wrote: people may have edited it, or their tools.

Whoever works with a register removes, reads and sends the files that it lists. So none may lie outside of its folder.
"""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterable

from briefs.model.register import DistributedFile, Register

_SHA256 = re.compile("[0-9a-f]{64}")
_NAME = r"[^/\\\x00-\x1f\x7f-\x9f\ud800-\udfff]{1,250}"
_FILE = re.compile(rf"(edition|copies)/(?!\.\.?\Z){_NAME}")
_MESSAGE = re.compile(rf"outbox/{_NAME}\.eml")
_SIGNATURE = re.compile(rf"(?!\.\.?\Z){_NAME}")
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_HIGHEST = 999_999_999


def check_register(register: Register) -> None:
    """Raise ValueError if no run of the program can have written this register."""
    numbers = [copy.number for copy in register.copies]
    _need(all(1 <= one <= _HIGHEST for one in (*numbers, *(copy.total for copy in register.copies))))
    _need(all(one < other for one, other in itertools.pairwise(numbers)))
    about = register.edition
    datetime.date.fromisoformat(about.date)
    _need(not any(map(_UNSAFE.search, (about.identifier, about.title, about.version, about.audience))))
    _need(not register.signature or _SIGNATURE.fullmatch(register.signature) is not None)
    _check_files(register.files)
    messages = [copy.message for copy in register.copies if copy.message is not None]
    _need(len({message.path for message in messages}) == len(messages))
    for message in messages:
        _need(_MESSAGE.fullmatch(message.path) is not None and _SHA256.fullmatch(message.sha256) is not None)
        _need(not _UNSAFE.search(message.id))
    for copy in register.copies:
        _check_files(copy.files)
        if (whom := copy.recipient) is not None:
            fields = (whom.name, whom.salutation, whom.title, whom.office, whom.country, whom.email, whom.language)
            _need(not any(map(_UNSAFE.search, fields)))


def _check_files(files: Iterable[DistributedFile]) -> None:
    files = tuple(files)
    _need(len({file.format for file in files}) == len(files))
    for file in files:
        _need(_FILE.fullmatch(file.path) is not None and _SHA256.fullmatch(file.sha256) is not None)


def _need(is_so: bool) -> None:
    if not is_so:
        raise ValueError("the register was changed by somebody else than the program")
