"""Garbage is looked for after somebody has been given what they wait for, not before.

Layouts, and reports that were kept, are made of a hundred thousand objects that refer to each other. While they are
made, Python looks through all of them again and again for what nobody needs, which takes a fifth of the time or more,
and nearly everything is still needed.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collecting_later() -> Iterator[None]:
    """Within this context, nobody looks for garbage unless it is asked for; it may be within another one."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def collect() -> None:
    """Let go of what nobody needs: of each layout, and of what was held before."""
    gc.collect()
