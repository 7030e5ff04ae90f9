from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefs.files.kept_objects import packed, unpacked
from briefs.model.block_fields import Anchor
from briefs.model.diagnostics import Fault, Place
from briefs.model.library import Extract
from briefs.model.limits import LONGEST_ANCHORED
from briefs.model.report import FURNITURE, Matter, Page, Paragraph, Report
from briefs.model.typesetting import clean, plain, typeset, unprintable
from briefs.text.anchors import AnchorIndex
from tests.builders import harbour_report
from tests.report.builders import report

PLACE = Place("blocks/fact.yaml", 4)
INDEX = AnchorIndex(harbour_report())

QUOTED = report(
    "Part\n\nThe board said: “we’ll wait”* and left.¹\n\n¹ So it *did*, “it’s said”.\n\n“We’ll wait”\n\n- the end\n",
    "outline:\n  - {text: Part, level: 1, label: I}\nquotations:\n  - {text: “We’ll wait”, role: pull}\n",
)


def resolve(text: str, scope: str | None = None, index: AnchorIndex = INDEX) -> Extract | Fault:
    return index.resolve(Anchor(text=text, scope=scope), "fact.a")


def found(text: str, scope: str | None = None, index: AnchorIndex = INDEX) -> tuple[str, str]:
    """Address and words of what an anchor names."""
    result = resolve(text, scope, index)
    assert isinstance(result, Extract), result
    return result.address, result.text


def said(text: str, scope: str | None = None, index: AnchorIndex = INDEX) -> str:
    """What is wrong with an anchor, as printed."""
    result = resolve(text, scope, index)
    assert isinstance(result, Fault), result
    return str(result.at(PLACE))


def test_an_index_that_another_process_reads_finds_what_is_nearest() -> None:
    index = AnchorIndex(harbour_report())
    expected = resolve("They held 12 km of water", index=index)
    again = unpacked(packed(index) or b"")
    assert resolve("They held 12 km of water", index=again) == expected


def test_first_and_last_words_name_everything_between_them() -> None:
    assert found("Ferries that share … in the winter months") == (
        "I ¶ 2",
        "Ferries that share a timetable could carry more bicycles in the winter months",
    )


def test_an_extract_knows_its_node_and_its_offsets() -> None:
    assert resolve("share a timetable") == Extract("I ¶ 2", "I ¶2", (5,), 13, 30, "share a timetable")


def test_a_footnote_is_searched_too_and_its_mark_does_not_count() -> None:
    assert found("saw no need for it.") == ("I ¶ 1", "saw no need for it.")
    assert found("The keeper spoke … the east quay") == (
        "fn 1",
        "The keeper spoke for the small boats of the east quay",
    )


def test_straight_and_curly_quotes_marks_of_emphasis_and_white_space_make_no_difference() -> None:
    index = AnchorIndex(QUOTED)
    expected = ("I ¶ 1", "“we’ll wait” and left.")
    assert found('"we\'ll wait" and left.', index=index) == expected
    assert found("“we’ll *wait*”\n and\t left.", index=index) == expected
    assert found('So it did, "it\'s said"', index=index) == ("fn 1", "So it did, “it’s said”")


UNSEEN = report(
    "The sub\u00adsidiary harbours of the ﬁrst rank lay at co\u2011op quays.\n\n"
    "The word \u200fالسلام\u200f means peace in 12\u00a0500 har\u00adbours.\n\n"
    "They held 12 km² of water.³\n\n³ Measured at ebb.\n"
)


def test_what_cannot_be_seen_makes_no_difference() -> None:
    index = AnchorIndex(UNSEEN)
    assert found("The subsidiary harbours of the first rank lay at co-op quays.", index=index)[1] == (
        "The subsidiary harbours of the first rank lay at co\u2011op quays."
    )
    assert found("The word السلام means peace in 12 500 harbours.", index=index)[1] == (
        "The word \u200fالسلام\u200f means peace in 12\u00a0500 harbours."
    )
    assert found("السلام means peace", index=index)[1] == "\u200fالسلام\u200f means peace"


def test_a_superscript_is_a_mark_only_if_the_report_has_the_note() -> None:
    index = AnchorIndex(UNSEEN)
    assert found("They held 12 km² of water.³", index=index)[1] == "They held 12 km² of water."
    assert "matches nothing" in said("They held 12 km of water", index=index)


