"""The answer is a Word file in the look of its brief, the same each time, and takes the place of nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs import pipeline
from briefs.model.answer import Answers, OfficeAnswer
from briefs.model.diagnostics import BriefsError, DocumentError
from briefs.model.document import Document
from briefs.model.sent_paragraphs import sent_paragraphs
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.answering import write_answer_file
from briefs.review.decisions import decision_on, keep_decisions, read_decisions, with_decisions
from briefs.review.kept_answers import returned_file
from briefs.verification.word_contents import word_contents
from tests.builders import write_project
from tests.projects import built, run
from tests.reviewed import a_proposal, a_variant, by, keep_answers_to

EDITION = "HB/CAP 0.1 draft"
FIRST, SECOND = a_proposal(a_variant("All agreed.", by("Jane"))), a_proposal(a_variant("Some agreed."), before="Other.")
LEGAL = Answers("jane.docx", "a" * 64, (OfficeAnswer("Legal", "cleared", "Yes", "Jane Doe"),))


def project(root: Path) -> pipeline.Project:
    return pipeline.Project(root)


def answered(tmp_path: Path) -> tuple[Path, Document]:
    """A project in which Legal has answered the draft for captains, and one proposal is decided."""
    root = write_project(tmp_path)
    (brief,) = built(root, "captains", formats=()).briefs
    report = project(root).name
    keep_answers_to(root, report, brief.document, [returned_file(LEGAL, (FIRST.id,))])
    kept = read_decisions(root, EDITION, report)
    keep_decisions(with_decisions(kept, [decision_on(FIRST, "rejected", reason="No")]), kept.content)
    return root, brief.document


def words(path: Path) -> str:
    return " ".join(word_contents(path.read_bytes()).words)


def test_the_answer_stands_beside_the_decisions_and_is_the_same_each_time(tmp_path: Path) -> None:
    root, _ = answered(tmp_path)
    done = write_answer_file(project(root))
    assert done.path == root / "reviews" / "HB-CAP_0.1_draft" / "answer.docx"
    assert (done.proposals, done.still_open) == (1, 0)
    content = done.path.read_bytes()
    assert write_answer_file(project(root), EDITION).path.read_bytes() == content
    found = words(done.path)
    assert "ANSWER TO COMMENTS ON v0 1" in found.replace(".", " ")
    assert "Not accepted" in found
    assert "Legal" in found
    assert "Jane" not in found
    assert word_contents(content).edition["identifier"] == f"{EDITION} answer"


def test_proposals_that_are_still_open_are_in_it_and_decisions_count_first(tmp_path: Path) -> None:
    root, _ = answered(tmp_path)
    others = [decision_on(one, "later") for one in (SECOND, FIRST)]
    done = write_answer_file(project(root), EDITION, others)
    assert (done.proposals, done.still_open) == (2, 1)


def test_names_are_in_it_if_they_are_asked_for(tmp_path: Path) -> None:
    root, _ = answered(tmp_path)
    done = write_answer_file(project(root), path=tmp_path / "names.docx", names_authors=True)
    assert "Jane" in words(done.path)


def test_a_file_that_is_something_else_is_not_overwritten(tmp_path: Path) -> None:
    root, _ = answered(tmp_path)
    (brief,) = built(root, "captains", formats=("docx",)).briefs
    other = tmp_path / "jane.docx"
    for content in (b"not a Word file", brief.renditions[0].content):
        other.write_bytes(content)
        with pytest.raises(BriefsError, match="is there already, and is another file"):
            write_answer_file(project(root), path=other)
        assert other.read_bytes() == content


def test_without_the_answers_the_edition_is_taken_from_the_build(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    proposals = [decision_on(FIRST, "later")]
    with pytest.raises(BriefsError, match="is not kept"):
        write_answer_file(project(root), EDITION, proposals, build=root / "build")
    assert run(root, "build", "--audience", "captains", "--format", "html", "--quiet") == 0
    assert write_answer_file(project(root), EDITION, proposals, build=root / "build").proposals == 1


def test_an_edition_must_be_named_if_it_is_not_clear_which(tmp_path: Path) -> None:
    root, _ = answered(tmp_path)
    with pytest.raises(UnknownName):
        write_answer_file(project(root), "HB/CAP 0.9 draft")
    (brief,) = built(root, "clerks", formats=()).briefs
    keep_answers_to(root, project(root).name, brief.document, [returned_file(LEGAL)])
    with pytest.raises(BriefsError, match=r"several editions have come back: HB/CAP 0.1 draft, HB/CLE 0.1 draft"):
        write_answer_file(project(root))
    with pytest.raises(BriefsError, match="no edited copy of any edition"):
        write_answer_file(project(write_project(tmp_path / "other")))


def test_what_was_decided_stands_in_the_order_of_the_brief(tmp_path: Path) -> None:
    root, seen = answered(tmp_path)
    keys = [one.key for one in sent_paragraphs(seen) if one.unit]
    places = [replace(FIRST, id=f"aaaaa{number}", key=key, label=f"Para {number}") for number, key in enumerate(keys)]
    after = replace(places[0], id="bbbbbb", kind="new", label="New text")
    kept = read_decisions(root, EDITION, project(root).name)
    decided = [decision_on(one, "rejected") for one in (*reversed(places), after)]
    keep_decisions(with_decisions(kept, decided), kept.content)
    found = words(write_answer_file(project(root)).path)
    labels = ["Para 0", "New text", *(f"Para {number}" for number in range(1, len(keys)))]
    assert len(keys) > 1
    assert sorted(labels, key=found.index) == labels


def test_mistakes_in_what_is_kept_are_told(tmp_path: Path) -> None:
    root, _ = answered(tmp_path)
    (root / "reviews" / "HB-CAP_0.1_draft" / "decisions.yaml").write_text("decisions: 9\n")
    with pytest.raises(DocumentError):
        write_answer_file(project(root))
