"""How results and problems are printed: for people on a terminal, in plain lines elsewhere, as JSON for programs.

Everything goes through `say` and `tell`, which know whether there are colours, and print no control characters.
"""

from __future__ import annotations

import io
import json as json_
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO, cast

from briefs.cli.styles import is_capable, is_coloured, shown, styled
from briefs.model.diagnostics import BriefsError, Diagnostic
from briefs.model.mending_order import in_mending_order
from briefs.model.present_step import doing


def say(*lines: str) -> None:
    """Print lines to standard output."""
    for line in lines:
        print(shown(line, is_coloured(sys.stdout)))


def tell(*lines: str) -> None:
    """Print lines to standard error."""
    for line in lines:
        print(shown(line, is_coloured(sys.stderr)), file=sys.stderr)


def print_json(value: Any) -> None:
    """`value` as JSON on standard output; what JSON leaves of control characters is escaped too."""
    text = json_.dumps(value, ensure_ascii=not _is_unicode(sys.stdout.encoding), indent=1)
    print(re.sub("[\x7f-\x9f]", lambda found: f"\\u{ord(found[0]):04x}", text))


def _is_unicode(encoding: str | None) -> bool:
    return (encoding or "").lower().startswith("utf")


def prepare_streams() -> None:
    """Make sure that printing does not fail when output is closed or its encoding lacks a character."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - as long as we run
        elif isinstance(stream, io.TextIOWrapper):
            if stream in (sys.__stdout__, sys.__stderr__) and isinstance(stream.buffer, io.RawIOBase):
                setattr(sys, name, stream := _buffered(stream))
            stream.reconfigure(errors="backslashreplace")


def _buffered(stream: io.TextIOWrapper) -> io.TextIOWrapper:
    """A stream to the same place that says so if a line does not fit on the disk, which one without a buffer, as
    PYTHONUNBUFFERED asks for, cuts off."""
    return open(stream.fileno(), "w", buffering=1, encoding=stream.encoding, closefd=False)


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
        **({"within": diagnostic.place.within} if diagnostic.place.within else {}),
        "severity": diagnostic.severity,
        "code": diagnostic.code,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }


def print_diagnostics(
    diagnostics: Iterable[Diagnostic],
    json: bool = False,
    writes: bool = False,
    named: Callable[[str], str] = str,
) -> None:
    """Print diagnostics in the order of mending, each once, and a count, on standard error or as JSON.

    `writes`: whether the command would have written something if there had been no errors. `named` gives texts with the
    paths as people at the terminal see them.
    """
    found = in_mending_order(diagnostics)
    if json:
        print_json({"diagnostics": [diagnostic_json(diagnostic) for diagnostic in found]})
        return
    for diagnostic in found:
        tell(*_lines(diagnostic, named))
    errors = sum(1 for diagnostic in found if diagnostic.severity == "error")
    if errors:
        nothing = "; nothing was written" if writes else ""
        tell(styled(f"{errors} error{'s' if errors != 1 else ''}{nothing}", "error"))


def _lines(diagnostic: Diagnostic, named: Callable[[str], str]) -> Iterator[str]:
    """A diagnostic as `str` gives it, in colours."""
    place, severity = styled(named(str(diagnostic.place)), "place"), diagnostic.severity
    code = styled(f"[{diagnostic.code}]", "quiet")
    yield f"{place}: {styled(f'{severity}:', severity)} {named(diagnostic.message)} {code}"
    if diagnostic.hint:
        yield styled(f"  hint: {named(diagnostic.hint)}", "hint")


def print_failure(error: BriefsError) -> None:
    """Print a failure of the environment: one line, with a hint."""
    hint = styled(f" ({error.hint})", "hint") if error.hint else ""
    tell(f"{styled('error:', 'error')} {error.message}{hint}")


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
        self.live = not quiet and not verbose and is_capable(sys.stderr)

    def __call__(self, message: str) -> None:
        doing(message)
        if self.verbose:
            tell(message)
        elif self.live:
            line = shown(message, coloured=False)[: shutil.get_terminal_size().columns - 1]
            print(f"\r\033[K{line}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Remove the live line from the terminal."""
        if self.live:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
