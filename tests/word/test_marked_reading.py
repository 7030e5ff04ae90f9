"""Word files that come back, read as a whole."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.model.diagnostics import BriefsError
from briefs.model.marked_file import MarkedFile, MarkedParagraph
from briefs.render.docx.render import render_docx
from briefs.word.elements import qn, value_of
from briefs.word.marked_reading import read_marked_file
from tests.projects import shipped
from tests.render.docx.samples import FULL_BRIEF, document, numbered, section, starter
from tests.returned_files import deleted, edited, inserted, packed, par, run, unpacked, word_file
from tests.word.joined_paragraphs import joined_paragraphs
from tests.word.marked_cases import CASES

OFFICE = shutil.which("soffice")


@pytest.fixture(scope="module")
def sent() -> bytes:
    """A brief with a paragraph, a list, a table and a note, as it is sent."""
    return render_docx(FULL_BRIEF, starter())


@pytest.fixture(scope="module")
def drafts() -> dict[str, bytes]:
    """The drafts of all briefs of this project, by name."""
    return {f"{brief.key.file_part}.docx": brief.renditions[0].content for brief in shipped("draft")}


def test_a_file_as_it_was_sent_has_no_changes(sent: bytes) -> None:
    found = read_marked_file("a.docx", sent)
    assert (found.revisions, found.threads, found.not_understood) == ((), (), ())
    assert (found.name, found.sha256) == ("a.docx", hashlib.sha256(sent).hexdigest())
    assert found.identifier == FULL_BRIEF.properties.identifier
    assert found.edition["audience"] == "ministers"
    assert found.saved_by == ""
    assert [(p.bookmarks, p.base) for p in found.paragraphs if p.bookmarks] == [
        (("u1",), "Words"),
        (("u2",), "One"),
        (("u3",), "States"),
        (("u4",), "The note"),
    ]


def test_what_was_sent_is_read_from_the_record() -> None:
    found = read_marked_file("a.docx", render_docx(document(section(numbered(("One", 1), ("Two", 2)))), starter()))
    assert [one.text for one in found.sent][-2:] == ["One", "Two"]


def without(file: bytes, *parts: str) -> bytes:
    """`file` without parts whose names begin so."""
    return packed({name: content for name, content in unpacked(file).items() if not name.startswith(parts)})


def test_the_edition_is_known_by_its_properties_where_there_is_no_record(sent: bytes) -> None:
    stripped = without(sent, "customXml/")
    assert (read_marked_file("a.docx", stripped).edition, read_marked_file("a.docx", stripped).sent) == ({}, ())
    assert read_marked_file("a.docx", stripped).identifier == FULL_BRIEF.properties.identifier
    only_custom = read_marked_file("a.docx", without(stripped, "docProps/core"))
    assert only_custom.identifier == "B/2 0.3 draft"
    assert read_marked_file("a.docx", without(stripped, "docProps/")).identifier == ""


def test_words_are_read_with_the_marks_of_who_changed_them() -> None:
    found = read_marked_file("a.docx", word_file(par(run("One ") + deleted("two") + inserted(run("three")))))
    (paragraph,) = found.paragraphs
    assert (paragraph.base, paragraph.final) == ("One two", "One three")
    assert [span.revisions for span in paragraph.spans] == [(), (0,), (1,)]


def test_every_change_of_every_construct_is_understood_or_listed() -> None:
    listed = {}
    for name, case in CASES.items():
        found = read_marked_file("a.docx", word_file(case.body))
        read = [index for paragraph in found.paragraphs for index in _changes(paragraph)]
        formats = {index for index, one in enumerate(found.revisions) if one.is_format}
        assert {*read, *formats, *found.not_understood} == set(range(len(found.revisions))), name
        assert not {*read} & {*found.not_understood}, name
        if found.not_understood:
            listed[name] = [found.revisions[index].text for index in found.not_understood]
    assert listed == {"break of a page": ["[break]"], "cells merged": ["One."]}


def _changes(paragraph: MarkedParagraph) -> list[int]:
    return [*paragraph.revisions, *(index for span in paragraph.spans for index in span.revisions)]


def test_all_changes_of_a_file_are_read_at_once() -> None:
    bodies = "".join(case.body + par(run("end")) for case in CASES.values())
    found = read_marked_file("a.docx", word_file(bodies))
    body = [one for one in found.paragraphs if one.story == "body"]
    joined = list(joined_paragraphs(body))
    assert [one for group in joined for one in group.paragraphs] == body
    assert len(found.revisions) == sum(len(read_marked_file("a", word_file(c.body)).revisions) for c in CASES.values())


@given(st.data())
def test_a_damaged_file_is_read_or_refused_in_one_line(data: st.DataObject) -> None:
    file = bytearray(word_file("".join(case.body for case in CASES.values())))
    for _ in range(data.draw(st.integers(1, 4))):
        file[data.draw(st.integers(0, len(file) - 1))] = data.draw(st.integers(0, 255))
    with suppress(BriefsError):
        read_marked_file("a.docx", bytes(file))


# The briefs of this project


def test_the_drafts_of_all_briefs_read_back_without_changes(drafts: dict[str, bytes]) -> None:
    for name, content in drafts.items():
        found = read_marked_file(name, content)
        assert (found.revisions, found.threads) == ((), ()), name
        tags = [tag for one in found.paragraphs for tag in one.bookmarks]
        assert len(tags) == len(set(tags)) > 0, name
        assert {tag for one in found.paragraphs for tag in one.controls} <= set(tags), name
        assert all(one.base == one.final for one in found.paragraphs), name
        assert found.sent, name


def test_boxes_and_room_to_write_in_are_read_in_drafts(drafts: dict[str, bytes]) -> None:
    found = read_marked_file("a.docx", drafts["checklist-ministers.docx"])
    boxes = [box for one in found.paragraphs for box in one.boxes]
    assert boxes
    assert not [box for box in boxes if box.is_ticked or not box.label]
    assert [one.entry for one in found.paragraphs if one.entry] == []


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.slow
def test_a_save_in_libreoffice_changes_nothing(drafts: dict[str, bytes], tmp_path: Path) -> None:
    for name, saved in _saved_by_office(drafts, tmp_path).items():
        before, after = read_marked_file(name, drafts[name]), read_marked_file(name, saved)
        assert after.saved_by == "LibreOffice"
        assert (after.revisions, after.threads, after.identifier) == ((), (), before.identifier), name
        assert (after.edition, after.sent) == (before.edition, before.sent), name
        assert list(map(_kept, after.paragraphs)) == list(map(_kept, before.paragraphs)), name


def _kept(one: MarkedParagraph) -> tuple[object, ...]:
    """What LibreOffice keeps of a paragraph: not its style, the tag of its control, and those of its boxes."""
    boxes = [(box.label, box.is_ticked) for box in one.boxes]
    return one.story, one.base, one.bookmarks, one.cell, one.note, boxes, one.entry, one.follower


def _saved_by_office(files: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    assert OFFICE is not None
    for name, content in files.items():
        (folder / name).write_bytes(content)
    command = [OFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "saved")]
    subprocess.run([*command, *(str(folder / name) for name in files)], check=True, capture_output=True, timeout=300)
    return {name: (folder / "saved" / name).read_bytes() for name in files}


@pytest.mark.slow
def test_a_large_file_is_read_in_seconds() -> None:
    many = "".join(
        par(
            run(f"Paragraph {number} has ") + deleted("some") + inserted(run("many")) + run(" words.") * 8,
            "ins" if number % 7 == 0 else "",
        )
        for number in range(9_000)
    )
    file = word_file(many, others={"word/media/a.png": Random(14).randbytes(15_000_000)})
    assert len(file) > 15_000_000
    began = time.process_time()
    found = read_marked_file("a.docx", file)
    assert time.process_time() - began < 10
    assert len(found.paragraphs) == 9_000
    assert found.not_understood == ()


@pytest.mark.parametrize(
    "edit",
    [
        lambda root: [one.getparent().remove(one) for one in list(root.iter(qn("w:bookmarkEnd")))],
        lambda root: [one.set(qn("w:name"), "_u1") for one in root.iter(qn("w:bookmarkStart"))],
        lambda root: [one.clear() for one in list(root.iter(qn("w:sdtPr"), qn("w:tcPr"), qn("w:pPr")))],
        lambda root: [one.set(qn("w:id"), "x") for one in root.iter() if value_of(one, "id")],
    ],
    ids=["no ends", "one name", "no properties", "no numbers"],
)
def test_odd_files_are_read(edit: Callable[..., object], sent: bytes) -> None:
    def changed(root: object) -> None:
        edit(root)

    found: MarkedFile = read_marked_file("a.docx", edited(sent, changed))
    assert "Words" in [one.base for one in found.paragraphs]
