"""Everything that a call may read, as a value, so that edits can be taken back in any order."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tests.builders import contents

PROGRAM, SITE = "package", "site"
"""Beside the project: the folder of the package, and one for libraries."""


@dataclass(frozen=True, slots=True)
class InputState:
    """Files by path from the folder that holds the project, the environment, and the words of the call."""

    files: Mapping[str, bytes]
    environment: Mapping[str, str]
    words: tuple[str, ...]

    @classmethod
    def of(cls, folder: Path, words: tuple[str, ...]) -> InputState:
        """The state of what is in `folder` now."""
        return cls(contents(folder), {}, words)

    def with_file(self, path: str, content: bytes | None) -> InputState:
        """The same with a file of other content; without it, if that is None."""
        files = {**self.files, path: content} if content is not None else dict(self.files)
        if content is None:
            files.pop(path, None)
        return replace(self, files=files)

    def with_variable(self, name: str, value: str | None) -> InputState:
        """The same with a variable of the environment."""
        kept = {one: text for one, text in self.environment.items() if one != name}
        return replace(self, environment=kept if value is None else {**kept, name: value})

    def with_words(self, words: tuple[str, ...]) -> InputState:
        """The same call with other words."""
        return replace(self, words=words)

    def write(self, folder: Path, before: InputState, keeps_times: bool) -> None:
        """Change what is in `folder`, which is as in the state `before`.

        With `keeps_times`, files are overwritten where they are, and have the times of last change that they had, as
        some programs do it; otherwise a new file comes in the place of the old one.
        """
        for path in sorted({*before.files, *self.files}):
            old, new, file = before.files.get(path), self.files.get(path), folder / path
            if old is new or old == new:
                continue
            if new is None:
                file.unlink()
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            if keeps_times and old is not None:
                times = file.stat()
                file.write_bytes(new)
                os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
                continue
            aside = file.with_name(".aside")
            aside.write_bytes(new)
            aside.replace(file)
