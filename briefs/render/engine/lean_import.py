"""Import WeasyPrint without those parts of its import that take long and are never needed for a brief."""

from __future__ import annotations

import ctypes.util
import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

FALLBACKS = ("fontTools.subset", "fontTools.varLib", "fontTools.varLib.instancer")
"""Modules with which WeasyPrint subsets fonts if HarfBuzz cannot, and makes instances of variable fonts."""


@contextmanager
def lean_import() -> Iterator[None]:
    """Within this context, `import weasyprint` starts no child process and loads none of `FALLBACKS`.

    A fallback is loaded when something in it is first called. This saves some 200 ms of the import, with the same
    result.
    """
    with _without_library_search(), _with_fallbacks_on_demand():
        yield


@contextmanager
def _without_library_search() -> Iterator[None]:
    """Avoid the child processes with which `find_library` looks for Windows and macOS names on Linux: some 130 ms.

    The loader finds the libraries by their sonames, which are tried next. Other systems need the search.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = search


@contextmanager
def _with_fallbacks_on_demand() -> Iterator[None]:
    """Avoid loading the fallbacks: some 70 ms. Code that imports these modules later gets the real ones."""
    stand_ins = {name: _ModuleOnDemand(name) for name in FALLBACKS if name not in sys.modules}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]


class _ModuleOnDemand(ModuleType):
    """A substitute for a module until something in it is called: each attribute is a function that loads the module.

    This is enough as long as functions and classes of the module are only called, as WeasyPrint does.
    """

    def __getattr__(self, attribute: str) -> Callable[..., Any]:
        if attribute.startswith("__"):
            raise AttributeError(attribute)

        def call(*arguments: Any, **named: Any) -> Any:
            return getattr(importlib.import_module(self.__name__), attribute)(*arguments, **named)

        return call
