"""pyHanko, the library that signs: an optional extra."""

from __future__ import annotations

import importlib.util
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from briefs.model.diagnostics import BriefsError

_LOGGERS = ("pyhanko", "pyhanko_certvalidator")


def require_pyhanko() -> None:
    """Raise BriefsError unless pyHanko is installed."""
    if importlib.util.find_spec("pyhanko") is None:
        raise BriefsError("signatures need pyHanko, which is not installed", "run `make extras`")


@contextmanager
def quiet_pyhanko() -> Iterator[None]:
    """Within this context, pyHanko does not log what it returns as well, such as certificates without a root."""
    levels = {name: logging.getLogger(name).level for name in _LOGGERS}
    for name in levels:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
