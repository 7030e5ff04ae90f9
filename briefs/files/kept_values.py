"""Values that are made from the program and a text alone, kept in the user's cache: what takes longer to make than to
read again, such as a table of words, or the names that a report has."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import TypeVar

from briefs.files.kept_objects import packed, unpacked
from briefs.files.program_state import program_state
from briefs.files.user_cache import cached, keep

T = TypeVar("T")

_FOLDER, _MOST = "values", 256


def kept_value(told: str, kind: type[T], make: Callable[[], T]) -> T:
    """The value of type `kind` that `make` gives, or gave before in the same program.

    `told` says which value it is, and everything that it is made from but files of the program. Nobody may change it.
    """
    key = sha256(f"{program_state()}\0{told}".encode(errors="surrogatepass")).hexdigest()
    if (content := cached(_FOLDER, key)) is not None:
        try:
            known = unpacked(content)
        except ValueError:
            known = None
        if isinstance(known, kind):
            return known
    made = make()
    if (content := packed(made)) is not None:
        keep(_FOLDER, key, content, _MOST)
    return made
