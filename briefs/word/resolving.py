"""Accepting and rejecting all tracked changes of a part, as Word does (ISO/IEC 29500-1, 17.13.5).

In this order: former properties, rows and cells, which ends of paragraphs go, words, joining paragraphs, and at last
what is left empty. It shares no reading with `marked_text`, so that each proves the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from typing import Literal, TypeAlias

from briefs.word.elements import Element, insert_before, local_name, qn, remove, replace_by, unwrap, w
from briefs.word.revisions import CELLS, DELETED, FORMATS, INSERTED
from briefs.word.run_text import shows_something

_Resolution: TypeAlias = Literal["accepted", "rejected"]

_MARKS = INSERTED | DELETED
_KEPT: dict[str, frozenset[str]] = {
    "pPr": frozenset({"rPr", "sectPr"}),
    "rPr": _MARKS,
    "trPr": _MARKS,
    "tcPr": CELLS,
    "sectPr": frozenset({"headerReference", "footerReference"}),
}
"""What former properties do not have, and what therefore stays when they come back."""
_BETWEEN = frozenset(
    {"bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr", "permStart", "permEnd"}
    | {f"{name}Range{end}" for name in ("moveFrom", "moveTo") for end in ("Start", "End")}
    | {f"customXml{n}Range{end}" for n in ("Ins", "Del", "MoveFrom", "MoveTo") for end in ("Start", "End")}
)
"""Ends of ranges, which may stand between paragraphs."""
_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "smartTag", *_MARKS})
"""What may be around paragraphs of one body, cell, note or box."""


def accepted(root: Element) -> Element:
    """A copy of the part `root` with all tracked changes accepted."""
    return _resolved(root, "accepted")


def rejected(root: Element) -> Element:
    """A copy of the part `root` with all tracked changes rejected."""
    return _resolved(root, "rejected")


def _resolved(root: Element, resolution: _Resolution) -> Element:
    made = deepcopy(root)
    gone, kept = (DELETED, INSERTED) if resolution == "accepted" else (INSERTED, DELETED)
    _resolve_properties(made, resolution)
    _resolve_controls(made, resolution)
    _resolve_rows(made, gone)
    joined = _ends_that_go(made, gone)
    emptied = _resolve_words(made, gone, kept)
    emptied += _join(one for one in joined if one.getparent() is not None)
    _remove_empty(made, emptied)
    return made


# 1. Properties


def _resolve_properties(root: Element, resolution: _Resolution) -> None:
    for change in list(root.iter(*(qn(f"w:{name}") for name in FORMATS))):
        properties = change.getparent()
        if properties is None:
            continue
        properties.remove(change)
        former = next(iter(change), None)
        if resolution == "rejected" and former is not None and former.tag == properties.tag:
            _put_back(properties, former)
    for numbering in list(root.iter(qn("w:numPr"))):
        if numbering.find(qn("w:ins")) is not None and resolution == "rejected":
            remove(numbering)
    for mark in list(root.iter(qn("w:ins"))):
        if local_name(_parent(mark)) == "numPr":
            remove(mark)


def _put_back(properties: Element, former: Element) -> None:
    """Put `former` properties in place of the present ones."""
    stays = _KEPT.get(local_name(properties), frozenset())
    kept = [child for child in properties if local_name(child) in stays]
    own = [child for child in former if local_name(child) not in stays]
    is_last = local_name(properties) in ("pPr", "tcPr", "trPr")  # so the schema has what stays
    properties[:] = [*own, *kept] if is_last else [*kept, *own]


def _resolve_controls(root: Element, resolution: _Resolution) -> None:
    """Take away controls that were put in and are rejected, or taken out and accepted; what they hold stays."""
    kinds = ("Del", "MoveFrom") if resolution == "accepted" else ("Ins", "MoveTo")
    starts = {qn(f"w:customXml{kind}RangeStart"): qn(f"w:customXml{kind}RangeEnd") for kind in kinds}
    taken: list[Element] = []
    ends: set[str] = set()
    for element in root.iter():
        if element.tag in starts:
            ends.add(element.get(qn("w:id"), ""))
        elif element.tag in starts.values():
            ends.discard(element.get(qn("w:id"), ""))
        elif ends and local_name(element) in ("sdt", "customXml", "smartTag"):
            taken.append(element)
    for element in taken:
        unwrap(element, element.find(qn("w:sdtContent")))
    for mark in list(root.iter(*(qn(f"w:{name}") for name in _BETWEEN if "Range" in name and "comment" not in name))):
        remove(mark)


# 2. Rows and cells


def _resolve_rows(root: Element, gone: frozenset[str]) -> None:
    cells = {"cellDel"} if gone == DELETED else {"cellIns"}
    for properties in list(root.iter(qn("w:trPr"), qn("w:tcPr"))):
        marks = [child for child in properties if local_name(child) in _MARKS | CELLS]
        goes = any(local_name(mark) in gone | cells for mark in marks)
        for mark in marks:
            properties.remove(mark)
        if goes:
            remove(_parent(properties))


# 3. Ends of paragraphs


def _ends_that_go(root: Element, gone: frozenset[str]) -> list[Element]:
    """The paragraphs whose ends go, in order; all marks on ends are taken away."""
    found = []
    for paragraph in root.iter(qn("w:p")):
        properties = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
        marks = [] if properties is None else [child for child in properties if local_name(child) in _MARKS]
        if any(local_name(mark) in gone for mark in marks):
            found.append(paragraph)
        for mark in marks:
            remove(mark)
    return found


# 4. Words


def _resolve_words(root: Element, gone: frozenset[str], kept: frozenset[str]) -> list[Element]:
    """Take away what goes, and the marks around what stays; returns what these stood in."""
    parents: list[Element] = []
    for element in list(root.iter()):
        name = local_name(element)
        if name in gone:
            parents.append(_parent(element))
            _remove_with_tail(element)
        elif name in kept:
            unwrap(element)
        elif name == "delText":
            element.tag = qn("w:t")
        elif name == "delInstrText":
            element.tag = qn("w:instrText")
    return parents


def _remove_with_tail(element: Element) -> None:
    """Remove an element, but not the ends of bookmarks in it, on which other places depend."""
    replace_by(element, [one for one in element if local_name(one) in ("bookmarkEnd", "commentRangeEnd")])


# 5. Joining


def _join(paragraphs: Iterable[Element]) -> list[Element]:
    """Join each paragraph, whose end went, with the next one, or else with the previous one.

    Returns what they stood in. The last are joined first, so that each word is moved only once.
    """
    stood: list[Element] = []
    left: list[Element] = []
    for paragraph in reversed(list(paragraphs)):
        between, following = _neighbour(paragraph, _forwards)
        if following is None or following.tag != qn("w:p"):
            left.append(paragraph)
            continue
        first = 1 if following.find(qn("w:pPr")) is not None else 0
        following[first:first] = [*_content(paragraph), *between]
        stood.append(_parent(paragraph))
        remove(paragraph)
    for paragraph in left:
        stood += _join_with_previous(paragraph)
    return stood


def _join_with_previous(paragraph: Element) -> list[Element]:
    """Join a paragraph with which none can be joined that follows; if nothing is left in it, it goes.

    Before a table it stays. Returns what it stood in, if it does not.
    """
    content, parent = _content(paragraph), _parent(paragraph)
    if _says(paragraph):
        _, following = _neighbour(paragraph, _forwards)
        _, previous = _neighbour(paragraph, _backwards)
        if following is not None or previous is None or previous.tag != qn("w:p"):
            return []
        previous.extend(content)
    else:
        for one in reversed(content):
            if local_name(one) in _BETWEEN:
                paragraph.addnext(one)
    parent.remove(paragraph)
    return [parent]


def _content(paragraph: Element) -> list[Element]:
    return [child for child in paragraph if child.tag != qn("w:pPr")]


def _says(paragraph: Element) -> bool:
    """Whether words, or anything else that is seen, are left in a paragraph."""
    return any(shows_something(child) for child in _content(paragraph))


_Step: TypeAlias = Callable[[Element], Element | None]


def _forwards(element: Element) -> Element | None:
    return element.getnext()


def _backwards(element: Element) -> Element | None:
    return element.getprevious()


def _neighbour(paragraph: Element, step: _Step) -> tuple[list[Element], Element | None]:
    """The next paragraph or table in the same body, cell, note or box, and the ends of ranges before it."""
    between: list[Element] = []
    for element in _others(paragraph, step):
        name = local_name(element)
        if name in ("p", "tbl"):
            return between, element
        if name in _BETWEEN:
            between.append(element)
    return [], None


def _others(element: Element, step: _Step) -> Iterator[Element]:
    """What follows in the direction of `step`: into controls, and out of them."""
    at: Element | None = element
    while at is not None:
        following = step(at)
        while following is not None:
            yield from _opened(following, step)
            following = step(following)
        parent = at.getparent()
        at = parent if parent is not None and local_name(parent) in _WRAPPERS else None


def _opened(element: Element, step: _Step) -> Iterator[Element]:
    if local_name(element) not in _WRAPPERS:
        yield element
        return
    children: Iterable[Element] = element if step is _forwards else reversed(list(element))
    for child in children:
        yield from _opened(child, step)


# 6. What is left empty


def _remove_empty(root: Element, emptied: list[Element]) -> None:
    """Remove tables without rows, and the controls among `emptied`; a cell gets the paragraph that it must have."""
    for row in list(root.iter(qn("w:tr"))):
        if next(row.iter(qn("w:tc")), None) is None:
            _remove_upwards(row)
    for table in list(root.iter(qn("w:tbl"))):
        if next(table.iter(qn("w:tr")), None) is None:
            _remove_upwards(table)
    for element in dict.fromkeys(emptied):
        if local_name(element) == "sdtContent" and not any(local_name(c) not in _BETWEEN for c in element):
            _remove_upwards(_parent(element))
    for control in list(root.iter(qn("w:sdt"))):
        content = control.find(qn("w:sdtContent"))
        if content is None or not len(content):
            _remove_upwards(control)
    for cell in root.iter(qn("w:tc")):
        blocks = [local_name(child) for child in cell if local_name(child) in ("p", "tbl", "sdt", "customXml")]
        if not blocks or blocks[-1] == "tbl":
            insert_before(cell, w("p"), ())


def _remove_upwards(element: Element) -> None:
    """Remove an element, and the controls around it that then hold nothing."""
    parent = element.getparent()
    if parent is None:
        return
    kept = [one for one in element.iter() if local_name(one) in _BETWEEN]
    replace_by(element, kept)
    if local_name(parent) == "sdtContent" and not len(parent):
        _remove_upwards(_parent(parent))


def _parent(element: Element) -> Element:
    parent = element.getparent()
    if parent is None:
        raise ValueError("a tracked change cannot be the root of a part")
    return parent
