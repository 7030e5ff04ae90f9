"""Mutations of good files: a few bytes of a text, an attribute of a part of a Word file, or the whole of one."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal, get_args

from hypothesis import strategies as st

from tests.fuzzing.hostile_words import NUMBERS, Canary, words_for

Operation = Literal["insert", "replace word", "replace number", "repeat", "nest", "delete", "cut", "flip", "empty"]

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_LARGEST = 2_000_000
"""Characters that a mutation makes at most; larger files are tried one by one elsewhere."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change: `at` and `much` are from 0 to 1, a place in the file and how much of it; `choice` is any number."""

    operation: Operation
    at: float
    much: float
    choice: int


MUTATIONS = st.builds(
    Mutation,
    st.sampled_from(get_args(Operation)),
    st.floats(0, 1, exclude_max=True, width=16),
    st.floats(0, 1, exclude_max=True, width=16),
    st.integers(0, 9999),
)


def mutated(content: bytes, name: str, mutation: Mutation, canary: Canary) -> bytes:
    """A file that is called so, changed."""
    if content.startswith(b"PK") and mutation.operation not in ("flip", "cut", "empty"):
        return _package(content, mutation, canary)
    if mutation.operation == "empty":
        return b""
    if mutation.operation == "cut":
        return content[: int(mutation.at * len(content))]
    if mutation.operation == "flip":
        at = int(mutation.at * len(content))
        return content[:at] + bytes([mutation.choice % 256]) + content[at + 1 :]
    text = content.decode(errors="surrogateescape")
    return _text(text, PurePosixPath(name).suffix, mutation, canary).encode(errors="surrogatepass")


def _text(text: str, ending: str, mutation: Mutation, canary: Canary) -> str:
    words = words_for(ending, canary)
    word = words[mutation.choice % len(words)]
    at = int(mutation.at * len(text))
    end = at + 1 + int(mutation.much * min(len(text) - at, 400))
    match mutation.operation:
        case "insert":
            return text[:at] + word + text[at:]
        case "delete":
            return text[:at] + text[end:]
        case "repeat":
            times = min(1 + mutation.choice, _LARGEST // (end - at))
            return text[:at] + text[at:end] * times + text[end:]
        case "nest":
            depth = min(1 + mutation.choice, _LARGEST // (end - at))
            return text[:at] * 1 + text[at : (at + end) // 2] * depth + text[(at + end) // 2 : end] * depth + text[end:]
        case "replace number":
            return _replaced(text, _NUMBER, at, NUMBERS[mutation.choice % len(NUMBERS)])
        case _:
            return _replaced(text, _WORD, at, word)


def _replaced(text: str, pattern: re.Pattern[str], at: int, new: str) -> str:
    """A text with the next word of a kind, from a place on, replaced; from its beginning if there is none."""
    found = pattern.search(text, at) or pattern.search(text)
    return text[: found.start()] + new + text[found.end() :] if found else text + new


def _package(content: bytes, mutation: Mutation, canary: Canary) -> bytes:
    """A Word file with one part changed, left out or there twice."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = [(name, package.read(name)) for name in package.namelist()]
    number = mutation.choice % len(parts)
    name, part = parts[number]
    match mutation.operation:
        case "delete" if mutation.choice % 3 == 0:
            del parts[number]
        case "repeat" if mutation.choice % 3 == 0:
            parts.append((name, part))
        case _:
            changed = Mutation(mutation.operation, mutation.at, mutation.much, mutation.choice // len(parts))
            text = part.decode(errors="surrogateescape")
            parts[number] = name, _text(text, PurePosixPath(name).suffix, changed, canary).encode(errors="replace")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts:
            with warnings.catch_warnings(action="ignore"):  # of a name that is there twice, which is meant
                package.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()
