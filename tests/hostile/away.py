"""What lies outside a project: files whose words must not come into it, and a listener that nobody may call."""

from __future__ import annotations

import gzip
import io
import socket
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from tests.render.builders import pdf_text
from tests.render.logo.pictures import png

SECRET = "zugvogel"
"""A word that all files outside have in them."""
CALL = "Brieftaube"
"""A word that all addresses have in them."""
_SVG = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><path id="{SECRET}" d="M0 0h30v10H0z"/></svg>'


@dataclass(frozen=True, slots=True)
class Away:
    """A folder outside the project, and the socket that listens."""

    folder: Path
    listener: socket.socket

    @property
    def address(self) -> str:
        """An address at which the listener hears."""
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}/{CALL}"

    def file(self, name: str) -> Path:
        """One of the files."""
        return self.folder / name

    def was_called(self) -> bool:
        """Whether somebody asked for something at the address."""
        try:
            self.listener.accept()[0].close()
        except BlockingIOError:
            return False
        return True

    def state(self) -> dict[str, bytes]:
        """All files with what they hold: nobody may change them, or put others beside them."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes() for path in self.folder.rglob("*") if path.is_file()
        }


@contextmanager
def away_from(folder: Path) -> Iterator[Away]:
    """Files in `folder`, of each kind that something in a project may name, and a listener on this machine."""
    folder.mkdir()
    words = f"Keepers said {SECRET}.\n"
    texts = {
        "words.txt": words,
        "words.md": words,
        "words.html": f"<p>{words}</p>",
        "words.yaml": f"name: {SECRET}\n",
        "words.css": f"p::before {{ content: '{SECRET}' }}\n",
        "words.ent": f'<!ENTITY secret "{SECRET}">',
        "art.svg": _SVG,
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "art.png").write_bytes(png(90, 30) + SECRET.encode())
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        yield Away(folder, listener)


def holders(folder: Path, *words: str) -> list[str]:
    """What below `folder` holds one of `words`: files, parts of Word files, and objects of PDF files."""
    sought = [encoded for word in words for encoded in (word.encode(), word.encode("utf-16-be"))]
    return [name for name, content in _contents(folder) if any(word in content for word in sought)]


def _contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            content = path.read_bytes()
            yield path.name, content
            for part, held in _within(path.suffix, content):
                yield f"{path.name}: {part}", held


def _within(suffix: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    if suffix in (".docx", ".zip"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name, name.encode() + archive.read(name)
    elif suffix == ".gz":
        yield "unpacked", gzip.decompress(content)
    elif suffix == ".pdf":
        yield "pages", "\n".join(pdf_text(content)).encode()
        with pikepdf.open(io.BytesIO(content)) as pdf:
            for number, found in enumerate(pdf.objects):
                yield f"object {number}", found.unparse()
                if isinstance(found, pikepdf.Stream):
                    yield f"stream {number}", found.read_bytes()
