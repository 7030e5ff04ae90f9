"""The command line: the only part of the program that prints.

Exit codes: 0 success, 1 errors in the documents or the environment (with --strict, warnings too), 2 wrong usage.
"""

from __future__ import annotations

import gc
import sys

from briefs.cli.unchanged import this_call

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

RARELY = (100_000, 50, 100)
"""Thresholds of the garbage collector: nearly everything that a short process creates lives until the process ends."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program, or repeat what the same build printed if nothing has changed; returns the exit code."""
    call = this_call() if arguments is None else None
    printed = call.repeated() if call is not None else None
    if printed is not None:
        try:
            for stream, text in zip((sys.stderr, sys.stdout), reversed(printed), strict=True):
                stream.write(text)
                stream.flush()
            return 0
        except OSError:  # the program itself will say why
            pass
    if arguments is None:
        gc.set_threshold(*RARELY)
    try:
        from briefs.cli.running import run
    except KeyboardInterrupt:
        print("interrupted; the last build is unchanged", file=sys.stderr)
        return 130
    return run(arguments, call)
