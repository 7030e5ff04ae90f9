"""The versions of Python's libraries, as the folders beside them are named.

`importlib.metadata` says the same, but it loads what reads mail, and parses a file for each library.
"""

from __future__ import annotations

import os
import re
import sys
from functools import cache

_ENDING = ".dist-info"


def installed_version(name: str) -> str | None:
    """The version of the library `name`, as packages are named on the index; None if it is not installed.

    The folder of a library that is installed is called `<name>-<version>.dist-info`, in which neither of the two has a
    hyphen (https://packaging.python.org/en/latest/specifications/recording-installed-packages/). Of several, that which
    Python finds first counts.
    """
    known = _folders().get(_plain(name))
    if known is not None:
        return known
    from importlib.metadata import PackageNotFoundError, version  # seldom needed: it is installed in another way

    try:
        return version(name)
    except (PackageNotFoundError, OSError):  # or its folder says nothing
        return None


@cache
def _folders() -> dict[str, str]:
    """The versions of all libraries that have such a folder, by name."""
    found: dict[str, str] = {}
    for folder in sys.path:
        try:
            names = sorted(os.listdir(folder or os.curdir))  # noqa: PTH208  # these are names, not files to be read
        except OSError:
            continue
        for one in names:
            name, hyphen, version = one.removesuffix(_ENDING).partition("-")
            if one.endswith(_ENDING) and hyphen and "-" not in version:
                found.setdefault(_plain(name), version)
    return found


def _plain(name: str) -> str:
    """A name as all its spellings are compared (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
