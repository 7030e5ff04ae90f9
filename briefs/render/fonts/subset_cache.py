"""A cache of subsets of fonts in the user's cache folder, since it takes half a second to make one.

What cannot be read there is made again, and what cannot be written there is not kept: a cache never changes a brief.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

_MOST = 128
"""How many subsets are kept, the latest ones."""


def kept(key: str, make: Callable[[], bytes]) -> bytes:
    """What was made for `key` before, or else what `make` returns, which is kept. A key is fit for a file name."""
    file = _folder() / key
    found = _read(file)
    if found is None:
        found = make()
        _write(file, found)
    return found


def _folder() -> Path:
    """The folder of the cache; a relative path counts as not set (XDG Base Directory Specification, Basics)."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    home = Path(named) if os.path.isabs(named) else Path(os.path.expanduser("~/.cache"))  # noqa: PTH111, PTH117
    return home / "briefs" / "fonts"


def _read(file: Path) -> bytes | None:
    """The content of a file of the cache; None if it is not there or not whole."""
    try:
        if not file.is_file():  # reading a pipe would never end
            return None
        written = file.read_bytes()
    except OSError:
        return None
    digest, content = written[:32], written[32:]
    return content if digest == _digest(content) else None


def _write(file: Path, content: bytes) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        new = file.with_name(f"{file.name}-{os.getpid()}")
        new.write_bytes(_digest(content) + content)
        new.replace(file)
        kept_before = sorted(file.parent.iterdir(), key=lambda one: one.lstat().st_mtime_ns)
        for old in kept_before[:-_MOST]:
            old.unlink()
    except OSError:  # a full disk, or a folder that cannot be written, or another process was quicker
        return


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=32).digest()
