"""The tracked changes of a part (ISO/IEC 29500-1, 17.13.5): which elements record one, by whom, and what it is about.

Every one is counted, so that none is lost: a reader says which of them it has understood.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from briefs.model.foreign_names import in_one_line
from briefs.model.mark import Mark
from briefs.model.marked_file import Revision
from briefs.word.elements import Element, local_name, qn, value_of

INSERTED = frozenset({"ins", "moveTo"})
DELETED = frozenset({"del", "moveFrom"})
MOVED = frozenset({"moveFrom", "moveTo"})
CELLS = frozenset({"cellIns", "cellDel", "cellMerge"})
FORMATS = frozenset(
    f"{name}Change" for name in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "trPr", "tcPr", "tblGrid", "numbering")
)
"""Elements that hold what a property was before."""
RANGES = frozenset(f"customXml{name}RangeStart" for name in ("Ins", "Del", "MoveFrom", "MoveTo"))
"""Where controls or custom XML elements are put around words, or taken away."""
ELSEWHERE = frozenset({"altChunk", "subDoc"})
"""What shows the text of another file (17.17.2): it is never opened, so nobody can say what was changed there."""
_ALL = tuple(qn(f"w:{name}") for name in (*INSERTED, *DELETED, *CELLS, *FORMATS, *RANGES, *ELSEWHERE))
_FORMATS = tuple(qn(f"w:{name}") for name in FORMATS)
_TEXTS = (qn("w:t"), qn("w:delText"), qn("m:t"))
PICTURE = "[picture]"
"""What stands for a picture where only words can be said."""
PICTURES = tuple(qn(f"w:{name}") for name in ("drawing", "pict", "object"))
_SHOWN = {
    **dict.fromkeys(("drawing", "pict", "object"), PICTURE),
    **dict.fromkeys(("footnoteReference", "endnoteReference"), "[note]"),
    **dict.fromkeys(("instrText", "delInstrText", "fldChar"), "[field]"),
    **dict.fromkeys(("br", "lastRenderedPageBreak"), "[break]"),
    "altChunk": "[another file, which Word shows here]",
    "subDoc": "[another file, which Word shows here]",
}
"""What stands for a change that has no words."""
_NOBODY = "Unknown Author"
_NO_DATES = ("1970-01-01T00:00:00Z", "0-00-00T00:00:00Z", "0000-00-00T00:00:00Z")
"""What LibreOffice writes for a change without an author or a date."""
_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?", re.ASCII)


def mark_of(element: Element) -> Mark:
    """Who made a change, and when; empty where the file does not say it, or says what is no date."""
    author, date = in_one_line(value_of(element, "author")), value_of(element, "date")
    return Mark("" if author == _NOBODY else author, date if _is_date(date) and date not in _NO_DATES else "")


def _is_date(text: str) -> bool:
    """Whether a text is a day (ISO 8601), perhaps with a time."""
    found = _DATE.fullmatch(text)
    try:
        return found is not None and bool(datetime.date.fromisoformat(found[1]))
    except ValueError:
        return False


def change_ids(root: Element) -> Iterator[str]:
    """The ids of the tracked changes in a part, each once for every element that has it; comments have ids of their
    own."""
    for element in root.iter(etree.Element):
        if element.get(qn("w:author")) is not None and local_name(element) != "comment":
            yield value_of(element, "id")


@dataclass(slots=True)
class RevisionList:
    """The tracked changes of a file, in order; a change is known by the index of its element."""

    revisions: list[Revision] = field(default_factory=list)
    _elements: list[Element] = field(default_factory=list)
    _indices: dict[Element, int] = field(default_factory=dict)

    def add(self, part: str, root: Element) -> None:
        """Add those of a part. What two branches for different programs (`mc:AlternateContent`) have counts once.

        Former properties may repeat the mark of the present ones: that is part of the change of the look.
        """
        skipped = [other for branch in root.iter(qn("mc:AlternateContent")) for other in _unread(branch)]
        former = _former(root)
        left_out = {element for one in (*skipped, *former) for element in one.iter(*_ALL)}
        for element in root.iter(*_ALL):
            if element not in left_out:
                self._add(part, element)
        for branch in skipped:
            self._add_other(part, branch)

    def index(self, element: Element) -> int | None:
        """The index of the change that an element records; None if it records none."""
        return self._indices.get(element)

    def _add(self, part: str, element: Element) -> None:
        self._elements.append(element)  # which keeps it the key that it is
        self._indices[element] = len(self.revisions)
        name = local_name(element)
        if name in INSERTED | DELETED and _is_in(element, "numPr"):
            name = "numberingChange"  # a number was put before the paragraph
        self.revisions.append(Revision(name, mark_of(element), _words(element), part))

    def _add_other(self, part: str, branch: Element) -> None:
        """Add the changes of a branch that is not read, unless the branch beside it has them too."""
        read = read_branch(branch.getparent())
        known = Counter(map(_key, read.iter(*_ALL))) if read is not None else Counter()
        former = {element for one in _former(branch) for element in one.iter(*_ALL)}
        for element in branch.iter(*_ALL):
            if element in former:
                continue
            if known[_key(element)]:
                known[_key(element)] -= 1
            elif element not in self._indices:
                self._add(part, element)


def read_branch(alternatives: Element | None) -> Element | None:
    """The branch of `mc:AlternateContent` that is read: the first choice, or else the fallback."""
    if alternatives is None:
        return None
    choice = alternatives.find(qn("mc:Choice"))
    return choice if choice is not None else alternatives.find(qn("mc:Fallback"))


def _unread(alternatives: Element) -> list[Element]:
    read = read_branch(alternatives)
    return [branch for branch in alternatives if branch is not read]


def _former(root: Element) -> list[Element]:
    """What the properties in a part were before."""
    return [former for change in root.iter(*_FORMATS) for former in change]


def _key(element: Element) -> tuple[str, Mark, str]:
    return local_name(element), mark_of(element), _words(element)


def _is_in(element: Element, name: str) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == qn(f"w:{name}")


def _words(element: Element) -> str:
    """The words in a change; if there are none, what stands for what it holds."""
    found = "".join(one.text or "" for one in _owner(element).iter(*_TEXTS))
    if found or local_name(element) in FORMATS:
        return found
    if _is_in(element, "rPr"):
        return "¶"
    return next((_SHOWN[name] for one in element.iter() if (name := local_name(one)) in _SHOWN), "")


def _owner(element: Element) -> Element:
    """The row or cell that a mark in its properties is about; otherwise the element itself."""
    parent = element.getparent()
    owner = None if parent is None else parent.getparent()
    if parent is not None and owner is not None and local_name(parent) in ("trPr", "tcPr"):
        return owner if local_name(element) not in FORMATS else element
    return element
