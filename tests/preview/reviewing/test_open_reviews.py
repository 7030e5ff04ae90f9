"""Open reviews in the page: what is shown of them, and that deciding does what the terminal does."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from briefs.model.diagnostics import Place
from briefs.model.typesetting import clean
from briefs.pipeline import received_returns
from briefs.pipeline.deciding import deciding
from briefs.pipeline.examination import examine
from briefs.pipeline.order import Project
from briefs.preview.messages import Question
from briefs.preview.question_answers import Present, answered
from briefs.preview.questions import QUESTIONS
from briefs.preview.reviewing.open_reviews import OpenReviews, can_be_compared
from briefs.preview.shown.editing_views import ProposalView
from briefs.preview.shown.state_views import Link
from briefs.review.decisions import read_decisions
from tests.builders import contents, write_project
from tests.projects import run
from tests.reviewed import a_proposal, a_variant
from tests.reviewing import CAPTAINS_MD, EDITION, FACTS, with_words, write_harbour

DRAFT = "build/harbour_brief-captains_v0.1_draft.docx"
REVIEW = EDITION.identifier
FOLDER = "HB-CAP_0.1_draft"
STRONGER = ("Most keepers agreed", "All keepers agreed")


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read Word files here: a process for each takes half a second, and is tested elsewhere."""
    monkeypatch.setattr(received_returns, "apart", lambda work, given, *_: work(*given))


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the draft in its `build/`, and copies of two offices in its folder."""
    root = write_harbour(tmp_path_factory.mktemp("sent") / "project")
    assert run(root, "build", "--format", "docx", "--output", str(root / "build")) == 0
    draft = (root / DRAFT).read_bytes()
    legal = with_words(with_words(draft, "Waiting", "Queues", "Ana"), *STRONGER, "Ana")
    (root / "legal.docx").write_bytes(legal)
    (root / "policy.docx").write_bytes(with_words(draft, "Most keepers agreed", "Some keepers agreed", "Bo"))
    return root


@pytest.fixture(scope="module")
def known(sent: Path) -> Path:
    """The same, after the terminal has read both files."""
    assert run(sent, "review", str(sent / "legal.docx"), str(sent / "policy.docx"), "--status") == 0
    return sent


@pytest.fixture(scope="module")
def reading(known: Path) -> OpenReviews:
    """The reviews of the project, for tests that only read."""
    return reviews_of(known)


@pytest.fixture
def root(known: Path, tmp_path: Path) -> Path:
    """A copy of the project, to be changed."""
    return Path(shutil.copytree(known, tmp_path / "project", symlinks=True))


def linked(place: Place) -> Link:
    return Link(place.path, place.line, place.within)


def reviews_of(root: Path) -> OpenReviews:
    return OpenReviews(root, None, root / "build", linked)


def shown(reviews: OpenReviews) -> tuple[ProposalView, ...]:
    inputs = examine(Project(reviews.root)).value
    return reviews.proposals({inputs.name: inputs.report})


def on(views: Sequence[ProposalView], words: str) -> ProposalView:
    return next(one for one in views if words in one.before)


def decided(root: Path) -> dict[str, str]:
    return {name: one.decision for name, one in read_decisions(root, REVIEW, "harbour").record.decided().items()}


def test_a_project_without_reviews_has_none_and_nothing_is_loaded_for_that(tmp_path: Path) -> None:
    write_project(tmp_path)
    code = f"""
import sys
from pathlib import Path
from briefs.preview.reviewing.open_reviews import OpenReviews
reviews = OpenReviews(Path({str(tmp_path)!r}), None, Path("build"), None)
assert (reviews.proposals({{}}), reviews.count()) == ((), 0)
assert not [name for name in sys.modules if name.startswith(("briefs.pipeline", "briefs.render", "lxml", "weasyprint"))]
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


