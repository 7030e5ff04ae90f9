"""Runs calls of `briefs` in copies of this process, which has loaded the program: `python warm_server.py`.

Each line of standard input is a call as JSON: `words`, `folder`, `environment`, and `out` and `err`, the files that
take what it prints. Each is answered by a line with its exit code. Nothing of a call is left in this process.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import signal
import sys
from typing import Any

LOADED = ("briefs.pipeline.stages", "briefs.cli.build", "briefs.cli.check", "briefs.render.docx", "briefs.render.html")
"""What is loaded once: all but the engine, which reads the environment while it is loaded."""
LONGEST = 60
"""Seconds after which a call is ended."""


def serve() -> None:
    """Answer calls until there are none left."""
    for name in (*LOADED, "docx", "pikepdf", "pypdfium2", "briefs.cli.stopping", "briefs.cli.supervision"):
        importlib.import_module(name)
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _call(json.loads(line))
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def _call(call: dict[str, Any]) -> None:
    """In the new process: what `python -m briefs` does. Never returns."""
    code = 70
    try:
        os.setsid()
        signal.alarm(LONGEST)
        for number, name in enumerate((os.devnull, call["out"], call["err"])):
            os.dup2(os.open(name, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), number)
        sys.stdout, sys.stderr = (open(number, "w", encoding="utf-8") for number in (1, 2))  # noqa: PTH123, SIM115
        os.environ.clear()
        os.environ.update(call["environment"])
        os.chdir(call["folder"])
        sys.argv = ["briefs", *call["words"]]
        from briefs.cli import main

        code = main()
    except SystemExit as error:
        code = int(error.code or 0)
    except BaseException:
        import traceback

        traceback.print_exc()
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    serve()
