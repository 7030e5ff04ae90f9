"""Writing tracked changes (ISO/IEC 29500-1, 17.13.5): text, paragraph marks, rows and controls inserted or deleted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from briefs.model.mark import Change, ChangeKind, Mark
from briefs.word.controls import Ids
from briefs.word.elements import Element, insert_before, qn, value_of, w

_DELETED_NAMES = {qn("w:t"): qn("w:delText"), qn("w:instrText"): qn("w:delInstrText")}
_ELEMENTS: dict[ChangeKind, str] = {"inserted": "ins", "deleted": "del"}
_RUN, _LINK, _CONTROL, _INSERTED = qn("w:r"), qn("w:hyperlink"), qn("w:sdt"), qn("w:ins")
_ENDS = ("ins", "del", "moveFrom", "moveTo")
_AFTER_ROW_CHANGE = ("trPrChange",)
_AFTER_MARK_PROPERTIES = ("sectPr", "pPrChange")


def marked_runs(kind: ChangeKind, mark: Mark, content: Iterable[Element], ids: Ids) -> list[Element]:
    """The `content` of a paragraph as inserted or deleted by the author of `mark`; marks of bookmarks stay outside.

    A link keeps its change inside, as Word wants it, and so does what somebody else inserted. An inserted control is
    marked itself; what is deleted is out of its control. The text of deleted runs has its own elements. The date is
    left out if it is not known.
    """
    return list(_Marking(kind, mark, ids).marked(content))


@dataclass(frozen=True, slots=True)
class _Marking:
    kind: ChangeKind
    mark: Mark
    ids: Ids

    def marked(self, content: Iterable[Element]) -> Iterator[Element]:
        for is_run, group in groupby(self._out_of_controls(content), key=lambda each: each.tag == _RUN):
            if is_run:
                yield self._change(group)
                continue
            for each in group:
                if each.tag in (_LINK, _INSERTED):
                    each[:] = list(self.marked(list(each)))
                    yield each
                elif each.tag == _CONTROL:
                    inner = _content_of(each)
                    inner[:] = list(self.marked(list(inner)))
                    yield from inserted_control(each, self.mark, self.ids)
                else:
                    yield each

    def _out_of_controls(self, content: Iterable[Element]) -> Iterator[Element]:
        for each in content:
            if self.kind == "deleted" and each.tag == _CONTROL:
                yield from self._out_of_controls(list(_content_of(each)))
            else:
                yield each

    def _change(self, runs: Iterable[Element]) -> Element:
        made = _mark(_ELEMENTS[self.kind], self.mark, self.ids)
        for run in runs:
            if self.kind == "deleted":
                for text in run.iter(*_DELETED_NAMES):
                    text.tag = _DELETED_NAMES[text.tag]
            made.append(run)
        return made


def mark_content(paragraph: Element, change: Change, ids: Ids) -> None:
    """Mark all that a paragraph (`w:p`) holds as inserted or deleted."""
    properties = paragraph.find(qn("w:pPr"))
    content = [each for each in paragraph if each is not properties]
    made = marked_runs(change.kind, change.mark, content, ids)
    paragraph[:] = [*([] if properties is None else [properties]), *made]


def mark_end(paragraph: Element, change: Change, ids: Ids) -> None:
    """Mark only the end of a paragraph: without it, its words belong to the next paragraph (17.13.5.15, 17.13.5.20)."""
    properties = paragraph.find(qn("w:pPr"))
    assert properties is not None, "all our paragraphs have a style"
    of_mark = properties.find(qn("w:rPr"))
    if of_mark is None:
        of_mark = w("rPr")
        insert_before(properties, of_mark, _AFTER_MARK_PROPERTIES)
    place = 1 if len(of_mark) and of_mark[0].tag == _INSERTED else 0
    of_mark.insert(place, _mark(_ELEMENTS[change.kind], change.mark, ids))


def is_changed_paragraph(element: Element) -> bool:
    """Whether it is a paragraph, or a control around one, whose end is inserted or deleted."""
    last = element if element.tag == qn("w:p") else element.find(f"{qn('w:sdtContent')}/{qn('w:p')}[last()]")
    of_mark = None if last is None else last.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
    return of_mark is not None and any(of_mark.find(qn(f"w:{name}")) is not None for name in _ENDS)


def mark_row(row: Element, change: Change, ids: Ids) -> None:
    """Mark a row (`w:tr`) as inserted or deleted; what its cells say is marked besides (17.13.5.12, 17.13.5.16)."""
    properties = row.find(qn("w:trPr"))
    assert properties is not None, "all our rows have properties"
    insert_before(properties, _mark(_ELEMENTS[change.kind], change.mark, ids), _AFTER_ROW_CHANGE)


def inserted_control(control: Element, mark: Mark, ids: Ids) -> list[Element]:
    """A control (`w:sdt`) that is itself inserted: its beginning and its end are, each in a range (17.13.5.6)."""
    content = _content_of(control)
    first, last = _range(mark, ids), _range(mark, ids)
    content.insert(0, first[1])
    content.append(last[0])
    return [first[0], control, last[1]]


def changed_control(elements: list[Element], change: Change | None, ids: Ids) -> list[Element]:
    """`elements`, where a control is marked as inserted if it is so by its `change`."""
    if change is None or change.kind != "inserted" or elements[0].tag != _CONTROL:
        return elements
    return inserted_control(elements[0], change.mark, ids)


def _range(mark: Mark, ids: Ids) -> tuple[Element, Element]:
    start = _mark("customXmlInsRangeStart", mark, ids)
    return start, w("customXmlInsRangeEnd", id=value_of(start, "id"))


def _content_of(control: Element) -> Element:
    content = control.find(qn("w:sdtContent"))
    assert content is not None, "a control has content"
    return content


def _mark(name: str, mark: Mark, ids: Ids) -> Element:
    date = {"date": mark.date} if mark.date else {}
    return w(name, id=next(ids.revisions), author=mark.author, **date)
