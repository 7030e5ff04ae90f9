"""What one returned file suggests: every change and comment of it, for the wording that it is about."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from briefs.model.marked_file import Comment, Revision, TickBox
from briefs.model.sent_text import SentParagraph, SentPiece
from briefs.review.matching import match
from briefs.review.proposing import suggestions, unaccounted
from tests.review.marked_copies import CLEARED, SENT, Copy, mark, read, shown
from tests.review.returns import simulated_return

LAMPS = "Some keepers trim the lamps before dusk."
OIL = "The oil store is filled twice each winter."
NETS = "Keep the channel clear of nets"


def test_a_copy_as_sent_suggests_nothing() -> None:
    assert read(Copy()) == ()
    assert read(Copy(sent=CLEARED)) == ()


BAR = "A bar is a bank of sand."
ASKED = "What is asked"
TITLE = "The lamps of the northern coast"


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("lamps", f"[+Now +Ana]{LAMPS}", ("reword", "Para 1", LAMPS, f"Now {LAMPS}")),
        ("lamps", f"{LAMPS}[+ So be it.+Ana]", ("reword", "Para 1", LAMPS, f"{LAMPS} So be it.")),
        ("lamps", f"{LAMPS} ‹ES 1[+, 9+Ana]›", ("tag", "Para 1", "‹ES 1›", "‹ES 1, 9›")),
        ("lamps", f"{LAMPS}[- ‹ES 1›-Ana]", ("tag", "Para 1", "‹ES 1›", "")),
        ("bar", "A bar is a [-bank-Ana][+bed+Ana] of sand.", ("reword", "Note 1", BAR, "A bar is a bed of sand.")),
        ("ports#2", f"[-{NETS}-Ana]", ("reword", "Row “Ports”, column 2", NETS, "")),
        ("ports#2", f"{NETS}[+ now+Ana]", ("reword", "Row “Ports”, column 2", NETS, f"{NETS} now")),
        ("column timing/1#2", f"{ASKED}[+ now+Ana]", ("reword", f"Column heading “{ASKED}”", ASKED, f"{ASKED} now")),
        ("heading timing", "[-Timing-Ana][+When+Ana]", ("reword", "Heading “Timing”", "Timing", "When")),
        ("masthead title", f"{TITLE}[+ now+Ana]", ("reword", "Title", TITLE, f"{TITLE} now")),
    ],
)
def test_a_tracked_change_is_a_suggestion_for_the_words_that_it_changes(
    key: str, text: str, expected: tuple[str, str, str, str]
) -> None:
    found = read(Copy().change(key, text))
    assert shown(found) == [expected]
    assert found[0].reviewed.by == "Ana"
    assert found[0].reviewed.is_tracked


def test_a_change_that_was_accepted_before_the_return_is_one_that_nobody_tracked() -> None:
    (one,) = read(Copy().change("lamps", "Most keepers trim the lamps before dusk."))
    assert (one.after, one.reviewed.by, one.reviewed.is_tracked) == (
        "Most keepers trim the lamps before dusk.",
        "ana.docx",
        False,
    )


def test_a_change_that_was_tracked_only_in_part_is_not_said_to_be_tracked() -> None:
    (one,) = read(Copy().change("lamps", "Most[+ of all+Ana] keepers trim the lamps before dusk."))
    assert (one.after, one.reviewed.by, one.reviewed.is_tracked) == (
        "Most of all keepers trim the lamps before dusk.",
        "Ana",
        False,
    )


def test_a_change_without_author_and_date_is_tracked_all_the_same() -> None:
    (one,) = read(Copy().change("lamps", "[-Some-?][+Most+?] keepers trim the lamps before dusk."))
    assert (one.reviewed.by, one.reviewed.is_tracked, one.reviewed.revisions) == ("ana.docx", True, (0, 1))


def test_a_change_by_two_authors_in_one_word_names_both() -> None:
    (one,) = read(Copy().change("lamps", "Some keep[-ers-Ana][+ing+Bo] trim the lamps before dusk."))
    assert (one.after, one.reviewed.by) == ("Some keeping trim the lamps before dusk.", "Ana, Bo")


def test_words_that_one_inserted_and_another_deleted_leave_nothing_to_apply() -> None:
    (one,) = read(Copy().change("lamps", "Some keepers [±soon±Ana/Bo] trim the lamps before dusk."))
    assert (one.kind, one.reviewed.by, one.reviewed.revisions) == ("format", "Ana, Bo", (0, 1))
    assert one.obstacle == "These changes leave the words as they are, so there is nothing to apply."


def test_an_edit_belongs_to_the_form_whose_words_it_changes() -> None:
    (one,) = read(Copy().change("boats", "Boats wait outside the bar. They [-may-Ana][+must+Ana] enter at high water."))
    assert (one.form, one.before, one.after) == (
        "co.tide/short",
        "They may enter at high water.",
        "They must enter at high water.",
    )
    assert "".join(span.text for span in one.reviewed.spans) == "They maymust enter at high water."


def test_an_edit_across_two_forms_belongs_to_both_and_is_counted_once() -> None:
    found = read(Copy().change("boats", "Boats wait [-outside the bar. They may-Ana][+and+Ana] enter at high water."))
    assert [(one.form, one.after, one.reviewed.revisions) for one in found] == [
        ("co.boats/short", "Boats wait", (0, 1)),
        ("co.tide/short", "and enter at high water.", ()),
    ]


def test_the_own_words_of_the_report_cannot_be_changed() -> None:
    (one,) = read(Copy().change("quote", "The light [-must-Ana][+should+Ana] never fail in a storm."))
    assert one.obstacle == "This cannot be changed: it is the report's own words."


def test_a_paragraph_that_was_parted_is_a_split_and_no_other_words() -> None:
    copy = Copy(sent=CLEARED).change("lamps", "Some keepers trim ¶+Ana").add("lamps", "the lamps before dusk.")
    found = read(copy)
    assert shown(found) == [("split", "Para 1", LAMPS, "Some keepers trim\nthe lamps before dusk.")]
    assert found[0].reviewed.is_tracked


def test_joined_paragraphs_are_a_merge() -> None:
    (one,) = read(Copy(sent=CLEARED).change("lamps", f"{LAMPS} ¶-Ana"))
    assert (one.kind, one.label, one.after) == (
        "merge",
        "Para 1 and Para 2",
        f"{LAMPS} Boats wait outside the bar. They may enter at high water.",
    )


def test_a_paragraph_whose_words_and_end_are_deleted_is_deleted_not_joined() -> None:
    (one,) = read(Copy().change("lamps", f"[-{LAMPS} ‹ES 1›-Ana]¶-Ana"))
    assert (one.kind, one.key, one.after, one.reviewed.is_tracked) == ("delete", "lamps", "", True)


def test_a_paragraph_that_is_gone_without_a_trace_is_deleted_by_nobody_known() -> None:
    (one,) = read(Copy().drop("quote"))
    assert (one.kind, one.label, one.reviewed.is_tracked) == ("delete", "Para 3", False)


@pytest.mark.parametrize("is_tracked", [True, False])
def test_a_paragraph_moved_across_a_heading_is_moved(is_tracked: bool) -> None:
    copy = Copy(sent=CLEARED)
    if is_tracked:
        copy.change("oil", f"[-→{OIL}-Ana]").add("lamps", f"[+→{OIL}+Ana]¶+Ana")
    else:
        copy.move("oil", "lamps")
    (one,) = read(copy)
    assert (one.kind, one.key, one.before, one.after, one.moved_after) == ("move", "oil", OIL, OIL, "lamps")
    assert one.reviewed.is_tracked is is_tracked


def test_a_paragraph_that_was_moved_and_reworded_is_both() -> None:
    found = read(Copy().change("oil", "The oil store is filled three times each winter.").move("oil", "lamps"))
    assert sorted((one.kind, one.after) for one in found) == [
        ("move", OIL),
        ("reword", "The oil store is filled three times each winter."),
    ]


@pytest.mark.parametrize("is_tracked", [True, False])
def test_a_deleted_row_is_one_suggestion(is_tracked: bool) -> None:
    copy = Copy(rows_deleted={"ports": "Ana"}) if is_tracked else Copy().drop("ports#1", "ports#2")
    (one,) = read(copy)
    assert (one.kind, one.key, one.label, one.before) == ("delete", "ports", "Row “Ports”", f"Ports | {NETS}")
    assert one.reviewed.is_tracked is is_tracked


def test_new_text_stands_after_a_paragraph() -> None:
    (one,) = read(Copy().add("quote", "[+A new sentence stands here.+Ana]¶+Ana"))
    assert (one.kind, one.label, one.after, one.moved_after) == (
        "new",
        "New text after Para 3",
        "A new sentence stands here.",
        "quote",
    )
    assert one.reviewed.revisions == (0, 1)


def test_the_end_of_a_paragraph_belongs_to_the_new_text_behind_it() -> None:
    """Who presses Enter behind a paragraph, and types, inserts the end of that paragraph, not that of the new one."""
    (one,) = read(Copy().change("lamps", f"{LAMPS}¶+Ana").add("lamps", "[+A new sentence stands here.+Ana]"))
    assert (one.kind, one.label, one.after) == ("new", "New text after Para 1", "A new sentence stands here.")
    assert one.reviewed.revisions == (0, 1)


def test_the_end_of_a_paragraph_belongs_to_the_one_behind_it_that_was_deleted_with_it() -> None:
    boats = "Boats wait outside the bar. They may enter at high water."
    (one,) = read(Copy().change("lamps", f"{LAMPS}¶-Ana").change("boats", f"[-{boats}-Ana]"))
    assert (one.kind, one.label, one.before, one.reviewed.revisions) == ("delete", "Para 2", boats, (0, 1))


def test_the_end_of_a_paragraph_belongs_to_what_was_moved_behind_it() -> None:
    copy = Copy(sent=CLEARED).change("oil", f"[-→{OIL}-Ana]")
    (one,) = read(copy.change("lamps", f"{LAMPS}¶+Ana").add("lamps", f"[+→{OIL}+Ana]"))
    assert (one.kind, one.label, one.moved_behind) == ("move", "Para 4", "Para 1")
    assert len(one.reviewed.revisions) == 3


def test_a_pasted_copy_of_a_unit_is_new_text_that_says_so() -> None:
    (one,) = read(Copy().add("quote", f"{LAMPS} ‹ES 1›"))
    assert (one.kind, one.after) == ("new", LAMPS)
    assert one.obstacle == "Para 1 says this already, so it would be printed twice."
    assert one.offer == "If it should stand here, move Para 1."


def test_a_return_of_a_cleared_edition_has_no_tags_and_is_read_alike() -> None:
    (one,) = read(Copy(sent=CLEARED).change("lamps", "[-Some-Ana][+Most+Ana] keepers trim the lamps before dusk."))
    assert (one.kind, one.form) == ("reword", "co.lamps/short")


def test_a_comment_goes_with_the_change_of_its_words() -> None:
    copy = Copy().change(
        "boats", "Boats wait {c1:outside} the bar. They {c2:[-may-Ana][+must+Ana]} enter at high water."
    )
    copy.comment("c1", "Where?").comment("c2", "Sure?", "Yes", resolved=True)
    (one,) = read(copy)
    assert (one.form, [(thread.id, thread.is_resolved) for thread in one.threads]) == (
        "co.tide/short",
        [("c1", False), ("c2", True)],
    )


def test_a_comment_on_words_that_nobody_changed_is_a_suggestion_of_its_own() -> None:
    (one,) = read(Copy().change("lamps", "Some keepers {c1:trim} the lamps before dusk.").comment("c1", "Why?"))
    assert (one.kind, one.before, one.threads[0].comments) == (
        "comment",
        LAMPS,
        (Comment("Ana", "2026-11-02T09:00:00Z", "Why?"),),
    )


def test_a_comment_that_libreoffice_marks_as_inserted_is_no_change_of_the_look() -> None:
    copy = Copy().change("lamps", "Some keepers {c1:trim}[++Ana] the lamps before dusk.").comment("c1", "Why?")
    (one,) = read(copy)
    assert (one.kind, one.before, one.obstacle, one.reviewed.revisions) == ("comment", LAMPS, "", (0,))


def test_a_comment_that_is_on_nothing_is_not_lost() -> None:
    (one,) = read(Copy().comment("c9", "Well done"))
    assert (one.kind, one.label, [thread.id for thread in one.threads]) == ("comment", "The brief as a whole", ["c9"])


def test_ticked_boxes_and_filled_cells_are_answers() -> None:
    cell = SentParagraph("cell clearance/1/1#2", "cell", (), section="clearance", column=2)
    office = SentParagraph("cell clearance/1/1#1", "cell", (SentPiece("Legal office"),), section="clearance", column=1)
    boxes = (TickBox("Agree", "u1", True), TickBox("Discuss", "u1", False))
    copy = Copy(sent=(*SENT[:3], office, cell), boxes={"lamps": boxes})
    copy.change("cell clearance/1/1#2", "[+Cleared+Ana]")
    assert [(one.kind, one.label, one.after) for one in read(copy)] == [
        ("answer", "Para 1", "Agree"),
        ("answer", "Row “Legal office”, column 2", "Cleared"),
    ]


def test_changes_of_the_look_are_listed_and_never_applied() -> None:
    look = Revision("rPrChange", mark("Ana"), "", "word/document.xml")
    file = replace(Copy().file(), revisions=(look,))
    (one,) = suggestions(SENT, file, match(SENT, file))
    assert (one.kind, one.after) == ("format", "1 change of the look, or of empty paragraphs")
    assert one.obstacle == "Style sheets decide how a brief looks, so this is never applied."


def test_a_tracked_change_that_the_reader_did_not_place_is_unaccounted() -> None:
    strange = Revision("customXmlInsRangeStart", mark("Ana"), "", "word/document.xml")
    file = replace(Copy().file(), revisions=(strange,), not_understood=(0,))
    found = suggestions(SENT, file, match(SENT, file))
    assert (found, unaccounted(file, ())) == ((), (0,))


@pytest.mark.parametrize("seed", range(40))
def test_every_tracked_change_is_in_exactly_one_suggestion(seed: int) -> None:
    chance = random.Random(seed)
    copy = Copy(sent=chance.choice([SENT, CLEARED]))
    for one in SENT:
        if chance.random() < 0.5:
            copy.change(one.key, _marked(one.text, chance, can_end=one.role == "text"))
    if chance.random() < 0.5:
        copy.add("lamps", "[+Somebody wrote a whole new sentence.+Bo]¶+Bo")
    if chance.random() < 0.3:
        copy.rows_deleted = {"states": "Bo"}
    file = copy.file()
    found = suggestions(SENT, file, match(SENT, file))
    assert sorted(number for one in found for number in one.reviewed.revisions) == list(range(len(file.revisions)))
    assert unaccounted(file, [one.reviewed for one in found]) == ()


def _marked(text: str, chance: random.Random, can_end: bool) -> str:
    """`text` with some of its words changed, by one author or another."""
    made = []
    for word in text.split(" "):
        by = chance.choice(["Ana", "Bo", "?"])
        marked = [f"[-{word}-{by}]", f"[-{word}-{by}][+new+{by}]", f"{word} [+more+{by}]", "[±x±Ana/Bo]"]
        made.append(chance.choice([word, word, word, *marked]))
    end = chance.choice(["", "", "¶-Ana"]) if can_end else ""
    return " ".join(made) + end


@pytest.mark.parametrize("words", [0.1, 0.5])
@pytest.mark.parametrize("seed", range(5))
def test_no_word_of_a_return_that_nobody_tracked_is_lost(seed: int, words: float) -> None:
    file = simulated_return(SENT, seed, words).file
    said = " ".join(one.after for one in suggestions(SENT, file, match(SENT, file))).split()
    known = " ".join(one.text for one in SENT).split()
    for paragraph in file.paragraphs:
        for word in paragraph.final.split():
            assert word in said or word in known or "‹" in word or "›" in word
