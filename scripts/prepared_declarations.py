"""Prepare what every first brief needs of WeasyPrint's declarations: `python -m scripts.prepared_declarations`, or
`make docs`.

It is what cffi writes of them, for the versions of both that are installed. Files for others are removed.
"""

from __future__ import annotations

from importlib.util import find_spec, module_from_spec
from typing import NoReturn

import cffi

from briefs.render.engine.library_declarations import PREPARED, prepared_name, written

MODULE = "weasyprint.text.ffi"
"""The module that declares what WeasyPrint calls in C."""


class _Declared(Exception):
    """The declarations of a module, which ends here."""


class _Listening:
    """Stands for a `cffi.FFI` until declarations come."""

    def cdef(self, source: str) -> NoReturn:
        """Raises _Declared."""
        raise _Declared(source)


def declared() -> str:
    """The lines of C that WeasyPrint gives cffi to read."""
    spec = find_spec(MODULE)
    assert spec is not None
    assert spec.loader is not None
    usual = cffi.FFI
    cffi.FFI = _Listening
    try:
        spec.loader.exec_module(module_from_spec(spec))  # a module of its own: nobody else gets what begins here
    except _Declared as found:
        return str(found)
    finally:
        cffi.FFI = usual
    raise LookupError(f"{MODULE} declares nothing")


def expected() -> dict[str, str]:
    """The names of all files, and their contents."""
    source = declared()
    return {prepared_name(source): written(cffi.FFI, source)}


def main() -> None:
    """Write all files anew."""
    PREPARED.mkdir(exist_ok=True)
    files = expected()
    for name, text in files.items():
        (PREPARED / name).write_text(text, encoding="ascii")
    for path in PREPARED.iterdir():
        if path.name not in files:
            path.unlink()


if __name__ == "__main__":
    main()
