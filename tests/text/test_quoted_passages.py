"""Quotations are compared character by character, but for what the page on diagnostics names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefs.text.quoted_passages import compared, is_quoted, quotation_found, without_marking_cuts

PASSAGE = (
    "Keepers called the plan “loaded” and non-binding. One said: “We do not see a process that works, if nobody pays.” "
    "It’s for 10-15 ferries, each year."
)


@pytest.mark.parametrize(
    "words",
    [
        "a process that works",
        "a process that works.",
        "called the plan ‘loaded’ and non-binding",
        'called the plan "loaded"',
        "We do […] see a process",
        "We do [...] see a process",
        "[w]e do not see",
        "[C]alled the plan",
        "It's for 10–15 ferries",
        "see a process [of theirs] works",
        "Keepers called  the plan",
    ],
)
def test_what_does_not_count_may_be_written_otherwise(words: str) -> None:
    assert quotation_found(words, (PASSAGE,))


@pytest.mark.parametrize(
    "words",
    [
        "a process that worked",
        "a Process that works",
        "Called the plan",
        "binding",
        "process that work",
        "a process … if nobody",
        "called the plan loaded",
        "if nobody pays?",
        "We see a process",
        "a process that works, […] nobody said",
        "…",
    ],
)
def test_everything_else_counts(words: str) -> None:
    assert not quotation_found(words, (PASSAGE,))


def test_a_first_letter_may_change_at_the_beginning_of_a_sentence() -> None:
    assert quotation_found("A process that works", (PASSAGE,), may_begin_anew=True)
    assert not quotation_found("A process that works", (PASSAGE,))
    assert quotation_found("we do not see", (PASSAGE,)), "in the report it begins a sentence"


def test_what_was_cut_is_known() -> None:
    (found,) = quotation_found("We do […] see a process […] if nobody", (PASSAGE,))
    assert [cut.strip() for cut in found.cuts] == ["not", "that works,"]
    assert found.passage[found.start : found.end].startswith("We do not see")


def test_a_cut_may_lead_from_one_passage_to_the_next() -> None:
    assert quotation_found("Keepers wait […] for ferries", ("Keepers wait long.", "They look for ferries."))
    assert not quotation_found("Keepers wait for ferries", ("Keepers wait", "for ferries"))


def test_dots_without_brackets_are_recognized() -> None:
    assert without_marking_cuts("a process … if nobody", (PASSAGE,))
    assert without_marking_cuts("… a process that works", (PASSAGE,))
    assert not without_marking_cuts("a process that works", (PASSAGE,))
    assert not without_marking_cuts("a process … of theirs", (PASSAGE,))


def test_the_compared_form_has_one_kind_of_mark() -> None:
    assert compared("“It’s” in 10–15 days") == "'It's' in 10-15 days"


class Counted(tuple[str, ...]):
    """Passages that count how many of them were looked at."""

    looked_at = 0

    def __iter__(self) -> Iterator[str]:
        for one in super().__iter__():
            self.looked_at += 1
            yield one


@pytest.mark.parametrize("words", ["Keepers wait long", "Keepers […] ferries", "Ferries wait", "…", "keepers wait"])
@pytest.mark.parametrize("anew", [True, False])
def test_what_is_quoted_is_found(words: str, anew: bool) -> None:
    passages = ("They look.", "Keepers wait long.", "They look for ferries.")
    assert is_quoted(words, passages, anew) == bool(quotation_found(words, passages, anew))


def test_no_passage_is_looked_at_behind_the_first_that_has_the_words() -> None:
    passages = Counted(("Keepers wait long.", *["They look for ferries."] * 100))
    assert is_quoted("Keepers wait", passages)
    assert passages.looked_at == 1
