"""The text of inline elements in pieces by form."""

from __future__ import annotations

from briefs.model.inline import Checkbox, CitedNumber, Emphasis, Link, NoteCall, SourceTag, Text
from briefs.model.provenance import FormSpan
from briefs.model.sent_runs import run_text, sent_run
from briefs.model.sent_text import SentPiece

RUN = (Text("See "), Emphasis((Text("this"),)), NoteCall("n"), Link("https://a.org", " link"), Checkbox("Box"))


def test_the_text_of_a_run_has_no_tags_note_marks_and_boxes() -> None:
    assert run_text((*RUN, SourceTag("ES 7"), CitedNumber("u1", 3))) == "See this link3"


def test_without_forms_it_is_one_piece() -> None:
    assert sent_run(RUN).pieces == (SentPiece("See this link"),)
    assert sent_run((Checkbox("Box"),)).pieces == ()


def test_it_is_cut_where_forms_begin_and_end_wherever_elements_do() -> None:
    spans = [FormSpan("u", "b/short", 0, 2, 6), FormSpan("u", "b/basis", 0, 6, 10)]
    assert sent_run(RUN, spans).pieces == (
        SentPiece("Se"),
        SentPiece("e th", "b/short"),
        SentPiece("is l", "b/basis"),
        SentPiece("ink"),
    )


def test_tags_are_as_printed() -> None:
    assert sent_run((Text("a"), SourceTag("IV ¶3, ¶4"))).tags == ("‹IV ¶3,\u00a0¶4›",)
