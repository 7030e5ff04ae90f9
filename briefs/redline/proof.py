"""Proving a redline before it is written: accepted, it says what the new edition says; rejected, what the old one says.

The comparison is proved on the Document, and then the Word file, by resolving its tracked changes as Word would.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from lxml import etree

from briefs.model.diagnostics import BriefsError
from briefs.model.document import Document, Figure
from briefs.model.document_walk import contents
from briefs.model.inline import (
    CitedNumber,
    Deleted,
    Emphasis,
    Foreign,
    Inline,
    Inserted,
    Link,
    NoteCall,
    SourceTag,
    Strong,
    Text,
)
from briefs.model.redline_readings import accepted, rejected
from briefs.model.redlined import Redline
from briefs.redline.compared_editions import compared_editions, without_draft_parts
from briefs.redline.merged_runs import runs
from briefs.redline.moved_numbers import cited_numbers
from briefs.word import resolving
from briefs.word.elements import Element, local_name, qn, value_of
from briefs.word.moves import moves_are_sound
from briefs.word.revisions import change_ids

_HINT = "this is a mistake of the program: please report it, with both editions"
_SHOWN = 60
"""How many characters of a paragraph a message shows."""
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:noBreakHyphen"): "-", qn("w:drawing"): "\N{WHITE SQUARE}"}


def check_redline(redline: Redline) -> None:
    """Raise BriefsError unless both readings of a redline say what the editions say, paragraph by paragraph."""
    numbers = cited_numbers(redline.old)
    old = rejected(redline.document)
    if compared_editions(redline.old, redline.new).has_draft_parts:
        old = without_draft_parts(old)
    _require_same(_printed(accepted(redline.document), {}), _printed(redline.new, {}), "accepted", "new")
    _require_same(_printed(old, numbers), _printed(rejected(redline.old), numbers), "rejected", "old")


def check_word_redline(marked: bytes, new: bytes, old: bytes) -> None:
    """Raise BriefsError unless the Word file `marked` says what `new` says if all its changes are accepted, and what
    `old` says if all are rejected, or if two of its changes have one id.

    `new` is the Word file of the new edition, `old` that of the redline's document with its changes rejected, so that
    numbers and what only drafts have are as in the new one.
    """
    _require_own_ids(marked)
    _require_same(_said(marked, resolving.accepted), _said(new, None), "accepted", "new")
    _require_same(_said(marked, resolving.rejected), _said(old, None), "rejected", "old")


def has_sound_moves(marked: bytes) -> bool:
    """Whether all moves in a Word file are whole, so that Word can read it; else they must be written as deletions and
    insertions."""
    parts = (_part(marked, name) for name in _parts(marked))
    return moves_are_sound(part for part in parts if part is not None)


def _require_same(found: Iterable[str], wanted: Iterable[str], reading: str, edition: str) -> None:
    for number, (one, other) in enumerate(zip_longest(found, wanted, fillvalue=""), start=1):
        if one != other:
            raise BriefsError(
                f"with all changes {reading}, paragraph {number} of the redline would say {_shown(one, other)}, "
                f"and not {_shown(other, one)}, as the {edition} edition does, so it is not written",
                _HINT,
            )


def _shown(text: str, other: str) -> str:
    """Where `text` begins to differ from `other`."""
    same = next((at for at in range(len(text)) if text[at] != other[at : at + 1]), len(text))
    start = max(0, same - _SHOWN // 3)
    piece = text[start : start + _SHOWN]
    return f'"{"…" if start else ""}{piece}{"…" if start + _SHOWN < len(text) else ""}"'


# The Document


def _printed(document: Document, numbers: Mapping[str, int]) -> Iterator[str]:
    """The texts of a Document in reading order, with notes where they are called; `numbers` are those that are cited,
    by unit."""
    notes = {note.id: note.children for note in document.notes}

    def said(children: Sequence[Inline]) -> str:
        return "".join(_said_by(child, numbers, notes) for child in children)

    yield said(document.printed_title)
    yield said(document.furniture.about)
    for section in document.sections:
        yield from (text for run, _ in runs(section) if (text := said(run)))
    for _, content in contents(document.sections):
        if isinstance(content, Figure):
            yield " ".join(content.graphic.labels)


def _said_by(child: Inline, numbers: Mapping[str, int], notes: Mapping[str, tuple[Inline, ...]]) -> str:
    match child:
        case Text() | Link():
            return child.text
        case Strong() | Emphasis() | Foreign() | Inserted() | Deleted():
            return "".join(_said_by(one, numbers, notes) for one in child.children)
        case CitedNumber():
            return str(numbers.get(child.unit, child.number))
        case NoteCall():
            return f" [{''.join(_said_by(one, numbers, {}) for one in notes.get(child.note, ()))}]"
        case SourceTag():
            return f" {child.printed}"
        case _:
            return "\N{WHITE SQUARE}"


# The Word file


def _said(file: bytes, resolve: Callable[[Element], Element] | None) -> list[str]:
    """The texts of the paragraphs of a Word file, then those of its notes as they are called; empty ones do not count.

    Nor does a tab at the beginning, which a paragraph has if it has no number.
    """
    body, notes = (_part(file, name) for name in ("word/document.xml", "word/footnotes.xml"))
    assert body is not None, "a Word file has a body"
    if resolve is not None:
        body, notes = resolve(body), None if notes is None else resolve(notes)
    found = [_text(paragraph) for paragraph in body.iter(qn("w:p"))]
    by_id = {} if notes is None else {value_of(note, "id"): note for note in notes}
    called = (by_id[value_of(call, "id")] for call in body.iter(qn("w:footnoteReference")))
    found += [" ".join(map(_text, note.iter(qn("w:p")))) for note in called]
    return [text for text in (text.lstrip("\t") for text in found) if text.strip()]


def _text(paragraph: Element) -> str:
    parts = (_SIGNS.get(one.tag, one.text or "") for one in paragraph.iter(qn("w:t"), *_SIGNS) if _is_in_run(one))
    return "".join(parts)


def _is_in_run(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == qn("w:r")


def _require_own_ids(file: bytes) -> None:
    """Raise BriefsError if two tracked changes of any part have the same id, or a range has no end."""
    ids: Counter[str] = Counter()
    open_ranges: Counter[str] = Counter()
    for name in _parts(file):
        root = _part(file, name)
        if root is None:
            continue
        ids.update(change_ids(root))
        for element in root.iter(etree.Element):
            local = local_name(element)
            if local.startswith("customXml") and "Range" in local:
                open_ranges[value_of(element, "id")] += 1 if local.endswith("Start") else -1
    twice = [id for id, count in ids.items() if count > 1] + [id for id, count in open_ranges.items() if count]
    if twice:
        raise BriefsError(f"two changes of the redline have the id {twice[0]}, so it is not written", _HINT)


def _parts(file: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return [name for name in package.namelist() if name.startswith("word/") and name.endswith(".xml")]


def _part(file: bytes, name: str) -> Element | None:
    """The root of a part of a Word file that this program has made; None if it has no such part."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return etree.fromstring(package.read(name)) if name in package.namelist() else None
