"""Editing a rendered Word file as reviewers do: with and without tracking, and what programs drop when they save it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import count

from lxml import etree

from briefs.word.elements import NAMESPACES, Element, qn, remove, text_of, unwrap, w
from tests.returned_files import packed, unpacked

_DOCUMENT, _NOTES = "word/document.xml", "word/footnotes.xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_W = NAMESPACES["w"]


@dataclass(slots=True)
class WordEditor:
    """A rendered file that is being edited; `content` is what it has become.

    Positions are those of characters in the text of a paragraph, counted in its `w:t` elements that are there if all
    changes are accepted.
    """

    file: bytes
    parts: dict[str, bytes] = field(init=False)
    roots: dict[str, Element] = field(init=False)
    numbers: count[int] = field(default_factory=lambda: count(9000))
    comments: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.parts = unpacked(self.file)
        self.roots = {name: etree.fromstring(self.parts[name]) for name in (_DOCUMENT, _NOTES) if name in self.parts}

    def content(self) -> bytes:
        """The file as it is now."""
        made = {name: etree.tostring(root, xml_declaration=True, encoding="UTF-8") for name, root in self.roots.items()}
        return packed(self.parts | made | self._comment_parts())

    # Finding

    def paragraph(self, tag: str) -> Element:
        """The first paragraph of the unit with this tag."""
        return next(self._paragraphs(tag))

    def _paragraphs(self, tag: str) -> Iterator[Element]:
        for root in self.roots.values():
            for mark in root.iter(qn("w:bookmarkStart")):
                if mark.get(qn("w:name")) == f"_{tag}":
                    yield next(mark.iterancestors(qn("w:p")))

    def cell(self, tag: str, column: int) -> Element:
        """The paragraph in a column (from 1) of the row of the unit with this tag."""
        row = next(self.paragraph(tag).iterancestors(qn("w:tr")))
        return next(list(row.iter(qn("w:tc")))[column - 1].iter(qn("w:p")))

    def saying(self, words: str) -> Element:
        """The first paragraph that says `words`."""
        paragraphs = (one for root in self.roots.values() for one in root.iter(qn("w:p")))
        return next(one for one in paragraphs if words in _said(one))

    # Editing

    def reword(self, old: str, new: str, author: str = "", date: str = "") -> None:
        """Put `new` in place of `old`, wherever it is said first; tracked if there is an author."""
        paragraph = self.saying(old)
        start = _said(paragraph).index(old)
        self.replace(paragraph, start, start + len(old), new, author, date)

    def fill_in(self, beside: str, *cells: str) -> None:
        """Write into the cells to the right of the one that says `beside`."""
        row = next(self.saying(beside).iterancestors(qn("w:tr")))
        for cell, words in zip(list(row.iter(qn("w:tc")))[1:], cells, strict=True):
            next(cell.iter(qn("w:p"))).append(w("r", _text(words)))

    def replace(self, paragraph: Element, start: int, end: int, new: str, author: str = "", date: str = "") -> None:
        """Put `new` in place of characters `start` to `end`; tracked if there is an author."""
        old = self._runs(paragraph, start, end)
        at = old[-1] if old else self._run_before(paragraph, start)
        properties = deepcopy(at.find(qn("w:rPr"))) if at is not None else None
        made = w("r", properties, _text(new)) if new else None
        if author:
            if made is not None:
                made = self._marked("ins", author, date, made)
            for run in old:
                self._delete_run(run, author, date)
        if made is not None and at is None:
            paragraph.append(made)
        elif made is not None and at is not None:
            (next(at.iterancestors(qn("w:del")), at)).addnext(made)
        if not author:
            for run in old:
                remove(run)

    def delete(self, paragraph: Element, author: str = "", date: str = "") -> None:
        """Delete a paragraph of the body, or the row that it stands in."""
        row = next(paragraph.iterancestors(qn("w:tr")), None)
        if not author:
            whole = row if row is not None else paragraph
            control = next(whole.iterancestors(qn("w:sdt")), None)
            remove(whole if control is None else control)
            return
        paragraphs = [paragraph] if row is None else list(row.iter(qn("w:p")))
        for one in paragraphs:
            for run in list(one.iter(qn("w:r"))):
                parent = run.getparent()
                if parent is not None and parent.tag not in (qn("w:del"), qn("w:sdtContent")):
                    self._delete_run(run, author, date)
        if row is None:
            self._mark_end(paragraph, "del", author, date)
        else:
            properties = row.find(qn("w:trPr"))
            assert properties is not None
            properties.append(w("del", **self._by(author, date)))

    def insert_after(self, paragraph: Element, text: str, author: str = "", date: str = "") -> None:
        """Write a new paragraph behind that one, or behind the control that it is alone in."""
        run = w("r", _text(text))
        made = w("p", w("pPr", w("pStyle", val="BodyText")), self._marked("ins", author, date, run) if author else run)
        if author:
            self._mark_end(made, "ins", author, date)
        control = next(paragraph.iterancestors(qn("w:sdt")), None)
        (paragraph if control is None else control).addnext(made)

    def split(self, paragraph: Element, at: int, author: str = "", date: str = "") -> None:
        """Part a paragraph in two before the character `at`."""
        later = self._runs(paragraph, at, 1_000_000)
        made = w("p", deepcopy(paragraph.find(qn("w:pPr"))), *later)
        paragraph.addnext(made)
        if author:
            self._mark_end(paragraph, "ins", author, date)

    def comment(self, paragraph: Element, text: str, author: str) -> None:
        """Comment on a whole paragraph."""
        number = str(next(self.numbers))
        first = next((run for run in paragraph.iter(qn("w:r")) if run.getparent() is paragraph), None)
        start, end = (w(f"commentRange{side}", id=number) for side in ("Start", "End"))
        if first is None:
            paragraph.append(start)
        else:
            first.addprevious(start)
        paragraph.extend([end, w("r", w("commentReference", id=number))])
        body = w("p", w("r", _text(text)))
        self.comments.append(w("comment", body, id=number, author=author, date="2026-11-20T09:00:00Z", initials="X"))

    # What programs drop

    def strip_record(self) -> None:
        """Drop the custom XML, and all properties that say which edition it is."""
        for name in [one for one in self.parts if one.startswith("customXml/")]:
            del self.parts[name]
        for name, content in self.parts.items():
            if name.endswith(".rels"):
                self.parts[name] = re.sub(rb"<Relationship [^>]*customXml/[^>]*/>", b"", content)
            elif name == "[Content_Types].xml":
                self.parts[name] = re.sub(rb'<Override [^>]*PartName="/customXml/[^>]*/>', b"", content)

    def strip_controls(self) -> None:
        """Drop all controls around units, and keep what they hold."""
        for root in self.roots.values():
            for control in list(root.iter(qn("w:sdt"))):
                content = control.find(qn("w:sdtContent"))
                if content is not None and control.find(f"{qn('w:sdtPr')}/{qn('w:docPartObj')}") is not None:
                    unwrap(control, content)

    def strip_bookmarks(self) -> None:
        """Drop all bookmarks."""
        for root in self.roots.values():
            for name in ("bookmarkStart", "bookmarkEnd"):
                for one in list(root.iter(qn(f"w:{name}"))):
                    remove(one)

    # Parts of the above

    def _by(self, author: str, date: str) -> dict[str, str | int]:
        made: dict[str, str | int] = {"id": next(self.numbers), "author": author}
        return made | {"date": date} if date else made

    def _marked(self, name: str, author: str, date: str, *content: Element) -> Element:
        return w(name, *content, **self._by(author, date))

    def _delete_run(self, run: Element, author: str, date: str) -> None:
        place = run.getparent()
        assert place is not None
        index = place.index(run)
        for text in list(run.iter(qn("w:t"))):
            text.tag = qn("w:delText")
        place.insert(index, self._marked("del", author, date, run))

    def _mark_end(self, paragraph: Element, name: str, author: str, date: str) -> None:
        properties = paragraph.find(qn("w:pPr"))
        assert properties is not None
        marks = properties.find(qn("w:rPr"))
        if marks is None:
            marks = w("rPr")
            later = [one for one in properties if one.tag in (qn("w:sectPr"), qn("w:pPrChange"))]
            properties.insert(properties.index(later[0]) if later else len(properties), marks)
        marks.insert(0, w(name, **self._by(author, date)))

    def _runs(self, paragraph: Element, start: int, end: int) -> list[Element]:
        """The runs with characters `start` to `end`, parted so that they hold nothing else of the text."""
        found, at = [], 0
        for text in list(_texts(paragraph)):
            words = text_of(text)
            first, last = max(start - at, 0), min(end - at, len(words))
            at += len(words)
            if first >= last:
                continue
            run = text.getparent()
            assert run is not None
            found.append(_alone(run, text, first, last))
        return found

    def _run_before(self, paragraph: Element, start: int) -> Element | None:
        """The run that ends at `start`, parted there; None at the beginning of a paragraph without text."""
        at = 0
        for text in list(_texts(paragraph)):
            words = text_of(text)
            if at <= start <= at + len(words) and words and start > at:
                return _alone(text.getparent(), text, 0, start - at)
            at += len(words)
        first = next(iter(_texts(paragraph)), None)
        if first is None:
            return None
        run = first.getparent()
        assert run is not None
        empty = w("r", deepcopy(run.find(qn("w:rPr"))))
        run.addprevious(empty)
        return empty

    def _comment_parts(self) -> dict[str, bytes]:
        if not self.comments:
            return {}
        root = etree.Element(f"{{{_W}}}comments", nsmap={"w": _W})
        root.extend(self.comments)
        relation = (
            '<Relationship Id="rComments" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
            'comments" Target="comments.xml"/></Relationships>'
        )
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
        override = f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>'
        rels, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
        return {
            "word/comments.xml": etree.tostring(root),
            rels: self.parts[rels].replace(b"</Relationships>", relation.encode()),
            types: self.parts[types].replace(b"</Types>", override.encode()),
        }


def _texts(paragraph: Element) -> Iterator[Element]:
    """The texts of a paragraph, and its hyphens at which no line ends; not those in boxes to tick."""
    for text in paragraph.iter(qn("w:t"), qn("w:noBreakHyphen")):
        control = next(text.iterancestors(qn("w:sdt")), None)
        if control is None or control.find(f"{qn('w:sdtPr')}/{{*}}checkbox") is None:
            yield text


def _said(paragraph: Element) -> str:
    return "".join(map(text_of, _texts(paragraph)))


def _text(words: str) -> Element:
    made = w("t")
    made.text = words
    made.set(_SPACE, "preserve")
    return made


def _alone(run: Element | None, text: Element, first: int, last: int) -> Element:
    """The run with only characters `first` to `last` of one of its texts; the rest is in runs beside it."""
    assert run is not None
    words, place = text_of(text), run.index(text)
    before, after = deepcopy(run), deepcopy(run)
    for one in list(before)[place + 1 :]:
        before.remove(one)
    for one in list(after)[:place]:
        if one.tag != qn("w:rPr"):
            after.remove(one)
    for one in list(run):
        if one is not text and one.tag != qn("w:rPr"):
            run.remove(one)
    if text.tag == qn("w:noBreakHyphen"):
        before.remove(before[place])
        after.remove(next(one for one in after if one.tag == text.tag))
    else:
        _say(before[place], words[:first])
        _say(next(one for one in after if one.tag == qn("w:t")), words[last:])
        _say(text, words[first:last])
    if _holds_anything(before):
        run.addprevious(before)
    if _holds_anything(after):
        run.addnext(after)
    return run


def _holds_anything(run: Element) -> bool:
    return any(one.tag != qn("w:rPr") and (one.tag != qn("w:t") or one.text) for one in run)


def _say(text: Element, words: str) -> None:
    text.text = words
    text.set(_SPACE, "preserve")
