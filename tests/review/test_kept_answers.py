"""Answers are kept file by file, and what people write into the record stays there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.files.yaml import parse_yaml
from briefs.model.answer import Answers, Entry, OfficeAnswer, Tick
from briefs.model.answer_record import AnswerRecord, OfficeDecision, ReturnedFile
from briefs.model.diagnostics import BriefsError, DocumentError
from briefs.model.document import Document
from briefs.review.kept_answers import document_seen, read_answers, returned_file
from briefs.review.review_folders import review_folder
from tests.render.builders import document, paragraph, section
from tests.reviewed import keep_answers_to

LEGAL = Answers(
    "Legal.docx",
    "a" * 64,
    (OfficeAnswer("Legal", "cleared", "Yes", "Jane Doe", "20.11.26", "2026-11-20"),),
    (Tick("ask/rec.tides", "Agree: Publish the tides."),),
    (Entry("Number of quays", "12: twelve, “dozen” # or so"),),
)
POLICY = Answers("Policy.docx", "b" * 64, (OfficeAnswer("Policy", "unclear", "Fine", "", "May", ""),))
WRITTEN = f"""\
# What came back of R/1 0.3. `briefs review` adds files at the end, and changes nothing else.
# If it did not understand what an office decided, ask the office, and correct `decision`:
# cleared, with comments, not cleared, or unclear.
answers: 1
edition:
  identifier: "R/1 0.3"
  report: harbour
  audience: ministers
  version: "0.3"
  date: 2026-03-12
files:
  - name: "Legal.docx"
    sha256: {"a" * 64}
    seen: SEEN
    offices:
      - office: Legal
        decision: cleared
        written: "Yes"
        date: 2026-11-20
        date_written: "20.11.26"
    ticks:
      - unit: "ask/rec.tides"
        label: "Agree: Publish the tides."
    entries:
      - unit: Number of quays
        text: "12: twelve, “dozen” # or so"
    proposals: ["0a1b2c", "999999"]
