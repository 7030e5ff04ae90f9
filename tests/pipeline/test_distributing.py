"""Distribution gives out what was cleared, to everybody in the list and nobody else, and carries on after failures."""

from __future__ import annotations

import email
import email.policy
import hashlib
import json
import os
import subprocess
from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError, DocumentError
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.distributing import distribute
from briefs.pipeline.distribution_signing import Signatures
from briefs.pipeline.distribution_upkeep import forget, withdraw
from briefs.pipeline.distributions import Distributions
from tests.builders import contents, write_files, write_project
from tests.distribution import (
    ANN,
    BO,
    CY,
    LETTERS,
    OFFICE,
    copied,
    distributed,
    folder_of,
    order,
    register_of,
)
from tests.projects import built
from tests.signing.samples import signer


@pytest.fixture
def root(harbour_to_distribute: Path, tmp_path: Path) -> Path:
    return copied(harbour_to_distribute, tmp_path / "harbour")


def message(path: Path) -> email.message.EmailMessage:
    return email.message_from_bytes(path.read_bytes(), policy=email.policy.default)


def test_everybody_gets_what_was_cleared_in_the_formats_asked_for(root: Path) -> None:
    result = distributed(root, ANN, BO, CY)
    assert [(one.name, one.made, one.messages, one.by_hand) for one in result.editions] == [
        ("HB-CAP_1.0_cleared", 2, 2, 0),
        ("HB-CLE_1.0_cleared", 1, 0, 1),
    ]
    captains = folder_of(root)
    pdf, docx = ("harbour_brief-captains_v1.0_cleared.pdf", "harbour_brief-captains_v1.0_cleared.docx")
    for name in (pdf, docx):
        assert (captains / "edition" / name).read_bytes() == (root / "build" / name).read_bytes()
    second = message(captains / "outbox" / "0002.eml")
    assert (second["To"], second["Subject"]) == ("Bo PEDULLA' <bo@example.org>", "Brief for Captains (HB/CAP)")
    attached = {part.get_filename(): part.get_content() for part in second.iter_attachments()}
    assert attached == {name: (root / "build" / name).read_bytes() for name in (pdf, docx)}
    body = second.get_body(("plain",))
    assert body is not None
    assert body.get_content().splitlines() == [
        "Captain,",
        "",
        "The brief is attached.",
        "",
        "1. Publish the tides each week.",
    ]
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=captains, check=True)
    assert captains.stat().st_mode & 0o777 == 0o700


def test_the_register_says_who_has_which_copy(root: Path) -> None:
    distributed(root, ANN, BO)
    register = register_of(root)
    manifest = json.loads((root / "build" / "manifest.json").read_bytes())
    cleared = {entry["sha256"] for entry in manifest["files"]}
    assert [(copy.number, copy.total, copy.recipient.name) for copy in register.copies if copy.recipient] == [
        (1, 2, "Ann Ó RÍORDÁIN"),
        (2, 2, "Bo PEDULLA'"),
    ]
    for copy in register.copies:
        for file in copy.files:
            assert hashlib.sha256((folder_of(root) / file.path).read_bytes()).hexdigest() == file.sha256
            assert file.cleared in cleared


def test_names_are_in_the_folder_and_nowhere_else(root: Path) -> None:
    distributed(root, ANN, BO, CY)
    for path in (root / "build").rglob("*"):
        if path.is_file() and "distribution" not in path.parts:
            assert b"PEDULLA" not in path.read_bytes()


def test_the_same_again_changes_nothing(root: Path) -> None:
    distributed(root, ANN, BO)
    before = contents(folder_of(root))
    (again,) = distributed(root, ANN, BO).editions
    assert (again.made, again.kept) == (0, 2)
    assert contents(folder_of(root)) == before


def test_who_is_added_gets_the_next_number_and_nothing_else_changes(root: Path) -> None:
    distributed(root, BO)
    before = contents(folder_of(root))
    (again,) = distributed(root, ANN, BO).editions
    assert (again.made, again.kept) == (1, 1)
    after = contents(folder_of(root))
    assert {name for name in after if after[name] != before.get(name)} == {
        "outbox/0002.eml",
        "register.json",
        "register.csv",
        "cover-list.html",
        "SHA256SUMS",
    }
    assert [(copy.number, copy.total) for copy in register_of(root).copies] == [(1, 1), (2, 2)]


def test_a_build_leaves_distributions_as_they_are(root: Path) -> None:
    distributed(root, ANN)
    before = contents(folder_of(root))
    built(root, formats=("html",), output=root / "build")
    assert contents(folder_of(root)) == before
    assert folder_of(root).stat().st_mode & 0o777 == 0o700


def test_a_salutation_can_be_corrected_before_it_is_sent(root: Path) -> None:
    distributed(root, ANN)
    before = register_of(root).copies[0].message
    (again,) = distributed(root, ANN.replace("Captain", "Dear Captain")).editions
    assert (again.made, again.kept, again.aside) == (0, 1, ())
    after = register_of(root).copies[0].message
    assert before is not None
    assert after is not None
    assert (before.id, before.path) == (after.id, after.path)
    assert b"Dear Captain," in (folder_of(root) / after.path).read_bytes()


