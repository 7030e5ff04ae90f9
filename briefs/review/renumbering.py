"""Numbers that a program counted anew because units are gone, new or moved: that is no change of the wording."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from briefs.review.matches import Match
from briefs.review.word_edits import Edit


def renumbered(matches: Iterable[Match]) -> Mapping[int, frozenset[int]]:
    """For each running number of a unit, those that it may have in the returned file: with new text counted, or not."""
    there = sorted((one for one in matches if one.marked and one.final.strip()), key=lambda one: one.marked[-1].index)
    found: dict[int, set[int]] = defaultdict(set)
    old = new = 0
    for match in there:
        numbers = [one.number for one in match.sent if one.number is not None and one.role != "note"]
        for number in numbers:
            old += 1
            found[number] |= {old, old + new}
        if not match.sent:
            new += 1
    return {number: frozenset(others - {number}) for number, others in found.items()}


def is_renumbering(edit: Edit, before: str, numbers: Mapping[int, frozenset[int]]) -> bool:
    """Whether an edit of `before` that nobody tracked only puts the new number of a unit in place of the old one."""
    gone = before[edit.start : edit.end]
    if edit.marks or not (gone.isdecimal() and edit.after.isdecimal()):
        return False
    return int(edit.after) in numbers.get(int(gone), ())
