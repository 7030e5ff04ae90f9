"""Each tracked change and each comment of a file is part of one suggestion."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.marked_file import MarkedFile, MarkedParagraph, Span, Thread
from briefs.model.proposal import Reviewed
from briefs.review.drafts import Drafts, revisions_of
from briefs.review.matches import Match
from briefs.review.suggestion import Suggestion

SPANS = (Span("one", revisions=(0,), threads=("c1",)), Span("two", revisions=(1, 2)))
MATCH = Match((), (MarkedParagraph(0, "body", SPANS, revisions=(3,)),), SPANS)
FILE = MarkedFile("ana.docx", "", threads=(Thread("c1", ()), Thread("c2", ())))


def _suggestion(kind: str, *revisions: int, spans: tuple[Span, ...] = ()) -> Suggestion:
    made = Suggestion("reword", "key", kind, "", "", Reviewed("ana.docx", spans=spans, revisions=revisions), (0, 0))
    return replace(made, kind="split") if kind == "split" else made


def _found(drafts: Drafts) -> list[tuple[str, tuple[int, ...], list[str]]]:
    return [(one.label, one.reviewed.revisions, [thread.id for thread in one.threads]) for one in drafts.finished()]


def test_a_match_has_the_changes_of_its_words_and_of_its_paragraphs() -> None:
    assert revisions_of(MATCH) == [0, 1, 2, 3]


def test_a_change_goes_to_the_first_suggestion_that_names_it() -> None:
    drafts = Drafts(FILE)
    drafts.add([_suggestion("one", 0, 1), _suggestion("two", 1, 2)], [MATCH])
    assert _found(drafts) == [("one", (0, 1), []), ("two", (2,), [])]
    assert drafts.claimed == {0, 1, 2}


def test_changes_that_no_suggestion_names_go_to_the_one_for_the_whole_paragraph() -> None:
    drafts = Drafts(FILE)
    drafts.add([_suggestion("one", 0), _suggestion("split")], [MATCH])
    drafts.claim_rest(MATCH, _suggestion("other"))
    assert _found(drafts) == [("one", (0,), []), ("split", (1, 2, 3), [])]


def test_changes_of_a_paragraph_without_suggestions_make_one() -> None:
    drafts = Drafts(FILE)
    drafts.claim_rest(MATCH, _suggestion("other"))
    drafts.claim_rest(MATCH, _suggestion("again"))
    assert _found(drafts) == [("other", (0, 1, 2, 3), [])]


def test_a_comment_goes_to_the_suggestion_for_its_words_and_others_to_one_for_everything() -> None:
    drafts = Drafts(FILE)
    drafts.add([_suggestion("two", spans=SPANS[1:]), _suggestion("one", spans=SPANS[:1])], [MATCH])
    drafts.place_threads(MATCH, _suggestion("other"))
    drafts.place_all_threads(_suggestion("everything"))
    assert _found(drafts) == [("two", (), []), ("one", (), ["c1"]), ("everything", (), ["c2"])]


def test_a_comment_on_words_without_suggestions_makes_one() -> None:
    drafts = Drafts(FILE)
    drafts.place_threads(MATCH, _suggestion("other"))
    assert _found(drafts) == [("other", (), ["c1"])]
