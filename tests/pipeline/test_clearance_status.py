"""Cleared editions have been cleared by all offices, where the house wants to see that, and have not expired."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from briefs.model.answer import Answers, OfficeAnswer
from briefs.model.cleared_by import ClearedBy
from briefs.model.decision_words import decision_in
from briefs.model.document import Document
from briefs.review.kept_answers import returned_file
from tests.builders import HOUSE, write_project
from tests.pipeline.test_findings import two_reports
from tests.projects import built, run
from tests.reviewed import keep_answers_to

OFFICES = HOUSE.replace("offices: [Policy]", "offices: [Policy, Legal]\nclearance: required")
RECORDS = """clearances:
  - {office: Policy, version: "1.0", date: 2010-05-02}
  - {office: Legal, audience: clerks, version: "1.0", date: 2010-05-03}
"""
HINT = (
    "  hint: once it has, read its file with `briefs review`, or write under `clearances` in "
    "templates/clearances.yaml\n"
    '    - {office: Legal, audience: clerks, version: "1.0", date: YYYY-MM-DD}\n'
)


def said(tmp_path: Path, capsys: pytest.CaptureFixture[str], records: str, *options: str, house: str = OFFICES) -> str:
    """What a build of the clerks' brief complains of, given what offices have cleared."""
    root = write_project(tmp_path, house=house)
    if records:
        (root / "templates" / "clearances.yaml").write_text(records)
    options = options or ("--status", "cleared")
    code = run(root, "build", "--audience", "clerks", "--format", "html", "--quiet", *options)
    errors = capsys.readouterr().err.removesuffix("1 error; nothing was written\n")
    assert code == (1 if errors else 0)
    assert (root / "build").exists() == (not errors)
    return errors


def test_what_all_offices_have_cleared_is_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(tmp_path, capsys, RECORDS) == ""


@pytest.mark.parametrize(
    "records",
    [
        RECORDS[: RECORDS.index("  - {office: Legal")],
        RECORDS.replace("audience: clerks", "audience: captains"),
        RECORDS.replace("audience: clerks", "audience: clerks, product: checklist"),
        RECORDS.replace('clerks, version: "1.0"', 'clerks, version: "0.9"'),
    ],
)
def test_an_office_that_has_not_cleared_a_brief_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], records: str
) -> None:
    message = 'Legal has not cleared version 1.0 of the brief "clerks" [clearance-missing]'
    assert said(tmp_path, capsys, records) == f"templates/clearances.yaml: error: {message}\n{HINT}"


def test_without_records_every_office_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    errors = said(tmp_path, capsys, "")
    assert "Policy has not cleared version 1.0" in errors
    assert "Legal has not cleared version 1.0" in errors


def test_the_last_decision_of_an_office_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refused = '  - {office: Legal, version: "1.0", date: 2010-05-04, cleared: false}\n'
    assert said(tmp_path / "refused", capsys, RECORDS + refused) == (
        'templates/clearances.yaml:4: error: Legal has refused version 1.0 of the brief "clerks" [clearance-missing]\n'
        "  hint: change what it refused, and have the next version cleared\n"
    )
    again = '  - {office: Legal, audience: clerks, version: "1.0", date: 2010-05-05}\n'
    assert said(tmp_path / "cleared", capsys, RECORDS + refused + again) == ""


def test_drafts_and_houses_that_keep_no_records_need_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(tmp_path / "draft", capsys, "", "--status", "draft") == ""
    assert said(tmp_path / "free", capsys, "", house=HOUSE) == ""


