"""Word files that somebody has edited: words replaced in a file that the program has rendered, tracked or not."""

from __future__ import annotations

from copy import deepcopy
from itertools import count

from lxml import etree

from briefs.word.elements import NAMESPACES, Element
from tests.returned_files import edited

DATE = "2026-11-20T10:00:00Z"
_W = NAMESPACES["w"]
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def tracked(file: bytes, old: str, new: str, author: str = "Jane", date: str = DATE) -> bytes:
    """`file` with `new` in place of `old`, which stands in one paragraph of the body, as a tracked change.

    If `new` is empty, the words are deleted; the change has no author if that is empty.
    """

    def edit(root: Element) -> None:
        runs = _runs_of(root, old)
        used = (int(one.get(f"{{{_W}}}id", "0")) for one in root.iter(f"{{{_W}}}ins", f"{{{_W}}}del"))
        numbers = count(max(used, default=9000) + 1)
        if new:
            added = deepcopy(runs[-1])
            _text_of(added).text = new
            _text_of(added).set(_SPACE, "preserve")
            runs[-1].addnext(added)
            _wrap(added, "ins", next(numbers), author, date)
        for run in runs:
            text = _text_of(run)
            text.tag = f"{{{_W}}}delText"
            _wrap(run, "del", next(numbers), author, date)

    return edited(file, edit)


def untracked(file: bytes, old: str, new: str) -> bytes:
    """`file` with `new` in place of `old`, which stands in one paragraph of the body, without a trace."""

    def edit(root: Element) -> None:
        first, *others = _runs_of(root, old)
        _text_of(first).text = new
        for run in others:
            _text_of(run).text = ""

    return edited(file, edit)


def _runs_of(root: Element, old: str) -> list[Element]:
    """The runs of exactly the words `old`: others are cut at their beginning and end."""
    for paragraph in root.iter(f"{{{_W}}}p"):
        texts = list(paragraph.iter(f"{{{_W}}}t"))
        start = "".join(one.text or "" for one in texts).find(old)
        if start >= 0:
            _cut(paragraph, start + len(old))
            _cut(paragraph, start)
            found: list[Element] = []
            at = 0
            for one in paragraph.iter(f"{{{_W}}}t"):
                run = one.getparent()
                if start <= at < start + len(old) and one.text and run is not None:
                    found.append(run)
                at += len(one.text or "")
            return found
    raise AssertionError(f"no paragraph says {old!r}")


def _cut(paragraph: Element, place: int) -> None:
    """Cut the run that the character at `place` is within, so that one begins there."""
    at = 0
    for text in list(paragraph.iter(f"{{{_W}}}t")):
        words = text.text or ""
        if at < place < at + len(words):
            run = text.getparent()
            assert run is not None
            assert [one.tag for one in run if one.tag != f"{{{_W}}}rPr"] == [f"{{{_W}}}t"], "a run of words only"
            second = deepcopy(run)
            text.text, _text_of(second).text = words[: place - at], words[place - at :]
            for one in (text, _text_of(second)):
                one.set(_SPACE, "preserve")
            run.addnext(second)
            return
        at += len(words)


def _text_of(run: Element) -> Element:
    text = run.find(f"{{{_W}}}t")
    assert text is not None
    return text


def _wrap(run: Element, name: str, number: int, author: str, date: str) -> None:
    mark = etree.Element(f"{{{_W}}}{name}")
    mark.set(f"{{{_W}}}id", str(number))
    for attribute, value in (("author", author), ("date", date)):
        if value:
            mark.set(f"{{{_W}}}{attribute}", value)
    run.addprevious(mark)
    mark.append(run)
