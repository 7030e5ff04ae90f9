"""How fast a live preview follows what people write, compared with laying out the brief that changed; and its memory.

Run it with `make bench`. A block that each brief prints is edited, one after another, in a copy of the project, and put
back. Times are those of the processor, of one process that does what the worker of `briefs preview` does; only ratios
within one run are meaningful. The layout is that of the draft on A4, made in the same run.
"""

from __future__ import annotations

import gc
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from bench.ready_briefs import write_html
from bench.whole_process import run_whole
from briefs import pipeline
from briefs.cli.printing import say
from briefs.cli.tables import table
from briefs.model.block_fields import Form
from briefs.preview.answers.drawn_pages import Pictures, pages_view
from briefs.preview.shown.state_views import Variant
from briefs.preview.workshop.held import HeldBrief
from briefs.preview.workshop.variants import html_of
from briefs.preview.workshop.workshop import Workshop

Row: TypeAlias = tuple[str, float, float, float, float, float]
PEERS = Path(__file__).with_name("peers.py")
MOST_HTML, MOST_PAGE = 0.35, 0.5
"""What is to be seen of an edit after such a part of the time of a plain process."""
EDITS, SETTLED = 40, 10
"""After so many edits, it shows whether memory grows; after so many, all has been kept and let go of once."""
_START = """
import sys, time
from pathlib import Path
from briefs.pipeline.order import Order, Project
from briefs.preview.workshop.workshop import Workshop
workshop = Workshop(Order(Project(Path(sys.argv[1])), formats=("pdf",), remembered_from=Path(sys.argv[2])))
for held in workshop.refresh():
    if held.briefs:
        break
"""


def main(root: Path) -> None:
    """Print times, ratios and memory."""
    with tempfile.TemporaryDirectory() as name:
        copy, build = Path(name) / "project", Path(name) / "build"
        for part in ("seeds", "templates"):
            shutil.copytree(root / part, copy / part)
        pipeline.build(pipeline.Order(pipeline.Project(copy), formats=("html",), output=build))
        print(f"a new worker gives its first look at a brief after {cold_start(copy, build):.1f} s")
        workshop = Workshop(pipeline.Order(pipeline.Project(copy), formats=("pdf",)))
        list(workshop.refresh())
        rows = [row for brief in workshop.held.briefs for row in followed(workshop, brief)]
        head = ("brief", "layout, ms", "HTML", "settled", "page", "nothing changed")
        say(*table(head, [(one[0], *(f"{number:.2f}" for number in one[1:])) for one in rows], right=(1, 2, 3, 4, 5)))
        print("HTML, settled brief, its first page, and a round in which nothing changed: ratios to the layout\n")
        print_to_plain(workshop, Path(name), rows)
        print(f"\nmemory after {EDITS} edits: {growth(workshop):.2f} of that after the first {SETTLED}")


def print_to_plain(workshop: Workshop, folder: Path, rows: Sequence[Row]) -> None:
    """Print what follows an edit as a share of the plain process that prints the same draft with WeasyPrint."""
    shown = []
    for brief, layout, html, _, page, _ in rows:
        held = next(one for id, one in workshop.held.briefs.items() if id.partition("/")[2] == brief)
        plain = plain_process(held, folder)
        shown.append((brief, f"{plain:.0f}", f"{html * layout / plain:.2f}", f"{page * layout / plain:.2f}"))
    head = ("brief", "plain PDF, ms", f"HTML (≤ {MOST_HTML})", f"first page (≤ {MOST_PAGE})")
    say(*table(head, shown, right=(1, 2, 3)))
    print("ratios to the plain process, which loads WeasyPrint, lays out and writes")


def plain_process(held: HeldBrief, folder: Path) -> float:
    """How many ms of the processor a plain process takes to print the draft of a brief; the least of three."""
    assert held.job.layout is not None
    source, target = folder / "plain.html", folder / "plain.pdf"
    write_html(held.settled.document, held.job.layout, source)
    command = (sys.executable, str(PEERS), "pdf", str(source), str(target))
    return 1000 * min(run_whole(command, folder, os.environ, folder / "said").cpu for _ in range(3))


