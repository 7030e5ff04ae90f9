"""What the program keeps of texts that it has read before, so that it need not read them again: it is let go in time.

A command ends before that is much. A preview that follows a day of editing reads thousands of texts that differ in one
word, and what is kept of each long one takes a megabyte.
"""

from __future__ import annotations

import functools
import sys

MANY = 1000
"""Only functions that keep so many values are those that read texts."""


def forget_texts() -> None:
    """Empty the caches of all functions of the program that keep the readings of many texts."""
    for name, module in list(sys.modules.items()):
        for value in vars(module).values() if name.startswith("briefs.") else ():
            if isinstance(value, functools._lru_cache_wrapper) and (value.cache_parameters()["maxsize"] or 0) >= MANY:
                value.cache_clear()
