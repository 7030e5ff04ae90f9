"""The command line: the only part of the program that prints.

Exit codes: 0 success, 1 errors in the documents or the environment (with --strict, warnings too), 2 wrong usage, 130 or
143 for a command that was stopped.

This module imports nothing that takes time, so that an interruption is handled from the first moment.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefs.cli.unchanged import Call

RARELY = (700_000, 50, 100)
"""Thresholds of the garbage collector: nearly everything that a short process creates lives until the process ends. To
look through it takes 40 ms for every 100,000 objects. The first build of all briefs creates 600,000. Long briefs create
more, and let go of large layouts by themselves."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program, or repeat what the same build printed if nothing has changed; returns the exit code.

    Without `arguments`, this is the whole process: it ends here, once everything is printed.
    """
    code = _guarded(arguments)
    if arguments is None:
        _end_at_once(code)
    return code


def _guarded(arguments: Sequence[str] | None) -> int:
    """Run the program; whatever ends it early is said in one line."""
    try:
        return _repeat_or_run(arguments)
    except KeyboardInterrupt as stop:
        return _stopped(stop)
    except Exception as error:
        stopping = sys.modules.get("briefs.cli.stopping")
        if stopping is not None and (asked := stopping.asked_to_stop()) is not None:
            return _stopped(asked)
        if arguments is not None:
            raise
        return _failed(error)
    finally:
        if stopping := sys.modules.get("briefs.cli.stopping"):
            stopping.signals_end_at_once()
        if arguments is None:
            _drop_what_cannot_be_written()


def _repeat_or_run(arguments: Sequence[str] | None) -> int:
    call = None
    if arguments is None:
        import gc

        from briefs.cli.unchanged import this_call

        call = this_call()
        gc.disable()  # all that is made here is needed to its end
        printed = call.repeated() if call is not None else None
        if call is not None and printed is not None:
            if call.unsettled is not None:
                from briefs.cli.call_records import settle_record

                settle_record(call)
            try:
                for stream, text in zip((sys.stderr, sys.stdout), reversed(printed), strict=True):
                    stream.write(text)
                    stream.flush()
                return 0
            except OSError:  # the program itself will say why
                pass
        gc.enable()
        from briefs.cli.stopping import catch_signals

        gc.set_threshold(*RARELY)
        from briefs.cli.supervision import supervised, watches

        if watches(sys.argv[1:]):
            code = supervised()
            if code is not None:
                import os

                os._exit(code)  # the other process has printed everything
        catch_signals()
        return _run_as_compiled_before(call)
    from briefs.cli.running import run

    return run(arguments)


def _run_as_compiled_before(call: Call | None) -> int:
    """Run the program, without compiling what an earlier process has compiled; returns the exit code.

    `briefs cache` leaves the cache as it shows it, and empty once it is cleared.
    """
    from contextlib import nullcontext

    from briefs.cli.unchanged import is_without_cache
    from briefs.files.compiled_code import compiled_before

    words = sys.argv[1:]
    does_without = words[:1] == ["cache"] or any(map(is_without_cache, words))
    with nullcontext() if does_without else compiled_before(" ".join(words[:1])):
        from briefs.cli.running import run

        return run(None, call)


def _end_at_once(code: int) -> None:
    """End the process. Python would take it apart first, object by object, which takes 0.1 seconds after a build.

    If there are threads that are not done, Python ends it as usual.
    """
    import atexit
    import os

    threading = sys.modules.get("threading")
    if threading is not None and threading.active_count() > 1:
        return
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):  # nobody reads them any more, or there are none
        pass
    os._exit(code)


def _failed(error: Exception) -> int:
    """Say that the program is wrong, or has no memory; the exit code."""
    try:
        from briefs.cli.last_resort import say_failure
        from briefs.model.present_step import present

        return say_failure(error, *present())
    except Exception:  # there is not even room to say it in full
        reason = getattr(error, "strerror", None) or type(error).__name__
        _write_plainly(f"error: the program cannot go on, since the system gives it too little: {reason}\n")
        return 1


def _stopped(stop: KeyboardInterrupt) -> int:
    """Say that the command was stopped; the exit code that shells give for it."""
    said = getattr(stop, "said", "interrupted")
    outcome = getattr(stop, "outcome", "the last build is unchanged")
    line = f"{said}; {outcome}" if outcome else said
    try:
        print(line, file=sys.stderr)
    except (OSError, ValueError):  # it was stopped while the encoding of the stream was set, which now has none
        _write_plainly(f"{line}\n")
    return getattr(stop, "code", 130)


def _drop_what_cannot_be_written() -> None:
    """Let go of output that has no place, which Python would try to write once more, and end with a code of its own."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            from briefs.cli.printing import drop_output

            drop_output(stream)


def _write_plainly(text: str) -> None:
    """Write `text` to standard error past the stream; nothing if there is nowhere to write to."""
    import contextlib
    import os

    with contextlib.suppress(OSError):
        os.write(2, text.encode(errors="backslashreplace"))
