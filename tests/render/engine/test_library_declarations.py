"""Declarations that were prepared are those that cffi reads, and are kept for the next process."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cffi
import pytest

from briefs.files.user_cache import cache_folder, keep
from briefs.render.engine import library_declarations as declarations
from briefs.render.engine.library_declarations import PREPARED, prepared_declarations
from scripts.prepared_declarations import declared as declared_by_weasyprint
from scripts.prepared_declarations import expected

SOURCE = "typedef enum { ONE = 1, TWO } Number; size_t strlen(const char *);"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def declared() -> Any:
    """What a module has that declares `SOURCE` while it is imported."""
    with prepared_declarations():
        ffi = cffi.FFI()
        ffi.cdef(SOURCE)
    return ffi


def test_the_same_can_be_called_with_them(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = cffi.FFI
    assert declared().dlopen(None).strlen(b"four") == 4
    assert cffi.FFI is usual
    monkeypatch.setattr(declarations, "written", None)  # what is kept is not written again
    ffi = declared()
    assert (ffi.dlopen(None).strlen(b"four"), ffi.string(ffi.new("char[]", b"x")), ffi.NULL == 0) == (4, b"x", False)
    assert (ffi.cast("Number", 2), ffi.dlopen(None).TWO) == (ffi.cast("Number", 2), 2)


@pytest.mark.parametrize("content", [b"", b"N", b"\xff"])
def test_what_is_no_code_is_written_again(content: bytes) -> None:
    keep("declarations", declarations._name(SOURCE), content, 8)
    assert declared().dlopen(None).strlen(b"four") == 4


def test_what_others_could_have_written_is_not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    declared()
    monkeypatch.setattr(declarations, "written", lambda usual, source: "raise ZeroDivisionError")
    declared()
    for place in (cache_folder("declarations"), cache_folder("declarations").parent):
        place.chmod(0o777)
        with pytest.raises(ZeroDivisionError):
            declared()
        place.chmod(0o700)


def test_what_came_with_the_program_is_what_cffi_writes() -> None:
    there = {path.name: path.read_text(encoding="ascii") for path in PREPARED.iterdir()}
    assert there == expected(), "run make docs"


def test_the_first_start_reads_no_declarations_of_weasyprint(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setattr(declarations, "written", None)
    with prepared_declarations():
        ffi: Any = cffi.FFI()
        ffi.cdef(declared_by_weasyprint())
    assert ffi.sizeof("PangoRectangle") == 16
