"""Finding the headings of the outline among the lines of a text, in the order of the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from briefs.model.diagnostics import Checked, Diagnostic, Fault
from briefs.model.typesetting import plain
from briefs.report.hints import HeadingHint, HintsFile
from briefs.report.plain_text.heading_spans import span_at
from briefs.report.plain_text.text_lines import TextLines

_BEGINNING = 12
"""By so many characters the first lines of headings are looked up."""


def match_headings(
    lines: TextLines, file: HintsFile, recognized: Set[int] = frozenset()
) -> Checked[dict[int, HeadingHint]]:
    """The hints of headings by line: as many as possible such that the lines are in the order of the outline.

    Of lines with the same words, those that a reader `recognized` as headings are taken before others, such as the
    entries of a contents list. Code: `hint-not-found`.
    """
    outline = file.hints.outline
    wanted = [plain(heading.text, lines.notes) for heading in outline]
    found = dict(_longest_common_run(wanted, lines.plain, recognized))
    found = _with_long_ones(wanted, lines, found)
    taken = set(found.values())
    problems: list[Diagnostic] = []
    for index, heading in enumerate(outline):
        if index not in found:
            message, remedy = f'the report has no heading "{heading.text}"', _remedy(wanted[index], lines, taken)
            other = next((at for at, words in enumerate(wanted) if words == wanted[index] and at != index), None)
            if not remedy and other is not None:
                line = file.place("outline", other, "text").line
                message = f'the heading "{heading.text}" is also named on line {line}'
                remedy = "the report does not have it twice: take one of them out"
            fault = Fault("hint-not-found", message, remedy)
            problems.append(fault.at(file.place("outline", index, "text")))
    return Checked({line: outline[index] for index, line in found.items()}, tuple(problems))


def _with_long_ones(wanted: Sequence[str], lines: TextLines, found: Mapping[int, int]) -> dict[int, int]:
    """`found`, with the first lines of the headings that go over several, each between those before and after it."""
    ends = [found.get(index, len(lines.plain) + 1) for index in range(len(wanted))]
    for index in reversed(range(len(wanted) - 1)):
        ends[index] = min(ends[index], ends[index + 1])
    beginnings: dict[str, list[int]] = {}
    for number, text in enumerate(lines.plain, 1):
        if text:
            beginnings.setdefault(text[:_BEGINNING], []).append(number)
    every: dict[int, int] = {}
    last = 0
    for index, words in enumerate(wanted):
        number = found.get(index, 0)
        if not number and words:
            near = sorted({n for size in range(1, _BEGINNING + 1) for n in beginnings.get(words[:size], ())})
            number = next((n for n in near if last < n < ends[index] and span_at(lines, n, words)), 0)
        if number:
            every[index] = last = number
    return every


def _remedy(words: str, lines: TextLines, taken: Set[int]) -> str:
    """A hint: the line of the heading if it is out of order, or else the line most like it; empty if every line with
    these words is already a heading."""
    equal = lines.equal_to(words)
    free = [number for number in equal if number not in taken]
    if equal and not free:
        return ""
    return f"it is on line {free[0]}: keep the order of the report" if free else lines.nearest(words)


def _longest_common_run(
    wanted: Sequence[str], texts: Sequence[str], likely: Set[int] = frozenset()
) -> list[tuple[int, int]]:
    """As many pairs as possible of an index in `wanted` and the number (from 1) of an equal text, both increasing.

    This is the longest common subsequence, computed from the end; if there are several, that with most of the `likely`
    numbers is taken, and then earlier texts are preferred.
    """
    names = set(wanted)
    candidates = [(number, text) for number, text in enumerate(texts, 1) if text in names]
    same = 0  # those that are the same from the first on are nearly always all of them, and are pairs in any case
    while same < min(len(wanted), len(candidates)) and _is_sure(wanted[same], candidates[same], likely):
        same += 1
    pairs = [(index, candidates[index][0]) for index in range(same)]
    wanted, candidates = wanted[same:], candidates[same:]
    worth = [len(wanted) + 1 + (number in likely) for number, _ in candidates]
    best = [[0] * (len(candidates) + 1) for _ in range(len(wanted) + 1)]
    for i in reversed(range(len(wanted))):
        for j in reversed(range(len(candidates))):
            is_same = wanted[i] == candidates[j][1]
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + worth[j] if is_same else 0)
    i = j = 0
    while i < len(wanted) and j < len(candidates):
        number, text = candidates[j]
        if wanted[i] == text and best[i][j] == best[i + 1][j + 1] + worth[j]:
            pairs.append((same + i, number))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _is_sure(wanted: str, candidate: tuple[int, str], likely: Set[int]) -> bool:
    """Whether no later line could be a better pair for `wanted` than this candidate."""
    return wanted == candidate[1] and (not likely or candidate[0] in likely)
