"""`briefs anchor`: the shortest anchor that names words of the report, with their place."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from briefs.cli.printing import print_json, say, tell
from briefs.cli.styles import styled
from briefs.cli.usage import Options, usage_error
from briefs.pipeline.finding_anchors import AnchoredPassage, AnchoredPlace, FoundAnchors, find_anchors, project_of
from briefs.pipeline.order import Project
from briefs.text.counts import counted

_SHOWN = 10
"""The most places that are shown to people."""
_LINE = re.compile(r"(.+):([0-9]+)")


def run_anchor(options: Options) -> int:
    """Print anchors of words, or of what stands at a line. Returns the exit code: 1 unless there is one place."""
    project = Project(options.project, options.report)
    line: int | None = options.line
    if options.file is not None:
        found = _LINE.fullmatch(options.file)
        if found and not Path(options.file).exists():
            options.file, line = found[1], int(found[2])
        project = project_of(project, Path(options.file))
    if options.words is None and line is None:
        usage_error(options, "give words of the report, or the line of a paragraph, as in --line 41")
    words = sys.stdin.read() if options.words == "-" else options.words or ""
    if options.words is not None and not words.strip():
        usage_error(options, "there are no words to look for")
    anchors = find_anchors(project, words, line, options.scope)
    if options.json:
        print_json(_json(anchors))
    else:
        say(*map(options.named, _lines(anchors)))
        tell(*_remarks(anchors, options.scope is not None or line is not None))
    return 0 if len(anchors.places) == 1 and all(one.anchor for one in anchors.places[0].passages) else 1


def _lines(anchors: FoundAnchors) -> Iterator[str]:
    """Each place: its anchors as they are written in YAML, and below them where they are."""
    for number, place in enumerate(anchors.places[:_SHOWN]):
        if number:
            yield ""
        yield from _anchor_lines(place.passages)
        for one in place.passages:
            yield styled(f"  {_where(one, anchors.path)}", "place")
            if not place.is_exact or one.anchor is None:
                yield styled(f"  {one.text}", "quiet")
    for one in anchors.nearest:
        yield from _anchor_lines([one])
        yield styled(f"  {_where(one, anchors.path)}", "place")
        yield styled(f"  {one.text}", "quiet")


def _anchor_lines(passages: Sequence[AnchoredPassage]) -> Iterator[str]:
    """The field as it is written in a block: one anchor, or a list of several."""
    sources = [one.anchor.source for one in passages if one.anchor is not None]
    if len(sources) == 1:
        yield f"anchor: {sources[0]}"
    elif sources:
        yield "anchor:"
        yield from (f"  - {one}" for one in sources)


def _where(one: AnchoredPassage, path: str) -> str:
    """Label, address, page and line of a passage."""
    leaf = one.leaf
    is_same = leaf.label.replace(" ", "") == leaf.address.replace(" ", "")
    names = leaf.address if is_same else f"{leaf.label} ({leaf.address})"
    page = f", page {one.page}" if one.page else ""
    return f"{names}{page}, {path}:{leaf.lines[0]}" if leaf.lines else f"{names}{page}"


def _remarks(anchors: FoundAnchors, is_narrowed: bool) -> Iterator[str]:
    """What a person must do before the anchors can be used."""
    places = anchors.places
    if not places:
        where = "at that place of the report" if is_narrowed else "in the report"
        yield f"these words are not {where}" + ("; the nearest passages are shown" if anchors.nearest else "")
    elif len(places) > 1:
        more = f", of which {_SHOWN} are shown" if len(places) > _SHOWN else ""
        yield f"these words stand in {counted(len(places), 'place')}{more}: take the anchor of the one that you mean"
    elif not places[0].is_exact:
        yield "these words do not stand in the report as they are: see whether this is the passage that you mean"
    if any(one.anchor is None for place in places for one in place.passages):
        yield "words that stand in one paragraph twice have no anchor: take more of the words around them"


def _json(anchors: FoundAnchors) -> dict[str, Any]:
    return {
        "path": anchors.path,
        "places": [_place_json(place) for place in anchors.places],
        "nearest": [_passage_json(one) for one in anchors.nearest],
    }


def _place_json(place: AnchoredPlace) -> dict[str, Any]:
    return {
        "yaml": "\n".join(_anchor_lines(place.passages)),
        "exact": place.is_exact,
        "passages": [_passage_json(one) for one in place.passages],
    }


def _passage_json(one: AnchoredPassage) -> dict[str, Any]:
    anchor = None if one.anchor is None else {"text": one.anchor.text, "in": one.anchor.scope}
    return {
        "anchor": anchor,
        "label": one.leaf.label,
        "address": one.leaf.address,
        "page": one.page,
        "lines": list(one.leaf.lines),
        "text": one.text,
    }