def test_if_only_the_last_words_are_wrong_the_hint_shows_what_they_are_like() -> None:
    assert said("Ferries that share … in the hot winter months").endswith(
        'nearest text is "…bicycles in the winter months." (I ¶ 2)'
    )


def test_the_place_of_an_anchor_may_be_written_with_another_space() -> None:
    assert found("tides", "I\u00a0¶\u00a03") == ("I ¶ 3", "tides")


def test_a_hint_names_characters_that_only_look_alike() -> None:
    assert said("Ferries that sh\u0430re a timetable … the winter months").endswith(
        'nearest text is "Ferries that share a timetable…" (I ¶ 2); '
        'the report has "a" in place of a cyrillic small letter a (U+0430)'
    )


def test_case_is_kept_and_words_are_whole() -> None:
    assert "matches nothing" in said("ferries that share a")
    assert "matches nothing" in said("erries that share a timetable")
    assert "matches nothing" in said("Ferries that share a time")


def test_display_quotations_are_found_by_their_scope_only() -> None:
    index = AnchorIndex(QUOTED)
    assert found("We'll wait", "displays", index) == ("quotation 1", "We’ll wait")


def test_with_a_scope_one_word_is_enough() -> None:
    assert found("tides", "I ¶ 3") == ("I ¶ 3", "tides")
    assert found("tides", "I ¶3") == ("I ¶ 3", "tides")
    assert found("bicycles", "II") == ("II item 2", "bicycles")


def test_the_nearest_end_after_the_beginning_is_taken() -> None:
    index = AnchorIndex(report("One two three here and four five six there and four five six again.\n"))
    assert found("One two three … four five six", index=index)[1] == "One two three here and four five six"


def test_an_anchor_that_matches_nothing_shows_the_nearest_text() -> None:
    assert said("Ferries that use a timetable … winter months of") == (
        'blocks/fact.yaml:4: error: anchor of "fact.a" matches nothing in the report [anchor-not-found]\n'
        '  hint: nearest text is "Ferries that share a timetable…" (I ¶ 2)'
    )


def test_an_anchor_like_nothing_has_no_hint() -> None:
    assert said("completely different words") == (
        'blocks/fact.yaml:4: error: anchor of "fact.a" matches nothing in the report [anchor-not-found]'
    )


@pytest.mark.parametrize("dots", [" ... ", " .. ", " [...] ", " […] ", " (...) ", "... ", " . . . ", "…"])
def test_three_dots_are_not_an_ellipsis(dots: str) -> None:
    assert said(f"Ferries that share{dots}the winter months.") == (
        'blocks/fact.yaml:4: error: anchor of "fact.a" matches nothing in the report [anchor-not-found]\n'
        '  hint: the ellipsis of an anchor is one character, "…", with a space on each side'
    )


def test_words_outside_the_scope_are_pointed_at() -> None:
    assert said("should publish the tides &", "II") == (
        'blocks/fact.yaml:4: error: anchor of "fact.a" matches nothing in the report [anchor-not-found]\n'
        '  hint: the words are in I ¶ 3: name the place, {text: …, in: "I ¶ 3"}'
    )


def test_an_anchor_that_matches_twice_shows_both_places() -> None:
    assert said("board should publish the tides") == (
        'blocks/fact.yaml:4: error: anchor of "fact.a" matches 2 places in the report: '
        "I ¶ 3, line 7; II item 1, line 13 [anchor-ambiguous]\n"
        '  hint: add words until it matches only one, or name the place: {text: …, in: "I ¶ 3"}'
    )


def test_places_of_a_report_with_pages_are_shown_with_them() -> None:
    paged = replace(harbour_report(), text="", rendition="Lines", pages=(Page("i", 1), Page("1", 8)))
    assert "matches 2 places in the report: I ¶ 3, p. i; II item 1, p. 1 [" in said(
        "board should publish the tides", index=AnchorIndex(paged)
    )


def test_what_pages_repeat_and_markup_are_never_meant() -> None:
    words = "Water for the whole valley"
    furniture = tuple(Matter(f"{role} 1", role, (2,), role, words) for role in FURNITURE)
    index = AnchorIndex(Report("A", "report.pdf", "", 2, (Paragraph("¶ 1", "¶1", (1,), words), *furniture)))
    assert found(words, index=index) == ("¶ 1", words)


