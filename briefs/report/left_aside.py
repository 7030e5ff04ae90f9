"""What a report's file has that is no text of the report, in lines of text: counted, with the first words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from briefs.model.report import AsideKind, Matter, MatterRole, Report
from briefs.model.typesetting import clean

_WORDS: Mapping[MatterRole | AsideKind, tuple[str, str]] = MappingProxyType(
    {
        "contents": ("line of the list of contents", "lines of the list of contents"),
        "running head": ("line that pages repeat", "lines that pages repeat"),
        "page number": ("page number", "page numbers"),
        "markup": ("part that is markup", "parts that are markup"),
        "comment": ("comment", "comments"),
        "hidden text": ("hidden text", "hidden texts"),
        "deleted text": ("deleted passage", "deleted passages"),
        "address of a link": ("address of a link", "addresses of links"),
        "alternative text within a line": (
            "description of a picture within a line",
            "descriptions of pictures within lines",
        ),
        "part of the page around the report": (
            "part of the page around the report",
            "parts of the page around the report",
        ),
        "form": ("form or button", "forms and buttons"),
    }
)
_OF_PAGES: frozenset[MatterRole] = frozenset({"running head", "page number"})
_EXAMPLES = 3
"""How many of a kind are shown."""
_LONGEST = 40
"""The most characters of one that are shown."""


def left_aside_lines(report: Report) -> list[str]:
    """What is left aside, a line for each kind; nothing if there is none.

    In plain text, the list of contents is named by the hints, so it is no news.
    """
    counts: Counter[MatterRole | AsideKind] = Counter()
    texts: dict[MatterRole | AsideKind, list[str]] = {}
    for kind, count, text in _left_aside(report):
        counts[kind] += count
        texts.setdefault(kind, []).append(text)
    if not texts:
        return []
    lines = [_line(kind, counts[kind], texts[kind]) for kind in _WORDS if kind in texts]
    return ["left aside, as no text of the report:", *lines]


def _left_aside(report: Report) -> Iterator[tuple[MatterRole | AsideKind, int, str]]:
    """What is left aside: its kind, how many there are, and their words. What pages repeat is one node."""
    is_plain_text = PurePosixPath(report.path).suffix == ".txt"
    for node in report.nodes():
        if isinstance(node, Matter) and node.role in _WORDS and not (is_plain_text and node.role == "contents"):
            yield node.role, len(node.lines) if node.role in _OF_PAGES else 1, node.text
    for one in report.left_aside:
        yield one.kind, 1, one.text


def _line(kind: MatterRole | AsideKind, count: int, texts: list[str]) -> str:
    one, several = _WORDS[kind]
    counted = f"  {count} {one if count == 1 else several}"
    examples = list(dict.fromkeys(filter(None, map(_first_words, texts))))
    if not examples:
        return counted
    shown = ", ".join(f"“{example}”" for example in examples[:_EXAMPLES])
    return f"{counted}: {shown}{', …' if len(examples) > _EXAMPLES else ''}"


def _first_words(text: str) -> str:
    """The beginning of a text, cut between words if that can be."""
    text = clean(text[: 4 * _LONGEST])
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST].rpartition(' ')[0] or text[:_LONGEST]} …"
