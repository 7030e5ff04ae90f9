"""Word files with random changes in their XML: exactly these changes come back, each for the right form of its block.

The oracle shares nothing with what it proves: all changes are accepted in the tree, and the file is read plainly.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from functools import cache

import pytest
from lxml import etree

from briefs.model.document import Cell, Document, Note, Paragraph, Row, Table
from briefs.model.inline import NoteCall, Text
from briefs.model.proposal import Proposal
from briefs.model.provenance import FormSpan
from briefs.model.sent_paragraphs import sent_paragraphs
from briefs.model.sent_text import SentParagraph
from briefs.render.docx.render import render_docx
from briefs.review.collected_proposals import collected_proposals
from briefs.word.elements import Element, qn, unwrap, w
from briefs.word.marked_reading import read_marked_file
from briefs.word.resolving import accepted
from tests.render.docx.samples import document, numbered, section, starter, text, unit
from tests.returned_files import edited, packed, unpacked
from tests.word_paragraphs import word_paragraphs

FIRST, SECOND = "Some keepers trim the lamps before dusk.", "They may enter at high water in calm weather."
PARTS = ("word/document.xml", "word/footnotes.xml")


@cache
def _brief() -> Document:
    """A brief with everything that prints words: two forms in one paragraph, a list, a table, notes."""
    cells = [("Harbours", "Send two new lamps in spring"), ("Ports", "Keep the channel clear of all nets")]
    rows = tuple(
        Row((Cell(text(name), header=True), Cell(text(asked))), unit(f"u{number}"))
        for number, (name, asked) in enumerate(cells, start=7)
    )
    note = Note("n", unit("u9"), text("A bar is a bank of sand that the tide makes."), 1)
    made = document(
        section(
            Paragraph((Text(f"{FIRST} {SECOND}"), NoteCall("n", 1)), unit=unit("u1", 1)),
            numbered(("The oil store is filled twice each winter.", 2), ("Boats wait outside the bar at night.", 3)),
            heading="What was found on the coast",
            id="found",
        ),
        section(
            Paragraph(text("The board asks for the following by spring:"), role="intro"),
            Table(text("What is asked of whom"), (text("Who"), text("What is asked")), rows, number=1),
            heading="What comes next",
            id="next",
        ),
        notes=(note,),
    )
    spans = (
        FormSpan("u1", "co.lamps/short", 0, 0, len(FIRST)),
        FormSpan("u1", "co.tide/short", 0, len(FIRST) + 1, len(FIRST) + 1 + len(SECOND)),
    )
    return replace(made, form_spans=spans)


@cache
def _file() -> bytes:
    """Its Word file."""
    return render_docx(_brief(), starter())


def _changed(file: bytes, chance: random.Random, share: float, tracked: float) -> bytes:
    """`file` with random words inserted, deleted and replaced, tracked or not, by one author or another."""
    ids = iter(range(5000, 10000))
    for part in [one for one in PARTS if one in unpacked(file)]:

        def change(root: Element) -> None:
            for run in [one for one in root.iter(qn("w:r")) if one.find(qn("w:t")) is not None]:
                words = (run.findtext(qn("w:t")) or "").split(" ")
                if len(words) >= 3 and len(run.findall(qn("w:t"))) == 1 and chance.random() < share:
                    _change_run(run, words, chance, chance.random() < tracked, ids)

        file = edited(file, change, part)
    return file


def _change_run(run: Element, words: list[str], chance: random.Random, is_tracked: bool, ids: Iterator[int]) -> None:
    at = chance.randrange(len(words))
    kind = chance.choice(["insert", "delete", "replace"])
    new = chance.choice(["lighthouse", "never", "2031"])
    if kind == "insert":
        gone, come = "", f"{new} "
    elif kind == "delete":
        gone, come = f"{words[at]} " if at + 1 < len(words) else words[at], ""
    else:
        gone, come = words[at], new
    before, whole = "".join(f"{word} " for word in words[:at]), " ".join(words)
    behind = whole[len(before) + len(gone) :]
    author = {"author": chance.choice(["Ana", "Bo"]), "date": "2026-11-02T09:00:00Z"}
    parts = [_run(run, before)]
    if is_tracked:
        if gone:
            removed = _run(run, gone)
            removed.find(qn("w:t")).tag = qn("w:delText")  # type: ignore[union-attr] # it has text
            parts.append(w("del", removed, id=next(ids), **author))
        if come:
            parts.append(w("ins", _run(run, come), id=next(ids), **author))
    else:
        parts.append(_run(run, come))
    parts.append(_run(run, behind))
    place = run.getparent()
    assert place is not None
    index = place.index(run)
    place[index : index + 1] = [part for part in parts if "".join(map(str, part.itertext()))]


def _run(like: Element, words: str) -> Element:
    made = deepcopy(like)
    found = made.find(qn("w:t"))
    assert found is not None
    found.text = words
    found.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def _without_identity(file: bytes) -> bytes:
    """`file` as some programs save it: no record, no controls, no bookmarks."""

    def strip(root: Element) -> None:
        for mark in [*root.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))]:
            mark.getparent().remove(mark)  # type: ignore[union-attr] # a bookmark stands in something
        for control in [*root.iter(qn("w:sdt"))]:
            content = control.find(qn("w:sdtContent"))
            assert content is not None
            unwrap(content)
            for properties in [*control]:
                if properties.tag in (qn("w:sdtPr"), qn("w:sdtEndPr")):
                    control.remove(properties)
            unwrap(control)

    parts = unpacked(edited(file, strip))
    return packed({name: content for name, content in parts.items() if not name.startswith("customXml/")})


def _applied(sent: Sequence[SentParagraph], proposals: Sequence[Proposal]) -> list[str]:
    """What the paragraphs say once all proposals are accepted."""
    found = []
    for paragraph in sent:
        words = paragraph.text
        for one in proposals:
            if one.key == paragraph.key:
                assert words.count(one.before) == 1
                words = words.replace(one.before, one.variants[0].text)
        if words or paragraph.column:
            found.append(words)
    return found


@pytest.mark.parametrize("has_identity", [True, False])
@pytest.mark.parametrize("tracked", [0.0, 0.6, 1.0])
@pytest.mark.parametrize("seed", range(8))
def test_exactly_the_changes_of_a_file_come_back(seed: int, tracked: float, has_identity: bool) -> None:
    sent = sent_paragraphs(_brief())
    chance = random.Random(seed)
    file = _changed(_file(), chance, 0.5, tracked)
    file = file if has_identity else _without_identity(file)
    read = read_marked_file("a.docx", file)
    found = collected_proposals("B/2 0.1", sent, [read])
    resolved = file
    for part in PARTS:
        resolved = packed({**unpacked(resolved), part: _resolved(resolved, part)})
    assert _words(_applied(sent, found.proposals)) == _words(word_paragraphs(resolved))
    assert {one.kind for one in found.proposals} <= {"reword"}
    assert found.not_understood == ()
    held = [by for one in found.proposals for variant in one.variants for by in variant.reviewed]
    assert sorted(number for by in held for number in by.revisions) == list(range(len(read.revisions)))
    if tracked == 1.0:
        assert all(by.is_tracked for by in held)
    if tracked == 0.0:
        assert not any(by.is_tracked or by.marks for by in held)


def test_each_change_is_for_the_form_that_says_the_words() -> None:
    sent = sent_paragraphs(_brief())

    def change(root: Element) -> None:
        for found in root.iter(qn("w:t")):
            found.text = (found.text or "").replace("enter at high", "enter at low")

    file = edited(_file(), change)
    (one,) = collected_proposals("B/2 0.1", sent, [read_marked_file("a.docx", file)]).proposals
    assert (one.form, one.before, one.variants[0].text) == ("co.tide/short", SECOND, SECOND.replace("high", "low"))


def _resolved(file: bytes, part: str) -> bytes:
    found: list[Element] = []
    edited(file, lambda root: found.append(accepted(root)), part)
    return etree.tostring(found[0])


def _words(texts: Sequence[str]) -> list[list[str]]:
    return [one.split() for one in texts]
