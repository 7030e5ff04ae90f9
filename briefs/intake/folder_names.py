"""Names of reports, which are those of their folders: from the name of a file, and free."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

RULE = "small letters and digits, with hyphens between words, as in water-report"
"""What the name of a report looks like, in words."""
_LONGEST = 60
_TAKEN = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)
"""Names that Windows keeps for devices, whatever the ending."""


def folder_name(text: str, reserved: Collection[str] = ()) -> str:
    """`text` as the name of a folder, in letters of any script: "Final Report (v2)" gives final-report-v2.

    Without accents where its letters are Latin; "report" if nothing is left. A `reserved` name, and one that a system
    keeps for itself, gets "report" behind it.
    """
    folded = (
        unicodedata.normalize("NFKD", text)
        .lower()
        .replace("ß", "ss")
        .replace("ø", "o")
        .replace("æ", "ae")
        .replace("œ", "oe")
        .replace("ł", "l")
        .replace("đ", "d")
    )
    plain = unicodedata.normalize("NFC", "".join(one for one in folded if not _is_accent(one)))
    words = re.findall(r"[^\W_]+", re.sub(r"['’]", "", plain))
    name = "-".join(words)
    if len(name) > _LONGEST:
        name = name[: _LONGEST + 1].rpartition("-")[0] or name[:_LONGEST]
    name = name or "report"
    return f"{name}-report" if name in _TAKEN or name in reserved else name


def _is_accent(character: str) -> bool:
    return "\u0300" <= character <= "\u036f"


def free_name(name: str, taken: Collection[str]) -> str:
    """`name` with the least number behind it with which it is none of those `taken`, whatever their case."""
    known = {one.casefold() for one in taken}
    number = 2
    while f"{name}-{number}".casefold() in known:
        number += 1
    return f"{name}-{number}"
