"""Keeping fontTools quiet, which doubts much that is harmless; what does harm, the program says itself."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet_fonttools() -> Iterator[None]:
    """Within this context, fontTools logs nothing: no dates before 1970, which many fonts have, no tables that it
    drops, and no damage that it reads past, since nothing but diagnostics may stand among the diagnostics of a build.
    """
    logger = logging.getLogger("fontTools")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)
