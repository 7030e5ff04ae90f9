"""All that the returned files of one edition propose."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import permutations

import pytest

from briefs.model.marked_file import MarkedFile, Revision
from briefs.model.proposal import Proposal
from briefs.review.collected_proposals import collected_proposals
from tests.review.marked_copies import CLEARED, SENT, Copy, mark

LAMPS = "Some keepers trim the lamps before dusk."


def _proposals(*copies: Copy) -> tuple[Proposal, ...]:
    return collected_proposals("LMP-0.1", copies[0].sent, [copy.file() for copy in copies]).proposals


def _ana() -> Copy:
    return Copy("ana.docx")


def _bo() -> Copy:
    return Copy("bo.docx")


def _texts(proposal: Proposal) -> list[tuple[str, str]]:
    return [(one.text, ", ".join(by.by for by in one.reviewed)) for one in proposal.variants]


def test_what_two_reviewers_agree_on_is_one_proposal() -> None:
    text = "[-Some-{0}][+Most+{0}] keepers trim the lamps before dusk."
    (one,) = _proposals(_ana().change("lamps", text.format("Ana")), _bo().change("lamps", text.format("Bo")))
    assert _texts(one) == [("Most keepers trim the lamps before dusk.", "Ana, Bo")]
    assert not one.is_conflict


def test_what_differs_is_a_conflict_with_both_shown() -> None:
    (one,) = _proposals(
        _ana().change("lamps", "[-Some-Ana][+Most+Ana] keepers trim the lamps before dusk."),
        _bo().change("lamps", "[-Some-Bo][+All+Bo] keepers trim the lamps before dusk."),
    )
    assert one.is_conflict
    assert [by for _, by in _texts(one)] == ["Bo", "Ana"]


def test_who_deletes_what_another_rewords_is_in_conflict_with_them() -> None:
    (one,) = _proposals(
        _ana().change("lamps", f"[-{LAMPS} ‹ES 1›-Ana]"),
        _bo().change("lamps", "[-Some-Bo][+All+Bo] keepers trim the lamps before dusk."),
    )
    assert (one.kind, _texts(one)) == (
        "reword",
        [("", "Ana"), ("All keepers trim the lamps before dusk.", "Bo")],
    )


def test_a_deletion_in_conflict_with_several_wordings_is_counted_once() -> None:
    copies = (
        Copy("ana.docx", rows_deleted={"states": "Ana"}),
        _bo()
        .change("states#1", "[-States-Bo][+Members+Bo]")
        .change("states#2", "Send two new [+oil +Bo]lamps in spring"),
    )
    found = collected_proposals("LMP-0.1", SENT, [copy.file() for copy in copies])
    assert [one.is_conflict for one in found.proposals] == [True, True]
    by = [by for one in found.proposals for variant in one.variants for by in variant.reviewed if by.file == "ana.docx"]
    assert sorted(number for one in by for number in one.revisions) == [0, 1]


def test_a_row_that_both_delete_is_one_proposal() -> None:
    (one,) = _proposals(Copy("ana.docx", rows_deleted={"ports": "Ana"}), Copy("bo.docx").drop("ports#1", "ports#2"))
    assert (one.kind, _texts(one)) == ("delete", [("", "Ana, bo.docx")])


def test_moves_to_different_places_are_told_of_each_other() -> None:
    found = _proposals(
        Copy("ana.docx", CLEARED).move("oil", "lamps"),
        Copy("bo.docx", CLEARED).move("oil", "boats"),
        Copy("cem.docx", CLEARED).move("oil", "boats"),
    )
    assert [(one.kind, one.moved_after, one.moved_behind, _texts(one)[0][1]) for one in found] == [
        ("move", "boats", "Para 2", "bo.docx, cem.docx"),
        ("move", "lamps", "Para 1", "ana.docx"),
    ]
    assert {one.offer for one in found} == {
        "Others move it elsewhere, or delete it: accept only one of these proposals."
    }
    assert found[0].id != found[1].id


def test_new_texts_of_two_reviewers_at_one_place_stand_beside_each_other() -> None:
    found = _proposals(
        _ana().add("quote", "[+A new sentence stands here.+Ana]¶+Ana"),
        _bo().add("quote", "[+Another thing is said there.+Bo]¶+Bo"),
    )
    assert [(one.kind, one.is_conflict) for one in found] == [("new", False), ("new", False)]


def test_a_comment_of_one_is_shown_with_the_change_of_another() -> None:
    (one,) = _proposals(
        _ana().change("lamps", "[-Some-Ana][+Most+Ana] keepers trim the lamps before dusk."),
        _bo().change("lamps", "Some {c1:keepers} trim the lamps before dusk.").comment("c1", "Who?", resolved=True),
    )
    assert [(name, thread.id, thread.is_resolved) for name, thread in one.threads] == [("bo.docx", "c1", True)]


def test_a_comment_on_a_cell_is_shown_with_the_deletion_of_its_row() -> None:
    (one,) = _proposals(
        Copy("ana.docx", rows_deleted={"ports": "Ana"}),
        _bo().change("ports#2", "Keep the {c1:channel} clear of nets").comment("c1", "Which?"),
    )
    assert (one.kind, len(one.threads)) == ("delete", 1)


def test_comments_on_the_same_words_that_nobody_changed_are_one_proposal() -> None:
    (one,) = _proposals(
        _ana().change("lamps", "Some {c1:keepers} trim the lamps before dusk.").comment("c1", "Who?"),
        _bo().change("lamps", "Some keepers {c1:trim} the lamps before dusk.").comment("c1", "How?"),
    )
    assert (one.kind, one.variants, [name for name, _ in one.threads]) == ("comment", (), ["ana.docx", "bo.docx"])


def test_the_same_file_given_twice_counts_once() -> None:
    file = _ana().change("lamps", "[-Some-Ana][+Most+Ana] keepers trim the lamps before dusk.").file()
    again = replace(file, name="copy of ana.docx")
    once, twice = (collected_proposals("LMP-0.1", SENT, files) for files in ([file], [again, file, file]))
    assert once == twice


def test_two_files_of_one_name_are_told_apart() -> None:
    files = [
        _ana().change("lamps", "[-Some-Ana][+Most+Ana] keepers trim the lamps before dusk.").file(),
        _ana().change("lamps", "[-Some-Bo][+Most+Bo] keepers trim the lamps before dusk.").file(),
    ]
    (one,) = collected_proposals("LMP-0.1", SENT, files).proposals
    assert [by.file for by in one.variants[0].reviewed] == ["ana.docx", "ana.docx (2)"]


def test_what_was_not_understood_is_listed() -> None:
    strange = Revision("customXmlInsRangeStart", mark("Ana"), "", "word/document.xml")
    file = replace(_ana().file(), revisions=(strange,), not_understood=(0,))
    assert collected_proposals("LMP-0.1", SENT, [file]).not_understood == (("ana.docx", strange),)


@pytest.mark.parametrize("seed", range(12))
def test_the_order_of_files_never_matters_and_nothing_is_lost(seed: int) -> None:
    chance = random.Random(seed)
    files = [_random(name, chance) for name in ("ana", "bo", "cem")]
    found = collected_proposals("LMP-0.1", CLEARED, files)
    for order in permutations(files):
        assert collected_proposals("LMP-0.1", CLEARED, order) == found
    assert found.not_understood == ()
    assert len({one.id for one in found.proposals}) == len(found.proposals)
    for file in files:
        held = {
            number
            for one in found.proposals
            for variant in one.variants
            for by in variant.reviewed
            if by.file == file.name
            for number in by.revisions
        }
        assert held == set(range(len(file.revisions)))
    assert sum(len(one.threads) for one in found.proposals) == sum(len(file.threads) for file in files)


def _random(name: str, chance: random.Random) -> MarkedFile:
    """A copy with changes anywhere, tracked and not, and comments."""
    copy = Copy(f"{name}.docx", CLEARED)
    for count, one in enumerate(CLEARED):
        words = one.text.split(" ")
        at = chance.randrange(len(words))
        match chance.randrange(9):
            case 0:
                words[at] = f"[-{words[at]}-{name}][+other+{name}]"
            case 1:
                words[at] = "plain"
            case 2:
                words[at] = f"{words[at]} [+{chance.choice(['new', 'more'])}+{name}]"
            case 3:
                words[at] = f"{{c{count}:{words[at]}}}"
                copy.comment(f"c{count}", "Sure?")
            case 4 if one.role == "text":
                words = [f"[-{one.text}-{name}]"]
            case _:
                continue
        copy.change(one.key, " ".join(words))
    if chance.random() < 0.4:
        copy.rows_deleted = {"states": name}
    return copy.file()


def test_that_a_comment_was_inserted_is_tracked_and_understood() -> None:
    """LibreOffice marks a comment as inserted, also on words that only another reviewer changes."""
    ana = Copy("ana.docx").change("lamps", "Some {c1:keepers}[++Ana] trim the lamps before dusk.").comment("c1", "Who?")
    bo = Copy("bo.docx").change("lamps", "[-Some-Bo][+Most+Bo] keepers trim the lamps before dusk.")
    for copies, kind in (([ana], "comment"), ([ana, bo], "reword")):
        found = collected_proposals("X 0.1 draft", SENT, [copy.file() for copy in copies])
        assert [(one.kind, len(one.threads)) for one in found.proposals] == [(kind, 1)]
        assert found.not_understood == ()
