"""HTML: the Nu checker, and axe in a browser: wide, 320 px, dark, print."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from scripts.validation.results import Result
from scripts.validation.tools import HERE, ToolFailed, Tools


def check_html(files: Sequence[Path], tools: Tools) -> Iterator[Result]:
    """What the Nu checker and axe say about `files`. Raises ToolFailed."""
    if not files:
        return
    jar = tools.modules / "vnu-jar" / "build" / "dist" / "vnu.jar"
    said = tools.output(["java", "-jar", jar, "--stdout", "--exit-zero-always", "--format", "json", *files])
    yield from read_nu(said, files)
    yield from read_axe(tools.output(["node", HERE / "axe.mjs", tools.modules, *files]))


def read_nu(output: str, files: Sequence[Path]) -> Iterator[Result]:
    """Results from the checker's JSON: errors and warnings of each file."""
    try:
        messages = json.loads(output)["messages"]
    except (ValueError, KeyError):
        raise ToolFailed(f"the Nu checker did not run: {output[-500:]}") from None
    for file in files:
        problems = [
            f"line {message.get('lastLine', '?')}: {message['message']}"
            for message in messages
            if Path(unquote(urlsplit(message.get("url", "")).path)).name == file.name
            and (message["type"] != "info" or message.get("subType") == "warning")
        ]
        yield Result(file.name, "Nu HTML checker", tuple(problems))


def read_axe(output: str) -> Iterator[Result]:
    """Results from the lines of axe.mjs: one JSON object for each file and view."""
    for line in output.splitlines():
        found = json.loads(line)
        yield Result(Path(found["file"]).name, f"axe, {found['view']}", tuple(found["problems"]))
