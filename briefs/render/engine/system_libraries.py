"""Versions of the system libraries that draw text: PDF files have the same bytes only with the same versions."""

from __future__ import annotations

import ctypes
import platform
import zlib
from functools import cache

_NAMES = {
    "pango": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    "harfbuzz": ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    "fontconfig": ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
}
"""Libraries that WeasyPrint loads, under their names on Linux, macOS and Windows."""


@cache
def library_versions() -> dict[str, str]:
    """Versions of Python, of its compression and of the system's libraries for text; "?" if one is not known."""
    versions = {"python": platform.python_version(), "zlib": zlib.ZLIB_RUNTIME_VERSION}
    return versions | {name: _version(name) for name in _NAMES}


def _version(name: str) -> str:
    library = _loaded(name)
    if library is None:
        return "?"
    if name == "fontconfig":
        number = int(library.FcGetVersion())  # 21501 is 2.15.1
        return f"{number // 10000}.{number // 100 % 100}.{number % 100}"
    say = library.pango_version_string if name == "pango" else library.hb_version_string
    say.restype = ctypes.c_char_p
    return bytes(say()).decode()


def _loaded(name: str) -> ctypes.CDLL | None:
    for candidate in _NAMES[name]:
        try:
            return ctypes.CDLL(candidate)
        except OSError:
            continue
    return None
