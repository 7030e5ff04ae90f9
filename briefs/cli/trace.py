"""`briefs trace`: sentence by sentence, where a file comes from, and whether it says what was built."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from briefs.cli.block_description import WIDEST
from briefs.cli.line_wrapping import wrapped
from briefs.cli.printing import Progress, print_json, say, tell
from briefs.cli.styles import styled
from briefs.cli.tables import terminal_width
from briefs.cli.usage import Options
from briefs.pipeline.trace import Trace, TracedForm, TracedPassage, TracedSentence, trace_json
from briefs.pipeline.tracing import TraceOrder, trace
from briefs.verification.told_verdict import paragraph

_FATES = {
    "same": "as built",
    "found": "found among the blocks",
    "unread": "in a picture, not read",
    "changed": "changed",
    "missing": "missing",
    "added": "added",
    "unknown": "not traced",
}


def run_trace(options: Options) -> int:
    """Print where each sentence of a file comes from. Returns the exit code: 1 unless all are as they were built."""
    build = options.build or options.project / "build"
    order = TraceOrder(
        options.file,
        build if options.build is not None or build.is_dir() else None,
        tuple(options.register or ()),
        options.project if (options.project / "seeds").is_dir() else None,
        options.report,
    )
    progress = Progress(verbose=False, quiet=options.json)
    try:
        done = trace(order, progress)
    finally:
        progress.clear()
    if options.json:
        print_json(trace_json(done))
    else:
        say(*_lines(done, options.named, only_changes=options.changes))
        tell(*(f"{styled('warning:', 'warning')} {warning}" for warning in done.warnings))
    return 0 if done.is_as_built else 1


def _lines(done: Trace, named: Callable[[str], str], *, only_changes: bool) -> Iterator[str]:
    yield paragraph(done.verdict)
    heading = None
    around = [one.text for one in done.sentences if one.role == "furniture" and one.is_as_built]
    if around and not only_changes:
        yield from ("", styled("Masthead and lines of pages", "place"))
        yield from _wrapped(f"{len(around)} as built: {'; '.join(around)}", "  ")
    for one in done.sentences:
        if one.is_as_built and (only_changes or one.role == "furniture"):
            continue
        if one.heading and one.heading != heading:
            yield from ("", styled(one.heading, "place"))
        heading = one.heading or heading
        yield from _sentence(one, named)
    if done.sentences:
        counts = ", ".join(f"{count} {_FATES[fate]}" for fate, count in done.counted().items())
        yield from ("", f"{len(done.sentences)} sentences and headings: {counts}")


def _sentence(one: TracedSentence, named: Callable[[str], str]) -> Iterator[str]:
    """A sentence as it was built or added, what became of it, and where it comes from."""
    yield from _wrapped(f"“{one.text}”", "  ")
    if one.fate == "changed":
        yield from (styled(line, "error") for line in _wrapped(f"CHANGED: now “{one.now}”", "    "))
    elif one.fate in ("missing", "added", "unread", "unknown"):
        yield styled(f"    {_FATES[one.fate].upper()}", "quiet" if one.fate == "unread" else "error")
    for text in _origin(one):
        yield from _wrapped(named(text), "    ")


def _origin(one: TracedSentence) -> Iterator[str]:
    if one.likeness is not None and one.likeness < 1:
        yield f"like, with {one.likeness:.0%} of its words:"
    for form in one.forms:
        yield _form(form, one.place)
        yield from (f"  {_passage(passage)}" for passage in form.passages)
    if not one.forms and one.role:
        words = "words of the template" if one.path else "words of the program and the house"
        role = "" if one.role == "template" else f", {one.role}"
        yield f"{words}{role}" + (f"   {one.path}:{one.line}" if one.path else "")


def _form(form: TracedForm, place: str) -> str:
    if not form.form:
        return "quoted from the report; no block has it"
    where = f"   {form.path}:{form.line}" if form.path else "   no longer among the blocks"
    return f"{form.wording}: {form.form}{f', {place}' if place else ''}{where}"


def _passage(passage: TracedPassage) -> str:
    lines = ", ".join(map(str, passage.lines))
    where = f"p. {passage.page}" if passage.page else f"line {lines}" if lines else ""
    return f"{passage.label}   {passage.address}" + (f" ({where})" if where else "")


def _wrapped(text: str, indent: str) -> list[str]:
    most = min(WIDEST, terminal_width(sys.stdout) or WIDEST)
    return wrapped(text, most, indent, f"{indent}  ")
