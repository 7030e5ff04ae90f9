"""How much of a hand-made inventory the finders of candidates find, how much of what they find belongs to it, and how
long they take.

Run it with `make bench`. All kinds are compared with the blocks of the shipped report. Rules could be fitted to it, so
half of the kinds are judged by other reports alone, which were invented for this: `bench/judged/` has them, each with a
list of what an editor would draw, which was written before any rule was run on it. The time is that for a report of
some 300 pages, as a multiple of what it takes to part it into sentences and words.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Collection, Mapping
from pathlib import Path

from bench.judging import Judged, Places, drawn_by_hand, judged, wanted_from
from briefs.candidates.finders import FINDERS
from briefs.candidates.found import Material
from briefs.cli.printing import say
from briefs.cli.tables import table
from briefs.files.yaml import parse_yaml
from briefs.model.report import Report
from briefs.pipeline.inputs import draw_blocks
from briefs.pipeline.order import Project
from briefs.pipeline.sources import read_sources
from briefs.report.hints import parse_hints
from briefs.report.readers import READERS
from briefs.report.source import Source
from briefs.text.sentences import sentences
from briefs.text.words import lower_words_of

ON_OTHER_REPORTS = frozenset(
    ("benefit", "counterweight", "term", "definition", "contradiction", "institution", "fact", "date", "acronym")
)
"""The kinds whose rules are changed only by what they find in other reports than the shipped one."""
JUDGED = Path(__file__).parent / "judged"
_WORDS_PER_PAGE = 400
_PAGES = 300
ROUNDS = 3
"""How often the time is measured."""
_HINTS = "title: Long\nissuer: Nobody\ncitation: Long\n"


def main(root: Path, *, tells_all: bool = False) -> None:
    """Print recall and precision by kind, and the time; what was missed and what was wrong too, if it `tells_all`."""
    own, others = on_shipped_report(root), on_other_reports(FINDERS)
    for title, results in (("the shipped report", own), ("other reports", others)):
        say(f"Candidates in {title}:")
        say(
            *table(
                ("kind", "blocks", "recall", "candidates", "precision", "sure", "precision"),
                _rows(results),
                right=range(1, 7),
            )
        )
        say("")
        for kind, one in results.items() if tells_all else ():
            say(
                *(f"{kind} missed: {name}" for name in one.missed), *(f"{kind} not drawn: {text}" for text in one.wrong)
            )
    parting, drawing = times()
    say(f"{_PAGES} pages: parted in {parting:.2f} s, drawn from in {drawing:.2f} s, ratio {drawing / parting:.1f}")


def on_shipped_report(root: Path) -> dict[str, Judged]:
    """All kinds, on the report of a project and its blocks."""
    sources = read_sources(Project(root)).value
    library = draw_blocks(sources).value
    return judged(library.report, "en", drawn_by_hand(library, Places(library.report)), FINDERS)


def on_other_reports(kinds: Collection[str] = ON_OTHER_REPORTS) -> dict[str, Judged]:
    """These kinds, on the invented reports, all of these together."""
    together = {kind: Judged() for kind in FINDERS if kind in kinds}
    for folder in sorted(JUDGED.iterdir()):
        report, language, wanted = wanted_from(folder)
        for kind, one in judged(report, language, wanted, together).items():
            together[kind].add(one)
    return together


def times() -> tuple[float, float]:
    """How long it takes to part a report of many pages into sentences and words, and to draw candidates of all kinds
    from it: medians, in seconds of the processor."""
    text = long_report()
    value, lines = parse_yaml(_HINTS, "report.yaml")
    children = READERS[".md"](
        Source("report.md", text.encode(), parse_hints(value, lines, "report.yaml"))
    ).value.children
    parting, drawing = [], []
    for _ in range(ROUNDS):
        start = time.process_time()
        for line in text.splitlines():
            for sentence in sentences(line):
                lower_words_of(sentence)
        parting.append(time.process_time() - start)
        material = Material(Report("Long", "report.md", "", 0, children), "en")
        start = time.process_time()
        for find in FINDERS.values():
            list(find(material))
        drawing.append(time.process_time() - start)
    return statistics.median(parting), statistics.median(drawing)


def long_report() -> str:
    """The English one of the invented reports, again and again with other numbers, until it fills the pages."""
    text = (JUDGED / "ports" / "report.md").read_text(encoding="utf-8")
    count = _PAGES * _WORDS_PER_PAGE // len(text.split())
    return "\n".join(text.replace("port", f"port {number}").replace("LHO", f"LH{number}O") for number in range(count))


def _rows(results: Mapping[str, Judged]) -> list[tuple[str, ...]]:
    total = Judged()
    for one in results.values():
        total.add(one)
    return [_row(kind, one) for kind, one in (*results.items(), ("all", total)) if one.blocks or one.candidates]


def _row(kind: str, one: Judged) -> tuple[str, ...]:
    return (
        kind,
        str(one.blocks),
        _share(one.found, one.blocks),
        str(one.candidates),
        _share(one.right, one.candidates),
        str(one.sure),
        _share(one.sure_and_right, one.sure),
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else ""


if __name__ == "__main__":
    named = [one for one in sys.argv[1:] if not one.startswith("--")]
    main(Path(named[0]) if named else Path(), tells_all="--all" in sys.argv)
