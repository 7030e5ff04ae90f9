"""Running a command: how errors, interruptions and output that cannot be written are handled."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from briefs.cli.arguments import parse_arguments
from briefs.cli.printing import drop_output, prepare_streams, print_diagnostics, print_failure
from briefs.cli.project_folder import NOWHERE, from_here, is_nowhere, project_folder
from briefs.cli.stopping import asked_to_stop
from briefs.cli.unchanged import Call
from briefs.cli.usage import Options, unknown, usage_error
from briefs.files.user_cache import switch_off
from briefs.model.diagnostics import BriefsError, DocumentError
from briefs.model.patience import check_patience
from briefs.model.present_step import present
from briefs.model.unknown_name import UnknownName

OF_OUTPUT = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF, errno.ENXIO)
"""What the system says of output that cannot be written; of what is read or made, it names the file."""


def run(arguments: Sequence[str] | None, call: Call | None = None) -> int:
    """Run the command that `arguments` name, and return the exit code. A build leaves its record in `call`.

    Raises KeyboardInterrupt if it is stopped, and SystemExit for wrong usage and for help.
    """
    code, ended = 0, None
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # they could change what is read, and it takes long to look
    prepare_streams()
    try:
        try:
            code, explain = _run(arguments, call)
            explain()
        except SystemExit as error:
            code, ended = int(error.code or 0), error
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        drop_output(sys.stdout, sys.stderr)  # the reader has gone, as with `briefs blocks | head`
    except OSError as error:  # a file that no stage expects to fail, or our own output
        if (stop := asked_to_stop()) is not None:
            raise stop from error
        code = 1
        drop_output(sys.stdout)
        reason = error.strerror or str(error)
        what = "standard output" if error.errno in OF_OUTPUT else "the system does not let the program go on"
        if written := present()[2]:
            reason = f"{reason}; {written} has the new build all the same"
        unnamed = NOWHERE if is_nowhere() else BriefsError(f"{what}: {reason}")
        print_failure(BriefsError(f"{error.filename}: {reason}") if error.filename else unnamed)
    if ended is not None:
        raise SystemExit(code) from ended
    return code


def _run(arguments: Sequence[str] | None, call: Call | None) -> tuple[int, Callable[[], None]]:
    """Run a command; its exit code, and a function that prints why it failed."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    if words[:1] == ["_complete"]:
        from briefs.cli.completing import answer

        return answer(words[1:]), lambda: None
    options = parse_arguments(words)
    options.call, options.named = call, str
    if getattr(options, "no_cache", False):
        switch_off()
    try:
        check_patience()
        if "project" in options:
            options.named = _find_project(options)
        return options.command(options), lambda: None
    except UnknownName as error:
        usage_error(options, unknown(error.of, error.names, error.known, error.audiences))
    except (DocumentError, BriefsError) as error:
        if (stop := asked_to_stop()) is not None:
            raise stop from error
        failure = error
    except KeyboardInterrupt as stop:
        if "writes" not in options:
            vars(stop)["outcome"] = getattr(options, "outcome", "")
        raise
    if isinstance(failure, BriefsError):
        return 1, lambda: print_failure(failure)
    is_json, writes, problems = getattr(options, "json", False), "writes" in options, failure.diagnostics
    beside = failure.failure

    def explain() -> None:
        print_diagnostics(problems, json=is_json, writes=writes, named=options.named)
        if beside is not None:
            print_failure(beside)

    return 1, explain


def _find_project(options: Options) -> Callable[[str], str]:
    """Find the project of a command that is about one; returns how paths in it are named from the current folder."""
    options.is_found = options.project is None
    try:
        options.project = project_folder(options.project)
    except BriefsError:
        if not options.can_do_without(options):
            raise
        options.project = Path()
    return from_here(options.project, options.is_found)