def test_an_anchor_that_matches_twice_in_words_that_overlap_is_ambiguous() -> None:
    index = AnchorIndex(report("more and more and more.\n"))
    assert "matches 2 places in the report: ¶ 1, line 1; ¶ 1, line 1 [" in said("more and more", index=index)


def test_many_places_are_counted_and_four_of_them_shown() -> None:
    index = AnchorIndex(report("\n\n".join(["The same words here."] * 6) + "\n"))
    message = said("The same words", index=index)
    assert "matches 6 places in the report: ¶ 1, line 1; ¶ 2, line 3; ¶ 3, line 5; ¶ 4, line 7 [" in message


@pytest.mark.parametrize(
    "text", ["two words", "Most keepers … the quay", "three words here … two words", "*", "¹", "**"]
)
def test_fewer_than_three_words_on_a_side_are_too_few(text: str) -> None:
    assert said(text) == (
        f'blocks/fact.yaml:4: error: anchor of "fact.a" has fewer than 3 words on one side: "{text}" '
        "[anchor-too-short]\n"
        "  hint: give at least three words before and after the ellipsis"
    )


def test_an_anchor_names_no_more_than_a_wording_can_be_compared_with() -> None:
    length = LONGEST_ANCHORED // 5
    index = AnchorIndex(report(f"It begins right here {'quay ' * length}and it ends there.\n"))
    assert said("It begins right … it ends there.", index=index) == (
        'blocks/fact.yaml:4: error: anchor of "fact.a" names 5,039 characters of the report (¶ 1, line 1); '
        "it may name 5,000 at most [anchor-too-long]\n  hint: name only the sentences that the block rests on"
    )


def test_an_unknown_scope_has_the_nearest_place_as_hint() -> None:
    assert said("should publish the tides", "II itm 1") == (
        'blocks/fact.yaml:4: error: anchor of "fact.a" names the place "II itm 1", '
        'which the report does not have [scope-unknown]\n  hint: did you mean "II item 1"?'
    )


def test_displays_are_not_a_scope_where_there_are_none() -> None:
    assert "known: I, I ¶ 1," in said("should publish the tides", "displays")
    assert "displays" not in said("should publish the tides", "displays").partition("hint:")[2]


WORD = st.text(alphabet="abcdeé.,'“”’*()-–&<0¹", min_size=1, max_size=5).filter(lambda word: plain(word) != "")
PARAGRAPHS = st.lists(st.lists(WORD, min_size=1, max_size=14).map(" ".join), min_size=1, max_size=5)


@given(PARAGRAPHS, st.data())
def test_any_unique_span_resolves_to_exactly_what_it_quotes(paragraphs: list[str], data: st.DataObject) -> None:
    children = tuple(Paragraph(f"¶ {n}", f"¶{n}", (n,), text) for n, text in enumerate(paragraphs, 1))
    index = AnchorIndex(Report("R", "r.txt", "", len(paragraphs), children))
    node = data.draw(st.sampled_from(children))
    words = clean(node.text).split()
    assume(len(words) >= 6)
    start = data.draw(st.integers(0, len(words) - 6))
    end = data.draw(st.integers(start + 6, len(words)))
    head, tail = " ".join(words[start : start + 3]), " ".join(words[end - 3 : end])
    whole = " ".join(words[start:end])
    everything = "\n".join(clean(child.text) for child in children)
    assume(all(len(re.findall(f"(?={re.escape(side)})", everything)) == 1 for side in (head, tail)))
    result = index.resolve(Anchor(text=f"{head} … {tail}"), "fact.a")
    assert isinstance(result, Extract)
    assert (result.address, result.text) == (node.address, typeset(whole))
    assert clean(node.text)[result.start : result.end] == whole
    assert index.resolve(Anchor(text=whole), "fact.b") == result


@given(st.text(max_size=30), st.none() | st.sampled_from(["I", "II", "fn 1", "I ¶ 1"]))
def test_any_text_resolves_or_is_a_fault(text: str, scope: str | None) -> None:
    assume(text.strip() and unprintable(text) is None)
    assert isinstance(resolve(text, scope), Extract | Fault)
