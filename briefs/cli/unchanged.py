"""Finding out that nothing has changed since the last build, before the program itself is loaded.

Every `briefs build` and `briefs check` on the command line leaves a record of its call in the user's cache
(`briefs/cli/call_records.py`): the files that went into it, the program with its lexicons, the libraries that it
used, and what it printed. If none of these has changed, the same call prints the same lines and ends. Files are
compared by content, or by their state on the disk where every edit changes that state; Python's libraries are
compared by version. In case of doubt, the build or the check runs.

This module uses only what Python has loaded anyway, so that the check costs little more than starting Python. It works
on Linux only, where a process can list the libraries that it has loaded.
"""

from __future__ import annotations

import marshal
import os
import stat
import sys
import time

try:
    from _blake2 import blake2b  # `hashlib` without OpenSSL, which takes longer to load than everything done here
except ImportError:
    from hashlib import blake2b

from briefs.files.surroundings import file_state, shaping_variables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from io import RawIOBase
    from typing import Any, TypeAlias

    from briefs.files.surroundings import State

    Hashes: TypeAlias = dict[str, str]

GRAIN = 2.0
"""Seconds. On disks with coarse clocks, a file that has only just changed may change again without a new time."""

MOST_ENTRIES, LARGEST_SUM = 20_000, 500_000_000
"""How many files and folders are looked at, and how many bytes of them are read, before a call is simply made: more
than most projects may have, and less than anybody would wait for."""

LARGEST = 64_000_000
"""Bytes of a record; what is larger is none."""

_SHOWING = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM", "COLUMNS", "PWD")
"""Environment variables that may change how it is printed, or which project is found."""

MADE_BY_PYTHON = "__pycache__"
FOLDER, NEITHER = "folder", "neither a file nor a folder"
"""These words replace the hash of something that is not a file, such as a link that leads nowhere."""
_hashed: dict[str, tuple[State, str]] = {}
"""Hashes by path, each with the state that its file had, if any later change of the file shows in its state."""


class Call:
    """A call of the program, with everything that its result depends on except files.

    `unsettled` are the parts of its record if it holds, and states can be trusted by now that could not when it was
    written.
    """

    unsettled: Any = None
    _parts: Any = None

    def __init__(self, arguments: Sequence[str]) -> None:
        self.start = time.time()
        self.uses_cache = not any(map(is_without_cache, arguments))
        shaping = shaping_variables()
        shaping += [(name, os.environ.get(name, "")) for name in _SHOWING]
        streams = [(stream.isatty() and _columns(), stream.encoding) for stream in (sys.stdout, sys.stderr)]
        program = [sys.version, sys.executable, sys.path, __file__, file_state(__file__)]
        named = [list(arguments), os.getcwd(), shaping, streams, program]
        self.folder = os.path.join(_caches(), "briefs")
        self.path = os.path.join(self.folder, digest_of(repr(named).encode(errors="replace")))

    def repeated(self) -> tuple[str, str] | None:
        """What the same call last printed to standard output and error; None if it might print something else now."""
        try:
            if not self.uses_cache or not _is_own_record(self.path):
                return None
            with open(self.path, "rb") as file:
                written, record = file.readline(), file.read()
            if written.strip().decode(errors="replace") != checksum(self.path, record):
                return None
            self._parts = parts = marshal.loads(record)  # whose end is that of the process: it takes time too
            (places, versions), own, states, folders, named, files, printed = parts
            if not _are_as_they_were(places.items()) and versions != library_versions():
                return None
            if entries_of(folders, named) != named:
                return None
            if any((not state or file_state(path) != state) and names_in(path) != names for path, state, names in own):
                return None
            if [(one.st_ino, one.st_size, one.st_ctime_ns) for one in map(os.stat, states)] != list(states.values()):
                return None
            if not all(
                (state and state == file_state(path)) or digest == hash_of(path) for path, state, digest in files
            ):
                return None
            out, err = printed
            new = [path for path, state in places.items() if not state]
            new += [path for path, state, _ in own if not state]
            new += [path for path, state, hashed in files if not state and hashed not in (FOLDER, NEITHER)]
            if any(self.is_settled(file_state(path)) for path in new):
                self.unsettled = parts
        except (OSError, EOFError, TypeError, ValueError, AttributeError):  # it is not a record of this program
            return None
        return str(out), str(err)

    def is_settled(self, state: State) -> bool:
        """Whether any later change of the file will show in its state."""
        return state[2] / 1e9 < self.start - GRAIN


def this_call() -> Call | None:
    """The call of this process if it is a build or a check that may repeat an earlier one; None otherwise."""
    if sys.platform != "linux" or sys.argv[1:2] not in (["build"], ["check"]):
        return None
    if sys.stdout is None or sys.stderr is None:
        return None
    if not all((stream.encoding or "").lower().startswith("utf") for stream in (sys.stdout, sys.stderr)):
        return None
    try:
        return Call(sys.argv[1:])
    except OSError:  # for instance, the working folder is gone
        return None


