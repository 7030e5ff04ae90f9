"""Objects of the program as bytes, and back: for what is kept in the user's cache from one process to the next.

They are pickled, and only classes of this program are made from what is read, with a few of Python's own that hold
values: no function is called that a file names (CWE-502), but for those in a short list. Besides, the cache takes
nothing from a file that another user can have written.
"""

from __future__ import annotations

import io
import pickle
import sys
from importlib import import_module
from typing import Any

_VALUES = {
    "builtins": {"frozenset", "set", "bytearray", "complex", "range", "slice"},
    "collections": {"OrderedDict", "Counter"},
    "datetime": {"date", "datetime", "time", "timedelta", "timezone"},
    "decimal": {"Decimal"},
    "fractions": {"Fraction"},
    "pathlib": {"Path", "PosixPath", "PurePath", "PurePosixPath", "PureWindowsPath", "WindowsPath"},
}
"""Classes of Python that hold values, by module."""
_FUNCTIONS = {"briefs.model.library": {"is_acronym"}}
"""Functions of the program that are values, by module: they say which blocks somebody looked for."""


def packed(value: object) -> bytes | None:
    """`value` as bytes; None if something in it cannot be kept, such as a function or an open file."""
    try:
        return pickle.dumps(value, protocol=5)
    except (pickle.PicklingError, TypeError, AttributeError, RecursionError):
        return None


def unpacked(content: bytes) -> Any:
    """The value that `content`, made by `packed` in the same program, holds.

    Raises ValueError if it is not such bytes, or has anything in it that is not made from files.
    """
    try:
        return _Values(io.BytesIO(content)).load()
    except ValueError:
        raise
    except Exception as error:  # whatever damaged bytes lead to
        raise ValueError(f"these bytes hold no value: {error}") from error


class _Values(pickle.Unpickler):
    """Makes values, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """The class `name` of `module`. Raises ValueError for what is not to be made."""
        if module.partition(".")[0] == "briefs":
            found = sys.modules.get(module) or import_module(module)
            for part in name.split("."):
                found = getattr(found, part)
            if isinstance(found, type) or name in _FUNCTIONS.get(module, ()):
                return found
        elif name in _VALUES.get(module, ()):
            return super().find_class(module, name)
        raise ValueError(f"{module}.{name} is not made from what is kept")
