"""What a server says, as it is kept and shown: in one line, not too long, and without addresses."""

from __future__ import annotations

import re

LONGEST = 300

_ADDRESS = re.compile(r"""<?(?:"[^"]*"|[^\s<>(),;:"'\[\]]+)@[^\s<>(),;:"']+>?""")


def without_addresses(words: bytes | str) -> str:
    """`words` in one line of at most `LONGEST` characters, with `…` for everything that looks like an address."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    text = _ADDRESS.sub("…", " ".join(text.split()))
    text = "".join(character if character.isprintable() else "�" for character in text)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
