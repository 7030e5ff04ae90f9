"""Writing tracked changes (ISO/IEC 29500-1, 17.13.5): runs that are inserted or deleted."""

from __future__ import annotations

from collections.abc import Iterable

from briefs.model.mark import ChangeKind, Mark
from briefs.word.controls import Ids
from briefs.word.elements import Element, qn, w

_DELETED_NAMES = {qn("w:t"): qn("w:delText"), qn("w:instrText"): qn("w:delInstrText")}


def marked_runs(kind: ChangeKind, mark: Mark, content: Iterable[Element], ids: Ids) -> list[Element]:
    """`content` (runs) as inserted or deleted by the author of `mark`; the text of deleted runs has its own elements.

    The date is left out if it is not known.
    """
    runs = list(content)
    if kind == "deleted":
        for run in runs:
            for text in run.iter(*_DELETED_NAMES):
                text.tag = _DELETED_NAMES[text.tag]
    date = {"date": mark.date} if mark.date else {}
    return [w("ins" if kind == "inserted" else "del", *runs, id=next(ids.revisions), author=mark.author, **date)]
