"""What changed since an edition, in lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefs.model.redlined import Difference
from briefs.pipeline.redlined_brief import Redlined
from briefs.text.counts import counted

_COUNTED = {
    "reworded": "reworded",
    "inserted": "new",
    "deleted": "deleted",
    "moved": "moved",
    "parted": "divided",
    "joined": "joined",
}


def redline_lines(made: Redlined) -> Iterator[str]:
    """What changed in a brief since an edition, in a line, and the files that show it."""
    yield f"{made.key}: {summary(made)}"
    yield from map(str, made.files)


def summary(made: Redlined) -> str:
    """What changed, in a line."""
    if not made.changes:
        return f"nothing has changed since {made.since}"
    if not made.listed:
        places = ", ".join(f"“{section}”" for section in made.unlisted)
        added = f"nothing has changed since {made.since} but what the program adds"
        return f"{added}, under {places}" if places else added
    kinds = [change.kind for change in made.listed]
    parts = [f"{kinds.count(kind)} {word}" for kind, word in _COUNTED.items() if kind in kinds]
    words = made.redline.words
    marked = f"{counted(words.inserted, 'word')} in, {counted(words.deleted, 'word')} out"
    return f"{counted(len(kinds), 'change')} since {made.since} ({', '.join(parts)}): {marked}"


def redline_json(made: Redlined) -> dict[str, Any]:
    """A redline for other programs."""
    old, new, words = made.redline.old.properties, made.redline.new.properties, made.redline.words
    return {
        "report": made.report,
        "audience": made.key.audience,
        "product": made.key.product,
        "old": old.identifier,
        "new": new.identifier,
        "unchanged": not made.changes,
        "words": {"inserted": words.inserted, "deleted": words.deleted},
        "changes": [_change_json(change) for change in made.changes],
        "files": [str(path) for path in made.files],
    }


def _change_json(change: Difference) -> dict[str, Any]:
    return {
        "place": change.place,
        "kind": change.kind,
        "section": change.section or None,
        "unit": change.unit or None,
        "number": change.number,
        "old_number": change.old_number,
        "old": change.old,
        "new": change.new,
    }
