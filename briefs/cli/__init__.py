"""The command line: the only part of the program that prints.

Exit codes: 0 clean, 1 errors in the documents or the environment (with --strict, warnings too), 2 wrong usage.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from briefs.cli.arguments import parse_arguments
from briefs.cli.output import print_diagnostics, print_failure
from briefs.model.diagnostics import BriefsError, DocumentError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; the exit code."""
    options = parse_arguments(arguments)
    try:
        code: int = options.command(options)
        sys.stdout.flush()
        return code
    except DocumentError as error:
        print_diagnostics(error.diagnostics, json=getattr(options, "json", False), writes="writes" in options)
        return 1
    except BriefsError as error:
        print_failure(error)
        return 1
    except BrokenPipeError:
        # The reader of our output has gone, as with `briefs blocks | head`.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("interrupted; the last build is as it was", file=sys.stderr)
        return 130
