"""How results and problems are printed: for people on a terminal, in plain lines elsewhere, as JSON for programs."""

from __future__ import annotations

import io
import json as json_
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO, cast

from briefs.model.diagnostics import BriefsError, Diagnostic


def print_json(value: Any) -> None:
    """`value` as JSON on standard output."""
    print(json_.dumps(value, ensure_ascii=not _is_unicode(sys.stdout.encoding), indent=1))


def _is_unicode(encoding: str | None) -> bool:
    return (encoding or "").lower().startswith("utf")


def prepare_streams() -> None:
    """Make sure that printing does not fail when output is closed or its encoding lacks a character."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - as long as we run
        elif isinstance(stream, io.TextIOWrapper) and not _is_unicode(stream.encoding):
            stream.reconfigure(errors="backslashreplace")


def drop_output(*streams: TextIO) -> None:
    """Discard everything that is still to be printed to `streams`, which can no longer be written to."""
    null = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        os.dup2(null, stream.fileno())
    os.close(null)


def diagnostic_json(diagnostic: Diagnostic) -> dict[str, Any]:
    """A diagnostic for other programs."""
    return {
        "path": diagnostic.place.path,
        "line": diagnostic.place.line,
        "severity": diagnostic.severity,
        "code": diagnostic.code,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }


def print_diagnostics(diagnostics: Iterable[Diagnostic], json: bool = False, writes: bool = False) -> None:
    """Print diagnostics in the order of files and lines, each once, and a count, on standard error or as JSON.

    `writes`: whether the command would have written something if there had been no errors.
    """
    found = sorted(dict.fromkeys(diagnostics), key=lambda d: d.place)
    if json:
        print_json({"diagnostics": [diagnostic_json(diagnostic) for diagnostic in found]})
        return
    for diagnostic in found:
        print(diagnostic, file=sys.stderr)
    errors = sum(1 for diagnostic in found if diagnostic.severity == "error")
    if errors:
        nothing = "; nothing was written" if writes else ""
        print(f"{errors} error{'s' if errors != 1 else ''}{nothing}", file=sys.stderr)


def print_failure(error: BriefsError) -> None:
    """Print a failure of the environment: one line, with a hint."""
    print(f"error: {error.message}" + (f" ({error.hint})" if error.hint else ""), file=sys.stderr)


@dataclass
class CapturedOutput:
    """What was printed to standard output and standard error."""

    stdout: str = ""
    stderr: str = ""


class _RecordingStream:
    """A stream that keeps what is written to it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.kept: list[str] = []

    def write(self, text: str) -> int:
        self.kept.append(text)
        return self._stream.write(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextmanager
def captured_output() -> Iterator[CapturedOutput]:
    """Keep a copy of everything that is printed inside this `with` block; it is complete when the block ends."""
    printed = CapturedOutput()
    streams = sys.stdout, sys.stderr
    out, err = recording = _RecordingStream(sys.stdout), _RecordingStream(sys.stderr)
    sys.stdout, sys.stderr = cast("tuple[TextIO, TextIO]", recording)
    try:
        yield printed
    finally:
        sys.stdout, sys.stderr = streams
        printed.stdout, printed.stderr = "".join(out.kept), "".join(err.kept)


class Progress:
    """Reports progress: in lines with --verbose, in one overwritten line on a terminal, otherwise not at all."""

    def __init__(self, verbose: bool, quiet: bool) -> None:
        self.verbose = verbose
        self.live = not quiet and not verbose and sys.stderr.isatty()

    def __call__(self, message: str) -> None:
        if self.verbose:
            print(message, file=sys.stderr)
        elif self.live:
            print(f"\r\033[K{message}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Remove the live line from the terminal."""
        if self.live:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


def table(head: Sequence[str], rows: Sequence[Sequence[str]], right: Iterable[int] = ()) -> list[str]:
    """The lines of a table in aligned columns; those with an index in `right` are aligned to the right."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    flush_right = set(right)
    return [
        "  ".join(
            cell.rjust(width) if column in flush_right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in (head, *rows)
    ]
