"""Reviews, from the bytes of returned files to complete proposals."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.model.marked_file import MarkedFile
from briefs.model.proposal import Proposal
from briefs.model.review import Review
from briefs.pipeline.order import Project
from briefs.pipeline.reviewing import named_apart, review
from tests.builders import contents
from tests.cleared_harbour import CAPTAINS, CLERKS
from tests.projects import run
from tests.returned_files import packed, unpacked
from tests.reviewing import CAPTAINS_MD, FACTS, with_words, write_harbour

DRAFT = "harbour_brief-captains_v0.1_draft.docx"
QUANTITY = ("Most keepers agreed", "All keepers agreed")


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the draft in its `build/`."""
    root = write_harbour(tmp_path_factory.mktemp("sent") / "project")
    assert run(root, "build", "--format", "docx", "--output", str(root / "build")) == 0
    return root


@pytest.fixture
def draft(sent: Path) -> bytes:
    return (sent / "build" / DRAFT).read_bytes()


@pytest.fixture
def project(sent: Path, tmp_path: Path) -> Path:
    """A copy of the project, to be changed."""
    return Path(shutil.copytree(sent, tmp_path / "project", symlinks=True))


def reviewed(root: Path, folder: Path, build: Path | None = None, against: str = "", **files: bytes) -> Review:
    paths = []
    for name, content in files.items():
        paths.append(folder / f"{name}.docx")
        paths[-1].write_bytes(content)
    return review(Project(root), paths, build or root / "build", against)


def codes(one: Proposal) -> set[str]:
    return {found.code for variant in one.variants for found in variant.findings}


def without_record(file: bytes) -> bytes:
    """A Word file without its custom XML and its properties, as other programs save it."""
    parts = {name: part for name, part in unpacked(file).items() if not name.startswith(("customXml/", "docProps/"))}
    for name in ("_rels/.rels", "word/_rels/document.xml.rels", "[Content_Types].xml"):
        kept = parts[name].replace(b"><", b">\n<").split(b"\n")
        parts[name] = b"".join(line for line in kept if b"customXml" not in line and b"docProps" not in line)
    return packed(parts)


def test_an_edit_is_answered_with_its_place_its_passage_and_what_the_checks_find(
    sent: Path, draft: bytes, tmp_path: Path
) -> None:
    before = contents(sent)
    found = reviewed(sent, tmp_path, legal=with_words(draft, *QUANTITY, "Ana"))
    assert (found.edition.identifier, found.edition.report, found.files[0].found_by) == (
        "HB/CAP 0.1 draft",
        "harbour",
        "record",
    )
    (one,) = found.proposals
    assert (one.kind, one.form, str(one.place)) == ("reword", "fact.timetable/short", f"{FACTS}:5")
    assert [by.by for by in one.variants[0].reviewed] == ["Ana"]
    assert [write.after for write in one.variants[0].writes] == [
        "All keepers agreed that a shared timetable would reduce waiting."
    ]
    assert "strength-upgraded" in codes(one)
    assert [source.label for source in one.sources] == ["I ¶1"]
    assert found.not_understood == ()
    assert contents(sent) == before


def test_nothing_is_proposed_by_a_file_that_nobody_changed(sent: Path, draft: bytes, tmp_path: Path) -> None:
    found = reviewed(sent, tmp_path, legal=draft)
    assert (found.proposals, found.not_understood, found.notes) == ((), (), ())


def test_two_reviewers_who_differ_are_a_conflict_with_both_checked(sent: Path, draft: bytes, tmp_path: Path) -> None:
    legal = with_words(draft, *QUANTITY, "Ana")
    policy = with_words(draft, "Most keepers agreed", "Most keepers thought", "Bo")
    found = reviewed(sent, tmp_path, legal=legal, policy=policy)
    assert reviewed(sent, tmp_path, policy=policy, legal=legal).proposals == found.proposals
    assert found.proposals
    for one in found.proposals:
        for variant in one.variants:
            assert variant.writes
            assert ("strength-upgraded" in {each.code for each in variant.findings}) == ("All" in variant.text)


def test_an_edit_that_nobody_tracked_is_found_too(sent: Path, draft: bytes, tmp_path: Path) -> None:
    (one,) = reviewed(sent, tmp_path, legal=with_words(draft, "Waiting", "Long waiting")).proposals
    assert (one.kind, str(one.place)) == ("reword", f"{CAPTAINS_MD}:11")
    assert not one.variants[0].reviewed[0].is_tracked


