"""Keeping fontTools quiet, which doubts much that is harmless."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet_fonttools() -> Iterator[None]:
    """Within this context, fontTools does not warn of dates before 1970, which many fonts have, or dropped tables."""
    logger = logging.getLogger("fontTools")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)