def test_a_house_without_offices_cannot_want_that(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    house = OFFICES.replace("offices: [Policy, Legal]\n", "")
    assert said(tmp_path, capsys, "", house=house) == (
        "templates/house.yaml:11: error: clearance is required, but the house lists no offices [clearance-missing]\n"
        "  hint: list them, as in offices: [Policy, Legal]\n"
    )


def test_mistakes_in_the_records_are_told_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    errors = said(tmp_path, capsys, RECORDS.replace("2010-05-03", "May"))
    assert errors.startswith("templates/clearances.yaml:3: error:")
    assert "clearance-missing" not in errors


def test_a_cleared_edition_is_not_dated_after_it_has_expired(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house = f"{HOUSE}valid_until: 2010-06-30\n"
    assert said(tmp_path / "valid", capsys, "", house=house) == ""
    late = ("--date", "2010-07-01")
    assert said(tmp_path / "draft", capsys, "", "--status", "draft", *late, house=house) == ""
    assert said(tmp_path / "late", capsys, "", "--status", "cleared", *late, house=house) == (
        "templates/house.yaml:12: error: briefs were valid until 2010-06-30, and the edition is dated 2010-07-01 "
        "[edition-expired]\n"
        "  hint: look whether they still hold; then write a later day, and give the edition another version\n"
    )


DRAFT = "HB/CLE 0.1 draft"
ONLY_LEGAL = OFFICES.replace("offices: [Policy, Legal]", "offices: [Legal]")


def drafted(tmp_path: Path, house: str = ONLY_LEGAL) -> tuple[Path, Document]:
    """A project, and the draft of the clerks' brief in it."""
    root = write_project(tmp_path, house=house)
    (brief,) = built(root, "clerks", formats=()).briefs
    return root, brief.document


def report_of(root: Path) -> str:
    return next((root / "seeds").glob("*/")).name


def returned(root: Path, seen: Document, written: str, office: str = "Legal", file: str = "a", *proposals: str) -> Path:
    """Keep that `office` has returned a copy of `seen` with a decision; the file in which that is kept."""
    answer = OfficeAnswer(office, decision_in(written, "en"), written, "Jane", "", "2010-05-06")
    answers = Answers(f"{file}.docx", hashlib.sha256(file.encode()).hexdigest(), (answer,))
    keep_answers_to(root, report_of(root), seen, [returned_file(answers, proposals)])
    return root / "reviews" / "HB-CLE_0.1_draft" / "answers.yaml"


def errors_of(root: Path, capsys: pytest.CaptureFixture[str], command: str = "build") -> str:
    options = ("--format", "html", "--quiet") if command == "build" else ()
    code = run(root, command, "--audience", "clerks", "--status", "cleared", *options)
    errors = capsys.readouterr().err
    assert code == (1 if errors else 0)
    return errors.removesuffix("1 error; nothing was written\n").removesuffix("1 error\n")


def reword(root: Path) -> None:
    path = next((root / "seeds").glob("*/blocks/fact.yaml"))
    path.write_text(path.read_text().replace("would reduce waiting.", "would reduce waiting at the quay."))


@pytest.mark.parametrize("written", ["Cleared", "Cleared with comments", "OK"])
def test_an_office_that_cleared_a_draft_with_the_same_words_has_cleared_the_edition(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], written: str
) -> None:
    root, seen = drafted(tmp_path)
    returned(root, seen, written)
    assert errors_of(root, capsys) == ""
    (brief,) = built(root, "clerks", status="cleared", formats=()).briefs
    assert brief.document.clearances == (ClearedBy("Legal", "2010-05-06", DRAFT),)


def test_what_has_changed_since_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, seen = drafted(tmp_path)
    returned(root, seen, "Cleared")
    reword(root)
    told = errors_of(root, capsys)
    assert told.startswith("reviews/HB-CLE_0.1_draft/answers.yaml:17: error: ")
    assert f"Legal cleared {DRAFT}, and since then this has changed: Para\u00a01: “Most keepers agreed" in told
    assert "[clearance-outdated]\n  hint: send the new draft, and have it cleared again; or take back" in told


def test_offices_that_saw_the_same_draft_are_told_of_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, seen = drafted(tmp_path, OFFICES)
    returned(root, seen, "Cleared")
    returned(root, seen, "Cleared", "Policy", "b")
    reword(root)
    assert f"error: Policy and Legal cleared {DRAFT}, and since then" in errors_of(root, capsys)


def test_an_office_that_clears_the_new_words_is_not_asked_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, seen = drafted(tmp_path)
    returned(root, seen, "Not cleared")
    reword(root)
    (brief,) = built(root, "clerks", formats=(), version="0.2").briefs
    keep_answers_to(
        root,
        report_of(root),
        brief.document,
        [returned_file(Answers("b.docx", "b" * 64, (OfficeAnswer("Legal", "cleared", "Yes"),)))],
    )
    assert errors_of(root, capsys) == ""


def test_checking_finds_what_has_changed_if_there_is_a_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, seen = drafted(tmp_path)
    returned(root, seen, "Cleared")
    assert errors_of(root, capsys) == ""
    reword(root)
    assert "[clearance-outdated]" in errors_of(root, capsys, "check")


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("Not cleared", f"Legal has refused {DRAFT} in a.docx"),
        ("Fine by me", f"Legal wrote “Fine by me” into the clearance table of {DRAFT} in a.docx"),
        ("", f"Legal wrote no decision into the clearance table of {DRAFT} in a.docx"),
    ],
)
def test_an_answer_that_is_no_clearance_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], written: str, message: str
) -> None:
    root, seen = drafted(tmp_path)
    returned(root, seen, written)
    assert f"error: {message} [clearance-missing]\n" in errors_of(root, capsys)


