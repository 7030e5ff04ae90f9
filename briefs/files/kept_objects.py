"""Objects of the program as bytes, and back: for what is kept in the user's cache from one process to the next.

They are pickled, and only classes of this program are made from what is read, with a few of Python's own that hold
values: no function is called that a file names (CWE-502), but for those in a short list. Besides, the cache takes
nothing from a file that another user can have written.
"""

from __future__ import annotations

import copyreg
import io
import pickle
import sys
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from importlib import import_module
from operator import attrgetter
from typing import Any

from briefs.model.later_collection import collecting_later

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
    written = io.BytesIO()
    pickler = pickle.Pickler(written, protocol=5)
    pickler.dispatch_table = _AS_CALLS
    try:
        with collecting_later():  # these are many, and none of them is garbage
            pickler.dump(value)
        return written.getvalue()
    except (pickle.PicklingError, TypeError, AttributeError, RecursionError):
        return None


def unpacked(content: bytes) -> Any:
    """The value that `content`, made by `packed` in the same program, holds.

    Raises ValueError if it is not such bytes, or has anything in it that is not made from files.
    """
    try:
        with collecting_later():  # these are many, and none of them is garbage
            return _Values(io.BytesIO(content)).load()
    except ValueError:
        raise
    except Exception as error:  # whatever damaged bytes lead to
        raise ValueError(f"these bytes hold no value: {error}") from error


class _AsCalls(dict[type, Callable[[Any], Any]]):
    """How objects are pickled, by class: those of dataclasses with slots as a call with their fields, which is
    read in half the time that their state would take; others as `copyreg` says, or as they say themselves."""

    def __missing__(self, cls: type) -> Callable[[Any], Any]:
        if issubclass(cls, type):  # classes are kept by their names
            raise KeyError(cls)
        if not _is_plain(cls):
            self[cls] = _reduced
            return _reduced
        names = [one.name for one in fields(cls)]  # type: ignore[arg-type]  # it is a dataclass
        values = attrgetter(*names)
        made = (lambda one: (cls, values(one))) if len(names) > 1 else (lambda one: (cls, (values(one),)))
        self[cls] = made
        return made


def _reduced(value: object) -> Any:
    return value.__reduce_ex__(pickle.HIGHEST_PROTOCOL)


def _is_plain(cls: type) -> bool:
    """Whether nothing happens when a class is called with its fields but that they are set."""
    if not is_dataclass(cls) or "__slots__" not in vars(cls):
        return False
    if hasattr(cls, "__post_init__") or not fields(cls):
        return False
    return all(one.init and not one.kw_only for one in fields(cls))


_AS_CALLS = _AsCalls(copyreg.dispatch_table)


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
