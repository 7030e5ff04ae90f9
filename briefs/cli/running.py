"""Running a command: how errors, interruptions and output that cannot be written are handled."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from briefs.cli.arguments import parse_arguments
from briefs.cli.printing import drop_output, prepare_streams, print_diagnostics, print_failure
from briefs.cli.unchanged import Call
from briefs.model.diagnostics import BriefsError, DocumentError

NOWHERE = BriefsError("the current folder does not exist any more", "change to a folder that exists, with cd")


def run(arguments: Sequence[str] | None, call: Call | None = None) -> int:
    """Run the command that `arguments` name, and return the exit code. A build leaves its record in `call`."""
    code = 0
    try:
        prepare_streams()
        options = parse_arguments(arguments)
        options.call = call
        try:
            if _is_nowhere() and not options.project.is_absolute():
                raise NOWHERE
            code = options.command(options)
        except DocumentError as error:
            code = 1
            print_diagnostics(error.diagnostics, json=getattr(options, "json", False), writes="writes" in options)
        except BriefsError as error:
            code = 1
            print_failure(error)
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        drop_output(sys.stdout, sys.stderr)  # the reader has gone, as with `briefs blocks | head`
    except KeyboardInterrupt:
        code = 130
        print("interrupted; the last build is unchanged", file=sys.stderr)
    except OSError as error:  # a file that no stage expects to fail, or our own output
        code = 1
        drop_output(sys.stdout)
        unnamed = NOWHERE if _is_nowhere() else BriefsError(f"standard output: {error.strerror or error}")
        print_failure(BriefsError(f"{error.filename}: {error.strerror}") if error.filename else unnamed)
    return code


def _is_nowhere() -> bool:
    """Whether the current folder has been removed."""
    try:
        os.getcwd()  # noqa: PTH109 - Path.cwd() is the same
    except FileNotFoundError:
        return True
    return False
