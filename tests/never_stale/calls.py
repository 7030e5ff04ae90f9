"""Calls of the program in processes of their own, and what comes of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from tests.builders import contents

_SERVER = Path(__file__).with_name("warm_server.py")
_BARE = ("PATH", "HOME", "LANG", "TMPDIR")
"""What a call has of the environment of the tests."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a call: its exit code, what it printed, and all files in the folders that it writes into."""

    code: int
    out: str
    err: str
    files: Mapping[str, bytes]

    def difference(self, other: Outcome) -> str:
        """How it differs from `other`, in words; empty if it does not."""
        said = [
            f"{name}: {ours!r} is not {theirs!r}"
            for name, ours, theirs in (
                ("exit code", self.code, other.code),
                ("standard output", self.out, other.out),
                ("standard error", self.err, other.err),
            )
            if ours != theirs
        ]
        names = sorted(name for name in {*self.files, *other.files} if self.files.get(name) != other.files.get(name))
        return "\n".join([*said, *([f"these files are not the same: {', '.join(names)}"] if names else [])])


def environment(cache: Path, package: Path, more: Mapping[str, str]) -> dict[str, str]:
    """The environment of a call: a cache, the folder of the package, and `more`."""
    bare = {name: os.environ[name] for name in _BARE if name in os.environ}
    return {**bare, "XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(package), **more}


def outcome_in(root: Path, outputs: Sequence[str], code: int, out: Path, err: Path) -> Outcome:
    """What came of a call that wrote into the folders `outputs` of `root`."""
    files = {f"{name}/{path}": content for name in outputs for path, content in contents(root / name).items()}
    return Outcome(code, out.read_text("utf-8", "replace"), err.read_text("utf-8", "replace"), files)


def called(words: Sequence[str], root: Path, around: Mapping[str, str], said: Path) -> tuple[int, Path, Path]:
    """Run `python -m briefs` in a new process; its exit code, and the files with what it printed."""
    out, err = said.with_suffix(".out"), said.with_suffix(".err")
    with out.open("wb") as printed, err.open("wb") as told:
        command = [sys.executable, "-m", "briefs", *words]
        run = subprocess.run(command, cwd=root, env=around, stdout=printed, stderr=told, stdin=subprocess.DEVNULL)
    return run.returncode, out, err


class WarmProgram:
    """The program in a package folder, loaded once; each call runs in a copy of that process."""

    def __init__(self, package: Path) -> None:
        around = environment(Path("/nowhere"), package, {})
        self._server = subprocess.Popen(
            [sys.executable, str(_SERVER)], env=around, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def __enter__(self) -> WarmProgram:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def called(self, words: Sequence[str], root: Path, around: Mapping[str, str], said: Path) -> tuple[int, Path, Path]:
        """Run a call, as the function of this name does."""
        out, err = said.with_suffix(".out"), said.with_suffix(".err")
        call = {"words": words, "folder": str(root), "environment": around, "out": str(out), "err": str(err)}
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._server.stdin.write(json.dumps(call) + "\n")
        self._server.stdin.flush()
        return int(self._server.stdout.readline()), out, err

    def end(self) -> None:
        """End the process."""
        self._server.communicate()
