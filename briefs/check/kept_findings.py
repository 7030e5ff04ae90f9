"""What checks of wording found before, so that only wording is checked again that has changed, or what it rests on.

Findings are kept by everything that a check can read: the block as written, its passages, the rules, what acronyms
stand for, the groups that it counts, and the program itself with its lexicons. Lines are counted from that of the
block, which moves when others are added above it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any, TypeAlias

from pydantic import BaseModel

from briefs.files.program_state import program_state
from briefs.model.codes import CODES
from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.model.library import Drawn, Extract
from briefs.model.own_words import OwnWords
from briefs.model.report import Report

Finding: TypeAlias = tuple[str, str, str, int | None]
"""Code, message, hint, and line from that of the block; None for the file as a whole."""
Findings: TypeAlias = list[Finding]
_NAMES: dict[type, tuple[str, ...]] = {}
"""The names of the fields of dataclasses."""
_TEXTS = frozenset((str,))
_PLAIN = frozenset((str, int, float, bool))

_FEW = 20
"""New findings are worth keeping if they are more than one in so many."""
_MOST = 20_000
"""So many findings may be kept that nobody has looked for lately."""
_LONG = 100
"""Of longer texts, many keys have only a hash."""
_MANY = 100
"""So many texts, as those of a whole report, are looked at once for all that have the same value."""


class KeptFindings:
    """Findings by key, as they were kept, and those that are to be kept."""

    def __init__(self, content: bytes | Callable[[], bytes | None] | None = None, is_part: bool = False) -> None:
        """Begin with what `content` holds: nothing if it is None, of another program, or not what `packed` gives. If it
        is a function, it is called as soon as something is looked for.

        `is_part`: only a part of all that counts is looked for, so what is not looked for is kept too.
        """
        self._content = content
        self._is_part = is_part
        self._used: dict[str, Findings] = {}
        self._shared: dict[int, tuple[object, str]] = {}
        self._texts: dict[str, str] = {}

    @property
    def has_changed(self) -> bool:
        """Whether anything is to be kept that was not, or the other way round."""
        if self._is_part:  # few new ones are soon found again
            return bool(self._used) and len(self._used.keys() - self._known.keys()) * _FEW > len(self._known)
        return self._used != self._known

    @cached_property
    def _known(self) -> dict[str, Findings]:
        """What was found before."""
        return _unpacked(self._content() if callable(self._content) else self._content)

    def of(
        self, subject: object, place: Place, find: Callable[[], Iterable[Diagnostic]], of_what: str = ""
    ) -> list[Diagnostic]:
        """What `find` gives for `subject`, a value whose fields are all that it reads; each in the file of `place`.

        `of_what` tells it from what other functions give for the same subject.
        """
        key = of_what + self._key(subject)
        found = self._used.get(key, self._known.get(key))
        if found is None:
            fresh = list(find())
            if any(problem.place.path != place.path for problem in fresh):
                return fresh
            found = [(one.code, one.message, one.hint, _from(place, one.place)) for one in fresh]
        self._used[key] = found
        return [Fault(code, message, hint).at(_at(place, line)) for code, message, hint, line in found]

    @property
    def is_known(self) -> bool:
        """Whether anything was found before."""
        return bool(self._known or self._used)

    @property
    def found(self) -> dict[str, Findings]:
        """What was looked for, by key: for `learn`."""
        return self._used

    def learn(self, found: Mapping[str, Findings]) -> None:
        """Take over what was `found` elsewhere."""
        self._used.update(found)

    def packed(self) -> bytes:
        """What is to be kept, for the next time."""
        found = {**self._known, **self._used} if self._is_part else self._used
        found = self._used if len(found) > max(_MOST, 2 * len(self._used)) else found
        return json.dumps({"program": program_state(), "found": found}, ensure_ascii=False).encode()

    def _key(self, subject: object) -> str:
        assert is_dataclass(subject)
        told = "\0".join([self._told(getattr(subject, name)) for name in _names(subject)])
        return _digest(told)

    def _told(self, value: object) -> str:
        """Everything that `value` says. What many subjects share is only looked at once."""
        if type(value) is str:
            return self._text(value)
        if isinstance(value, Place):
            return repr(value.path)
        if type(value) is tuple and len(value) < _MANY and set(map(type, value)) <= _TEXTS:
            return f"({','.join(map(self._text, value))})"
        known = self._shared.get(id(value))
        if known is None:
            known = self._shared[id(value)] = (
                value,
                self._anew(value),
            )  # the value too, lest its id is given to another
        return known[1]

    def _text(self, text: str) -> str:
        """What a text says; of a long one, which many subjects have, only a hash."""
        known = self._texts.get(text)
        if known is None:
            known = self._texts[text] = repr(text) if len(text) < _LONG else _digest(text)
        return known

    def _anew(self, value: object) -> str:
        if type(value) is tuple and set(map(type, value)) <= _TEXTS:
            return _digest(",".join(map(self._text, value)))
        if isinstance(value, OwnWords):
            told = "\0".join([self._told(getattr(value, name)) for name in _names(value)])
        else:
            told = _told(value)
        return told if len(told) < _LONG else _digest(told)


class Unkept(KeptFindings):
    """No findings, and none are kept: everything is checked."""

    is_known = True

    def of(
        self, subject: object, place: Place, find: Callable[[], Iterable[Diagnostic]], of_what: str = ""
    ) -> list[Diagnostic]:
        """What `find` gives."""
        return list(find())


def _told(value: object) -> str:
    """Everything that `value` says, as text that is the same in every process."""
    kind = type(value)
    if value is None or kind in _PLAIN:
        return repr(value)
    if isinstance(value, Extract):  # most of what there is
        return repr((value.address, value.label, value.lines, value.start, value.end, value.text))
    if kind is tuple or kind is list:
        return _in_order(value)  # type: ignore[arg-type]
    if isinstance(value, BaseModel):  # its own serializer would have to be made first
        known = vars(value).items()
        said = [f"{name}:{repr(one) if type(one) is str else _told(one)}" for name, one in known if one is not None]
        return f"{kind.__name__}({','.join(said)})"
    if isinstance(value, Mapping):
        return "{" + ",".join([f"{_told(name)}:{_told(one)}" for name, one in value.items()]) + "}"
    if isinstance(value, Set):
        return "{" + ",".join(sorted(map(_told, value))) + "}"
    if isinstance(value, str | int | float):
        return repr(value)
    if isinstance(value, tuple | list):
        return _in_order(value)
    if isinstance(value, Report):
        return repr(value)
    if isinstance(value, Drawn):
        told = map(_told, (value.block, value.place.path, value.extracts, _counted(value), value.doubts))
        return f"Drawn({','.join(told)})"
    if is_dataclass(value):
        return f"{kind.__name__}({','.join([_told(getattr(value, name)) for name in _names(value)])})"
    raise TypeError(f"what a {kind.__name__} says is not known, so no findings about it can be kept")


def _in_order(values: Sequence[object]) -> str:
    return "(" + ",".join(map(_told, values)) + ")"


def _names(value: Any) -> tuple[str, ...]:
    """The names of the fields of a dataclass."""
    known = _NAMES.get(type(value))
    if known is None:
        known = _NAMES[type(value)] = tuple(one.name for one in fields(value))
    return known


def _counted(drawn: Drawn) -> dict[str, int]:
    """The lines of the fields of a block, counted from that of the block."""
    return {name: line - drawn.place.line for name, line in drawn.lines.items()}


def _unpacked(content: bytes | None) -> dict[str, Findings]:
    if content is None:
        return {}
    try:
        read: Any = json.loads(content)
        if read["program"] != program_state():
            return {}
        return {str(key): [_finding(*one) for one in found] for key, found in read["found"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _finding(code: object, message: object, hint: object, line: object) -> Finding:
    if code not in CODES or not (line is None or isinstance(line, int)):
        raise ValueError
    return str(code), str(message), str(hint), line


def _from(block: Place, place: Place) -> int | None:
    """The line of `place`, counted from that of a block in the same file."""
    return place.line - block.line if place.line else None


def _at(block: Place, line: int | None) -> Place:
    """The place that is `line` lines below a block."""
    return Place(block.path, 0 if line is None else block.line + line)


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()
