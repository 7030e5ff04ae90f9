"""Putting together what several reviewers suggest for one wording: three-way, by words, against what was sent.

Equal edits are one. Edits of different words are all made. Where edits of the same words differ, there is a variant for
each. The order of the files never matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefs.model.proposal import Reviewed, Variant
from briefs.review.suggestion import Suggestion
from briefs.review.word_edits import Edit, applied, same_words


def variants_of(suggestions: Iterable[Suggestion]) -> tuple[Variant, ...]:
    """What reviewers make of one wording; several variants are a conflict. All suggestions have the same `before`."""
    authors = _by_text(suggestions)
    alike = [(one[0].after, one[0].edits, tuple(_reviewed(one))) for one in authors]
    disputed = {
        number
        for number, (_, edits, _) in enumerate(alike)
        for other, (_, others, _) in enumerate(alike)
        if number != other and any(_differ(edit, one) for edit in edits for one in others)
    }
    before = authors[0][0].before
    agreed = [edit for _, edits, _ in alike for edit in edits if not _is_disputed(edit, alike)]
    if not disputed:
        everybody = _joined(reviewed for _, _, reviewed in alike)
        return (Variant(alike[0][0] if len(alike) == 1 else applied(before, _each(agreed)), everybody),)
    of_agreed = [
        (number, reviewed)
        for number, (_, edits, reviewed) in enumerate(alike)
        if any(not _is_disputed(edit, alike) for edit in edits)
    ]
    made: dict[str, list[tuple[Reviewed, ...]]] = {}
    for number in sorted(disputed):
        text, edits, reviewed = alike[number]
        others = [by for other, by in of_agreed if other != number]
        if others:
            text = applied(before, _each([*agreed, *edits]))
        known = next((one for one in made if same_words(one, text)), text)
        made.setdefault(known, []).extend([reviewed, *others])
    return tuple(Variant(text, _joined(by)) for text, by in sorted(made.items()))


def wordings_of(suggestions: Iterable[Suggestion]) -> tuple[Variant, ...]:
    """A variant for each wording, whatever edits make it; paragraphs that end elsewhere are other wordings."""
    found: dict[str, list[Reviewed]] = {}
    for one in suggestions:
        found.setdefault(one.after, []).append(one.reviewed)
    return tuple(Variant(text, _joined([by])) for text, by in sorted(found.items()))


def _by_text(suggestions: Iterable[Suggestion]) -> list[list[Suggestion]]:
    """Suggestions of the same words together, in an order that does not depend on that of the files."""
    groups: list[list[Suggestion]] = []
    for one in sorted(suggestions, key=lambda one: (one.after, one.reviewed.file, one.reviewed.marks)):
        group = next((group for group in groups if same_words(group[0].after, one.after)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return groups


def _reviewed(group: Sequence[Suggestion]) -> list[Reviewed]:
    return [one.reviewed for one in group]


def _is_disputed(edit: Edit, alike: Sequence[tuple[str, tuple[Edit, ...], tuple[Reviewed, ...]]]) -> bool:
    return any(_differ(edit, one) for _, edits, _ in alike for one in edits)


def _differ(one: Edit, other: Edit) -> bool:
    """Whether two edits are of the same words, and not the same."""
    if (one.start, one.end) == (other.start, other.end):
        return not same_words(one.after, other.after)
    return one.start < other.end and other.start < one.end


def _each(edits: Iterable[Edit]) -> list[Edit]:
    """Equal edits once."""
    found: dict[tuple[int, int], Edit] = {}
    for edit in sorted(edits, key=lambda one: (one.start, one.end, one.after)):
        found.setdefault((edit.start, edit.end), edit)
    return list(found.values())


def _joined(groups: Iterable[Iterable[Reviewed]]) -> tuple[Reviewed, ...]:
    """Everybody once, by file; what one file tracked in several places is one."""
    found: dict[str, Reviewed] = {}
    for one in sorted((one for group in groups for one in group), key=lambda one: (one.file, one.marks)):
        known = found.get(one.file)
        found[one.file] = one if known is None or known == one else _both(known, one)
    return tuple(found.values())


def _both(one: Reviewed, other: Reviewed) -> Reviewed:
    return replace(
        one,
        marks=tuple(dict.fromkeys((*one.marks, *other.marks))),
        is_tracked=one.is_tracked and other.is_tracked,
        spans=one.spans or other.spans,
        revisions=tuple(sorted({*one.revisions, *other.revisions})),
    )
