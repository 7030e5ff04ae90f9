"""Names of offices, as houses list them and as tables have them: which of them are those of one office."""

from __future__ import annotations

import re
import unicodedata


def is_same_office(one: str, other: str) -> bool:
    """Whether two names are those of one office: capitals, accents, spaces and signs make no difference, words do."""
    return office_key(one) == office_key(other)


def office_key(name: str) -> str:
    """What all ways of writing the name of an office have in common: letters and digits, without accents."""
    parts = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(one for one in parts if not unicodedata.combining(one))
    return " ".join(re.findall(r"[^\W_]+", letters)) or " ".join(name.split())
