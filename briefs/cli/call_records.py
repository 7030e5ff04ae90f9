"""Writing the records of calls, by which `briefs/cli/unchanged.py` finds out that nothing has changed.

Like that module, this one uses only what Python has loaded anyway, except for what it keeps for the first time.
"""

from __future__ import annotations

import marshal
import os
import sys

from briefs.cli.unchanged import FOLDER, MADE_BY_PYTHON, NEITHER, Call, checksum, hash_of, library_versions
from briefs.files.surroundings import file_state, loaded_libraries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from briefs.files.surroundings import State

PROGRAM = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
"""The folder of this program."""
MOST = 64
"""How many records are kept, the latest ones."""


def save_record(
    call: Call,
    folders: Sequence[str],
    made_from: Mapping[str, str],
    written: Mapping[str, str],
    printed: tuple[str, str],
    libraries: Iterable[str] = (),
) -> None:
    """Save the record of a successful call, made from the files in `folders` and others, all hashed in `made_from`.

    `libraries` are shared libraries that it rests on, besides those that this process has loaded. Nothing is saved if
    any file, or the program, has changed in the meantime, or if there is no place for the record.
    """
    if not call.uses_cache:
        return
    from briefs.files.user_cache import make_cache_folder

    try:
        own, code = [], set[str]()
        for folder, state, names, files_of_program in _own_folders():
            own.append((folder, _if_settled(call, state), names))
            code |= files_of_program
        used = {*code, *loaded_libraries(), *libraries}
        others = {path: digest for path, digest in made_from.items() if digest in (FOLDER, NEITHER)}
        program = {path: file_state(path) for path in used}
        inputs = {path: file_state(path) for path in made_from if path not in others}
        if any(changed / 1e9 > call.start for _, _, changed in (*program.values(), *inputs.values())):
            return
        states = {path: state for path, state in program.items() if call.is_settled(state)}
        files: list[tuple[str, State | None, str]]
        files = [(path, None, hash_of(path)) for path in program.keys() - states.keys()]
        files += [(path, _if_settled(call, state), made_from[path]) for path, state in inputs.items()]
        files += [(path, None, digest) for path, digest in {**others, **written}.items()]
        places = {folder: _if_settled(call, file_state(folder)) for folder in sys.path if os.path.isdir(folder)}
        make_cache_folder()
        _save(call, (places, library_versions()), own, states, list(folders), sorted(made_from), files, printed)
        _keep_last(call.folder)
    except OSError:
        return


def settle_record(call: Call) -> None:
    """Save a record that holds once more, with states that can be trusted by now, if there are any.

    What was just made or has just changed has no such state yet: it is compared in a slower way.
    """
    if call.unsettled is None:
        return
    (places, versions), own, states, folders, named, files, printed = call.unsettled
    try:
        now = (
            ({place: _if_settled(call, file_state(place)) for place in places}, versions),
            [(path, _if_settled(call, file_state(path)), names) for path, _, names in own],
            [(path, state or _settled(call, path, digest), digest) for path, state, digest in files],
        )
        if now != ((places, versions), own, files):
            _save(call, now[0], now[1], states, folders, named, now[2], printed)
    except OSError:  # it may be saved the next time
        return


def _save(call: Call, *parts: Any) -> None:
    """Save the parts of a record, in one step. Raises OSError, and leaves nothing behind then."""
    record, new = marshal.dumps(parts), f"{call.path}-{os.getpid()}"
    try:
        with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600), "wb") as file:
            file.write(checksum(call.path, record).encode() + b"\n" + record)
        os.replace(new, call.path)
    except OSError:
        os.unlink(new)
        raise


def _settled(call: Call, path: str, digest: str) -> State | None:
    """The state of a file, if it will show any later change of what has this hash. Raises OSError."""
    if digest in (FOLDER, NEITHER):
        return None
    state = _if_settled(call, file_state(path))
    return state if state and hash_of(path) == digest else None


def _if_settled(call: Call, state: State) -> State | None:
    return state if call.is_settled(state) else None


def _own_folders() -> Iterator[tuple[str, State, list[str], set[str]]]:
    """The folders of this program, each with its state, the names in it, and the paths of its files: what was kept may
    rest on any file there, loaded or not."""
    waiting = [PROGRAM]
    while waiting:
        folder = waiting.pop()
        state = file_state(folder)
        with os.scandir(folder) as entries:
            own = [entry for entry in entries if entry.name != MADE_BY_PYTHON]
        yield folder, state, sorted(entry.name for entry in own), {entry.path for entry in own if entry.is_file()}
        waiting += [entry.path for entry in own if entry.is_dir()]


def _keep_last(folder: str) -> None:
    """Remove the oldest records in `folder` and nothing else; one that cannot be removed stays. Raises OSError."""
    found = []
    for entry in os.scandir(folder):
        try:
            if _is_record(entry.name) and entry.is_file(follow_symlinks=False):
                found.append((entry.stat(follow_symlinks=False).st_mtime_ns, entry.path))
        except OSError:  # another process was quicker
            continue
    for _, path in sorted(found)[:-MOST]:
        try:
            os.remove(path)
        except OSError:
            continue


def _is_record(name: str) -> bool:
    """Whether a file is named like a record, or like one that a process is still writing."""
    digest, dash, process = name.partition("-")
    return len(digest) == 64 and not digest.strip("0123456789abcdef") and (process.isdigit() or not dash)
