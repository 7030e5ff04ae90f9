"""Letting people edit a wording: in their editor, or typed on the terminal."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from briefs.model.diagnostics import BriefsError
from briefs.model.memory_limit import without_memory_limit

Ask = Callable[[str], str]
"""A function that asks for a line on the terminal; raises EOFError if there is none."""


def edited_wording(wording: str, ask: Ask) -> str:
    """What somebody makes of `wording`, in $VISUAL or $EDITOR or, without one, on a line of the terminal.

    An empty answer leaves it as it is. Raises BriefsError if the editor cannot be run or fails, and EOFError.
    """
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    if not editor.strip():
        return _typed(wording, ask)
    with TemporaryDirectory(prefix="briefs-") as folder:
        path = Path(folder) / "wording.txt"
        path.write_text(f"{wording}\n", encoding="utf-8")
        try:
            with without_memory_limit():
                done = subprocess.run([*shlex.split(editor), str(path)], check=False)
        except (OSError, ValueError) as error:
            raise BriefsError(
                f"the editor {editor} cannot be run: {error}", "set EDITOR to an editor that is installed"
            ) from error
        if done.returncode:
            raise BriefsError(f"the editor {editor} ended with exit code {done.returncode}, so nothing was changed")
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise BriefsError("the editor left no text in UTF-8", "save it as UTF-8, under the same name") from error
    return _trimmed(text, wording) or wording


def _trimmed(text: str, wording: str) -> str:
    """The text without the line ends that editors put at its end; lines that an editor broke stay broken only if the
    wording had several."""
    words = text.rstrip("\n")
    end = wording[len(wording.rstrip("\n")) :]
    return (words + end if words else "") if "\n" in wording else " ".join(words.split("\n")).strip()


def _typed(wording: str, ask: Ask) -> str:
    """What is typed on the terminal, where `wording` stands already, if that can be done."""
    try:
        import readline
    except ImportError:  # pragma: no cover - not on Linux or macOS
        return ask("new wording (empty: as it is): ").strip() or wording
    if not sys.stdin.isatty() or "\n" in wording:
        return ask("new wording (empty: as it is): ").strip() or wording
    readline.set_startup_hook(lambda: readline.insert_text(wording))
    try:
        return ask("new wording: ").strip() or wording
    finally:
        readline.set_startup_hook()
