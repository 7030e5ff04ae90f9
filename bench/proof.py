"""How many planted faults the checks find, at the right file and line, and how many harmless edits they stop.

Run it with `make proof`, or with `python -m bench.proof`; `--missed` lists what is not found, and `--quick` makes no
briefs.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.mutations import prove_mutations
from bench.planting import PROJECTS, Planted, cases, copy_project
from bench.proving import Judged, Prover, Verdict
from briefs.cli.printing import say
from briefs.cli.tables import table
from briefs.pipeline.order import Project

VERDICTS: tuple[Verdict, ...] = ("error", "warning", "wrong place", "missed", "stale")
FOUND = ("error", "warning")


def prove(edits: Sequence[Planted], quick: bool = False) -> list[Judged]:
    """What is found of edits, each in a copy of its project."""
    judged: dict[str, Judged] = {}
    for name in PROJECTS:
        own = [edit for edit in edits if edit.project == name]
        if own:
            with tempfile.TemporaryDirectory(prefix="proof-") as folder:
                prover = Prover(copy_project(name, Path(folder) / "project"))
                judged |= {one.id: one for one in prover.prove(own, quick)}
    return [judged[edit.id] for edit in edits]


def share(judged: Iterable[Judged], verdicts: Sequence[str] = FOUND) -> float:
    """Which share of all that could be planted has one of the verdicts, from 0 to 1."""
    counted = [one.verdict for one in judged if one.verdict != "stale"]
    return sum(verdict in verdicts for verdict in counted) / len(counted) if counted else 1.0


def rows(judged: Sequence[Judged]) -> list[tuple[str, ...]]:
    """A row for each kind and one for all: how many there are, and how many of each verdict."""
    kinds = {kind: [one for one in judged if one.kind == kind] for kind in dict.fromkeys(one.kind for one in judged)}
    counted = [(kind, own, Counter(one.verdict for one in own)) for kind, own in (*kinds.items(), ("all", judged))]
    return [
        (kind, str(len(own)), *(str(found[verdict] or "") for verdict in VERDICTS), f"{share(own):.0%}")
        for kind, own, found in counted
    ]


def show(title: str, judged: Sequence[Judged], listed: Sequence[str]) -> None:
    """Print a table, and what has one of the verdicts that are to be listed."""
    print(f"\n{title}\n")
    say(*table(("kind", "edits", *VERDICTS, "found"), rows(judged), right=tuple(range(1, len(VERDICTS) + 3))))
    for one in judged:
        if one.verdict in listed:
            print(f"  {one.verdict}: {one.kind}: {one.id}", *(f"      {said}" for said in one.said), sep="\n")


def chosen(edits: Iterable[Planted], only: str) -> list[Planted]:
    """The edits whose id or kind begins with `only`."""
    return [edit for edit in edits if edit.id.startswith(only) or edit.kind.startswith(only)]


def main() -> None:
    """Print the tables that the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="*", choices=("faults", "harmless", "mutations", []), default=[])
    parser.add_argument("--missed", action="store_true", help="list what is not found, and harmless edits that are")
    parser.add_argument("--quick", action="store_true", help="make no briefs: what only a brief shows is missed")
    parser.add_argument("--only", default="", help="only edits whose id or kind begins so")
    arguments = parser.parse_args()
    what = arguments.what or ["faults", "harmless", "mutations"]
    not_found, stopped = (("wrong place", "missed", "stale"), ("error", "warning", "wrong place", "stale"))
    if "faults" in what:
        faults = chosen(cases("faults.yaml"), arguments.only)
        show("Planted faults", prove(faults, arguments.quick), not_found if arguments.missed else ())
    if "harmless" in what:
        harmless = chosen(cases("harmless.yaml"), arguments.only)
        title = "Harmless edits, of which none should be found"
        show(title, prove(harmless, arguments.quick), stopped if arguments.missed else ())
    if "mutations" in what:
        mutations = [
            one for one in prove_mutations(Project(PROJECTS["shipped"])) if one.kind.startswith(arguments.only)
        ]
        show("Mutations of all edited forms", mutations, not_found if arguments.missed else ())


if __name__ == "__main__":
    main()
