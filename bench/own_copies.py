"""Write personal copies: `python -m bench.own_copies FORMAT EDITION PROJECT FOLDER COPIES`.

`EDITION` is a kept edition, as a build leaves it. It runs as a separate process, and prints as JSON the seconds that
preparing and writing took, the bytes of a copy, and the most memory it had, in MiB.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from pathlib import Path
from typing import Protocol

from briefs.model.archive import read_edition
from briefs.model.copy import Copy
from briefs.model.document import Document
from briefs.render.layout import Layout, read_layout


class Prepared(Protocol):
    """What makes copies."""

    def pieces(self, copy: Copy) -> list[bytes]:
        """The file of a copy in pieces."""
        ...


def prepared(format: str, document: Document, layout: Layout, copies: list[Copy]) -> Prepared:
    """What makes the copies of `document`, from the modules that only this format needs."""
    if format == "pdf":
        from briefs.render.pdf.prepared_copies import PdfCopies

        made = PdfCopies(document, layout)
        made.prepare(copies)
        return made
    from briefs.pipeline.renditions import write_word
    from briefs.render.docx.word_copies import WordCopies
    from briefs.render.reference.starter_document import new_reference

    reference = new_reference(document.properties.language)
    return WordCopies(document, lambda copy: write_word(copy, layout, reference, 4, False))


def main(format: str, edition: str, project: str, folder: str, number: str) -> None:
    """Write as many copies, and print what that took."""
    start = time.perf_counter()
    root = Path(project)
    document = read_edition(Path(edition).read_bytes()).document
    layout = read_layout(root / "templates" / "layout", root, {}).value
    total = int(number)
    copies = [Copy(f"Ó RÍORDÁIN {place}", place, total) for place in range(1, total + 1)]
    maker = prepared(format, document, layout, copies)
    maker.pieces(copies[0])
    began = time.perf_counter()
    size = 0
    for copy in copies:
        pieces = maker.pieces(copy)
        file = os.open(f"{folder}/{copy.number:05}.{format}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        size = os.writev(file, pieces)
        os.close(file)
        assert size == sum(map(len, pieces)), "the disk is full"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        json.dumps(
            {"prepare": began - start, "write": time.perf_counter() - began, "bytes": size, "peak": peak},
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