class TooMuch(OSError):
    """There is more than is worth being looked at: links may lead round and round, or into the whole disk."""


def hashes(folders: Iterable[str], files: Iterable[str] = ()) -> Hashes | None:
    """Hashes, by path, of everything in and below `folders` that is not hidden, and of `files`; None if that is too
    much. Raises OSError."""
    try:
        entries = entries_of(folders, files)
        if sum(os.path.getsize(path) for path in entries if os.path.isfile(path)) > LARGEST_SUM:
            return None
        return {path: _hash_again(path) for path in entries}
    except TooMuch:
        return None


def entries_of(folders: Iterable[str], files: Iterable[str]) -> list[str]:
    """Everything in and below `folders` that is not hidden, whether files or not, and `files`; in order.

    Raises TooMuch. A folder that cannot be read has nothing in it.
    """
    waiting, found = list(folders), set(files)
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if not entry.name.startswith("."):
                        found.add(entry.path)
                        if len(found) > MOST_ENTRIES:
                            raise TooMuch
                        if entry.is_dir():
                            waiting.append(entry.path)
        except TooMuch:
            raise
        except OSError:  # as `os.walk` does
            continue
    return sorted(found)


def _columns() -> int:
    """How wide the terminal is; 0 if it does not say."""
    try:
        return os.get_terminal_size(1).columns
    except OSError:
        return 0


def _caches() -> str:
    """The user's cache folder; a relative path counts as not set (XDG Base Directory Specification, Basics)."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    return named if os.path.isabs(named) else os.path.expanduser("~/.cache")


def is_without_cache(word: str) -> bool:
    """Whether an argument is the option that does without the cache, which may be shortened."""
    return len(word) > 2 and "--no-cache".startswith(word)


def _is_own_record(path: str) -> bool:
    """Whether there is a record at `path` that nobody else can have written. Raises OSError."""
    if not os.path.isfile(path):  # a pipe would never end
        return False
    states = os.lstat(path), os.lstat(os.path.dirname(path))
    is_own = all(one.st_uid == os.geteuid() and not one.st_mode & 0o022 for one in states)
    return is_own and states[0].st_size <= LARGEST


def hash_of(path: str) -> str:
    """A hash of the file at `path`, or a word for what is there instead. Raises OSError, and TooMuch for a file of more
    bytes than are to be read, or with some that cannot be: whatever reads the project after this names it."""
    if not os.path.isfile(path):
        return FOLDER if os.path.isdir(path) else NEITHER
    made = blake2b(digest_size=32)
    with open(path, "rb", buffering=0, opener=_open) as file:  # it may be a pipe by now, which is not waited for
        facts = os.fstat(file.fileno())
        if not stat.S_ISREG(facts.st_mode) or facts.st_size > LARGEST_SUM:
            raise TooMuch
        left = LARGEST_SUM  # files of the system, such as those below /proc, may be of any length, and state none
        while piece := _piece(file):
            made.update(piece)
            if (left := left - len(piece)) < 0:
                raise TooMuch
    return made.hexdigest()


def _hash_again(path: str) -> str:
    """As `hash_of`; what has the same state as when this process hashed it is not read again."""
    try:
        state = file_state(path)
    except OSError:  # a link that leads nowhere
        return hash_of(path)
    known = _hashed.get(path)
    if known is not None and known[0] == state:
        return known[1]
    is_settled = state[1] and state[2] / 1e9 < time.time() - GRAIN  # files of the system state no size
    digest = hash_of(path)
    if is_settled and digest not in (FOLDER, NEITHER):
        _hashed[path] = state, digest
    return digest


def _piece(file: RawIOBase) -> bytes:
    try:
        return file.read(1 << 20) or b""
    except OSError as error:
        raise TooMuch from error


def _open(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NONBLOCK | os.O_NOCTTY)


def digest_of(content: bytes) -> str:
    """The hash of `content`."""
    return blake2b(content, digest_size=32).hexdigest()


def checksum(path: str, record: bytes) -> str:
    """The hash of a record, which only counts at its own path: at another, it is the record of another call."""
    return digest_of(f"{os.path.basename(path)}\n".encode() + record)


def _are_as_they_were(states: Iterable[tuple[str, State | None]]) -> bool:
    """Whether files or folders have the same states still. Raises OSError."""
    return all(state and file_state(path) == state for path, state in states)


def names_in(folder: str) -> list[str]:
    """What is in a folder of this program, but for what Python makes. Raises OSError."""
    return sorted(name for name in os.listdir(folder) if name != MADE_BY_PYTHON)


def library_versions() -> list[str]:
    """Python's libraries with their versions, as the folders beside them are named."""
    found = []
    for folder in sys.path:
        if os.path.isdir(folder):
            found += [name for name in os.listdir(folder) if name.endswith(".dist-info")]
    return sorted(found)
