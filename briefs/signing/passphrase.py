"""The pass phrase of a key: from the environment, a file descriptor or a prompt, never from an argument or a file."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from briefs.model.diagnostics import BriefsError

VARIABLE = "BRIEFS_PASSPHRASE"
_LONGEST = 4096
"""In bytes."""


def read_passphrase(
    prompt: str,
    descriptor: int | None = None,
    ask: Callable[[str], str] | None = None,
    environment: Mapping[str, str] = os.environ,
) -> str:
    """The pass phrase from `descriptor` if given, or else the environment, or else what `ask` returns for `prompt`.

    A line end behind it is not part of it. Raises BriefsError if there is none, or it cannot be read.
    """
    if descriptor is not None:
        return _from_descriptor(descriptor)
    if VARIABLE in environment:
        return environment[VARIABLE]
    if ask is None:
        raise BriefsError(
            "the key needs its pass phrase, and there is no terminal to ask for it",
            f"put it into the environment variable {VARIABLE}, or name a file descriptor with --passphrase-fd",
        )
    return ask(prompt)


def _from_descriptor(descriptor: int) -> str:
    hint = f"open it in the shell, as in `--passphrase-fd 3 3<FILE`, or set {VARIABLE}"
    content = b""
    try:
        while len(content) <= _LONGEST and (part := os.read(descriptor, _LONGEST)):
            content += part
    except (OSError, OverflowError, ValueError) as error:
        raise BriefsError(f"the pass phrase cannot be read from file descriptor {descriptor}", hint) from error
    if len(content) > _LONGEST:
        raise BriefsError(f"file descriptor {descriptor} gives more than a pass phrase", hint)
    try:
        return content.decode("utf-8").removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError as error:
        raise BriefsError(f"the pass phrase from file descriptor {descriptor} is not UTF-8", hint) from error
