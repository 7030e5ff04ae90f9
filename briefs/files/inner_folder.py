"""A folder of the project that is held open while files in it are replaced.

What is below a project may come from others, and change while it is written: a file or a folder may be, or become, a
link that leads elsewhere. So a folder is opened part by part, without following links, and files in it are read and
written by their names in what is open (CWE-59, CWE-367).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePath

from briefs.files.bounded_reading import leads_out, link_out
from briefs.model.diagnostics import BriefsError
from briefs.model.regular_file import opened, whole


@dataclass(frozen=True, slots=True)
class InnerFolder:
    """A folder that is open as `descriptor`; files are named as they are called in it. All methods raise OSError."""

    descriptor: int

    def facts(self, name: str) -> os.stat_result:
        """What the system says of a file, or of a link instead of where it leads."""
        return os.stat(name, dir_fd=self.descriptor, follow_symlinks=False)

    def read(self, name: str) -> bytes:
        """What is in a file, which is no link."""
        flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK  # a pipe is not waited for
        with opened(os.open(name, flags, dir_fd=self.descriptor), Path(name)) as file:
            return whole(file, Path(name))

    def write_beside(self, name: str, content: bytes, mode: int | None = None) -> None:
        """Write what is to be in a file into a new one beside it, with these permissions (None: those that are usual).
        What a process left there that was ended is removed; if it is a link, nothing is written through it."""
        self.remove_beside(name)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
        descriptor = os.open(beside_name(name), flags, 0o666, dir_fd=self.descriptor)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                if mode is not None:
                    os.fchmod(file.fileno(), mode)
        except OSError:
            with suppress(OSError):
                self.remove_beside(name)  # the disk may be full: nothing is left of it
            raise

    def take_place(self, name: str) -> None:
        """Put what was written beside a file in its place, in one step."""
        os.replace(beside_name(name), name, src_dir_fd=self.descriptor, dst_dir_fd=self.descriptor)

    def remove_beside(self, name: str) -> None:
        """Remove what is beside a file, if there is anything."""
        with suppress(FileNotFoundError):
            os.unlink(beside_name(name), dir_fd=self.descriptor)


def beside_name(name: str) -> str:
    """What a file is called in which the new content of `name` is written before it takes its place."""
    return f".{name}.new"


def inside_project(root: Path, path: str) -> Path:
    """The file or folder at `path` in the project at `root`. Raises BriefsError if that leads out of the project."""
    file = root / path
    if PurePath(path).is_absolute() or ".." in PurePath(path).parts or leads_out(file, root):
        raise BriefsError(f"{path} leads out of the project", "change the file by hand where it is")
    return file


def check_own_folder(folder: Path, root: Path, hint: str) -> None:
    """Raise BriefsError, with `hint`, if a folder to be written is called by a path in the project at `root` and a
    link leads out of it: whoever made the project would choose what is written over (CWE-59).

    People may name a folder elsewhere, and a link there.
    """
    whole_path = folder.absolute()
    if ".." in folder.parts or not whole_path.is_relative_to(root.absolute()):
        return
    if (link := link_out(whole_path, root.absolute())) is not None:
        raise BriefsError(f"{link} is a link that leads out of the project", hint)


@contextmanager
def inner_folder(root: Path, path: str) -> Iterator[InnerFolder]:
    """The folder of the file at `path` in the project at `root`, open within this `with` block. Links to other folders
    of the project are followed once, before it is opened.

    Raises BriefsError if it leads out of the project, or cannot be opened.
    """
    top = Path(os.path.realpath(root))
    folder = Path(os.path.realpath(inside_project(root, str(PurePath(path).parent))))
    opened = [os.open(top, os.O_RDONLY | os.O_DIRECTORY)]
    try:
        try:
            for part in folder.relative_to(top).parts:
                opened.append(os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=opened[-1]))
        except OSError as error:
            raise BriefsError(f"cannot open the folder of {path}: {error.strerror}") from error
        yield InnerFolder(opened[-1])
    finally:
        for descriptor in opened:
            os.close(descriptor)
