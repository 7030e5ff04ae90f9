"""Sparing WeasyPrint's import what takes long and changes nothing."""

from __future__ import annotations

import ctypes.util
import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

FALLBACKS = ("fontTools.subset", "fontTools.varLib", "fontTools.varLib.instancer")
"""What WeasyPrint subsets fonts with where HarfBuzz cannot, and makes instances of variable fonts with."""


@contextmanager
def quick_start() -> Iterator[None]:
    """Meanwhile, `import weasyprint` starts no child process and loads no fallback; one loads when it is called."""
    with _no_library_search(), _fallbacks_later():
        yield


@contextmanager
def _no_library_search() -> Iterator[None]:
    """Spare the child processes by which `find_library` looks for Windows and macOS names on Linux.

    Some 130 ms; the loader finds the libraries by their sonames, which are tried next. Elsewhere the search is needed.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = search


@contextmanager
def _fallbacks_later() -> Iterator[None]:
    """Some 70 ms; whoever else imports these modules gets them as they are."""
    stand_ins = {name: _Later(name) for name in FALLBACKS if name not in sys.modules}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]


class _Later(ModuleType):
    """Stands in for a module whose functions and classes are only called."""

    def __getattr__(self, attribute: str) -> Callable[..., Any]:
        if attribute.startswith("__"):
            raise AttributeError(attribute)

        def called(*arguments: Any, **named: Any) -> Any:
            return getattr(importlib.import_module(self.__name__), attribute)(*arguments, **named)

        return called
