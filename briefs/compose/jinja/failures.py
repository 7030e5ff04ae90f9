"""Mistakes that show when a template runs: the line on which they arise, and how they are reported."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import TemplateError

import briefs
from briefs.compose.jinja.running_budget import TooMuch
from briefs.model.diagnostics import Fault

_UNENDING = (RecursionError, MemoryError)
_IN_JINJA = (AssertionError, RuntimeError)
"""What filters and functions of Jinja raise about arguments that they are not for, besides the usual."""
FAILURES = (
    *(TemplateError, TypeError, ValueError, ArithmeticError, LookupError, NameError, SyntaxError),
    *(*_IN_JINJA, *_UNENDING),
)
"""The exceptions that expressions in a template can raise."""
_ADDRESS = re.compile(r"<[\w.]+ object at 0x[0-9a-f]+>")
"""What Python shows of a thing that has no words: it differs from one run to the next."""


class Refusal(Exception):
    """Raised while a template runs, by code that refuses to print a value and does not know the line."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def failed_line(error: BaseException) -> int:
    """The line of the template on which `error` arose. Re-raises it if it arose in this program, which is a bug."""
    line, traceback = 0, error.__traceback__
    ours, theirs = str(Path(briefs.__file__).parent), (TemplateError, Refusal, *_UNENDING)
    while traceback is not None:
        path = traceback.tb_frame.f_code.co_filename
        line = traceback.tb_lineno if path == "<template>" else line
        if traceback.tb_next is None and path.startswith(ours) and not isinstance(error, theirs):
            raise error
        traceback = traceback.tb_next
    return line


def failure_fault(error: BaseException) -> Fault:
    """An exception that an expression in a template raised, as a fault."""
    match error:
        case SyntaxError():
            reason = error.msg
        case MemoryError():
            reason = "it needs more memory than there is"
        case RecursionError():
            reason = "it calls itself without end, or is nested too deeply"
        case OverflowError() if "Range too big" in str(error):
            reason = "range(…) in it is longer than 100,000"
        case NameError(name="inf" | "nan"):  # Jinja writes 1e999 as Python does
            reason = "a number in it is too large"
        case _:
            reason = str(error)
    code = "template-limit" if isinstance(error, TooMuch) else "template-syntax"
    return Fault(code, f"cannot be rendered: {_ADDRESS.sub('something', reason)}")
