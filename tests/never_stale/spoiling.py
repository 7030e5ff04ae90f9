"""Ways in which a cache is not as the program left it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

NOBODY = 65534
"""The number of a user who is somebody else (Linux Standard Base, 23.2)."""


def files_in(cache: Path) -> list[Path]:
    """The files of the program in a cache, in order."""
    return sorted(path for path in (cache / "briefs").rglob("*") if path.is_file() and not path.is_symlink())


def folders_in(cache: Path) -> list[Path]:
    """The folders of the program in a cache, from the inside."""
    found = [path for path in (cache / "briefs").rglob("*") if path.is_dir() and not path.is_symlink()]
    return [*sorted(found, reverse=True), cache / "briefs"]


def cut(path: Path, random: Random) -> None:
    """Only the beginning is there."""
    os.truncate(path, random.randrange(path.stat().st_size))


def with_another_byte(path: Path, random: Random) -> None:
    """One byte is another one."""
    content = bytearray(path.read_bytes())
    content[random.randrange(len(content))] ^= 1 << random.randrange(8)
    path.write_bytes(content)


def emptied(path: Path, random: Random) -> None:
    """There is nothing in it."""
    os.truncate(path, 0)


def of_others(path: Path, random: Random) -> None:
    """Others can write into it, and have."""
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    path.chmod(0o666)


def a_folder(path: Path, random: Random) -> None:
    """A folder is in its place."""
    path.unlink()
    path.mkdir()


def a_pipe(path: Path, random: Random) -> None:
    """A pipe is in its place, which nobody ever writes into."""
    path.unlink()
    os.mkfifo(path)


def a_link(path: Path, random: Random) -> None:
    """A link to another of the files is in its place, or one that leads nowhere."""
    target = random.choice([one for one in path.parent.iterdir() if one != path and one.is_file()] or [Path("nowhere")])
    path.unlink()
    path.symlink_to(target)


def given_away(path: Path, random: Random) -> None:
    """It is another user's."""
    os.chown(path, NOBODY, NOBODY)


def for_reading_only(path: Path, random: Random) -> None:
    """Nobody may write it."""
    path.chmod(0o400)


OF_FILES: Mapping[str, Callable[[Path, Random], None]] = {
    one.__name__: one
    for one in (cut, with_another_byte, emptied, of_others, a_folder, a_pipe, a_link, for_reading_only)
}


def all_files(spoil: Callable[[Path, Random], None]) -> Callable[[Path, Random], None]:
    """Spoil every file in a cache."""

    def spoiled(cache: Path, random: Random) -> None:
        for path in files_in(cache):
            spoil(path, random)

    return spoiled


def each_otherwise(cache: Path, random: Random) -> None:
    """Spoil every file in a cache, one in this way, one in that; some stay whole."""
    ways = list(OF_FILES.values())
    for number, path in enumerate(files_in(cache)):
        if at := number % (len(ways) + 1):
            ways[at - 1](path, random)


def each_with_the_content_of_another(cache: Path, random: Random) -> None:
    """Every file has the content, and the checksum, of another one of its folder."""
    for folder in folders_in(cache):
        paths = [path for path in files_in(cache) if path.parent == folder]
        contents = [path.read_bytes() for path in paths]
        for path, content in zip(paths, contents[1:] + contents[:1], strict=True):
            path.write_bytes(content)


def files_for_folders(cache: Path, random: Random) -> None:
    """Files are in the place of folders."""
    for folder in (cache / "briefs").iterdir():
        if folder.is_dir():
            shutil.rmtree(folder)
            folder.touch()


def a_file_for_all(cache: Path, random: Random) -> None:
    """A file is in the place of the whole cache of the program."""
    shutil.rmtree(cache / "briefs")
    (cache / "briefs").touch()


def links_for_folders(cache: Path, random: Random) -> None:
    """The folders are links to folders elsewhere."""
    for folder in list((cache / "briefs").iterdir()):
        if folder.is_dir():
            elsewhere = cache / f"elsewhere-{folder.name}"
            folder.rename(elsewhere)
            folder.symlink_to(elsewhere)


def a_link_for_all(cache: Path, random: Random) -> None:
    """The whole cache of the program is a link."""
    (cache / "briefs").rename(cache / "elsewhere")
    (cache / "briefs").symlink_to(cache / "elsewhere")


def open_folders(cache: Path, random: Random) -> None:
    """Others can put files into the folders."""
    for folder in folders_in(cache):
        folder.chmod(0o777)


def closed_folders(cache: Path, random: Random) -> None:
    """Nobody may put files into the folders."""
    for folder in folders_in(cache):
        folder.chmod(0o500)


def folders_given_away(cache: Path, random: Random) -> None:
    """The folders are another user's."""
    for folder in folders_in(cache):
        os.chown(folder, NOBODY, NOBODY)


OF_CACHES: Mapping[str, Callable[[Path, Random], None]] = {
    **{f"all {name}": all_files(spoil) for name, spoil in OF_FILES.items()},
    "all given away": all_files(given_away),
    **{
        one.__name__.replace("_", " "): one
        for one in (
            each_with_the_content_of_another,
            files_for_folders,
            a_file_for_all,
            links_for_folders,
            a_link_for_all,
            open_folders,
            closed_folders,
            folders_given_away,
        )
    },
}
