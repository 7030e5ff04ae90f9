"""Names of published files: ASCII letters, digits, dots, hyphens and underscores, which no server or link changes."""

from __future__ import annotations

import hashlib
import re
import unicodedata

LONGEST = 120
"""The most characters that a name has, without its ending."""


def web_name(name: str) -> str:
    """`name`, of a file or a reference number, as it is published: `HB/CAP 1.0` is `HB-CAP-1.0`.

    Accents are dropped. If letters of other scripts or much of a long name have to be left out, some digits of its hash
    tell it apart from others.
    """
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(one for one in plain if not unicodedata.combining(one))
    stem, dot, ending = plain.rpartition(".")
    if not dot or not re.fullmatch(r"[a-z0-9]{1,5}", ending) or ending.isdecimal():
        stem, ending = plain, ""
    safe = re.sub(r"-*[^\w.-]+-*", "-", stem, flags=re.ASCII).strip("-._")
    lost = any(one.isalnum() and not one.isascii() for one in stem)
    if lost or not safe or len(safe) > LONGEST:
        mark = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        safe = "_".join(filter(None, (safe[: LONGEST - 9].rstrip("-."), mark)))
    return f"{safe}.{ending}" if ending else safe