def test_comments_must_be_decided_before_a_clearance_with_comments_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, seen = drafted(tmp_path)
    returned(root, seen, "Cleared with comments", "Legal", "a", "0a1b2c", "4d5e6f")
    told = errors_of(root, capsys)
    assert "with comments, and 2 proposals of it are neither accepted nor rejected [clearance-missing]" in told
    assert "hint: decide, as in: briefs review a.docx\n" in told


def test_two_files_that_contradict_each_other_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, seen = drafted(tmp_path)
    returned(root, seen, "Cleared")
    path = returned(root, seen, "Not cleared", "Legal", "b")
    assert "one thing on HB/CLE 0.1 draft in one file and another in the next: a.docx and b.docx" in errors_of(
        root, capsys
    )
    path.write_text(path.read_text().replace("not cleared", "cleared"))
    assert errors_of(root, capsys) == ""


def test_of_an_edition_that_is_not_kept_nobody_can_say_what_has_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, seen = drafted(tmp_path)
    path = returned(root, seen, "Cleared")
    for kept in path.parent.glob("edition-*"):
        kept.unlink()
    assert "which is not kept any more: nobody can say what has changed since [clearance-outdated]" in errors_of(
        root, capsys
    )


def test_mistakes_in_kept_answers_are_told_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, seen = drafted(tmp_path)
    path = returned(root, seen, "Cleared")
    path.write_text(path.read_text().replace("decision: cleared", "decision: claered"))
    told = errors_of(root, capsys)
    assert "answers.yaml:17: error:" in told
    assert "clearance-missing" not in told


def test_what_the_house_wrote_itself_counts_before_what_files_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, seen = drafted(tmp_path)
    returned(root, seen, "Not cleared")
    record = 'clearances:\n  - {office: Legal, version: "1.0", date: 2010-05-09}\n'
    (root / "templates" / "clearances.yaml").write_text(record)
    assert errors_of(root, capsys) == ""
    (brief,) = built(root, "clerks", status="cleared", formats=()).briefs
    assert brief.document.clearances == (ClearedBy("Legal", "2010-05-09", "HB/CLE 1.0 cleared"),)


def test_where_clearance_is_free_the_record_names_those_who_cleared_these_words(tmp_path: Path) -> None:
    house = OFFICES.replace("clearance: required\n", "")
    root, seen = drafted(tmp_path, house)
    returned(root, seen, "Cleared")
    (brief,) = built(root, "clerks", status="cleared", formats=()).briefs
    assert [one.office for one in brief.document.clearances] == ["Legal"]
    reword(root)
    (brief,) = built(root, "clerks", status="cleared", formats=()).briefs
    assert brief.document.clearances == ()
    (brief,) = built(root, "clerks", formats=()).briefs
    assert brief.document.clearances == ()


def test_an_office_under_another_name_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, seen = drafted(tmp_path)
    path = returned(root, seen, "Cleared", "Legal Dept.")
    told = errors_of(root, capsys)
    assert told.startswith("reviews/HB-CLE_0.1_draft/answers.yaml:16: error: Legal has not cleared version 1.0")
    assert "but somebody called “Legal Dept.” has answered, which is no office of the house [clearance-missing]" in told
    assert "hint: if that is Legal, write so there; the house lists Legal\n" in told
    path.write_text(path.read_text().replace('"Legal Dept."', "LEGAL"))
    assert errors_of(root, capsys) == ""
    path.write_text(path.read_text().replace("LEGAL", "Treasury"))
    assert "once it has, read its file" in errors_of(root, capsys)


def test_names_of_offices_in_records_are_read_as_in_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(tmp_path, capsys, RECORDS.replace("Legal", "LEGAL").replace("Policy,", '" Policy",')) == ""


def test_each_brief_of_each_report_wants_its_own_clearances(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = two_reports(tmp_path)
    house = root / "templates" / "house.yaml"
    house.write_text(ONLY_LEGAL)
    briefs = {(one.report, one.document.audience): one.document for one in built(root, formats=()).briefs}
    for (report, _), document in list(briefs.items())[1:]:
        answers = Answers("a.docx", "a" * 64, (OfficeAnswer("Legal", "cleared"),))
        keep_answers_to(root, report, document, [returned_file(answers)])
    assert list(briefs) == [("harbour", "captains"), ("harbour", "clerks"), ("quay", "captains")]
    capsys.readouterr()
    assert run(root, "check", "--status", "cleared") == 1
    errors = capsys.readouterr().err
    assert errors.count("[clearance-missing]") == 1
    assert 'error: for "harbour": Legal has not cleared version 1.0 of the brief "captains"' in errors
