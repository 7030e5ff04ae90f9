"""`briefs blocks`: the blocks drawn from the report."""

from __future__ import annotations

import fnmatch
import sys
from collections.abc import Iterator

from briefs import pipeline
from briefs.cli.block_description import block_json
from briefs.cli.printing import print_diagnostics, print_json, say
from briefs.cli.styles import cut
from briefs.cli.tables import table, terminal_width
from briefs.cli.usage import Options, unknown, usage_error
from briefs.model.block import KINDS
from briefs.model.library import Drawn
from briefs.model.typesetting import plain
from briefs.pipeline.proposed_blocks import ProposedBlock, proposed_blocks


def run_blocks(options: Options) -> int:
    """List the blocks that could be drawn. Returns the exit code: 1 if any block has errors."""
    if options.proposed:
        return _run_proposed(options)
    prepared = pipeline.prepare(pipeline.Project(options.project, options.report))
    inputs = prepared.value
    if options.audience is not None and options.audience not in inputs.audiences:
        usage_error(options, unknown("audience", [options.audience], sorted(inputs.audiences)))
    if kinds := [kind for kind in options.kind or () if kind not in KINDS]:
        usage_error(options, unknown("kind", kinds, list(KINDS)))
    if options.priority and options.audience is None:
        usage_error(options, "--priority needs --audience")
    chosen = [drawn for drawn in inputs.library.blocks.values() if _chosen(drawn, options)]
    if options.json:
        print_json([block_json(drawn, inputs.library.report) for drawn in chosen])
    elif chosen:
        say(*_listing(chosen), f"{len(chosen)} of {len(inputs.library.blocks)} blocks")
    else:
        say("no block matches")
    print_diagnostics(prepared.problems, named=options.named)
    return 1 if prepared.has_errors else 0


def _run_proposed(options: Options) -> int:
    """List the candidates that wait for somebody to decide. Returns the exit code: 0."""
    if options.audience is not None or options.priority:
        usage_error(options, "candidates have no audiences yet: --proposed goes without --audience and --priority")
    if kinds := [kind for kind in options.kind or () if kind not in KINDS]:
        usage_error(options, unknown("kind", kinds, list(KINDS)))
    every = list(proposed_blocks(pipeline.Project(options.project, options.report)))
    chosen = [one for one in every if _is_chosen(one, options)]
    if options.json:
        print_json([_proposed_json(one) for one in chosen])
    elif chosen:
        rows = [
            (one.id, one.kind, one.source, one.short or one.words or "its anchor matches nothing") for one in chosen
        ]
        lines = table(("id", "kind", "source", "text"), rows)
        say(*(cut(line, terminal_width(sys.stdout)) for line in lines), f"{len(chosen)} of {len(every)} candidates")
    else:
        say("no candidate matches" if every else "there are no candidates: briefs draw proposes some")
    return 0


def _is_chosen(one: ProposedBlock, options: Options) -> bool:
    if options.kind and one.kind not in options.kind:
        return False
    if options.id and not fnmatch.fnmatchcase(one.id, options.id):
        return False
    return not options.text or plain(options.text).lower() in plain(f"{one.short}\n{one.words}").lower()


def _proposed_json(one: ProposedBlock) -> dict[str, object]:
    place = {"path": one.place.path, "line": one.place.line}
    return {"id": one.id, "kind": one.kind, **place, "source": one.source, "page": one.page, "words": one.words} | (
        {"short": one.short or None}
    )


def _chosen(drawn: Drawn, options: Options) -> bool:
    block = drawn.block
    priority = block.audiences.get(options.audience, "could") if options.audience else "could"
    if options.kind and block.kind not in options.kind:
        return False
    if options.audience and (priority not in options.priority if options.priority else priority == "never"):
        return False
    if options.id and not fnmatch.fnmatchcase(drawn.id, options.id):
        return False
    return not options.text or plain(options.text).lower() in plain(_text(drawn)).lower()


def _text(drawn: Drawn) -> str:
    """All wording of a block, the report's and the editors', in one string."""
    fields = drawn.block.model_dump(mode="json", exclude={"anchor"})
    return "\n".join((*_strings(fields), *(extract.text for extract in drawn.all_extracts())))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for child in value.values() if isinstance(value, dict) else value:
            yield from _strings(child)


def _listing(chosen: list[Drawn]) -> list[str]:
    """A line for each block, cut to the width of the terminal."""
    most = terminal_width(sys.stdout)
    rows = []
    for drawn in chosen:
        place = next(iter(drawn.all_extracts()), None)
        text = drawn.block.short.text if drawn.block.short else drawn.verbatim()
        rows.append((drawn.id, drawn.block.kind, place.label if place else "", text))
    return [cut(line, most) for line in table(("id", "kind", "source", "text"), rows)]
