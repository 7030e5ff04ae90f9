"""HTML: the Nu checker; axe in a browser: wide, 320 px, dark, print; and widths, with other fonts than the briefs'."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
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
    for name, fonts in tools.other_fonts.items():
        yield from check_widths(files, name, fonts, tools)


def check_widths(files: Sequence[Path], name: str, fonts: Sequence[Path], tools: Tools) -> Iterator[Result]:
    """Whether anything is cut off at the side where the machine has only `fonts`, called `name`. Raises ToolFailed."""
    with tempfile.TemporaryDirectory(prefix="briefs-widths-") as folder:
        configuration = Path(folder) / "fonts.conf"
        configuration.write_text(only_fonts(fonts, Path(folder)), encoding="utf-8")
        alone = replace(tools, environment={**tools.environment, "FONTCONFIG_FILE": str(configuration)})
        command: list[str | Path] = ["node", HERE / "widths.mjs", tools.modules, name, *files]
        yield from read_axe(alone.output(command), "widths")


def only_fonts(fonts: Sequence[Path], cache: Path) -> str:
    """A configuration of fontconfig with which a machine has only `fonts`; its cache is in the folder `cache`."""
    folders = dict.fromkeys(escape(str(font.parent.resolve())) for font in fonts)
    files = (f"<glob>{escape(str(font.resolve()))}</glob>" for font in fonts)
    return "\n".join(
        [
            '<?xml version="1.0"?>',
            '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
            "<fontconfig>",
            *(f"<dir>{folder}</dir>" for folder in folders),
            f"<cachedir>{escape(str(cache))}</cachedir>",
            f"<selectfont><rejectfont><glob>*</glob></rejectfont><acceptfont>{''.join(files)}</acceptfont></selectfont>",
            "</fontconfig>",
            "",
        ]
    )


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


def read_axe(output: str, check: str = "axe") -> Iterator[Result]:
    """Results from the lines of axe.mjs or widths.mjs: one JSON object for each file and view."""
    for line in output.splitlines():
        found = json.loads(line)
        yield Result(Path(found["file"]).name, f"{check}, {found['view']}", tuple(found["problems"]))
