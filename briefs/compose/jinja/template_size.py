"""Whether a template is small enough to be read: looked at before anything else reads it, in one pass over its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.model.limits import LARGEST_CALL, LARGEST_TEMPLATE, LONGEST_LINE, MOST_BRACKETS, MOST_CALLS, MOST_LINES

_BEGIN = re.compile(r"\{[{%#]")
_CLOSERS = {"{{": "}}", "{%": "%}"}


def too_large(body: str, shown_path: str, first_line: int) -> list[Diagnostic]:
    """What makes a template too large to be read, if anything does; its `body` begins on `first_line` of the file."""
    return [fault.at(Place(shown_path, first_line + line - 1)) for line, fault in size_faults(body)]


def size_faults(body: str) -> Iterator[tuple[int, Fault]]:
    """What makes the body of a template too large, with its line: all of it, a line, a call, or how many there are."""
    if len(body) > LARGEST_TEMPLATE:
        message = f"it has {len(body):,} characters, and a template has {LARGEST_TEMPLATE:,} at most"
        yield 1, Fault("template-limit", message, "divide it into several, or take out what is not needed")
        return
    lines = body.split("\n")
    if len(lines) > MOST_LINES:
        message = f"it has {len(lines):,} lines, and a template has {MOST_LINES:,} at most"
        yield MOST_LINES + 1, Fault("template-limit", message, "divide it into several, or take out what is not needed")
        return
    if long := next((number for number, line in enumerate(lines, 1) if len(line) > LONGEST_LINE), 0):
        message = (
            f"a line has {len(lines[long - 1]):,} characters, and a line of a template has {LONGEST_LINE:,} at most"
        )
        yield long, Fault("template-limit", message, "divide it into several lines")
        return
    if (count := body.count("[")) > MOST_BRACKETS:
        so_far = accumulate(one.count("[") for one in lines)
        line = next(number for number, brackets in enumerate(so_far, 1) if brackets > MOST_BRACKETS)
        message = f"it has {count:,} opening square brackets, and a template has {MOST_BRACKETS:,} at most"
        yield line, Fault("template-limit", message, "divide it into several, or take out what is not needed")
        return
    begins = [found.start() for found in _BEGIN.finditer(body)]
    if len(begins) > MOST_CALLS:
        message = f"it has {len(begins):,} calls, statements and remarks, and a template has {MOST_CALLS:,} at most"
        hint = "name several blocks in one call, or divide the template into several"
        yield body.count("\n", 0, begins[MOST_CALLS]) + 1, Fault("template-limit", message, hint)
        return
    for start in begins:
        if body[start + 1] == "#":
            continue
        end = body.find(_CLOSERS[body[start : start + 2]], start, start + LARGEST_CALL)
        if end < 0 and len(body) - start > LARGEST_CALL:
            message = f"a call or statement has more than {LARGEST_CALL:,} characters"
            hint = "look for the end that is missing, or divide it into several"
            yield body.count("\n", 0, start) + 1, Fault("template-limit", message, hint)
            return
