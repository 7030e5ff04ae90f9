"""Passages of a report as pages get them: exact positions in the text of its nodes, and where they are in its file.

Positions count the characters (Unicode code points) of the clean text of a node (`briefs.model.typesetting.clean`).
What pages show of it is as long: `shown_text`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache

from briefs.finish.source_spans import line_starts, source_spans
from briefs.model.library import Extract
from briefs.model.report import Report
from briefs.model.report_places import place_in_report
from briefs.model.same_object import Same
from briefs.model.typesetting import clean
from briefs.model.typography import curl
from briefs.preview.answers.editor_links import Links
from briefs.preview.shown.brief_views import PassageView


def clean_texts(report: Report) -> Mapping[str, str]:
    """The clean text of each paragraph, item, note, row … of a report, by its address."""
    return _clean_texts(Same(report))


@lru_cache(maxsize=4)  # each save of a report gives another, and none is to be kept for long
def _clean_texts(report: Same[Report]) -> Mapping[str, str]:
    notes = report.value.note_numbers()
    return {leaf.address: clean(leaf.text, notes) for leaf in report.value.leaves()}


@lru_cache(maxsize=8192)  # the same report is shown again after each edit of a brief
def shown_text(text: str) -> str:
    """`text`, which is clean, as pages show it: typeset, unless that would make it longer or shorter."""
    typeset = curl(text)
    return typeset if len(typeset) == len(text) else text


def passage_views(name: str, report: Report, extracts: Sequence[Extract], links: Links) -> tuple[PassageView, ...]:
    """Passages of the report called `name`, each place once."""
    return tuple(_passage_view(name, report, one, links) for one in dict.fromkeys(extracts))


def _passage_view(name: str, report: Report, one: Extract, links: Links) -> PassageView:
    return PassageView(
        report=name,
        address=one.address,
        start=one.start,
        end=one.end,
        label=one.label,
        text=one.text,
        link=links.to(place_in_report(report, _lines_from(report, one), one.address)),
        page=report.page_of(one.lines),
    )


def _lines_from(report: Report, one: Extract) -> Sequence[int]:
    """The lines of a passage's paragraph from the one on which the passage begins, if its file is one of text."""
    if not report.text:
        return one.lines
    known = _known_lines(Same(report))
    if one not in known:
        spans = source_spans(one, clean_texts(report).get(one.address, ""), report, report.note_numbers())
        first = bisect_right(line_starts(report.text), spans[0].start) if spans else 0
        known[one] = tuple(line for line in one.lines if line >= first) or one.lines
    return known[one]


@lru_cache(maxsize=4)
def _known_lines(report: Same[Report]) -> dict[Extract, tuple[int, ...]]:
    """What was found for passages of a report, which finding takes a while."""
    return {}
