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


def run_blocks(options: Options) -> int:
    """List the blocks that could be drawn. Returns the exit code: 1 if any block has errors."""
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
        print_json([block_json(drawn) for drawn in chosen])
    elif chosen:
        say(*_listing(chosen), f"{len(chosen)} of {len(inputs.library.blocks)} blocks")
    else:
        say("no block matches")
    print_diagnostics(prepared.problems, named=options.named)
    return 1 if prepared.has_errors else 0


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
