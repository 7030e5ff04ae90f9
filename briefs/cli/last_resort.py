"""What is said of a command that could not say itself why it ended: it took too much, or the program is wrong."""

from __future__ import annotations

import os
import sys

from briefs.model.limits import MB
from briefs.model.patience import NAME, longest, memory, patience

TYPE_CHECKING = False
if TYPE_CHECKING:
    from briefs.cli.step_record import Step
    from briefs.model.diagnostics import Fault

DETAILS = "BRIEFS_TRACEBACK"
"""The variable of the environment that has the details of a mistake in the program printed."""
_REPORT = "this is a mistake in the program, and not yours: please report it"
_FILE = "traceback.txt"
_MEMORY_MESSAGES = ("cannot allocate memory", "out of memory", "failed to map segment")
"""How the system says that there is no memory, in lower case."""


def say_too_long(step: Step, written: str) -> int:
    """Say that a step took too long; the exit code."""
    from briefs.model.diagnostics import Fault

    one, together = longest(step.read, step.pages)
    if step.seconds() > one:
        message = f"{_named(step.what)} took more than {one:.0f} seconds of the processor"
    else:
        message = f"all slow steps up to {_named(step.what)} took more than {together:.0f} seconds of the processor"
    return _say(Fault("too-slow", message, _hint("time")), step.path, written)


def say_crash(number: int, step: Step, written: str, peak: int, seconds: float) -> int:
    """Say that the process, which took `peak` bytes of memory and so many `seconds` of the processor, was ended by the
    signal `number`; the exit code."""
    import resource
    import signal

    from briefs.model.diagnostics import Fault

    given = resource.getrlimit(resource.RLIMIT_CPU)[0]
    if resource.RLIM_INFINITY != given <= seconds + 1:  # what counts against it is not told to the millisecond
        message = f"{_named(step.what)} needed more time of the processor than the {given} s that this system gives it"
        return _say(Fault("too-slow", message, 'raise the limit, which "ulimit -t" prints'), step.path, written)
    # GLib raises SIGTRAP if it gets no memory.
    if number in (signal.SIGKILL, signal.SIGTRAP) or peak > memory() / 2 or is_kept_short():
        return _say(_too_large(step.what), step.path, written)
    name = signal.Signals(number).name
    message = f"a library failed during {_named(step.what)} ({name})"
    return _say(Fault("program-failed", message, _REPORT), step.path, written)


def say_failure(error: BaseException, what: str, path: str, written: str) -> int:
    """Say that the program failed with an exception that nobody expected; the exit code. Raises whatever fails in
    this."""
    if is_out_of_memory(error) or is_kept_short():
        error.__traceback__ = None  # lets go of what took the memory
        return _say(_too_large(what), path, written)
    return _say(_mistake(error, what), path, written)


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an exception says that there is no memory left, or was raised because of one that does."""
    seen: list[BaseException] = []
    found: BaseException | None = error
    while found is not None and found not in seen:
        if isinstance(found, MemoryError) or any(one in str(found).lower() for one in _MEMORY_MESSAGES):
            return True
        seen.append(found)
        found = found.__cause__ or found.__context__
    return False


def is_kept_short() -> bool:
    """Whether somebody lets this process take less memory than a command may: then anything may fail."""
    import resource

    limits = (resource.getrlimit(what)[0] for what in (resource.RLIMIT_AS, resource.RLIMIT_DATA))
    return any(limit != resource.RLIM_INFINITY and limit < memory() for limit in limits)


def _too_large(what: str) -> Fault:
    from briefs.model.diagnostics import Fault

    message = (
        f"{_named(what)} needed more memory than there is, or than the {memory() / MB:,.0f} MB that a command may take"
    )
    return Fault("too-much-memory", message, _hint("memory"))


def _mistake(error: BaseException, what: str) -> Fault:
    """The fault of the program itself. Its details go into a file of the user's cache, or are printed if asked for."""
    import traceback

    from briefs.files.made_folder import make_folder
    from briefs.files.user_cache import cache_folder
    from briefs.model.diagnostics import Fault

    details = "".join(traceback.format_exception(error))
    sending = ""
    if os.environ.get(DETAILS):
        _write_plainly(details)
    else:
        file = cache_folder("failures") / _FILE
        try:
            make_folder(file.parent)
            file.write_text(details, encoding="utf-8", errors="backslashreplace")
            sending = f", and send {file}"
        except (OSError, ValueError):
            sending = f", and send what it prints with {DETAILS}=1"
    message = f"the program failed during {_named(what)} ({type(error).__name__})"
    return Fault("program-failed", message, f"{_REPORT}{sending}")


def _named(what: str) -> str:
    return f'the step "{what}"' if what else "the start of the command"


def _hint(needs: str) -> str:
    return (
        f"look for what needs so much {needs}: something very long, very deeply nested, or repeated very often. If the "
        f"project is your own and must be so, set {NAME}={4 * patience():.0f} in the environment"
    )


def _say(fault: Fault, path: str, written: str) -> int:
    """Print a fault, and what has become of the last build; the exit code."""
    from dataclasses import replace
    from pathlib import Path

    from briefs.cli.printing import prepare_streams, print_diagnostics
    from briefs.model.diagnostics import Place, relative

    prepare_streams()
    outcome = f"{written} has the new build all the same" if written else "nothing was written"
    fault = replace(fault, message=f"{fault.message}; {outcome}")
    try:
        print_diagnostics(
            [fault.at(Place(relative(Path(path), Path()) if path else "briefs"))], json="--json" in sys.argv[1:]
        )
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        pass
    return 1


def _write_plainly(text: str) -> None:
    """Write `text` to standard error past the stream; nothing if there is nowhere to write to."""
    try:
        os.write(2, text.encode(errors="backslashreplace"))
    except OSError:
        return
