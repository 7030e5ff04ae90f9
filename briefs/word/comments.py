"""Comments with their replies (ISO/IEC 29500-1, 17.13.4; [MS-DOCX] 2.5.1.1 and 2.5.3.1).

What a reply answers, and what is resolved, is only in the part of Word 2013, where a comment is known by the id of its
last paragraph. Without that part, every comment begins a thread, but for those of Google Docs: it writes a reply as a
second comment on exactly the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from briefs.model.marked_file import Comment, MarkedParagraph, Thread
from briefs.word.elements import Element, qn, value_of
from briefs.word.marked_text import Reading, StoryReader
from briefs.word.revisions import PICTURE, PICTURES, RevisionList, mark_of

_TEXTS = (qn("w:t"), qn("w:delText"))
_START, _END = qn("w:commentRangeStart"), qn("w:commentRangeEnd")


@dataclass(slots=True)
class _Threads:
    """The comments of a file by their ids, in order; `roots` leads from each to the one that it answers in the end."""

    comments: dict[str, Comment] = field(default_factory=dict)
    roots: dict[str, str] = field(default_factory=dict)
    resolved: set[str] = field(default_factory=set)


def read_threads(
    comments: Element | None, extended: Element | None, stories: Iterable[Element], is_google: bool
) -> tuple[list[Thread], dict[str, str]]:
    """The threads of a file, and the ids of the threads by those of their comments.

    `comments` and `extended` are the roots of the parts with comments and with what they answer, `stories` those of all
    parts that have text. A thread has the id of its first comment; what it is on is not said yet (see `with_quotes`).
    """
    found = _Threads()
    paragraphs: dict[str, str] = {}
    for number, element in enumerate(() if comments is None else comments.iter(qn("w:comment"))):
        id = value_of(element, "id")
        if not id or id in found.comments:
            id = f"{id}#{number}"  # two of one id: neither is lost
        found.comments[id] = _comment(element)
        for paragraph in list(element.iter(qn("w:p")))[-1:]:
            named = paragraph.get(qn("w14:paraId"), "").upper()
            if named:  # LibreOffice names only those comments that it says something of
                paragraphs.setdefault(named, id)
    if extended is not None:
        _answer(found, extended, paragraphs)
    elif is_google:
        _join_by_range(found, _ranges(stories))
    threads: dict[str, list[Comment]] = {}
    roots = _roots(found.roots, found.comments)
    for id, comment in found.comments.items():
        threads.setdefault(roots[id], []).append(comment)
    made = [Thread(id, _in_order(found.comments[id], all_), id in found.resolved) for id, all_ in threads.items()]
    return made, roots


def with_quotes(threads: Iterable[Thread], paragraphs: Iterable[MarkedParagraph]) -> tuple[Thread, ...]:
    """The threads with the words that they are on: those that are left if all changes are accepted, or else all."""
    read = list(paragraphs)
    final, every = _quotes(read, is_final=True), _quotes(read, is_final=False)
    return tuple(replace(one, quoted=final.get(one.id) or every.get(one.id, "")) for one in threads)


def _quotes(paragraphs: Iterable[MarkedParagraph], is_final: bool) -> dict[str, str]:
    """The words that each thread is on, by its id: of the final texts, or of all that is there."""
    pieces: list[str] = []
    begun: dict[str, int] = {}
    ranges: dict[str, list[tuple[int, int]]] = {}
    before: tuple[str, ...] = ()
    for paragraph in paragraphs:
        for span in paragraph.spans:
            if span.threads is not before:
                for thread in set(before).difference(span.threads):
                    ranges.setdefault(thread, []).append((begun.pop(thread), len(pieces)))
                for thread in set(span.threads).difference(before):
                    begun[thread] = len(pieces)
                before = span.threads
            if span.is_in_final or not is_final:
                pieces.append(span.text)
        pieces.append(" ")
    for thread, start in begun.items():
        ranges.setdefault(thread, []).append((start, len(pieces)))
    return {
        thread: " ".join(" ".join("".join(pieces[start:end]) for start, end in found).split())
        for thread, found in ranges.items()
    }


def _comment(element: Element) -> Comment:
    """What a comment says, its paragraphs on lines of their own, with the changes in it accepted.

    Word keeps what somebody drew on a tablet as a picture: that there is one is said.
    """
    reading = Reading(RevisionList(), has_signs=True)
    StoryReader(reading).read(element, "box")
    text = "\n".join(draft.finished(0).final for draft in reading.drafts).strip()
    if next(element.iter(*PICTURES), None) is not None:
        text = f"{text} {PICTURE}".strip()
    mark = mark_of(element)
    return Comment(mark.author, mark.date, text, value_of(element, "initials"))


def _answer(found: _Threads, extended: Element, paragraphs: Mapping[str, str]) -> None:
    """Read what each comment answers, and which are resolved."""
    for one in extended.iter(qn("w15:commentEx")):
        id = paragraphs.get(one.get(qn("w15:paraId"), "").upper())
        if id is None:
            continue
        parent = paragraphs.get(one.get(qn("w15:paraIdParent"), "").upper())
        if parent is not None and parent != id:
            found.roots[id] = parent
        if one.get(qn("w15:done"), "0") in ("1", "true", "on"):
            found.resolved.add(id)


def _roots(parents: Mapping[str, str], ids: Iterable[str]) -> dict[str, str]:
    """By the id of each comment, that of the one that begins its thread; in a circle, the smallest of it."""
    roots: dict[str, str] = {}
    for id in ids:
        way = {id: 0}
        last = id
        while last not in roots and (above := parents.get(last)) is not None and above not in way:
            way[last := above] = len(way)
        root = roots.get(last, last)
        if last not in roots and (above := parents.get(last)) is not None:
            root = min(list(way)[way[above] :])
        roots.update(dict.fromkeys(way, root))
    return roots


def _in_order(first: Comment, comments: list[Comment]) -> tuple[Comment, ...]:
    """The comments of a thread: the one that begins it, then the replies in the order of the file."""
    return (first, *(one for one in comments if one is not first))


def _ranges(stories: Iterable[Element]) -> dict[str, tuple[int, int]]:
    """Between which words of the file the range of each comment begins and ends, counted in elements with text."""
    starts: dict[str, int] = {}
    found: dict[str, tuple[int, int]] = {}
    words = 0
    for story in stories:
        for element in story.iter(*_TEXTS, _START, _END):
            id = value_of(element, "id")
            if element.tag == _START:
                starts[id] = words
            elif element.tag == _END and id in starts:
                found[id] = (starts[id], words)
            else:
                words += 1
    return found


def _join_by_range(found: _Threads, ranges: Mapping[str, tuple[int, int]]) -> None:
    """Make comments on exactly the same words one thread."""
    first: dict[tuple[int, int], str] = {}
    for id in found.comments:
        if (at := ranges.get(id)) is not None and at[0] < at[1] and first.setdefault(at, id) != id:
            found.roots[id] = first[at]
