"""`briefs audit`: what becomes of each block and passage in all briefs, on the terminal, as a page, or as JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from briefs import pipeline
from briefs.audit.audit import Audit, DifferingFigures, ReportAudit
from briefs.audit.audit_page import audit_page
from briefs.audit.readability import WORDS_PER_MINUTE
from briefs.audit.told_audit import NOTHING, audit_json, minutes, share, told_fate, told_place
from briefs.cli.printing import Progress, print_json, say
from briefs.cli.styles import styled
from briefs.cli.tables import table, table_rows, terminal_width
from briefs.cli.usage import Options
from briefs.model.diagnostics import BriefsError
from briefs.pipeline.auditing import audit


def run_audit(options: Options) -> int:
    """Print the audit, or write its page. Returns the exit code."""
    order = pipeline.Order(
        pipeline.Project(options.project, options.report),
        tuple(dict.fromkeys(options.audience or ())),
        tuple(dict.fromkeys(options.product or ())),
        remembered_from=options.build or options.project / "build",
    )
    progress = Progress(verbose=False, quiet=options.json)
    try:
        made = audit(order, progress)
    finally:
        progress.clear()
    if options.json:
        print_json(audit_json(made))
    elif options.html is not None:
        try:
            options.html.write_text(audit_page(made), encoding="utf-8")
        except OSError as error:
            raise BriefsError(f"cannot write {options.html}: {error.strerror}") from error
        say(str(options.html))
    else:
        say(*_lines(made))
    return 0


def _lines(made: Audit) -> Iterator[str]:
    for one in made.reports:
        yield from _report(one)
    if made.figures:
        yield from _part("Figures that differ between reports")
        yield from _figures(made.figures)


def _part(text: str) -> Iterator[str]:
    yield from ("", styled(text, "place"))


def _report(one: ReportAudit) -> Iterator[str]:
    yield f"{one.title} ({one.report})"
    yield from _part("Briefs, as they would be cleared")
    yield from _briefs(one)
    yield from _part("Points and recommendations of the executive summary that reach nobody")
    points = [(point.row.block, " ".join(point.carried_by) or "nobody", point.row.text) for point in one.unreached]
    yield from _listed(("block", "its passage carried by", "says"), points)
    yield from _part("Gaps: a must that is not printed, a kind that only others have")
    yield from _listed(
        ("audience", "lacks", "what", "why"), [(gap.audience, gap.sort, gap.what, gap.reason) for gap in one.gaps]
    )
    yield from _part("Figures that differ: different numbers with the same noun")
    yield from _figures(one.figures)
    yield from _part("Strength used")
    strengths = [
        (str(brief.key), "–" if used.level is None else str(used.level), used.words, " ".join(used.blocks))
        for brief in one.briefs
        for used in brief.strengths
    ]
    yield from _listed(("brief", "level", "words", "blocks"), strengths, right=(1,))
    yield from _part("Conflicts printed")
    conflicts = [
        (str(brief.key), found.conflict, " ".join(found.blocks), found.printed)
        for brief in one.briefs
        for found in brief.conflicts
    ]
    yield from _listed(("brief", "conflict", "blocks", "printed"), conflicts)
    yield from _part("Wording that says more than its passage")
    wider = [(form.block, form.place, " ".join(form.audiences) or "nobody", form.reason) for form in one.wider]
    yield from _listed(("block", "written in", "printed for", "reason"), wider)
    yield from _part("Blocks by audience")
    fates = [(row.block, row.kind, *map(told_fate, row.fates)) for row in one.rows]
    yield from _listed(("block", "kind", *one.audiences), fates)
    yield from _part("Coverage: of the report's words, briefs rest on")
    yield "; ".join(f"{name} {share(value)}" for name, value in one.covered.items())


def _briefs(one: ReportAudit) -> Iterator[str]:
    head = ("brief", "section", "pages", "words", "time", "ease")
    rows = []
    for brief in one.briefs:
        whole = (str(brief.key), "", f"{brief.pages} of {brief.budget}")
        for first, part in ((whole, brief.reading), *((("", part.heading, ""), part) for part in brief.sections)):
            rows.append(
                (*first, str(part.words), minutes(part.seconds), "–" if part.ease is None else f"{part.ease:.0f}")
            )
    yield from _listed(head, rows, right=(2, 3, 4, 5))
    yield f"time: at {WORDS_PER_MINUTE} words per minute; ease: Flesch reading ease, 100 very easy, 0 very hard"


def _figures(figures: Sequence[DifferingFigures]) -> Iterator[str]:
    rows = [
        (one.noun if first else "", stated.text, told_place(stated))
        for one in figures
        for first, stated in zip((True, *[False] * len(one.stated)), one.stated, strict=False)
    ]
    yield from _listed(("of what", "stated as", "where"), rows)


def _listed(head: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> Iterator[str]:
    """A table; on a terminal it is no wider than that."""
    if not rows:
        yield NOTHING
        return
    most = terminal_width(sys.stdout)
    if most is None:
        yield from table(tuple(head), [tuple(row) for row in rows], right=tuple(right))
        return
    last = len(head) - 1
    for lines in table_rows(tuple(head), [tuple(row) for row in rows], tuple(right), most, broken=(last,)):
        yield from lines
