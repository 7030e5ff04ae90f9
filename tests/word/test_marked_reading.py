"""Word files that come back, read as a whole."""

from __future__ import annotations

from briefs.render.docx.render import render_docx
from briefs.word.marked_reading import read_marked_file
from tests.render.docx.samples import FULL_BRIEF, starter
from tests.returned_files import deleted, inserted, par, run, word_file


def test_a_file_as_it_was_sent_has_no_changes() -> None:
    found = read_marked_file("a.docx", render_docx(FULL_BRIEF, starter()))
    assert (found.revisions, found.threads, found.not_understood) == ((), (), ())
    assert found.identifier == FULL_BRIEF.properties.identifier
    assert found.edition["audience"] == "ministers"
    assert found.saved_by == ""
    assert [(p.bookmarks, p.base) for p in found.paragraphs if p.bookmarks] == [
        (("u1",), "Words"),
        (("u2",), "One"),
        (("u3",), "States"),
        (("u4",), "The note"),
    ]


def test_words_are_read_with_the_marks_of_who_changed_them() -> None:
    found = read_marked_file("a.docx", word_file(par(run("One ") + deleted("two") + inserted(run("three")))))
    (paragraph,) = found.paragraphs
    assert (paragraph.base, paragraph.final) == ("One two", "One three")
    assert [span.revisions for span in paragraph.spans] == [(), (0,), (1,)]
