"""Changes of wording written into the files of a project: what these would hold, and writing all of them or none."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path, PurePath

from briefs.files.bounded_reading import read_file
from briefs.files.inner_folder import InnerFolder, beside_name, inner_folder
from briefs.files.splice import spliced, spliced_front_matter, value_at
from briefs.files.template_splice import spliced_template
from briefs.model.diagnostics import BriefsError, Place
from briefs.model.proposal import Write

_YAML = (".yaml", ".yml")


def read_files(root: Path, paths: Iterable[str]) -> dict[str, bytes]:
    """The contents of files, by path in the project at `root`. Raises BriefsError if one cannot be read."""
    contents = {}
    for path in sorted(set(paths)):
        file = root / path
        if Path(path).is_absolute() or ".." in Path(path).parts:
            raise BriefsError(f"{path} is not a file of the project")
        try:
            contents[path] = read_file(file)
        except OSError as error:
            raise BriefsError(f"cannot read {path}: {error.strerror}") from error
    return contents


def contents_with(root: Path, writes: Iterable[Write]) -> dict[str, bytes]:
    """The contents, by path in the project at `root`, of the files that `writes` change. Nothing is written.

    Raises DocumentError and BriefsError as `changed_contents` does, and if a file cannot be read.
    """
    wanted = tuple(writes)
    return changed_contents(read_files(root, (write.path for write in wanted)), wanted)


def changed_contents(contents: Mapping[str, bytes], writes: Iterable[Write]) -> dict[str, bytes]:
    """`contents` of files with `writes`, which are about different words.

    Raises DocumentError if a file cannot be read as YAML, and BriefsError if a place no longer says what it said, or
    cannot say what it should.
    """
    changed = dict(contents)
    for write in sorted(dict.fromkeys(writes), key=lambda one: (one.path, -one.line)):  # lines below may go, none above
        changed[write.path] = _changed(changed[write.path], write)
    return changed


def _changed(content: bytes, write: Write) -> bytes:
    if not write.location:
        return spliced_template(content, write.path, write.line, write.before, write.after)
    is_front_matter = not write.path.endswith(_YAML)
    there = value_at(content, write.path, write.location, is_front_matter)
    if there != write.before:
        message = f"{Place(write.path, write.line)}: the wording there has changed since it was compared"
        raise BriefsError(message, "run briefs review again")
    splice = spliced_front_matter if is_front_matter else spliced
    return splice(content, write.path, write.location, write.after)


def replace_files(root: Path, old: Mapping[str, bytes], new: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write `new` contents, by path in the project at `root`, all or none; returns the paths of those that changed.

    Nothing is written if a file no longer holds its `old` content, if it is a link, or if it may not be written.
    Raises BriefsError.
    """
    changed = tuple(path for path in sorted(new) if new[path] != old[path])
    with ExitStack() as opened:
        files = {path: _File(path, opened.enter_context(inner_folder(root, path))) for path in changed}
        _refuse_others(files.values(), old)
        written: list[_File] = []
        path = ""
        try:
            for path, file in files.items():
                file.folder.write_beside(file.name, new[path], stat.S_IMODE(file.folder.facts(file.name).st_mode))
            _refuse_others(files.values(), old)
            for file in files.values():
                path = file.path
                file.folder.take_place(file.name)
                written.append(file)
        except BaseException as error:
            for file in written:
                file.folder.write_beside(file.name, old[file.path], stat.S_IMODE(file.folder.facts(file.name).st_mode))
                file.folder.take_place(file.name)
            for file in files.values():
                file.folder.remove_beside(file.name)
            if isinstance(error, OSError):
                raise BriefsError(f"cannot write {path}: {error.strerror}") from error
            raise
    return changed


def write_new_file(root: Path, path: str, content: bytes) -> None:
    """Write a file at `path` in the project at `root` in one step; its folder must be there. Raises BriefsError."""
    with inner_folder(root, path) as folder:
        name = PurePath(path).name
        try:
            folder.write_beside(name, content)
            folder.take_place(name)
        except OSError as error:
            raise BriefsError(f"cannot write {path}: {error.strerror}") from error


@dataclass(frozen=True, slots=True)
class _File:
    """A file by its path in the project, in its folder, which is open."""

    path: str
    folder: InnerFolder

    @property
    def name(self) -> str:
        return PurePath(self.path).name


def _refuse_others(files: Iterable[_File], old: Mapping[str, bytes]) -> None:
    """Raise BriefsError for files that may not be written, or that somebody else has written meanwhile."""
    for file in files:
        path = file.path
        try:
            mode = file.folder.facts(file.name).st_mode
            if stat.S_ISLNK(mode):
                raise BriefsError(f"{path} is a link to another file", "change the wording by hand where that file is")
            if not mode & stat.S_IWUSR:
                raise BriefsError(f"{path} may only be read, not written", "allow writing it, and accept again")
            content = file.folder.read(file.name)
        except OSError as error:
            raise BriefsError(f"cannot read {path}: {error.strerror}") from error
        if content != old[path]:
            raise BriefsError(f"{path} was changed meanwhile; nothing was written", "run briefs review again")


def beside(path: Path) -> Path:
    """Where the new content of a file is written before it takes its place."""
    return path.with_name(beside_name(path.name))