@pytest.mark.slow
def test_open_proposals_are_shown_with_wordings_passages_and_choices(known: Path, reading: OpenReviews) -> None:
    before = contents(known)
    reviews, views = reading, shown(reading)
    assert contents(known) == before
    assert reviews.count() == len(views) == 2
    heading = on(views, "Waiting")
    assert (heading.review, heading.brief, heading.author) == (REVIEW, "harbour/captains/brief", "Ana (legal.docx)")
    assert (heading.after, heading.date, heading.state) == ("Queues", "2026-11-20", "open")
    assert (heading.choices, heading.link) == (("accept", "edit", "reject", "later"), Link(CAPTAINS_MD, 11))
    conflict = on(views, "Most keepers")
    assert "It cannot be accepted in these words" in conflict.explained
    wordings = {one.author: one for one in conflict.wordings}
    assert wordings.keys() == {"Ana (legal.docx)", "Bo (policy.docx)"}
    all_said, some_said = wordings["Ana (legal.docx)"], wordings["Bo (policy.docx)"]
    assert [one.code for one in all_said.problems if one.severity == "error"] == ["strength-upgraded"]
    number = 1 + conflict.wordings.index(some_said)
    assert (all_said.choices, some_said.choices) == ((f"edit:{3 - number}",), (f"accept:{number}", f"edit:{number}"))
    assert {*conflict.choices} == {*all_said.choices, *some_said.choices, "reject", "later"}
    report = examine(Project(known)).value.report
    (passage,) = conflict.passages
    leaf = next(one for one in report.leaves() if one.address == passage.address)
    assert clean(leaf.text, report.note_numbers())[passage.start : passage.end] == passage.text
    assert (passage.report, passage.label, passage.link) == ("harbour", "I ¶1", Link(report.path, leaf.lines[0]))


@pytest.mark.slow
def test_accepting_writes_what_the_terminal_writes_byte_for_byte(root: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(root, tmp_path / "other"))
    reviews = reviews_of(root)
    names = []
    for one in shown(reviews):
        choice = next(choice for choice in one.choices if choice.startswith("accept"))
        assert reviews.decide(REVIEW, one.proposal, choice).outcome == "accepted"
        names.append(one.proposal + choice.removeprefix("accept"))
    assert run(other, "review", str(other / "legal.docx"), str(other / "policy.docx"), "--accept", *names) == 0
    assert contents(root) == contents(other)
    assert "Some keepers agreed" in (root / FACTS).read_text()
    assert "## Queues" in (root / CAPTAINS_MD).read_text()
    assert (shown(reviews), reviews.count()) == ((), 0)


@pytest.mark.slow
def test_an_edited_wording_is_checked_first_and_what_is_put_off_or_rejected_is_kept(root: Path) -> None:
    reviews = reviews_of(root)
    views = shown(reviews)
    heading, one = on(views, "Waiting"), on(views, "Most keepers")
    assert reviews.decide(REVIEW, heading.proposal, "later").outcome == "later"
    assert [view.state for view in shown(reviews)] == ["put off", "open"]
    assert reviews.count() == 2
    before = contents(root)
    choice = next(choice for choice in one.choices if choice.startswith("edit"))
    refused = reviews.decide(REVIEW, one.proposal, choice, "All keepers agreed that a shared timetable would help.")
    assert (refused.outcome, [each.code for each in refused.problems][:1]) == ("refused", ["strength-upgraded"])
    assert contents(root) == before
    assert reviews.decide(REVIEW, one.proposal, choice, " \n").outcome == "refused"
    words = "Most keepers agreed that a timetable\nwould reduce waiting."
    assert reviews.decide(REVIEW, one.proposal, choice, words).outcome == "accepted"
    assert "Most keepers agreed that a timetable would reduce waiting." in (root / FACTS).read_text()
    assert reviews.decide(REVIEW, heading.proposal, "reject", "A brief has no queues.").outcome == "rejected"
    kept = read_decisions(root, REVIEW, "harbour").record.decided()
    assert (kept[one.proposal].edited, kept[heading.proposal].reason) == (True, "A brief has no queues.")


def test_a_decision_made_elsewhere_meanwhile_is_told_and_stays(root: Path) -> None:
    reviews = reviews_of(root)
    one = on(shown(reviews), "Waiting")
    with deciding(root, REVIEW, "harbour", lambda writes: ()) as now:
        told = reviews.decide(REVIEW, one.proposal, "accept")
        assert (told.outcome, "Somebody else is deciding" in told.explained) == ("conflict", True)
        now.reject([replace(a_proposal(a_variant("Queues")), id=one.proposal)], "No.")
    told = reviews.decide(REVIEW, one.proposal, "accept")
    assert (told.outcome, "rejected meanwhile" in told.explained, "No." in told.explained) == ("conflict", True, True)
    assert decided(root) == {one.proposal: "rejected"}
    assert "## Waiting" in (root / CAPTAINS_MD).read_text()


