"""What a server says, as it is kept and shown: in one line, not too long, and without addresses."""

from __future__ import annotations

import re

LONGEST = 300
_READ = 4_000
"""Characters that are looked at: enough for `LONGEST`, and few enough to look for addresses in."""

_ADDRESS = re.compile(r"""<?(?:"[^"]*"|[^\s<>(),;:"'\[\]]+)@[^\s<>(),;:"']+>?""")


def without_addresses(words: bytes | str) -> str:
    """`words` in one line of at most `LONGEST` characters, with `…` for everything that looks like an address."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    text = " ".join(text.split())
    if len(text) > _READ:
        text = text[:_READ].rpartition(" ")[0] + " …"  # no part of an address is left
    text = _ADDRESS.sub("…", text)
    text = "".join(character if character.isprintable() else "�" for character in text)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
