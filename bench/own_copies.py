"""Write personal copies: `python -m bench.own_copies FORMAT EDITION PROJECT FOLDER COPIES`.

`EDITION` is a kept edition, as a build leaves it. It runs as a separate process, and prints as JSON the seconds that
preparing and writing took, once modules are loaded, the bytes of a copy, and the most memory it had, in MiB.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from briefs.model.archive import read_edition
from briefs.model.copy import Copy
from briefs.model.document import Document
from briefs.render.layout import Layout, read_layout

_TIMED = 1000
"""So many copies are put together once more, without writing them: the rest is what the disk takes."""


class Prepared(Protocol):
    """What makes copies."""

    def pieces(self, copy: Copy) -> list[bytes]:
        """The file of a copy in pieces."""
        ...


def preparation(format: str, fonts: Path) -> Callable[[Document, Layout, list[Copy]], Prepared]:
    """A function that returns what makes the copies of a Document; all modules that it needs are loaded."""
    if format == "pdf":
        from briefs.render.engine.loading import load_engine
        from briefs.render.pdf.prepared_copies import PdfCopies

        load_engine(fonts)

        def for_pdf(document: Document, layout: Layout, copies: list[Copy]) -> Prepared:
            made = PdfCopies(document, layout)
            made.prepare(copies)
            return made

        return for_pdf
    from briefs.pipeline.word_rendition import write_word
    from briefs.render.docx.word_copies import WordCopies
    from briefs.render.reference.starter_document import new_reference

    def for_word(document: Document, layout: Layout, copies: list[Copy]) -> Prepared:
        reference = new_reference(document.properties.language)
        return WordCopies(document, lambda copy: write_word(copy, layout, reference, 4, False))

    return for_word


def main(format: str, edition: str, project: str, folder: str, number: str) -> None:
    """Write as many copies, and print what that took."""
    root = Path(project)
    document = read_edition(Path(edition).read_bytes()).document
    layout = read_layout(root / "templates" / "layout", root, {}).value
    prepare = preparation(format, layout.fonts)
    start = time.perf_counter()
    total = int(number)
    copies = [Copy(f"Ó RÍORDÁIN {place}", place, total) for place in range(1, total + 1)]
    maker = prepare(document, layout, copies)
    maker.pieces(copies[0])
    began = time.perf_counter()
    for copy in copies[:_TIMED]:
        maker.pieces(copy)
    timed = time.perf_counter()
    size = 0
    for copy in copies:
        pieces = maker.pieces(copy)
        file = os.open(f"{folder}/{copy.number:05}.{format}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        size = os.writev(file, pieces)
        os.close(file)
        assert size == sum(map(len, pieces)), "the disk is full"
    compute = (timed - began) / len(copies[:_TIMED])
    taken = {"prepare": began - start, "compute": compute, "write": time.perf_counter() - timed}
    print(json.dumps({**taken, "bytes": size, "peak": peak()}))


def peak() -> float:
    """The most memory that this process had, in MiB; without Linux to tell it, maybe what its parent had."""
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
