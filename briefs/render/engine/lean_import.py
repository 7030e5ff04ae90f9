"""Import WeasyPrint without those parts of its import that take long and are never needed for a brief."""

from __future__ import annotations

import ctypes.util
import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import Any

FALLBACKS = ("fontTools.subset", "fontTools.varLib", "fontTools.varLib.instancer")
"""Modules with which WeasyPrint subsets fonts if HarfBuzz cannot, and makes instances of variable fonts."""
TABLES = "fontTools.ttLib"
"""The module with which it reads tables of variable fonts, of fonts with pictures, and of those that are compressed."""


@contextmanager
def lean_import() -> Iterator[None]:
    """Within this context, `import weasyprint` starts no child process and loads none of `FALLBACKS`.

    A fallback is loaded when something in it is first called, and so is what reads `TABLES`. This saves some 200 ms of
    the import, with the same result.
    """
    with _without_library_search(), _with_fallbacks_on_demand():
        yield
    if (fonts := sys.modules.get("weasyprint.pdf.fonts")) is not None and isinstance(fonts.TTFont, _OnDemand):
        _read_tables_when_needed(fonts)


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
    """Avoid loading the fallbacks: some 80 ms. Code that imports these modules later gets the real ones."""
    stand_ins = {name: _ModuleOnDemand(name) for name in (*FALLBACKS, TABLES) if name not in sys.modules}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]


@cache  # the engine is loaded for each folder of fonts, and its module is changed once
def _read_tables_when_needed(fonts: ModuleType) -> None:
    """Give the module of WeasyPrint for fonts what reads tables as soon as there is a font that needs it.

    That has an exception to be caught, for which nothing can stand.
    """
    clean = fonts.Font.clean

    def clean_font(font: Any, *arguments: Any) -> None:
        is_plain = "fvar" not in font.tables and not (font.png or font.svg or font.colr)
        if not (is_plain and fonts.harfbuzz_subset) and isinstance(fonts.TTFont, _OnDemand):
            for name in ("TTFont", "TTLibError", "ttFont"):
                setattr(fonts, name, getattr(importlib.import_module(TABLES), name))
        clean(font, *arguments)

    fonts.Font.clean = clean_font


class _ModuleOnDemand(ModuleType):
    """A substitute for a module until something in it is called, or something of that is asked for.

    This is enough as long as all in the module is only used in these ways, as WeasyPrint does.
    """

    def __getattr__(self, attribute: str) -> _OnDemand:
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        return _OnDemand(self.__name__, attribute)


class _OnDemand:
    """A substitute for something in a module: a function, a class, or another module."""

    def __init__(self, module: str, name: str) -> None:
        self._module, self._name = module, name

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """What the function or class itself gives."""
        return self._loaded()(*arguments, **named)

    def __getattr__(self, attribute: str) -> Any:
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        return getattr(self._loaded(), attribute)

    def _loaded(self) -> Any:
        module = importlib.import_module(self._module)
        if not hasattr(module, self._name):
            importlib.import_module(f"{self._module}.{self._name}")
        return getattr(module, self._name)
