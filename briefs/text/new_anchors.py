"""Making anchors: the fewest words that name one passage of a report and no other."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.model.block_fields import Anchor
from briefs.model.library import Extract
from briefs.model.typesetting import typeset
from briefs.text.anchors import ELLIPSIS, FEWEST_WORDS, AnchorIndex


def anchor_for(words: str, address: str, index: AnchorIndex) -> Anchor | None:
    """An anchor that names `words`, which stand at `address` in the report, and resolves to them alone.

    It has the first and the last words, as few as will do, and says where they are only if they recur elsewhere. None
    if no anchor names them, since they are not there as one piece.
    """
    for scope in (None, address):
        for text in _texts(words):
            anchor = Anchor.model_validate({"text": text, "in": scope})
            found = index.resolve(anchor, "")
            if isinstance(found, Extract) and found.address == address and _is_whole(found, words):
                return anchor
    return None


def _texts(words: str) -> Iterator[str]:
    """What may stand in an anchor: first and last words, more and more of them, and then all words."""
    said = words.split()
    for count in range(FEWEST_WORDS, (len(said) - 1) // 2 + 1):
        yield f"{' '.join(said[:count])}{ELLIPSIS}{' '.join(said[-count:])}"
    if said:
        yield " ".join(said)


def _is_whole(found: Extract, words: str) -> bool:
    """Whether the words were found, and no more or less of them: the last words of an anchor may also stand nearer."""
    return found.text == typeset(words)
