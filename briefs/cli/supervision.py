"""Running a command in a process of its own, which this one watches over: the last resort against what exhausts it.

The system holds the command to so much memory. How much time of the processor each of its steps takes is looked at ten
times a second. This process reads nothing of a project, so it can always say what happened.

Only Linux can do all of this; elsewhere, the command runs in this process. This module imports nothing that takes time.
"""

from __future__ import annotations

import os
import signal
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefs.cli.step_record import Step, StepRecord

OFTEN = 0.1
"""Seconds between two looks."""
UNWATCHED = ("preview",)
"""Commands that run until somebody ends them; the process in which the preview builds has its own limits."""


def watches(words: list[str]) -> bool:
    """Whether a command that is called with these words is to be watched over."""
    return sys.platform == "linux" and words[:1] not in ([one] for one in UNWATCHED)


def supervised() -> int | None:
    """Go on in a process of its own, in which this gives None; the exit code of that process in the other.

    If the system has no room for one more process, this gives None in this one.
    """
    from briefs.cli.step_record import StepRecord
    from briefs.cli.stopping import catch_passed_on, ending_signals
    from briefs.model.memory_limit import bound_memory

    passing = ending_signals()
    try:
        record = StepRecord()
    except (OSError, ValueError):
        bound_memory()
        return None
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD, *passing})
    watcher = os.getpid()
    try:
        child = os.fork()
    except OSError:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        bound_memory()
        return None
    if child:
        return _watched_over(child, record, passing)
    _tell(record, watcher)
    catch_passed_on()
    signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return None


def _tell(record: StepRecord, watcher: int) -> None:
    """In the new process: say what is done, in it and in those that it forks, and end with the one that watches."""
    from briefs.model import present_step
    from briefs.model.ending_with_parent import end_with_parent
    from briefs.model.memory_limit import bound_memory

    parent = watcher

    def begin() -> None:
        if not end_with_parent(parent):
            os._exit(1)
        record.begin()

    def about_to_fork() -> None:
        nonlocal parent
        parent = os.getpid()

    begin()
    present_step.listen(record)
    os.register_at_fork(before=about_to_fork, after_in_child=begin)
    bound_memory()


def _watched_over(child: int, record: StepRecord, passing: list[int]) -> int:
    """Wait for the end of a process; its exit code, or that of what is said if it did not end by itself."""
    from briefs.cli.stopping import passed_on

    while True:
        came = signal.sigtimedwait({signal.SIGCHLD, *passing}, OFTEN)
        if came is not None and came.si_signo in passing:
            os.kill(child, passed_on(came.si_signo))
            continue
        ended, status, used = os.wait4(child, os.WNOHANG)
        if ended:
            break
        if late := next(_too_late(record), None):
            for step in record.steps():
                _kill(step.process)
            _kill(child)
            os.waitpid(child, 0)
            from briefs.cli.last_resort import say_too_long

            return say_too_long(late, record.written())
    if os.WIFEXITED(status):
        return os.WEXITSTATUS(status)
    number = os.WTERMSIG(status)
    if number in _CRASHES:
        from briefs.cli.last_resort import say_crash

        seconds = used.ru_utime + used.ru_stime
        return say_crash(number, record.step_of(child), record.written(), used.ru_maxrss * 1024, seconds)
    was_passed_on = next((one for one in passing if passed_on(one) == number), None)
    return 128 + (was_passed_on or number)  # it had begun to end when this came


_CRASHES = (
    signal.SIGABRT,
    signal.SIGBUS,
    signal.SIGFPE,
    signal.SIGILL,
    signal.SIGKILL,
    signal.SIGSEGV,
    signal.SIGSYS,
    signal.SIGTRAP,
    signal.SIGXCPU,
)
"""Signals by which a process ends if a library is wrong or has no memory left, or if the machine has none, or gives it
no more time."""


def _too_late(record: StepRecord) -> Iterator[Step]:
    """The steps that take too long."""
    from briefs.model.patience import longest

    for step in record.steps():
        seconds = step.seconds()
        one, together = longest(step.read, step.pages)
        if seconds > one or step.slow + seconds > together:
            yield step


def _kill(process: int) -> None:
    try:
        os.kill(process, signal.SIGKILL)
    except OSError:  # it has ended
        return
