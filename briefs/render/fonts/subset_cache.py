"""A cache of subsets of fonts in the user's cache folder, since it takes half a second to make one."""

from __future__ import annotations

from collections.abc import Callable

from briefs.files.user_cache import cached, keep

_FOLDER = "fonts"
_MOST = 128
"""How many subsets are kept, the latest ones."""


def kept(key: str, make: Callable[[], bytes]) -> bytes:
    """What was made for `key` before, or else what `make` returns, which is kept. A key is fit for a file name."""
    found = cached(_FOLDER, key)
    if found is None:
        found = make()
        keep(_FOLDER, key, found, _MOST)
    return found
