"""Footnotes, their separators and the marks that call them."""

from __future__ import annotations

from briefs.word.elements import local_name, paragraph, qn, value_of
from briefs.word.notes import footnote, note_bookmark, note_call, note_mark, repeated_call, separators


def test_the_rules_above_notes_are_footnotes_of_their_own() -> None:
    assert [(value_of(note, "type"), value_of(note, "id")) for note in separators()] == [
        ("separator", "-1"),
        ("continuationSeparator", "0"),
    ]


def test_a_call_has_a_style_and_the_number_of_its_note_the_type_of_the_note() -> None:
    call, mark = note_call(2, "Ref"), note_mark()
    assert [local_name(run[-1]) for run in (call, mark)] == ["footnoteReference", "footnoteRef"]
    assert value_of(call[-1], "id") == "2"
    assert value_of(call[0][0]) == "Ref"
    assert len(mark) == 1


def test_the_rule_above_notes_has_the_colour_of_the_pdfs() -> None:
    assert [value_of(note.find(f".//{qn('w:color')}")) for note in separators()] == ["808080"] * 2


def test_a_note_holds_its_paragraph() -> None:
    note = footnote(2, paragraph("FootnoteText"))
    assert (value_of(note, "id"), [local_name(child) for child in note]) == ("2", ["p"])


def test_a_further_call_refers_to_the_bookmark_of_the_first() -> None:
    runs = repeated_call(note_bookmark(2), 2, "Ref")
    (instruction,) = (code.text for run in runs for code in run.iter(qn("w:instrText")))
    assert instruction == f" NOTEREF {note_bookmark(2)} \\f \\h "
    assert [text.text for run in runs for text in run.iter(qn("w:t"))] == ["2"]