@pytest.mark.slow
def test_words_that_were_changed_and_blocks_that_went_meanwhile_are_told_and_never_overwritten(root: Path) -> None:
    reviews = reviews_of(root)
    before = shown(reviews)
    template, facts = root / CAPTAINS_MD, root / FACTS
    facts.write_text(facts.read_text().replace("fact.timetable", "fact.hours"))
    changed = template.read_text().replace("## Waiting", "## Waiting times").replace("fact.timetable", "fact.hours")
    template.write_text(changed)
    for words, why in (("Waiting", "changed meanwhile"), ("Most keepers", "There is no block fact.timetable any more")):
        one = on(before, words)
        told = reviews.decide(REVIEW, one.proposal, next(name for name in one.choices if name.startswith("accept")))
        assert (told.outcome, why in told.explained) == ("refused", True)
        assert (template.read_text(), decided(root)) == (changed, {})
        now = on(shown(reviews), words)
        assert (now.choices, why in now.explained) == (("note", "reject", "later"), True)
    facts.write_text(
        facts.read_text().replace("fact.hours", "fact.timetable").replace("Most keepers agreed …", "No keeper …")
    )
    gone = on(shown(reviews), "Most keepers")
    assert (gone.passages, "matches nothing in the report any more" in gone.explained) == ((), True)
    assert reviews.decide(REVIEW, gone.proposal, "note", "Done by hand.").outcome == "noted"


def test_a_file_that_is_not_here_any_more_is_named_and_where_to_save_it(root: Path) -> None:
    (root / "legal.docx").rename(root.parent / "legal.docx")
    (root / "policy.docx").unlink()
    reviews = reviews_of(root)
    missing = shown(reviews)
    assert [(one.place, one.choices) for one in missing] == [("legal.docx", ()), ("policy.docx", ())]
    assert f"save the file into reviews/{FOLDER}/" in missing[0].explained
    assert reviews.decide(REVIEW, "abcdef", "accept").outcome == "conflict"
    (root.parent / "legal.docx").rename(root / "reviews" / FOLDER / "from legal.docx")
    assert on(shown(reviews), "Waiting").proposal


@pytest.mark.slow
def test_a_new_file_below_reviews_begins_a_review(sent: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(sent, tmp_path / "project"))
    shutil.rmtree(root / "reviews", ignore_errors=True)
    reviews = reviews_of(root)
    assert (shown(reviews), reviews.count()) == ((), 0)
    (root / "reviews").mkdir()
    (root / "reviews/legal.docx").write_bytes((root / "legal.docx").read_bytes())
    (root / "reviews/notes.docx").write_bytes(b"no Word file")
    (root / "reviews/~$legal.docx").write_bytes(b"the lock of Word")
    views = shown(reviews)
    assert [one.place for one in views if not one.choices] == ["notes.docx"]
    one = on(views, "Waiting")
    assert reviews.decide(REVIEW, one.proposal, "accept").outcome == "accepted"
    assert (root / "reviews" / FOLDER / "answers.yaml").is_file()
    assert reviews.count() == 2  # one more proposal, and the file that nobody could read


def test_the_page_asks_and_decides_in_json(known: Path, reading: OpenReviews) -> None:
    kept = SimpleNamespace(reviews=reading)
    inputs = examine(Project(known)).value
    present = cast("Present", SimpleNamespace(kept=kept, held=SimpleNamespace(present={inputs.name: inputs})))
    shown_now = json.loads(answered(Question(1, "proposals", {}), QUESTIONS["proposals"], present).value)
    assert [one["place"] for one in shown_now] == ["Heading “Waiting”", "Para 2"]
    given = {"review": REVIEW, "proposal": shown_now[0]["proposal"], "choice": "accept:9", "wording": ""}
    told = json.loads(answered(Question(2, "decide", given), QUESTIONS["decide"], present).value)
    assert (told["outcome"], decided(known)) == ("refused", {})


@pytest.mark.parametrize(
    ("change", "can_be"),
    [(("kind: fact", "kind: [fact"), False), (("short: ", "shrt: "), False), (("fact.timetable", "fact.hours"), True)],
)
def test_what_cannot_be_read_is_not_taken_for_gone(tmp_path: Path, change: tuple[str, str], can_be: bool) -> None:
    root = write_harbour(tmp_path)
    assert can_be_compared(examine(Project(root)).value)
    (root / FACTS).write_text((root / FACTS).read_text().replace(*change))
    assert can_be_compared(examine(Project(root)).value) is can_be


def test_as_long_as_the_report_cannot_be_read_nothing_is_said_of_proposals(reading: OpenReviews) -> None:
    (told,) = reading.proposals({})
    assert (told.choices, "cannot be held against the report now" in told.explained) == ((), True)
