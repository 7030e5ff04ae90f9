"""The text of paragraphs: emphasis, asterisks, calls of notes, powers, languages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefs.model.folding import HIDDEN
from briefs.model.typesetting import clean, unprintable
from briefs.report.word.paragraph_text import languages_of, text_of
from briefs.report.word.word_blocks import Look, NoteCall, WordParagraph, WordRun

BOLD, ITALIC, RAISED = Look(is_bold=True), Look(is_italic=True), Look(is_raised=True)
ONE, TWO = NoteCall("footnote", "5"), NoteCall("footnote", "9")
NUMBERS = {ONE: 1, TWO: 2}


def said(*runs: tuple[str, Look] | NoteCall, is_plain: bool = False) -> str:
    made = [WordRun("", Look(), one) if isinstance(one, NoteCall) else WordRun(*one) for one in runs]
    return text_of(WordParagraph(runs=made), NUMBERS, is_plain=is_plain)


def test_bold_and_italic_words_are_emphasis_where_others_are_not() -> None:
    assert said(("We ", Look()), ("must ", BOLD), ("act ", ITALIC), ("now.", Look())) == "We *must act* now."
    assert said(("We must act.", BOLD)) == "We must act."
    assert said(("We ", BOLD), ("must", Look(is_bold=True, is_italic=True)), (" act.", BOLD)) == "We *must* act."
    assert said(("We ", Look()), ("must", BOLD), is_plain=True) == "We must"
    assert said(("Yes", Look()), (", ", BOLD), ("no", Look())) == "Yes, no"


def test_an_asterisk_of_the_text_is_no_mark_of_emphasis() -> None:
    assert said(("Kosovo* and 3*4, 3 * 4", Look())) == "Kosovo∗ and 3*4, 3 * 4"
    assert clean(said(("Kosovo*", Look()))) == "Kosovo∗"
    assert said(("1", Look()), ("2", BOLD), (" wells", Look())) == "12 wells", "no mark between two digits"


def test_calls_are_raised_digits_right_after_their_words() -> None:
    assert said(("Water", Look()), ONE, (" is ", Look()), ("life", BOLD), TWO, (".", Look())) == "Water¹ is *life*²."
    assert said(("Water", Look()), ONE, TWO) == "Water¹,²"
    assert said(("Water", Look()), NoteCall("endnote", "1", "†")) == "Water†", "a note that says nothing has no number"


def test_raised_numbers_are_powers_and_other_raised_words_stay() -> None:
    assert said(("km", Look()), ("2", RAISED), (", 10", Look()), ("-3", RAISED)) == "km², 10⁻³"
    assert said(("1", Look()), ("st", RAISED)) == "1st"


def test_white_space_is_single_but_keeps_words_together_where_it_did() -> None:
    assert said((" a\n\tb\u00a0c  ", Look())) == "a b\u00a0c"


def test_directions_that_would_turn_what_follows_are_taken_out() -> None:
    assert said(("a\u202eb", Look())) == "ab"
    assert said(("a\u2066b\u2069", Look())) == "a\u2066b\u2069"
    assert said(("1\u202e", Look()), ("1", BOLD), ("a", Look())) == "11a", "no mark of emphasis between two digits"


def test_an_asterisk_between_numbers_that_look_different_multiplies() -> None:
    assert said(("a 1*", Look()), ("1", BOLD)) == "a 1*1"
    assert said(("a 5 *", Look()), (" 3", BOLD)) == "a 5 * 3"
    assert said(("1*", BOLD), ("1a", Look())) == "1*1a"
    assert said(("a 1", Look()), ("*1", BOLD)) == "a 1*1"


def test_languages_are_those_of_the_script() -> None:
    look = Look(latin="fr-FR", east_asian="zh-CN", complex="ar-SA")
    runs = [WordRun("eau", look), WordRun("ماء كثير", look), WordRun("水", look), WordRun("12", look)]
    assert languages_of(WordParagraph(runs=runs)) == {"fr-FR": 3, "ar-SA": 8, "zh-CN": 1}


@given(
    st.lists(st.tuples(st.text("ab *1²,\u00a0\u202e", max_size=6), st.sampled_from([Look(), BOLD, ITALIC])), max_size=6)
)
def test_whatever_is_emphasized_the_words_are_the_same(runs: list[tuple[str, Look]]) -> None:
    made = said(*runs)
    plain = said(*runs, is_plain=True)
    assert clean(made) == clean(plain)
    assert unprintable(made) is None
    kept = "".join(text for text, _ in runs).replace("*", "").replace("\u202e", "")
    assert "".join(clean(made).replace("∗", "").split()).replace("*", "") == "".join(
        character for character in "".join(kept.split()) if character not in HIDDEN
    )
