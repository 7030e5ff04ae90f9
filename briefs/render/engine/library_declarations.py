"""The declarations of the C libraries that WeasyPrint calls, prepared once for all processes of a user.

WeasyPrint gives cffi 400 lines of C to read at each start. cffi can write what it has read into a module of Python data
(CFFI documentation, "Preparing and Distributing modules", out-of-line, ABI level); this is kept in the user's cache, by
the lines and by the versions of what has read them. What it writes for the versions that are installed with the program
comes with it (`python -m scripts.prepared_declarations`): nobody waits for it at the first start.
"""

from __future__ import annotations

import io
import marshal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from types import CodeType
from typing import Any

from briefs.files.bounded_reading import read_file
from briefs.files.user_cache import cached, keep

PREPARED = Path(__file__).with_name("prepared")
"""What cffi has written of declarations, in files with the names that `prepared_name` gives."""
_FOLDER, _MOST = "declarations", 8


@contextmanager
def prepared_declarations() -> Iterator[None]:
    """Within this context, whoever imports a module that calls `cffi.FFI()` gets one that need not read C."""
    import cffi

    usual = cffi.FFI
    cffi.FFI = lambda: _Prepared(usual)
    try:
        yield
    finally:
        cffi.FFI = usual


class _Prepared:
    """Stands for a `cffi.FFI` until declarations come, and then for the one that has them."""

    def __init__(self, usual: Any) -> None:
        self._usual = usual

    def cdef(self, source: str) -> None:
        """Take the declarations; from now on, this object has all attributes of a compiled `FFI`."""
        name = _name(source)
        code = _code(cached(_FOLDER, name))
        if code is None:
            text = _prepared(source) or written(self._usual, source)
            code = compile(text, "<declarations>", "exec")
            keep(_FOLDER, name, marshal.dumps(code), _MOST)
        module: dict[str, Any] = {}
        exec(code, module)  # what cffi wrote, in a folder that only this user can write into
        ffi = module["ffi"]
        vars(self).update({one: getattr(ffi, one) for one in dir(ffi) if not one.startswith("_")})


def prepared_name(source: str) -> str:
    """The name of the file with what this version of cffi writes of `source`, in any version of Python."""
    import cffi

    return f"{sha256(repr((cffi.__version__, source)).encode()).hexdigest()}.txt"


def _prepared(source: str) -> str | None:
    """What cffi writes of `source`, if that is a part of the program."""
    file = PREPARED / prepared_name(source)
    try:
        return read_file(file).decode("ascii") if file.is_file() else None
    except OSError:
        return None


def _name(source: str) -> str:
    """A name for what this version of cffi makes of `source` in this version of Python."""
    import cffi

    made_from = (sys.version, cffi.__version__, source)
    return sha256(repr(made_from).encode()).hexdigest()


def _code(content: bytes | None) -> CodeType | None:
    """The code that was kept; None if there is none."""
    if content is None:
        return None
    try:
        code = marshal.loads(content)  # from a folder that only this user can write into
    except (ValueError, EOFError, TypeError):
        return None
    return code if isinstance(code, CodeType) else None


def written(usual: Any, source: str) -> str:
    """The module that cffi writes of declarations in C."""
    from cffi.recompiler import make_py_source

    builder = usual()
    builder.cdef(source)
    builder.set_source("declarations", None)
    written = io.StringIO()
    make_py_source(builder, "declarations", written)
    return written.getvalue()
