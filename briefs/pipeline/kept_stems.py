"""Stems of words that were found before, in the user's cache folder: to find them takes longer than to read them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from briefs.files.program_state import program_state
from briefs.files.user_cache import cached, keep
from briefs.text.stems import learn, learned, taught_when_needed

_FOLDER, _NAME = "stems", "stems.json"
_FEW = 20
"""New stems are worth keeping if they are more than one to so many."""
_MOST_WORDS = 50_000
"""No more words are kept: to read them would take long too."""
_OPEN: list[bool] = []
"""Whether there is such a block around what is done now."""


@contextmanager
def kept_stems() -> Iterator[None]:
    """Use the stems that are kept inside this `with` block, and keep those that are found there, if they are many.
    Within another such block, that one does it."""
    if _OPEN:
        yield
        return
    before: list[int] = []

    def teach() -> None:
        learn(_read(cached(_FOLDER, _NAME)))
        before.append(_count())

    _OPEN.append(True)
    try:
        with taught_when_needed(teach):
            yield
    finally:
        _OPEN.clear()
    if before and (_count() - before[0]) * _FEW > before[0] and _count() <= _MOST_WORDS:
        content = json.dumps({"program": program_state(), "stems": learned()}, ensure_ascii=False)
        keep(_FOLDER, _NAME, content.encode(), 1)


def _count() -> int:
    """How many stems are known."""
    return sum(map(len, learned().values()))


def _read(content: bytes | None) -> dict[str, dict[str, str]]:
    """The stems in the content of a file: none if it is damaged, or of another program."""
    try:
        read: Any = json.loads(content or b"{}")
        if read.get("program") != program_state():
            return {}
        return {
            str(name): {str(word): str(stem) for word, stem in stems.items()} for name, stems in read["stems"].items()
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}