@pytest.mark.slow
def test_without_record_and_properties_the_edition_is_found_by_its_words(
    sent: Path, draft: bytes, tmp_path: Path
) -> None:
    file = without_record(with_words(draft, *QUANTITY, "Ana"))
    found = reviewed(sent, tmp_path, legal=file)
    assert found.files[0].found_by == "text"
    assert [one.form for one in found.proposals] == ["fact.timetable/short"]
    assert "strength-upgraded" in codes(found.proposals[0])
    with pytest.raises(BriefsError, match="does not say which edition"):
        reviewed(sent, tmp_path, build=tmp_path, legal=file)
    kept = next((sent / "build" / "editions").iterdir())
    named = reviewed(sent, tmp_path, build=tmp_path, against=str(kept), legal=file)
    assert named.files[0].found_by == "named"
    assert [one.id for one in named.proposals] == [one.id for one in found.proposals]


def test_a_file_with_its_record_can_be_reviewed_where_no_edition_is_kept(
    sent: Path, draft: bytes, tmp_path: Path
) -> None:
    found = reviewed(sent, tmp_path, build=tmp_path, legal=with_words(draft, *QUANTITY, "Ana"))
    assert (found.edition.report, found.edition.sha256) == ("harbour", "")
    assert [str(one.place) for one in found.proposals] == [f"{FACTS}:5"]
    assert found.notes == (
        "No kept edition has the words that the files carry as those of HB/CAP 0.1 draft: they are compared with the "
        "words that they carry.",
    )


@pytest.mark.slow
def test_a_return_of_an_older_draft_is_said(project: Path, draft: bytes, tmp_path: Path) -> None:
    later = ["--version", "0.2", "--date", "2010-06-01"]
    assert run(project, "build", "--format", "docx", "--output", str(project / "build"), *later) == 0
    found = reviewed(project, tmp_path, legal=with_words(draft, *QUANTITY, "Ana"))
    assert found.edition.later == "HB/CAP 0.2 draft"
    assert found.notes == (
        "The files are copies of HB/CAP 0.1 draft, an older edition: the present one is HB/CAP 0.2 draft.",
    )
    new = (project / "build" / DRAFT.replace("v0.1", "v0.2")).read_bytes()
    with pytest.raises(
        BriefsError, match=r"a.docx is a copy of HB/CAP 0.1 draft, but b.docx is one of HB/CAP 0.2 draft"
    ):
        reviewed(project, tmp_path, a=draft, b=new)


def test_what_was_edited_meanwhile_is_a_conflict(project: Path, draft: bytes, tmp_path: Path) -> None:
    path = project / FACTS
    path.write_text(path.read_text(encoding="utf-8").replace("would reduce", "could reduce"), encoding="utf-8")
    (one,) = reviewed(project, tmp_path, legal=with_words(draft, *QUANTITY, "Ana")).proposals
    assert "was changed meanwhile" in one.obstacle
    assert one.variants[0].writes == ()


def test_another_report_than_that_of_the_edition_is_refused(sent: Path, draft: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(draft)
    with pytest.raises(BriefsError, match="which belongs to the report harbour"):
        review(Project(sent, "other"), [path], sent / "build")


def test_a_cleared_edition_can_come_back_too(cleared_harbour: Path, tmp_path: Path) -> None:
    build = cleared_harbour / "build"
    captains, clerks = (
        (build / f"{name}_cleared.docx").read_bytes() for name in (f"{CAPTAINS}_v1.1", f"{CLERKS}_v1.0")
    )
    found = reviewed(cleared_harbour, tmp_path, captains=with_words(captains, *QUANTITY))
    assert (found.edition.status, found.notes) == ("cleared", ())
    (one,) = found.proposals
    assert [write.path for write in one.variants[0].writes] == [FACTS]
    assert "strength-upgraded" in codes(one)
    (other,) = reviewed(cleared_harbour, tmp_path, clerks=with_words(clerks, *QUANTITY)).proposals
    assert (
        "the project now says “Most keepers agreed that a shared timetable would much reduce waiting.”"
        in other.obstacle
    )


def test_files_of_one_name_are_told_apart_and_keep_the_names_that_they_are_known_under() -> None:
    a, b, c = (MarkedFile("brief.docx", one, {}, (), "", ()) for one in "abc")
    other = MarkedFile("other.docx", "d", {}, (), "", ())
    assert [one.name for one in named_apart([b, a, other, b], {})] == [
        "brief.docx (2)",
        "brief.docx",
        "other.docx",
        "brief.docx (2)",
    ]
    known = {"b": "brief.docx", "d": "legal.docx"}
    assert [one.name for one in named_apart([a, b, c, other], known)] == [
        "brief.docx (2)",
        "brief.docx",
        "brief.docx (3)",
        "legal.docx",
    ]