def cold_start(copy: Path, build: Path) -> float:
    """How many seconds a new process takes to hold its first brief, by the clock: the median of three."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", _START, str(copy), str(build)], check=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def followed(workshop: Workshop, brief: str) -> Iterator[Row]:
    """How long a brief takes to follow an edit of a block that it prints: its layout in ms, and ratios to that."""
    found = next(edits_of(workshop.held.briefs[brief]), None)
    if found is None:
        return
    path, old, new = found
    times: list[tuple[float, float, float, float, float]] = []
    for before, after in ((old, new), (new, old)):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(before, after, 1), encoding="utf-8")
        start, aside = time.process_time(), 0.0
        html = settled = page = 0.0
        for held in workshop.refresh((brief,)):
            one = held.briefs[brief]
            if not html and (one.is_first_look or brief not in held.stale):
                html_of(one, "draft")
                html = time.process_time() - start
                picture_of(one)
                page = time.process_time() - start
                aside = page - html
            if not settled and brief not in held.stale:
                settled = time.process_time() - start - aside
        start = time.process_time()
        pipeline_layout(workshop.held.briefs[brief])
        layout = time.process_time() - start
        start = time.process_time()
        list(workshop.refresh((brief,)))
        times.append((layout, html, settled, page, time.process_time() - start))
    layout, html, settled, page, nothing = (statistics.median(one) for one in zip(*times, strict=True))
    yield brief.partition("/")[2], layout * 1000, html / layout, settled / layout, page / layout, nothing / layout


def pipeline_layout(held: HeldBrief) -> None:
    """Lay out the draft of a brief on A4."""
    from briefs.render.pdf.pages import lay_out

    assert held.job.layout is not None
    lay_out(held.settled.document, held.job.layout)


def picture_of(held: HeldBrief) -> None:
    """The first page, as a window shows it: laid out, written and drawn."""
    pictures = Pictures()
    view = pages_view(held, Variant(held.id), pictures)
    pictures.png(view.pages[0].picture, 900)


def edits_of(held: HeldBrief) -> Iterator[tuple[Path, str, str]]:
    """Edits of short forms that the brief prints: the file, what stands in it, and what is to stand there."""
    printed = {
        form.block for unit in held.settled.fitted.document.units() for form in unit.forms if form.field == "short"
    }
    for name in sorted(printed):
        drawn = held.inputs.library.blocks[name]
        short = getattr(drawn.block, "short", None)
        path = held.inputs.project.root / drawn.place.path
        if (
            isinstance(short, Form)
            and short.text.endswith(".")
            and path.read_text(encoding="utf-8").count(short.text) == 1
        ):
            yield path, short.text, f"{short.text[:-1]} ."


def growth(workshop: Workshop) -> float:
    """How much of its memory after the edits by which it has settled the process has after all of them."""
    found = {name: next(edits_of(one), None) for name, one in workshop.held.briefs.items()}
    words = {name: workshop.held.briefs[name].settled.fit.words for name, edit in found.items() if edit}
    brief = min(words, key=lambda name: words[name])
    edit = found[brief]
    assert edit is not None
    path, old, _ = edit
    early, now = 0.0, old
    for number in range(EDITS):
        text = path.read_text(encoding="utf-8")
        next_one = f"{old[:-1]} {'.' * (number % 9 + 2)}"  # never the same twice in a row
        path.write_text(text.replace(now, next_one, 1), encoding="utf-8")
        now = next_one
        list(workshop.refresh((brief,)))
        picture_of(workshop.held.briefs[brief])
        if number == SETTLED:
            early = resident()
    return resident() / early


def resident() -> float:
    """The memory of this process, in MiB."""
    gc.collect()
    pages = Path("/proc/self/statm")
    if pages.exists():
        return int(pages.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20  # the most so far, on macOS in bytes


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path())
