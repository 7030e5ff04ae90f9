"""`make fuzz`: changed projects and commands that read them, one after the other, for as long as it may take.

What fails is printed, and kept: the changed project in a folder of its own, with what the command printed and how to
run it again. A seed such as `17` begins a run; one such as `17-203` is that of a single trial.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.fuzzing.fuzzed_project import canary, write_projects
from tests.fuzzing.running_apart import load_all, run_apart
from tests.fuzzing.trial import Bench, keep, made_trial, told


def main() -> int:
    """Run until the time is over; 1 if anything has failed."""
    options = argparse.ArgumentParser(prog="python -m tests.fuzzing", description=__doc__)
    options.add_argument("--minutes", type=float, default=60, help="how long (default: 60)")
    options.add_argument("--seed", default="", help="the seed of a run, or of one trial, as it is told of a failure")
    options.add_argument("--only", default="", metavar="TEXT", help="change only files with TEXT in their paths")
    options.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "briefs-fuzzing", metavar="DIR")
    given = options.parse_args()
    seed = given.seed or str(int(time.time()))
    print(f"seed {seed}; what fails is kept in {given.keep}", flush=True)
    load_all()
    end, kinds, codes = time.monotonic() + given.minutes * 60, Counter[str](), Counter[int | None]()
    with tempfile.TemporaryDirectory() as name, canary(Path(name)) as (bird, listener):
        folder = Path(name)
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            projects = write_projects(folder / "good")
        bench = Bench(folder, bird, listener)
        for project in projects:  # what is wrong with them to begin with would hide what comes of changes
            ended = run_apart(("build",), project, folder / "cache")
            if ended.code != 0:
                print(f"{project} cannot be built: {ended.printed.decode(errors='replace')}")
                return 1
        while time.monotonic() < end:
            trial = made_trial(seed if "-" in seed else f"{seed}-{codes.total() + 1}", projects, given.only)
            result = bench.run(trial)
            codes[result.ended.code] += 1
            if result.wrong:
                kinds.update(result.kinds)
                trial, result = bench.minimised(trial, result)
                print(f"{keep(bench, trial, result, given.keep)}: {told(trial, result)[:3000]}\n", flush=True)
            if codes.total() % 100 == 0:
                print(_told(codes, kinds), flush=True)
            if "-" in seed:
                print(result.ended.printed.decode(errors="replace")[:5000])
                break
    print(_told(codes, kinds))
    return 1 if kinds else 0


def _told(codes: Counter[int | None], kinds: Counter[str]) -> str:
    """How many runs there were, with which exit codes, and how many failures of each kind."""
    ended = ", ".join(f"{count} ended with {code}" for code, count in codes.most_common())
    failed = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
    return f"{codes.total()} runs ({ended}); failed: {failed or 'none'}"


if __name__ == "__main__":
    sys.exit(main())
