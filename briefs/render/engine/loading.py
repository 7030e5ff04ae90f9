"""The only access to WeasyPrint: loaded when a PDF is needed, with only the bundled fonts and no network."""

from __future__ import annotations

import atexit
import importlib
import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

from briefs.files.made_folder import make_folder
from briefs.model.diagnostics import BriefsError
from briefs.render.engine.font_folders import font_folders
from briefs.render.engine.kept_style_sheets import prepared_sheets
from briefs.render.engine.lean_import import lean_import
from briefs.render.engine.library_declarations import prepared_declarations
from briefs.render.engine.stale_font_cache import remove_stale
from briefs.render.fonts.font_configuration import NAME, UnusableConfiguration, families_configured
from briefs.render.fonts.font_files import FONTS_HINT, packed_files

SYSTEM_LIBRARIES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 libfontconfig1"
"""The Debian packages that WeasyPrint needs."""


def load_engine(fonts: Path) -> ModuleType:
    """The `weasyprint` module, which sees only the fonts in the folder `fonts` (with a `fonts.conf`).

    Fontconfig reads its file once in a process, so the folder of the first call counts. Raises BriefsError if the fonts
    or the system libraries are missing.
    """
    configuration = fonts / NAME
    if not configuration.is_file():
        raise BriefsError(f"{configuration} is missing", FONTS_HINT)
    _check(fonts)
    os.environ["FONTCONFIG_FILE"] = str(configuration.resolve())
    ensure_font_cache()
    remove_stale(font_folders(fonts.resolve()), Path(os.environ["XDG_CACHE_HOME"]) / "fontconfig")
    logger = logging.getLogger("weasyprint")
    if not logger.handlers:  # otherwise WeasyPrint writes its warnings to stderr itself
        logger.addHandler(logging.NullHandler())
    try:
        with lean_import(), prepared_declarations(), prepared_sheets():
            return importlib.import_module("weasyprint")
    except OSError as error:
        raise BriefsError(
            f"WeasyPrint cannot load its system libraries: {str(error).splitlines()[0]}",
            f"install {SYSTEM_LIBRARIES} (Debian, Ubuntu) or pango (macOS, MSYS2)",
        ) from error


@lru_cache(maxsize=4)
def _check(fonts: Path) -> None:
    """Raise BriefsError if fontconfig cannot read its file, since it would then use whatever fonts the machine has, or
    if it must not: its file leads out of the folder, or a font in this is compressed."""
    try:
        families_configured(fonts)
    except (OSError, UnusableConfiguration) as error:
        message = f"{fonts / NAME} is not a fontconfig file that can be read: {getattr(error, 'strerror', '') or error}"
        raise BriefsError(message, FONTS_HINT) from error
    if packed := packed_files(fonts):
        raise BriefsError(f"{packed[0]} is compressed", FONTS_HINT)


def ensure_font_cache() -> None:
    """Give fontconfig a folder to write its cache to. Without one it writes warnings to stderr that we cannot catch.

    This is the user's usual cache folder, or a temporary one that is removed when the process ends.
    """
    home = Path(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"))  # noqa: PTH111 - never raises
    try:
        make_folder(home)
        if os.access(home, os.W_OK) and not _would_wait(home / "fontconfig"):
            os.environ["XDG_CACHE_HOME"] = str(home)  # fontconfig itself looks only at $HOME
            return
    except OSError:
        pass
    cache = tempfile.TemporaryDirectory(prefix="briefs-fonts-")
    atexit.register(cache.cleanup)
    os.environ["XDG_CACHE_HOME"] = cache.name


def _would_wait(folder: Path) -> bool:
    """Whether fontconfig, which opens what is in its folder, would wait for ever for what is there, such as a pipe."""
    try:
        changed = folder.stat().st_mtime_ns
    except OSError:
        return False
    return _has_pipe(folder, changed)


@lru_cache(maxsize=1)
def _has_pipe(folder: Path, changed: int) -> bool:
    """Whether a folder, which was last changed at that time, has something that is neither a file nor a folder."""
    with os.scandir(folder) as entries:
        return not all(one.is_file() or one.is_dir() or not Path(one).exists() for one in entries)


def offline_fetcher(engine: ModuleType) -> Any:
    """A fetcher that refuses every address, so that a layout which asks for a file or the network is stopped.

    Only a picture that is in its own address is let through: there is nothing to ask for.
    """
    return engine.urls.URLFetcher(allowed_protocols=("data",), fail_on_errors=True)


@contextmanager
def complaints_raised() -> Iterator[None]:
    """Raise BriefsError for an error that WeasyPrint logs: it would go on without the rule or picture."""
    with complaints_kept(logging.ERROR) as messages:
        yield
    if messages:
        raise BriefsError(
            f"WeasyPrint says: {messages[0]}", "correct the style sheet in templates/layout, or the picture"
        )


@contextmanager
def complaints_kept(level: int) -> Iterator[list[str]]:
    """The messages that WeasyPrint logs at `level` or above, while they come."""
    complaints = _Complaints(level)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(complaints)
    try:
        yield complaints.messages
    finally:
        logger.removeHandler(complaints)


class _Complaints(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
