"""`briefs preview`: briefs and report side by side in a browser, built anew whenever a file is saved."""

from __future__ import annotations

import os
import sys
import time
from functools import partial
from typing import Literal

from briefs.cli.printing import say, tell
from briefs.cli.printing_beside import PrintingBeside
from briefs.cli.stopping import Stopped
from briefs.cli.styles import styled
from briefs.cli.usage import Options
from briefs.model.diagnostics import BriefsError
from briefs.preview.answers.editor_links import editor_template
from briefs.preview.messages import Finished
from briefs.preview.preview_settings import PreviewSettings
from briefs.preview.serving.worker_client import WorkerClient
from briefs.preview.starting import WorkerProcess

LACKING = "run make briefs, which installs it; or pip install 'briefs[preview]'"


def run_preview(options: Options) -> int:
    """Serve until somebody stops it. Raises Stopped then, and BriefsError if it cannot be served."""
    project = options.project.absolute()  # which leads to the project also if another folder takes its place
    settings = PreviewSettings(
        project,
        options.report,
        tuple(dict.fromkeys(options.audience or ())),
        tuple(dict.fromkeys(options.product or ())),
        project / "build",
        options.editor,
    )
    editor_template(options.editor)  # raises BriefsError if there is no such editor
    terminal = PrintingBeside(Printed(options.quiet))
    # The worker is started first: it loads what it needs while this process does the same.
    client = WorkerClient(partial(WorkerProcess, settings), terminal)
    try:
        from briefs.preview.serving.running import Serving, serve

        number = serve(settings, Serving(options.port, not options.no_open), client, terminal)
    except ModuleNotFoundError as error:
        raise BriefsError(f"the preview needs {error.name}, which is not installed", LACKING) from error
    finally:
        client.stop()
        is_printed = terminal.end()
    if not is_printed:
        os._exit(128 + number)  # to say that it was stopped would have to wait, too
    raise Stopped(number)


class Printed:
    """What the server tells the terminal, in lines."""

    def __init__(self, quiet: bool) -> None:
        self._quiet = quiet
        self._wrong: tuple[object, ...] = ()

    def ready(self, address: str, wanted: int | None) -> None:
        """Print the address."""
        if wanted is not None:
            tell(f"port {wanted} is taken")
        say(f"the preview is at {styled(address, 'place')} (Ctrl-C ends it)")
        sys.stdout.flush()

    def finished(self, round_of_building: Finished) -> None:
        """Print a line on what was built, and what is wrong; nothing if neither is new."""
        one = round_of_building
        wrong = one.errors, one.warnings, one.first, one.failure
        if not one.built and wrong == self._wrong:
            return
        self._wrong = wrong
        if one.failure:
            tell(f"{_now()} {styled('error:', 'error')} {one.failure}")
        elif not self._quiet or one.errors:
            done = "finished files checked" if one.is_of_files else _built(one.built)
            tell(f"{_now()} {done} ({one.seconds:.1f} s){_wrong(one)}")

    def mistaken(self, during: str, traceback: str) -> None:
        """Print where the program failed, for whoever mends it."""
        tell(f"{_now()} {styled('error:', 'error')} the program failed at {during}; please report this:", traceback)

    def warned(self, what: str) -> None:
        """Print a line."""
        tell(f"{_now()} {styled('warning:', 'warning')} {what}")


def _now() -> str:
    return styled(time.strftime("%H:%M:%S"), "quiet")


def _built(ids: tuple[str, ...]) -> str:
    match ids:
        case ():
            return "no brief has changed"
        case (one,):
            return f"{one} built"
        case _:
            return f"{len(ids)} briefs built"


def _wrong(one: Finished) -> str:
    counts = filter(None, (_counted(one.errors, "error"), _counted(one.warnings, "warning")))
    return "".join(f"; {text}" for text in (", ".join(counts), one.first) if text)


def _counted(count: int, word: Literal["error", "warning"]) -> str:
    return styled(f"{count} {word}{'s' if count != 1 else ''}", word) if count else ""