def test_copies_of_those_who_left_the_list_are_named_and_can_be_withdrawn(root: Path) -> None:
    distributed(root, ANN, BO)
    (again,) = distributed(root, BO).editions
    assert (again.others, again.others_to_send) == ((1,), (1,))
    place = Distributions(root / "build", root / "build" / "distribution")
    withdraw(place, "HB-CAP_1.0_cleared", [1])
    first, second = register_of(root).copies
    assert (first.is_withdrawn, first.message, second.is_withdrawn) == (True, None, False)
    assert not (folder_of(root) / "outbox" / "0001.eml").exists()
    (again,) = distributed(root, BO).editions
    assert (again.others, again.others_to_send) == ((), ())
    with pytest.raises(BriefsError, match="has no copy 9"):
        withdraw(place, "HB-CAP_1.0_cleared", [9])
    with pytest.raises(UnknownName):
        withdraw(place, "HB-MIN_1.0_cleared", [1])


def test_what_names_people_is_forgotten_and_hashes_stay(root: Path) -> None:
    distributed(root, ANN, BO)
    files = [copy.files for copy in register_of(root).copies]
    place = Distributions(root / "build", root / "build" / "distribution")
    assert forget(place, "HB-CAP_1.0_cleared")[1] == 4
    assert [copy.files for copy in register_of(root).copies] == files
    for name, content in contents(folder_of(root)).items():
        for word in (b"PEDULLA", b"bo@example.org", b"East Quay"):
            assert word not in content, name
    assert forget(place, "HB-CAP_1.0_cleared")[1] == 1
    with pytest.raises(BriefsError, match="has forgotten who was given copies, so nobody can be added"):
        distributed(root, ANN)


def test_what_a_killed_run_left_is_forgotten_too(root: Path) -> None:
    distributed(root, ANN)
    for name in ("cover-list.html.part", "register.csv.part", "register.json.part", "outbox/0009.eml.part"):
        (folder_of(root) / name).write_text("PEDULLA'")
    forget(Distributions(root / "build", root / "build" / "distribution"), "HB-CAP_1.0_cleared")
    assert not list(folder_of(root).rglob("*.part"))


def test_nothing_is_written_or_removed_through_a_link(root: Path, tmp_path: Path) -> None:
    distributed(root, ANN)
    (tmp_path / "0001.eml").write_text("mine")
    (folder_of(root) / "outbox").rename(folder_of(root) / "moved")
    (folder_of(root) / "outbox").symlink_to(tmp_path)
    place = Distributions(root / "build", root / "build" / "distribution")
    for change in (
        lambda: distributed(root, ANN),
        lambda: withdraw(place, "HB-CAP_1.0_cleared", [1]),
        lambda: forget(place, "HB-CAP_1.0_cleared"),
    ):
        with pytest.raises(BriefsError, match="outbox is a link"):
            change()
    assert [path.read_text() for path in tmp_path.glob("*.eml")] == ["mine"]


def test_drafts_go_to_those_who_clear_them_and_to_nobody_else(root: Path) -> None:
    (made,) = distributed(root, ANN, OFFICE, for_clearance=True).editions
    assert (made.name, made.made) == ("HB-CAP_0.1_draft", 1)
    sent = message(folder_of(root, edition="0.1_draft") / "outbox" / "0001.eml")
    assert (sent["To"], sent["Subject"]) == (
        "Policy Office <policy@example.org>",
        "For clearance: Brief for Captains (HB/CAP)",
    )
    (made,) = distributed(root, ANN, OFFICE).editions
    assert [copy.recipient.name for copy in register_of(root).copies if copy.recipient] == ["Ann Ó RÍORDÁIN"]
    with pytest.raises(BriefsError, match="has nobody who clears drafts"):
        distributed(root, ANN, for_clearance=True)
    with pytest.raises(BriefsError, match="has nobody to whom the cleared edition goes"):
        distributed(root, OFFICE)


def test_mistakes_in_list_and_letters_are_told_at_once_and_nothing_is_made(root: Path) -> None:
    letter = root / "templates" / "letters" / "captains.md"
    letter.write_text(letter.read_text().replace("recipient.salutation", "recipient.greeting"))
    with pytest.raises(DocumentError) as error:
        distributed(root, ANN.replace("captains", "captain"), BO.replace("bo@", "bo"), CY)
    assert [(one.place.line, one.code) for one in error.value.diagnostics] == [
        (2, "audience-unknown"),
        (3, "recipient-value"),
    ]
    with pytest.raises(DocumentError) as error:
        distributed(root, ANN)
    assert [(one.place.path, one.code) for one in error.value.diagnostics] == [
        ("templates/letters/captains.md", "template-name")
    ]
    assert not (root / "build" / "distribution").exists()


def test_a_number_that_another_has_is_told_before_anything_is_made(root: Path) -> None:
    distributed(root, ANN)
    before = contents(root / "build")
    asked = order(root, BO)
    (root / "list.csv").write_text("name,salutation,audience,copy\nBo,Captain,captains,1\n")
    with pytest.raises(DocumentError) as error:
        distribute(asked)
    assert [(one.place.line, one.code) for one in error.value.diagnostics] == [(2, "copy-given")]
    assert contents(root / "build") == before


