"""Values that the program makes from nothing but its own files, kept in the user's cache for the same program.

To read a table of words, or to write the starter reference, takes longer than to read what came of it.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import TypeVar

from briefs.files.kept_objects import packed, unpacked
from briefs.files.program_state import program_state
from briefs.files.user_cache import cached, keep

T = TypeVar("T")

_FOLDER, _MOST = "values", 64


def kept_value(name: str, kind: type[T], make: Callable[[], T]) -> T:
    """The value of type `kind` that `make` gives, or gave before in the same program under this `name`.

    It must depend on the program and on `name` alone, and nobody may change it.
    """
    key = sha256(f"{program_state()}\0{name}".encode(errors="surrogatepass")).hexdigest()
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
