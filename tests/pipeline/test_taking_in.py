"""What a review has read is kept: answers by file, ids of proposals, and the edition, if it is kept in a build."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.model.answer import Answers, OfficeAnswer
from briefs.model.brief_key import BriefKey
from briefs.model.review import Review, ReviewedEdition, ReviewedFile
from briefs.output.last_manifest import read_manifest
from briefs.pipeline.clearance_rounds import read_rounds
from briefs.pipeline.taking_in import take_in
from tests.builders import write_project
from tests.projects import run
from tests.reviewed import a_proposal, a_variant, by

JANE, TOM = ReviewedFile("jane.docx", "a" * 64, "", "record", 1), ReviewedFile("tom.docx", "b" * 64, "", "record", 0)
REWORD = a_proposal(a_variant("All agreed.", by("Jane")), comment="Really?")
FORMAT = replace(a_proposal(a_variant("Some agreed.", by("Tom"))), kind="format")
CLEARED = Answers("tom.docx", "b" * 64, (OfficeAnswer("Policy", "cleared", "Yes"),))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = write_project(tmp_path_factory.mktemp("project"))
    assert run(root, "build", "--audience", "captains", "--format", "html", "--quiet") == 0
    return root


def reviewed(root: Path, sha256: str | None = None) -> Review:
    (entry,) = read_manifest(root / "build")["editions"]
    edition = ReviewedEdition(
        entry["identifier"],
        entry["report"],
        BriefKey("captains"),
        entry["version"],
        "draft",
        entry["date"],
        sha256=entry["sha256"] if sha256 is None else sha256,
    )
    return Review(edition, (JANE, TOM), (REWORD, FORMAT), answers=(CLEARED,))


def test_files_are_kept_with_answers_proposals_and_the_edition(built: Path, tmp_path: Path) -> None:
    review = reviewed(built)
    assert take_in(tmp_path, review, built / "build")
    assert take_in(tmp_path, review, built / "build")
    (one,) = read_rounds(tmp_path, review.edition.report).value
    assert [(file.name, file.proposals) for file in one.answers.record.files] == [
        ("jane.docx", (REWORD.id,)),
        ("tom.docx", ()),
    ]
    answer = one.of_office("Policy")
    assert answer is not None
    assert answer.state == "cleared"
    seen = one.seen(answer.file)
    assert seen is not None
    assert seen.properties.identifier == review.edition.identifier


@pytest.mark.parametrize("sha256", ["", "c" * 64])
def test_an_edition_that_is_not_in_the_build_is_not_kept(built: Path, tmp_path: Path, sha256: str) -> None:
    review = reviewed(built, sha256)
    assert not take_in(tmp_path, review, built / "build")
    (one,) = read_rounds(tmp_path, review.edition.report).value
    assert [one.seen(file) for file in one.answers.record.files] == [None, None]


def test_a_kept_edition_that_was_altered_is_not_taken(built: Path, tmp_path: Path) -> None:
    review = reviewed(built)
    (kept,) = (built / "build" / "editions").iterdir()
    content = kept.read_bytes()
    try:
        kept.write_bytes(content + b"x")
        assert not take_in(tmp_path, review, built / "build")
    finally:
        kept.write_bytes(content)
    (one,) = read_rounds(tmp_path, review.edition.report).value
    assert one.answers.record.files[0].seen is None


def test_an_edition_that_was_not_kept_at_first_is_kept_with_the_files_that_are_known(
    built: Path, tmp_path: Path
) -> None:
    review = reviewed(built)
    assert not take_in(tmp_path, review, tmp_path / "build")
    assert take_in(tmp_path, review, built / "build")
    (one,) = read_rounds(tmp_path, review.edition.report).value
    assert all(one.seen(file) is not None for file in one.answers.record.files)


def test_an_edition_beside_a_review_is_kept_when_the_build_is_lost_and_the_other_way_round(
    built: Path, tmp_path: Path
) -> None:
    review = reviewed(built)
    take_in(tmp_path, replace(review, files=(JANE,)), built / "build")
    assert take_in(tmp_path, review, None)
    (kept,) = (tmp_path / "reviews").glob("*/edition-*")
    kept.unlink()
    assert take_in(tmp_path, review, built / "build")
    assert kept.exists()