def test_a_file_altered_after_clearing_is_refused(root: Path) -> None:
    path = root / "build" / "harbour_brief-captains_v1.0_cleared.pdf"
    path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(BriefsError, match="has been changed since it was built"):
        distributed(root, ANN)
    assert not (root / "build" / "distribution").exists()


def test_an_edition_is_fixed_once_it_is_distributed(root: Path) -> None:
    distributed(root, ANN)
    before = contents(folder_of(root))
    template = root / "templates" / "captains.md"
    template.write_text(template.read_text().replace("What a timetable could change", "What timetables could change"))
    built(root, "captains", status="cleared", output=root / "build")
    with pytest.raises(BriefsError, match="copies of an edition with the same number that says something else"):
        distributed(root, ANN, BO)
    assert contents(folder_of(root)) == before


def test_a_copy_that_a_person_changed_is_moved_aside(root: Path) -> None:
    distributed(root, ANN)
    path = folder_of(root) / "outbox" / "0001.eml"
    path.write_bytes(b"a note")
    (again,) = distributed(root, ANN).editions
    assert again.aside == (folder_of(root) / "outbox" / "0001 (edited).eml",)
    assert again.aside[0].read_bytes() == b"a note"
    assert register_of(root).copies[0].message is not None


@pytest.mark.parametrize("stop", [0, 3, 7, *(pytest.param(at, marks=pytest.mark.slow) for at in (1, 2, 4, 5, 6))])
def test_a_run_that_was_stopped_anywhere_is_carried_on(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: int
) -> None:
    other = copied(root, tmp_path / "stopped")
    left, real = stop, os.write

    def write(file: int, content: bytes) -> int:
        nonlocal left
        left -= 1
        if left < 0:
            real(file, bytes(content[:3]))
            raise OSError(28, os.strerror(28))
        return real(file, content)

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", write)
        with pytest.raises(BriefsError, match="No space left on device"):
            distributed(other, ANN, BO)
    assert not (folder_of(other) / "register.json").exists()
    distributed(other, ANN, BO)
    distributed(root, ANN, BO)
    assert contents(folder_of(other)) == contents(folder_of(root))


def test_a_damaged_register_is_never_made_anew(root: Path) -> None:
    distributed(root, ANN)
    path = folder_of(root) / "register.json"
    path.write_text("{")
    with pytest.raises(BriefsError, match="is damaged and cannot be read"):
        distributed(root, ANN)
    assert path.read_text() == "{"


@pytest.mark.parametrize(
    ("fields", "of"), [({"audiences": ("captain",)}, "audience"), ({"products": ("checklist",)}, "product")]
)
def test_names_that_the_build_does_not_have_are_told(root: Path, fields: dict[str, tuple[str]], of: str) -> None:
    with pytest.raises(UnknownName) as error:
        distributed(root, ANN, **fields)
    assert error.value.of == of


def test_a_signed_list_is_not_taken_for_changed_by_hand_after_a_copy_was_withdrawn(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefs.pipeline.distributing.signatures_for", lambda *_: Signatures(signer(), None))
    distributed(root, ANN, BO, signing="edition")
    before = contents(folder_of(root))
    withdraw(Distributions(root / "build", root / "build" / "distribution"), "HB-CAP_1.0_cleared", [1])
    assert contents(folder_of(root))["SHA256SUMS"] == before["SHA256SUMS"]
    (again,) = distributed(root, BO, signing="edition").editions
    assert again.aside == ()
    assert b"0001.eml" not in (folder_of(root) / "SHA256SUMS").read_bytes()
    (folder_of(root) / "SHA256SUMS").write_text("mine", encoding="utf-8")
    (again,) = distributed(root, BO, signing="edition").editions
    assert [path.name for path in again.aside] == ["SHA256SUMS (edited)"]


def test_an_audience_whose_brief_was_not_built_is_no_mistake_in_the_list(tmp_path: Path) -> None:
    root = tmp_path / "harbour"
    write_files(write_project(root) / "templates" / "letters", LETTERS, ".md")
    built(root, "captains", formats=("pdf",), status="cleared", output=root / "build")
    with pytest.raises(BriefsError, match="has no cleared edition for clerks") as error:
        distributed(root, ANN, CY)
    assert error.value.hint == "build it: briefs build --status cleared --audience clerks"
    assert [one.made for one in distributed(root, ANN, CY, audiences=("captains",)).editions] == [1]


@pytest.mark.slow
def test_a_name_that_would_add_a_page_is_told_with_its_row_before_anything_is_made(
    personal_harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefs.recipients.rows._LONGEST", 10_000)
    root = copied(personal_harbour, tmp_path / "harbour")
    with pytest.raises(DocumentError) as error:
        distributed(root, ANN, ANN.replace("RÍORDÁIN", "RÍORDÁIN " * 600))
    (problem,) = error.value.diagnostics
    assert (problem.code, problem.place.path, problem.place.line) == ("name-too-long", "list.csv", 3)
    assert not folder_of(root).exists()
