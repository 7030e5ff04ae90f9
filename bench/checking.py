"""How long checks of wording take, as a share of a cold build of all briefs in the same run.

Run it with `make bench`. Both are measured in seconds of the processor, since checks run within one process: a build
with an empty cache, which checks all wording; and what of it is checks, also where one block has changed since.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from bench.mutations import with_text, written
from briefs.check.kept_findings import KeptFindings
from briefs.check.subjects import edited_wording
from briefs.cli.printing import say
from briefs.cli.tables import table
from briefs.pipeline.checks import check_inputs
from briefs.pipeline.inputs import draw_blocks, prepare_composer
from briefs.pipeline.order import Project
from briefs.pipeline.sources import read_sources

ROUNDS = 3
"""How often each case is measured, besides a first time that does not count."""
_ALL, _CHANGED = "--all", "--changed"


def main(root: Path) -> None:
    """Print the medians, and the shares of the cold build."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    times: dict[str, list[float]] = {
        "cold build of all briefs": [],
        "checks, nothing kept": [],
        "one block changed": [],
    }
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment["XDG_CACHE_HOME"] = str(folder / "cache")
        fonts = folder / "cache" / "briefs" / "fonts"
        build = (sys.executable, "-m", "briefs", "build", "--status", "cleared", "--output", str(folder / "build"))
        for number in range(ROUNDS + 1):
            for kept in (folder / "cache" / "briefs").glob("*"):  # but for parts of fonts, which are made only once
                if kept != fonts:
                    shutil.rmtree(kept) if kept.is_dir() else kept.unlink()
            for output in ("build", "checks"):
                shutil.rmtree(folder / output, ignore_errors=True)
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            subprocess.run(build, cwd=root.resolve(), env=environment, check=True, capture_output=True)
            cold = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
            alone, checks = {**environment, "XDG_CACHE_HOME": str(folder / "checks")}, []
            for case in (_ALL, _CHANGED):  # each in a process of its own, which has only what is kept
                command = (sys.executable, "-m", "bench.checking", case, str(root.resolve()), str(folder / "kept"))
                run = subprocess.run(command, env=alone, check=True, capture_output=True, text=True)
                checks.append(float(run.stdout))
            if number:  # the first round fills the cache of the disk
                for case, seconds in zip(times, (cold, *checks), strict=True):
                    times[case].append(seconds)
    whole = statistics.median(times["cold build of all briefs"])
    rows = [
        (case, f"{statistics.median(one) * 1000:.0f}", f"{statistics.median(one) / whole:.3f}")
        for case, one in times.items()
    ]
    say(*table(("time of the processor", "median ms", "share"), rows, right=(1, 2)))


def measured(root: Path, file: Path, is_changed: bool) -> float:
    """How long it takes to check everything that is written: with nothing kept, or when one form has changed since.

    What was found is kept in `file`.
    """
    sources = read_sources(Project(root)).value
    library = draw_blocks(sources).value
    composer = prepare_composer(sources, library).value
    assert sources.report is not None
    if is_changed:
        form = next(one for one in edited_wording(library, sources.report.rules) if one.drawn.id in library.blocks)
        drawn = with_text(form.drawn, form.field, f"{written(form)} So it was.")
        library = replace(library, blocks={**library.blocks, drawn.id: drawn})
    start = time.process_time()
    kept = KeptFindings(file.read_bytes() if is_changed else None)
    list(check_inputs(sources, library, composer, kept=kept))
    file.write_bytes(kept.packed())
    return time.process_time() - start


if __name__ == "__main__":
    if sys.argv[1:2] in ([_ALL], [_CHANGED]):
        print(measured(Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[1] == _CHANGED))
    else:
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path())
