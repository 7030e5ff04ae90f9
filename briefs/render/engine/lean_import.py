"""Import WeasyPrint without the parts of its import that take long and that a brief never needs."""

from __future__ import annotations

import ctypes.util
import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

FALLBACKS = ("fontTools.subset", "fontTools.varLib", "fontTools.varLib.instancer")
"""What WeasyPrint subsets fonts with if HarfBuzz cannot, and makes instances of variable fonts with."""


@contextmanager
def lean_import() -> Iterator[None]:
    """Within this context, `import weasyprint` starts no child process and loads none of `FALLBACKS`.

    A fallback is loaded when something in it is first called. Some 200 ms of the import are saved; its outcome is the
    same.
    """
    with _without_library_search(), _with_fallbacks_on_demand():
        yield


@contextmanager
def _without_library_search() -> Iterator[None]:
    """Spare the child processes by which `find_library` looks for Windows and macOS names on Linux, some 130 ms.

    The loader finds the libraries by their sonames, which are tried next. On other systems the search is needed.
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
    """Spare loading the fallbacks, some 70 ms. Whoever imports these modules afterwards gets the real ones."""
    stand_ins = {name: _ModuleOnDemand(name) for name in FALLBACKS if name not in sys.modules}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]


class _ModuleOnDemand(ModuleType):
    """Stands in for a module until something in it is called: each attribute is a function that loads the module.

    That is enough where functions and classes of a module are only ever called, as WeasyPrint does.
    """

    def __getattr__(self, attribute: str) -> Callable[..., Any]:
        if attribute.startswith("__"):
            raise AttributeError(attribute)

        def call(*arguments: Any, **named: Any) -> Any:
            return getattr(importlib.import_module(self.__name__), attribute)(*arguments, **named)

        return call
