"""The answer quotes what changes, in bold, with the words around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.model.decision_record import DecidedProposal
from briefs.model.inline import Inline, Strong, inline_text
from briefs.review.answer_wordings import deciding_passages, quoted, quoted_change

LONG = "Most keepers who took part agreed that a shared timetable would reduce waiting at the east quay in winter."


def shown(inlines: tuple[Inline, ...]) -> str:
    return "".join(f"*{inline_text((one,))}*" if isinstance(one, Strong) else inline_text((one,)) for one in inlines)


@pytest.mark.parametrize(
    ("before", "after", "was", "now"),
    [
        ("Most keepers agreed.", "Some keepers agreed.", "*Most* keepers agreed.", "*Some* keepers agreed."),
        ("Keepers agreed.", "Keepers all agreed.", "Keepers agreed.", "Keepers *all* agreed."),
        (
            LONG,
            LONG.replace("would", "could"),
            "… agreed that a shared timetable *would* reduce waiting at the east …",
            "… agreed that a shared timetable *could* reduce waiting at the east …",
        ),
        ("Timing", "When to act", "Timing", "When to act"),
        (
            "They said “yes” to it all.",
            "They said “no” to it all.",
            "They said *‘yes’* to it all.",
            "They said *‘no’* to it all.",
        ),
    ],
)
def test_what_changes_is_bold_and_words_far_from_it_are_left_out(before: str, after: str, was: str, now: str) -> None:
    assert tuple(map(shown, quoted_change(before, after))) == (was, now)


@given(st.lists(st.sampled_from("abcd"), max_size=30), st.lists(st.sampled_from("abe"), max_size=30))
def test_every_word_that_is_shown_is_of_its_side_and_in_its_order(before: list[str], after: list[str]) -> None:
    for words, inlines in zip((before, after), quoted_change(" ".join(before), " ".join(after)), strict=True):
        rest = iter(words)
        assert all(word in rest for word in inline_text(inlines).split() if word != "…")
        assert inline_text(inlines) == inline_text(inlines).strip()


def test_long_texts_are_cut_off() -> None:
    assert quoted("One  “two”\nthree.") == "One ‘two’ three."
    assert quoted("word " * 41) == "word " * 40 + "…"


PASSAGES = [
    {"label": "I", "text": "Buses wait for the ferry at the east quay in winter."},
    {"label": "II", "text": "Most of the keepers who took part agreed on a “shared” timetable."},
]


@pytest.mark.parametrize(
    ("findings", "labels"),
    [
        ([], ["II"]),
        (['says "All", but: “Most of the keepers who took part …”'], ["II"]),
        (["its passage says “Buses wait for the ferry at the …”"], ["I"]),
        (["“Buses wait for the ferry at the …”, “Most of the keepers who took part agreed on …”"], ["I", "II"]),
        (["it has 90 characters"], ["II"]),
    ],
)
def test_of_many_passages_those_that_answer_the_proposal_are_shown(findings: list[str], labels: list[str]) -> None:
    values = {"id": "abcdef", "kind": "reword", "about": "Para 1", "decision": "rejected", "before": LONG}
    proposed = [{"text": LONG.replace("Most", "All")}]
    one = DecidedProposal.model_validate({**values, "proposed": proposed, "passages": PASSAGES, "findings": findings})
    assert [passage.label for passage in deciding_passages(one)] == labels
    assert deciding_passages(one.model_copy(update={"passages": ()})) == ()
