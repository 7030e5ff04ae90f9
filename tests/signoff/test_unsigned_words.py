"""What nobody has signed since it changed."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.diagnostics import Place
from briefs.signoff.printed_words import PrintedWords
from briefs.signoff.signed_lock import Signed
from briefs.signoff.unsigned_words import signed_now, unsigned_words

FORM = PrintedWords(
    "harbour: fact.a, short", "fact.a", 'short of "fact.a"', "Most keepers agreed.", Place("a.yaml", 4), "a b c", "I ¶1"
)
HEADING = PrintedWords("a.md", "a.md", '"Issue"', "## Issue", Place("a.md", 9))
OTHER = PrintedWords("a.md", "a.md", '"Why act"', "## Why act at all", Place("a.md", 12))
SIGNED = signed_now([FORM, HEADING, OTHER], ())


def test_what_is_signed_needs_no_signing() -> None:
    assert list(unsigned_words([FORM, HEADING, OTHER], SIGNED)) == []


def test_a_changed_form_is_shown_with_what_it_was_and_its_passage() -> None:
    (found,) = unsigned_words([replace(FORM, words="All keepers agreed."), HEADING, OTHER], SIGNED)
    assert found.said == 'short of "fact.a" has changed since it was signed'
    assert found.difference == "[-Most-]{+All+} keepers agreed.\n  rests on I ¶1: a b c"


def test_a_form_with_another_passage_is_shown_with_both_places() -> None:
    (found,) = unsigned_words([replace(FORM, passage="d e f", source="II ¶2")], SIGNED)
    assert found.said == 'short of "fact.a" has the same words, but another passage than when it was signed'
    assert found.difference == "Most keepers agreed.\n  rests on II ¶2, before: I ¶1: d e f"


def test_a_changed_heading_is_compared_with_the_one_most_like_it() -> None:
    new = replace(OTHER, words="## Why wait at all")
    (found,) = unsigned_words([FORM, HEADING, new], SIGNED)
    assert found.before is not None
    assert found.before.words == "## Why act at all"


def test_what_is_like_nothing_was_never_signed() -> None:
    new = replace(OTHER, owner='"Budget"', words="## Budget")
    (found,) = unsigned_words([FORM, HEADING, OTHER, new], SIGNED)
    assert found.said == '"Budget" was never signed'
    assert found.difference == "## Budget"


def test_a_piece_may_move_within_its_file() -> None:
    assert list(unsigned_words([replace(OTHER, place=Place("a.md", 5)), HEADING], SIGNED)) == []


def test_only_the_parts_that_are_named_are_signed() -> None:
    changed = [replace(FORM, words="All keepers agreed."), replace(HEADING, words="## The issue"), OTHER]
    signed = signed_now(changed, SIGNED, {"fact.a"})
    assert [one.now.part for one in unsigned_words(changed, signed)] == ["a.md"]
    assert [one.words for one in signed if one.of == "a.md"] == ["## Issue", "## Why act at all"]


def test_what_is_not_printed_any_more_goes_when_all_is_signed() -> None:
    assert [one.of for one in signed_now([FORM], SIGNED)] == ["a.md", "a.md", "harbour: fact.a, short"]
    assert [one.of for one in signed_now([FORM], SIGNED, is_all=True)] == ["harbour: fact.a, short"]


def test_who_has_read_it_is_kept_with_what_this_person_read() -> None:
    changed = [replace(FORM, words="All keepers agreed."), HEADING, OTHER]
    signed = signed_now(changed, SIGNED, by="A. Keeper")
    assert {one.by for one in signed if one.of == FORM.of} == {"A. Keeper"}
    assert {one.by for one in signed if one.of == HEADING.of} == {""}


def test_a_signature_of_other_words_signs_nothing() -> None:
    forged = [Signed(one.of, one.words, one.source, "0" * 64) for one in SIGNED]
    assert len(list(unsigned_words([FORM, HEADING, OTHER], forged))) == 3