"""


def seen() -> Document:
    return document(section(paragraph("Words of it")))


def keep(root: Path, *answers: Answers, proposals: tuple[str, ...] = ()) -> bool:
    return keep_answers_to(root, "harbour", seen(), [returned_file(one, proposals) for one in answers])


def path(root: Path) -> Path:
    return review_folder(root, "R/1 0.3") / "answers.yaml"


def kept(root: Path) -> AnswerRecord:
    found = read_answers(path(root).parent, root).value
    assert found is not None
    return found.record


def test_the_record_says_which_office_decided_what_in_which_file_and_names_nobody(tmp_path: Path) -> None:
    assert keep(tmp_path, LEGAL, proposals=("999999", "0a1b2c"))
    text = path(tmp_path).read_text()
    hash = kept(tmp_path).files[0].seen
    assert hash is not None
    assert text == WRITTEN.replace("SEEN", hash)
    assert "Jane" not in text


def test_the_edition_is_kept_beside_it_as_the_offices_saw_it(tmp_path: Path) -> None:
    keep(tmp_path, LEGAL)
    (file,) = kept(tmp_path).files
    assert document_seen(path(tmp_path).parent, file) == seen()
    (edition,) = path(tmp_path).parent.glob("*.json.gz")
    edition.write_bytes(edition.read_bytes()[:-9])
    assert document_seen(path(tmp_path).parent, file) is None
    edition.unlink()
    assert document_seen(path(tmp_path).parent, file) is None
    assert document_seen(path(tmp_path).parent, ReturnedFile(name="x", sha256="c" * 64)) is None


def test_a_draft_that_was_built_twice_is_kept_twice(tmp_path: Path) -> None:
    keep(tmp_path, LEGAL)
    other = replace(seen(), title="Another title")
    assert keep_answers_to(tmp_path, "harbour", other, [returned_file(POLICY)])
    documents = [document_seen(path(tmp_path).parent, file) for file in kept(tmp_path).files]
    assert documents == [seen(), other]


def test_a_file_is_kept_once_and_what_people_wrote_stays(tmp_path: Path) -> None:
    keep(tmp_path, POLICY)
    text = path(tmp_path).read_text().replace("decision: unclear", "decision: cleared  # asked Policy, 3 May")
    path(tmp_path).write_text(text)
    assert not keep(tmp_path, POLICY)
    assert path(tmp_path).read_text() == text
    assert keep(tmp_path, POLICY, LEGAL)
    assert path(tmp_path).read_text().startswith(text)
    assert [file.name for file in kept(tmp_path).files] == ["Policy.docx", "Legal.docx"]
    assert kept(tmp_path).files[0].offices[0].decision == "cleared"


@pytest.mark.parametrize("ending", ["files: []\n", "", "files:\n- {name: x.docx, sha256: " + "c" * 64 + "}"])
def test_however_the_list_is_written_files_are_added(tmp_path: Path, ending: str) -> None:
    keep(tmp_path, LEGAL)
    text = path(tmp_path).read_text()
    path(tmp_path).write_text(text[: text.index("files:")] + ending)
    before = len(kept(tmp_path).files)
    assert keep(tmp_path, POLICY)
    assert [file.name for file in kept(tmp_path).files][before:] == ["Policy.docx"]


def test_mistakes_in_the_record_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    keep(tmp_path, LEGAL)
    text = path(tmp_path).read_text().replace("decision: cleared", "decision: celared")
    path(tmp_path).write_text(text)
    (problem,) = read_answers(path(tmp_path).parent, tmp_path).problems
    assert (problem.code, problem.place.path, problem.place.line) == (
        "field-invalid",
        "reviews/R-1_0.3/answers.yaml",
        17,
    )
    with pytest.raises(DocumentError):
        keep(tmp_path, POLICY)
    path(tmp_path).write_text("answers: [")
    assert [one.code for one in read_answers(path(tmp_path).parent, tmp_path).problems] == ["yaml-syntax"]
    path(tmp_path).write_text(text.replace("celared", "cleared").replace("answers: 1", "answers: 2"))
    assert [one.code for one in read_answers(path(tmp_path).parent, tmp_path).problems] == ["field-invalid"]


def test_answers_to_an_edition_of_another_report_are_not_mixed_with_it(tmp_path: Path) -> None:
    keep(tmp_path, LEGAL)
    with pytest.raises(BriefsError, match=r"holds the answers to R/1 0.3 of harbour"):
        keep_answers_to(tmp_path, "lighthouse", seen(), [returned_file(POLICY)])


def test_without_a_record_there_are_no_answers(tmp_path: Path) -> None:
    assert read_answers(tmp_path, tmp_path).value is None


@given(st.text(st.characters(codec="utf-8"), min_size=1), st.text(st.characters(codec="utf-8")))
def test_whatever_somebody_wrote_is_read_back(written: str, more: str) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        answers = replace(POLICY, file=more or "x", offices=(OfficeAnswer(written, "unclear", more),))
        assert keep(Path(folder), answers)
        assert kept(Path(folder)).files[0].offices == (
            OfficeDecision(office=written, decision="unclear", written=more),
        )
        assert isinstance(parse_yaml(path(Path(folder)).read_text(encoding="utf-8"), "x")[0], dict)


def test_proposals_have_other_ids_beside_those_of_more_files(tmp_path: Path) -> None:
    keep(tmp_path, LEGAL, proposals=("0a1b2c", "999999"))
    text = path(tmp_path).read_text().replace("files:", "files:  # by mail")
    path(tmp_path).write_text(text)
    assert not keep(tmp_path, LEGAL, proposals=("0a1b2c", "777777"))
    assert '"999999"' in text
    assert path(tmp_path).read_text() == text.replace('"0a1b2c", "999999"', '"0a1b2c", "777777"')
    assert not keep(tmp_path, LEGAL)
    assert kept(tmp_path).files[0].proposals == ("0a1b2c", "777777")


def test_a_list_that_somebody_wrote_in_another_way_stays_as_it_is(tmp_path: Path) -> None:
    keep(tmp_path, LEGAL, proposals=("0a1b2c",))
    text = path(tmp_path).read_text().replace('    proposals: ["0a1b2c"]', "    proposals:\n    - '0a1b2c'")
    path(tmp_path).write_text(text)
    assert not keep(tmp_path, LEGAL, proposals=("777777",))
    assert path(tmp_path).read_text() == text
