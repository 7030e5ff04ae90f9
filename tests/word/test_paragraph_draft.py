"""A paragraph while it is read."""

from __future__ import annotations

from briefs.model.mark import Mark
from briefs.model.marked_file import Span, TickBox
from briefs.word.controls import ROOM_STYLE
from briefs.word.paragraph_draft import NO_MARKS, Capture, Marks, ParagraphDraft

ANA, BEN = Mark("Ana"), Mark("Ben")
NEW, OLD = Marks(inserted=ANA, revisions=(0,)), Marks(deleted=BEN, revisions=(1,))


def test_marks_within_marks_are_both_there() -> None:
    assert OLD.within(NEW) == Marks(ANA, BEN, False, (0, 1))


def test_words_with_the_same_marks_and_comments_are_one_span() -> None:
    draft = ParagraphDraft("body")
    for text, marks, threads in (("a", NO_MARKS, ()), ("b", NO_MARKS, ()), ("c", NEW, ()), ("d", NEW, ("1",))):
        draft.say(text, marks, threads)
    assert [(span.text, span.revisions, span.threads) for span in draft.finished(0).spans] == [
        ("ab", (), ()),
        ("c", (0,), ()),
        ("d", (0,), ("1",)),
    ]


def test_signs_of_boxes_are_boxes_and_no_words() -> None:
    draft = ParagraphDraft("body")
    draft.say("☐ Agree ☒", NO_MARKS, ())
    draft.say("☑", OLD, ())
    made = draft.finished(0)
    assert (made.base, made.boxes) == (" Agree ", (TickBox("", "", False), TickBox("", "", True)))
    assert made.revisions == (1,)


def test_what_stands_between_the_marks_of_two_notes_is_no_text() -> None:
    draft = ParagraphDraft("body")
    draft.say("a", NO_MARKS, ())
    for between in (", ", ",\u00a0"):
        draft.call()
        draft.say(between, NO_MARKS, ())
    draft.call()
    draft.say(", b", NO_MARKS, ())
    assert draft.finished(0).base == "a, b"


def test_a_comma_after_the_mark_of_a_note_is_text() -> None:
    draft = ParagraphDraft("body")
    draft.call()
    draft.say(", ", NO_MARKS, ())
    draft.say("b", NEW, ())
    draft.call()
    assert draft.finished(0).final == ", b"


def test_what_moves_the_first_word_to_its_place_is_no_text() -> None:
    note, body, empty = ParagraphDraft("notes"), ParagraphDraft("body"), ParagraphDraft("body")
    for draft in (note, body):
        draft.say("\t a\tb", NO_MARKS, ())
    empty.say("\t", NEW, ())
    assert (note.finished(0).base, body.finished(0).base) == ("a\tb", " a\tb")
    assert (empty.finished(0).spans, empty.finished(0).revisions) == ((), (0,))


def test_a_box_is_as_it_is_shown() -> None:
    changed = Capture("box", "Agree", "box1", False, [("☐", OLD), ("☒", NEW)])
    assert changed.box() == TickBox("Agree", "box1", True)
    assert Capture("box", "Agree", "box1", True).box().is_ticked
    assert not Capture("box", "Agree", "box1", True, [("☐", NO_MARKS)]).box().is_ticked
    assert changed.revisions == (1, 0)


def test_words_written_into_a_box_are_kept() -> None:
    draft = ParagraphDraft("body")
    draft.take(Capture("box", pieces=[("☒ with a change", NEW)]), ())
    assert draft.finished(0).final == " with a change"
    assert draft.finished(0).boxes == (TickBox("", "", True),)


def test_what_is_written_into_room_for_it_is_the_entry() -> None:
    draft = ParagraphDraft("body")
    draft.say("\n\n", NO_MARKS, ())
    draft.take(Capture("entry", pieces=[("\u00a0Yes,", NO_MARKS), (" no", OLD), (" indeed\n", NEW)]), ())
    made = draft.finished(3)
    assert (made.index, made.entry, made.spans, made.revisions) == (3, "Yes, indeed", (), (1, 0))


def test_a_prompt_is_nothing() -> None:
    draft = ParagraphDraft("body")
    draft.take(Capture("prompt", pieces=[("Click here", NO_MARKS)]), ())
    assert draft.finished(0).entry == ""


def test_a_comment_on_no_words_is_a_span_without_text() -> None:
    draft = ParagraphDraft("body")
    draft.point("4", NO_MARKS)
    assert draft.finished(0).spans == (Span("", threads=("4",)),)


def test_room_whose_control_is_gone_is_known_by_its_style() -> None:
    draft = ParagraphDraft("body", ROOM_STYLE)
    draft.say("\n\n\u00a0We agree", NO_MARKS, ())
    draft.say(".", NEW, ("3",))
    made = draft.finished(0)
    assert (made.entry, made.revisions) == ("We agree.", (0,))
    assert [(span.text, span.threads) for span in made.spans] == [("", ("3",))]
