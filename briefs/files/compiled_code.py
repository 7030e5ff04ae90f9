"""What Python compiles each time it loads the program, kept from one process to the next.

Python keeps the code of modules, but not that of regular expressions, of data classes and named tuples, and of
annotations: some 3,000 small pieces, which take a tenth of the time of a build after an edit. They are kept by their
whole source and the version of Python, so what is kept cannot be out of date.

`compiled_before` stands in for what four modules of Python call to compile them. If a version of Python calls something
else, that is compiled as usual.
"""

from __future__ import annotations

import builtins
import collections
import dataclasses
import marshal
import re
import sys
import typing
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from types import CodeType, ModuleType
from typing import Any, TypeAlias

from briefs.files.user_cache import cached, keep

Parts: TypeAlias = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What the matching engine makes a pattern from: its flags, its code (32-bit words in the order of this machine), how
many groups it has, and their names."""

FORMAT = 1
"""It is to change with what is kept."""
FEWEST = 10
"""If a process compiles fewer new pieces, it is not worth writing all of them again."""
LARGEST = 8_000_000
"""Bytes. If all pieces together take more, only those that this process has used are kept, or none if even they do."""
MOST = 5_000
"""How many new pieces of a process are known: more are compiled for what documents say, and a preview runs for days."""
_MOST_COMMANDS = 60
_UNSURE = re.LOCALE | re.DEBUG
"""Patterns with these flags depend on more than their source, or print something."""
_NAMELESS = "<string>"
_compiler: Any = getattr(re, "_compiler", None)
_sre: Any = sys.modules["_sre"]


class CompiledCode:
    """Patterns by expression and flags, and code by mode and source: what `packed` gave for an earlier process, and
    what is compiled from now on. Raises ValueError, EOFError or TypeError if `content` is something else."""

    def __init__(self, content: bytes | None = None) -> None:
        self._patterns: dict[tuple[str | bytes, int], Parts] = {}
        self._code: dict[str, dict[str, bytes]] = {"exec": {}, "eval": {}}
        self._used_patterns, self._used_code = set[tuple[str | bytes, int]](), set[tuple[str, str]]()
        self.new = 0
        if content is not None:
            self._patterns, self._code = marshal.loads(content)
            if not isinstance(self._patterns, dict) or not isinstance(self._code, dict):
                raise TypeError

    def pattern(self, expression: str | bytes, flags: int, parts_of: Callable[[Any, int], tuple[Any, ...]]) -> Any:
        """A compiled pattern. If it is not known, `parts_of` gives all arguments for the matching engine. Raises what
        that raises, such as re.error."""
        key = expression, flags
        if (parts := self._patterns.get(key)) is not None:
            self._used_patterns.add(key)
            code = array("I", parts[1]).tolist()
            return _sre.compile(expression, parts[0], code, *parts[2:])
        arguments = parts_of(expression, flags)
        _, own_flags, code, groups, names, numbered = arguments
        if not own_flags & _UNSURE and self.new < MOST:
            self._patterns[key] = int(own_flags), array("I", code).tobytes(), groups, dict(names), tuple(numbered)
            self._used_patterns.add(key)
            self.new += 1
        return _sre.compile(*arguments)

    def code(self, source: str, mode: str) -> CodeType:
        """The code of `source`, compiled to be executed (mode `exec`) or evaluated (`eval`). Raises SyntaxError and
        ValueError, as `compile` does."""
        known, key = self._code[mode], (mode, source)
        if (marshalled := known.get(source)) is not None:
            self._used_code.add(key)
            code: CodeType = marshal.loads(marshalled)
            return code
        code = builtins.compile(source, _NAMELESS, mode, dont_inherit=True)
        if self.new >= MOST:
            return code
        known[source] = marshal.dumps(code)
        self._used_code.add(key)
        self.new += 1
        return code

    def packed(self) -> bytes | None:
        """All that is known; without what was not used if that is too much; None if what was used is too much."""
        content = marshal.dumps((self._patterns, self._code))
        if len(content) <= LARGEST:
            return content
        patterns = {key: parts for key, parts in self._patterns.items() if key in self._used_patterns}
        code = {
            mode: {source: one for source, one in known.items() if (mode, source) in self._used_code}
            for mode, known in self._code.items()
        }
        content = marshal.dumps((patterns, code))
        return content if len(content) <= LARGEST else None


@contextmanager
def compiled_before(command: str) -> Iterator[CompiledCode]:
    """While this is open, nothing is compiled that an earlier process compiled for the same `command`; afterwards, what
    was new is kept, unless the command failed."""
    name = _name(command)
    try:
        known = CompiledCode(cached("compiled", name))
    except (ValueError, EOFError, TypeError):
        known = CompiledCode()
    with _standing_in(known):
        yield known
    if known.new >= FEWEST and (content := known.packed()) is not None:
        keep("compiled", name, content, _MOST_COMMANDS)


@contextmanager
def _standing_in(known: CompiledCode) -> Iterator[None]:
    """Let modules of Python ask `known` for what they compile, where they do what is expected of them."""
    replaced: list[tuple[ModuleType, str, Any]] = []

    def replace(module: ModuleType, name: str, function: Any) -> None:
        replaced.append((module, name, vars(module).get(name)))
        setattr(module, name, function)

    if _compiler is not None and array("I").itemsize == _sre.CODESIZE:
        engine = ModuleType("_sre")
        vars(engine).update(vars(_sre), compile=lambda *arguments: arguments)
        replace(_compiler, "_sre", engine)
        replace(_compiler, "compile", _pattern_compiler(known, _compiler.compile))
    replace(dataclasses, "exec", _runner(known, "exec", builtins.exec))
    replace(collections, "eval", _runner(known, "eval", builtins.eval))
    replace(typing, "compile", _source_compiler(known))
    try:
        yield
    finally:
        for module, name, before in reversed(replaced):
            if before is None:
                delattr(module, name)
            else:
                setattr(module, name, before)


def _pattern_compiler(known: CompiledCode, parts_of: Callable[[Any, int], Any]) -> Callable[..., Any]:
    """What stands in for `re._compiler.compile`, which is `parts_of`: it gives what it would hand to the engine."""

    def compile(expression: Any, flags: int = 0) -> Any:
        if type(expression) not in (str, bytes) or flags & _UNSURE:
            return _sre.compile(*parts_of(expression, flags))
        return known.pattern(expression, int(flags), parts_of)

    return compile


def _runner(known: CompiledCode, mode: str, usual: Callable[..., Any]) -> Callable[..., Any]:
    """What stands in for `exec` or `eval`."""

    def run(source: Any, *scopes: Any) -> Any:
        return usual(known.code(source, mode) if type(source) is str else source, *scopes)

    return run


def _source_compiler(known: CompiledCode) -> Callable[..., Any]:
    """What stands in for `compile`, of which only expressions without a file are kept."""

    def compile(source: Any, filename: str, mode: str, *others: Any, **options: Any) -> Any:
        if type(source) is not str or (filename, mode) != (_NAMELESS, "eval") or others or options:
            return builtins.compile(source, filename, mode, *others, **options)
        return known.code(source, mode)

    return compile


def _name(command: str) -> str:
    """The file for a command: its name stands for the format, the version of Python, and that of its engine."""
    made_by = (FORMAT, sys.version, sys.byteorder, _sre.MAGIC, command)
    return blake2b(repr(made_by).encode(errors="replace"), digest_size=16).hexdigest()
