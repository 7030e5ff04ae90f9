"""Files that turn up: which edition and copy they are, whether they were changed, and what superseded them."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import sys
import zipfile
from pathlib import Path

import pikepdf
import pytest
from pyhanko.pdf_utils.generic import ArrayObject, StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader

from briefs.model.addressing import addressed
from briefs.model.archive import read_edition
from briefs.model.copy import Copy
from briefs.model.diagnostics import BriefsError
from briefs.model.recipient import Recipient
from briefs.model.register import (
    NAME,
    DistributedEdition,
    DistributedFile,
    Message,
    Register,
    RegisteredCopy,
    register_json,
)
from briefs.pipeline.verifying import VerificationOrder, verify
from briefs.render.html.page import render_html
from briefs.signing.detached import sign_detached
from briefs.signing.pdf_signing import sign_pdf
from briefs.verification.page_pictures import pages_look_alike
from briefs.verification.reading_apart import contents_of
from briefs.verification.told_verdict import paragraph
from briefs.verification.verdict import Verdict
from tests.builders import write_project
from tests.cleared_harbour import CAPTAINS, CLERKS, copy_of_build
from tests.projects import run
from tests.render.builders import layout
from tests.signing.authority import MOMENT
from tests.signing.samples import authority, signer

PDF, WORD, PAGE = (f"{CAPTAINS}_v1.1_cleared.{suffix}" for suffix in ("pdf", "docx", "html"))
BRIEF = "the brief for captains, version 1.1 of 2010-06-01, cleared (HB/CAP 1.1 cleared)"
OLD = "the brief for captains, version 1.0 of 2010-05-04, cleared (HB/CAP 1.0 cleared)"
SUPERSEDED = "It has been superseded by version 1.1 of 2010-06-01, cleared."


@pytest.fixture(autouse=True)
def _in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read here, which is faster; tests/verification/test_reading_apart.py reads them apart."""
    for module in ("verifying", "read_verdict"):
        monkeypatch.setattr(f"briefs.pipeline.{module}.read_apart", contents_of)
        monkeypatch.setattr(f"briefs.pipeline.{module}.look_alike_apart", pages_look_alike)


@pytest.fixture
def build(cleared_harbour: Path) -> Path:
    return cleared_harbour / "build"


def verdict_on(file: Path, build: Path | None, *registers: Path, project: Path | None = None) -> Verdict:
    (verdict,) = verify(VerificationOrder((file,), build, registers, project)).verdicts
    return verdict


def said_of(file: Path, build: Path | None, *registers: Path, project: Path | None = None) -> str:
    """What is said of a file, without the folder that it is in."""
    return paragraph(verdict_on(file, build, *registers, project=project)).replace(f"{file.parent}/", "")


def write(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def changed_word(path: Path, target: Path, *changes: tuple[str, str], part: str = "word/document.xml") -> Path:
    """The Word file at `path` with changes in one of its parts, at `target`."""
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for entry in package.namelist():
            content = package.read(entry).decode() if entry == part else package.read(entry)
            for old, new in changes if isinstance(content, str) else ():
                assert old in str(content)
                content = str(content).replace(old, new)
            made.writestr(entry, content)
    return target


# Files as they were built


@pytest.mark.parametrize("name", [PDF, WORD, PAGE])
def test_a_file_is_known_whatever_it_is_called(build: Path, tmp_path: Path, name: str) -> None:
    file = write(tmp_path / "letter.bin", (build / name).read_bytes())
    assert verdict_on(file, build).is_unchanged
    assert said_of(file, build) == f"letter.bin: unchanged. It is {BRIEF}, which was called {name}."
    assert said_of(build / name, build) == f"{name}: unchanged. It is {BRIEF}."


def test_a_file_of_an_earlier_edition_is_known_and_what_superseded_it(build: Path, cleared_harbour: Path) -> None:
    old = cleared_harbour / "build-1.0" / f"{CAPTAINS}_v1.0_cleared.pdf"
    assert said_of(old, build) == f"{old.name}: unchanged. It is {OLD}. {SUPERSEDED}"


def test_an_edition_that_was_built_again_with_other_content_is_superseded(build: Path, tmp_path: Path) -> None:
    other = copy_of_build(build.parent, tmp_path)
    manifest = json.loads((other / "manifest.json").read_bytes())
    entry = next(one for one in manifest["files"] if one["path"] == PDF)
    manifest["superseded"].append({**entry, "sha256": "0" * 64, "edition": {"sha256": "1" * 64, "path": None}})
    file = write(tmp_path / "a.pdf", b"%PDF-")
    manifest["superseded"][-1]["sha256"] = hashlib.sha256(file.read_bytes()).hexdigest()
    (other / "manifest.json").write_text(json.dumps(manifest))
    assert said_of(file, other).endswith(
        "It has been superseded: version 1.1 was built again since, with other content."
    )


# Files of recipients


def register_of(
    folder: Path, *given: tuple[Recipient | None, bytes], is_personal: bool = True, cleared: str = "ab"
) -> Path:
    """A distribution of version 1.1 with a copy for each of those `given`, and its files."""
    copies = []
    for number, (recipient, content) in enumerate(given, start=1):
        name = f"copies/captains_copy-{number:03}.pdf" if is_personal else "edition/captains.pdf"
        write(folder / name, content)
        mail = write(folder / f"outbox/{number:04}.eml", f"Message-ID: <{number}@x>\n\n".encode())
        file = DistributedFile(name, "pdf", hashlib.sha256(content).hexdigest(), cleared)
        message = Message(f"outbox/{mail.name}", f"<{number}@x>", hashlib.sha256(mail.read_bytes()).hexdigest())
        copies.append(RegisteredCopy(number, len(given), f"k{number}", recipient, (file,), message))
    edition = DistributedEdition(
        "HB/CAP 1.1 cleared", "Title", "harbour", "captains", "brief", "1.1", "cleared", "2010-06-01", ""
    )
    register = register_json(Register(edition, is_personal, tuple(copies)))
    write(folder / NAME, json.dumps(register, ensure_ascii=False).encode())
    return folder


JANE = Recipient("Ó RÍORDÁIN", "captains", office="East Quay", country="Ireland")
PAT = Recipient("PEDULLA'", "captains")


def test_a_personal_copy_is_known_with_its_number_and_whose_it_is(build: Path, tmp_path: Path) -> None:
    copy = (build / PDF).read_bytes() + b"% 17\n"
    folder = register_of(tmp_path / "distribution", (JANE, copy), (PAT, copy + b"% 2\n"))
    said = said_of(write(tmp_path / "x.pdf", copy), build, folder)
    assert said == (
        f"x.pdf: unchanged. It is {BRIEF}, which was called captains_copy-001.pdf. "
        "It is copy 1 of 2, made for Ó RÍORDÁIN (East Quay, Ireland)."
    )
    assert verdict_on(tmp_path / "x.pdf", build, folder / NAME) == verdict_on(tmp_path / "x.pdf", build, tmp_path)


def test_registers_in_the_build_are_found_and_a_message_is_known(build: Path, tmp_path: Path) -> None:
    other = copy_of_build(build.parent, tmp_path)
    folder = register_of(other / "distribution/HB-CAP_1.1_cleared", (JANE, b"%PDF- 1"))
    said = said_of(folder / "outbox/0001.eml", other)
    assert said.startswith(f"0001.eml: unchanged. It is the message with {BRIEF}.")
    assert "made for Ó RÍORDÁIN" in said


def test_a_file_that_all_were_given_names_them_if_they_are_few(build: Path, tmp_path: Path) -> None:
    content = (build / PDF).read_bytes()
    folder = register_of(tmp_path / "one", (JANE, content), (PAT, content), is_personal=False)
    said = said_of(build / PDF, build, folder)
    assert (
        "2 recipients were given this same file, which names nobody: Ó RÍORDÁIN (East Quay, Ireland); PEDULLA'." in said
    )
    folder = register_of(tmp_path / "many", *[(PAT, content)] * 7, is_personal=False)
    assert "7 recipients were given this same file, which names nobody; the register says who." in said_of(
        build / PDF, build, folder
    )


def test_a_file_that_names_nobody_is_nobodys_copy_even_if_only_one_was_given_it(build: Path, tmp_path: Path) -> None:
    folder = register_of(tmp_path / "one", (JANE, (build / PDF).read_bytes()), is_personal=False)
    said = said_of(build / PDF, build, folder)
    assert "One recipient was given this same file, which names nobody: Ó RÍORDÁIN (East Quay, Ireland)." in said
    assert "made for" not in said
    assert "made for Ó RÍORDÁIN" in said_of(folder / "outbox/0001.eml", build, folder)
    forgotten = register_of(tmp_path / "none", (None, b"%PDF- 1"), is_personal=False)
    said = said_of(write(tmp_path / "x.pdf", b"%PDF- 1"), build, forgotten)
    assert said.endswith("One recipient was given this same file; the register has forgotten who.")


def test_after_names_were_forgotten_the_copy_is_still_known(build: Path, tmp_path: Path) -> None:
    folder = register_of(tmp_path / "distribution", (None, b"%PDF- 1"), (None, b"%PDF- 2"))
    said = said_of(write(tmp_path / "x.pdf", b"%PDF- 2"), build, folder)
    assert said.endswith("It is copy 2 of 2; the register has forgotten whose.")
    shared = register_of(tmp_path / "shared", *[(None, b"%PDF- 3")] * 2, is_personal=False)
    assert "the register has forgotten who" in said_of(write(tmp_path / "y.pdf", b"%PDF- 3"), build, shared)


def test_a_damaged_register_is_told_and_others_are_looked_up(build: Path, tmp_path: Path) -> None:
    register_of(tmp_path / "d/a", (JANE, b"%PDF- 1"))
    write(tmp_path / "d/b" / NAME, b"{")
    done = verify(VerificationOrder((write(tmp_path / "x.pdf", b"%PDF- 1"),), build, (tmp_path / "d",)))
    assert done.all_unchanged
    (warning,) = done.warnings
    assert warning == f"{tmp_path / 'd/b' / NAME} is damaged and cannot be read: nothing in it was looked up"


def test_a_register_that_is_not_there_is_an_error(build: Path, tmp_path: Path) -> None:
    with pytest.raises(BriefsError, match=r"there is no register\.json at"):
        verify(VerificationOrder((build / PDF,), build, (tmp_path,)))


# Files that were changed


def test_changed_words_are_told_with_the_paragraph_that_they_are_in(build: Path, tmp_path: Path) -> None:
    page = (build / PAGE).read_text(encoding="utf-8").replace("could carry more bicycles", "will carry bicycles")
    assert said_of(write(tmp_path / "a.html", page.encode()), build) == (
        f"a.html: CHANGED. It is {BRIEF}. Paragraph 1: “could carry more” is now “will carry”."
    )
    word = changed_word(
        build / WORD, tmp_path / "a.docx", ("Publish the tides each week", "Publish the tides each month")
    )
    assert said_of(word, build) == f"a.docx: CHANGED. It is {BRIEF}. Paragraph 2: “week.” is now “month.”."


def test_words_that_were_added_or_are_gone_are_told(build: Path, tmp_path: Path) -> None:
    page = (build / PAGE).read_text(encoding="utf-8")
    longer = page.replace("<main>", "<main><p>Seen by nobody.</p>")
    assert "Elsewhere: “Seen by nobody.” was added." in said_of(write(tmp_path / "a.html", longer.encode()), build)
    shorter = page.replace(" in the winter months", "")
    said = said_of(write(tmp_path / "b.html", shorter.encode()), build)
    assert "Paragraph 1: “in the winter months” is gone." in said


def test_a_word_file_saved_by_another_program_has_the_same_words(build: Path, tmp_path: Path) -> None:
    app = ("<Application>briefs</Application>", "<Application>Microsoft Office Word</Application>")
    word = changed_word(build / WORD, tmp_path / "a.docx", app, part="docProps/app.xml")
    assert said_of(word, build) == (
        f"a.docx: the same words, but not the same file. It is {BRIEF}. Microsoft Office Word has saved or "
        "printed it again; its look, pictures and comments were not compared."
    )
    assert not verdict_on(word, build).is_unchanged


def test_only_what_a_file_says_of_itself_was_changed(build: Path, tmp_path: Path) -> None:
    with pikepdf.open(build / PDF) as pdf:
        pdf.docinfo["/Author"] = "Somebody Else"
        pdf.save(tmp_path / "a.pdf")
    verdict = verdict_on(tmp_path / "a.pdf", build)
    assert (verdict.state, verdict.properties, verdict.changes) == ("same words", ("author",), ())
    assert "What it says of itself differs: author." in paragraph(verdict)


def test_a_pdf_printed_again_is_recognized_by_its_words(build: Path, tmp_path: Path) -> None:
    with pikepdf.open(build / PDF) as pdf:
        del pdf.Root.Names
        del pdf.Root.Metadata
        pdf.docinfo["/Producer"] = "Somebody's Printer"
        pdf.save(tmp_path / "a.pdf")
    assert said_of(tmp_path / "a.pdf", build) == (
        "a.pdf: the same words, but not the same file. It does not say which edition it is, but has all of the words "
        f"of {BRIEF}. Somebody's Printer has saved or printed it again; its pages look the same."
    )


def test_without_the_file_as_built_units_are_compared(build: Path, cleared_harbour: Path, tmp_path: Path) -> None:
    old = (cleared_harbour / "build-1.0" / f"{CAPTAINS}_v1.0_cleared.html").read_text(encoding="utf-8")
    said = said_of(write(tmp_path / "a.html", old.replace("each week", "each month").encode()), build)
    assert said == f"a.html: CHANGED. It is {OLD}. These no longer say what they said: paragraph 2. {SUPERSEDED}"
    said = said_of(write(tmp_path / "b.html", f"{old} ".encode()), build)
    assert "Only its paragraphs, tables and notes could be compared" in said


def test_a_page_saved_by_a_browser_has_the_same_words(build: Path, tmp_path: Path) -> None:
    page = (build / PAGE).read_text(encoding="utf-8")
    saved = page.replace("<!DOCTYPE html>", "<!DOCTYPE html>\n<!-- saved from url=(0031)https://x.example/ -->")
    assert "A browser has saved or printed it again" in said_of(
        write(tmp_path / "a.html", saved.encode("utf-8")), build
    )
    archive = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: file:///a.html\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; boundary="--b"\n\n----b\nContent-Type: text/html\n'
        "Content-Transfer-Encoding: 8bit\n\n"
    )
    content = archive.encode() + page.encode() + b"\n----b--\n"
    assert "the same words" in said_of(write(tmp_path / "a.mhtml", content), build)


def test_what_was_added_after_a_pdf_is_told(build: Path, tmp_path: Path) -> None:
    file = write(tmp_path / "a.pdf", (build / PDF).read_bytes() + b"1 0 obj\n<<>>\nendobj\n%%EOF\n")
    assert said_of(file, build) == (
        f"a.pdf: something was added to it. It begins with {BRIEF}, which was called {PDF}. "
        "The file as it was built is whole in it; what follows was added since. Its pages look the same."
    )


def test_the_record_in_a_file_tells_what_was_changed_where_no_build_is_known(build: Path, tmp_path: Path) -> None:
    word = changed_word(build / WORD, tmp_path / "a.docx", ("the tides each week", "the tides each month"))
    said = said_of(word, None)
    assert said.startswith(
        "a.docx: CHANGED. It says that it is the brief for captains, version 1.1 of 2010-06-01, cleared"
    )
    assert "These no longer say what they said: unit" in said
    said = said_of(build / WORD, None)
    assert "not compared. It says that it is the brief for captains, version 1.1" in said
    assert "There is nothing here to compare its words with" in said


PERSONAL = "copies: personal\n---\n"


@pytest.fixture(scope="module")
def personal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the captains' brief, which has personal copies, and in `copy.html` copy 17 of 194 of it."""
    root = write_project(tmp_path_factory.mktemp("personal"))
    template = root / "templates/captains.md"
    template.write_text(template.read_text(encoding="utf-8").replace("pages: 1\n---\n", f"pages: 1\n{PERSONAL}"))
    assert run(root, "build", "--status", "cleared", "--audience", "captains", "--output", str(root / "build")) == 0
    edition = read_edition((root / "build/editions/HB-CAP_1.0_cleared.json.gz").read_bytes()).document
    copy = addressed(edition, Copy("Ó RÍORDÁIN", 17, 194))
    (root / "copy.html").write_text(render_html(copy, layout()), encoding="utf-8")
    return root


def test_a_draft_whose_edition_is_not_known_says_what_its_record_says(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    assert run(root, "build", "--audience", "captains", "--format", "docx", "--output", str(root / "sent")) == 0
    (draft,) = (root / "sent").glob("*.docx")
    with zipfile.ZipFile(draft) as package:
        assert "‹" in package.read("word/document.xml").decode()
    assert "not compared. It says that it is the brief for captains, version 0.1" in said_of(draft, None)


def test_a_copy_without_its_register_differs_from_its_edition_only_by_its_line(personal: Path, tmp_path: Path) -> None:
    said = said_of(personal / "copy.html", personal / "build")
    assert said.startswith("copy.html: the same words, but not the same file.")
    assert "By its own record it is copy 17 of 194; no register here says whose." in said


def test_a_copy_that_was_changed_is_compared_with_the_copy(personal: Path, tmp_path: Path) -> None:
    content = (personal / "copy.html").read_bytes()
    name, hashed = "copies/copy-0017.html", hashlib.sha256(content).hexdigest()
    write(tmp_path / "d" / name, content)
    given = RegisteredCopy(17, 194, "k", JANE, (DistributedFile(name, "html", hashed, ""),))
    edition = DistributedEdition(
        "HB/CAP 1.0 cleared", "Title", "harbour", "captains", "brief", "1.0", "cleared", "2010-05-04", ""
    )
    write(tmp_path / "d" / NAME, json.dumps(register_json(Register(edition, True, (given,)))).encode())
    changed = content.replace("Ó RÍORDÁIN".encode(), b"SOMEBODY").replace(b"each week", b"each month")
    said = said_of(write(tmp_path / "a.html", changed), personal / "build", tmp_path / "d")
    assert "It is copy 17 of 194, made for Ó RÍORDÁIN (East Quay, Ireland)." in said
    assert said.endswith("Elsewhere: “Ó RÍORDÁIN” is now “SOMEBODY”. Paragraph 2: “week.” is now “month.”.")


# Signatures


@pytest.fixture(scope="module")
def signed(cleared_harbour: Path) -> bytes:
    return sign_pdf((cleared_harbour / "build" / PDF).read_bytes(), signer(), moment=MOMENT)


def test_a_file_that_was_signed_since_is_the_file(build: Path, signed: bytes, tmp_path: Path) -> None:
    verdict = verdict_on(write(tmp_path / "a.pdf", signed), build)
    assert verdict.state == "signed"
    assert paragraph(verdict).partition("Signed by ")[2].startswith("Secretariat of the ICMC (ICMC), certificate by")
    assert "was not checked, since no trusted authorities are named." in paragraph(verdict)


def test_certificates_are_checked_by_those_that_the_project_trusts(build: Path, signed: bytes, tmp_path: Path) -> None:
    write(tmp_path / "templates/distribution.yaml", b"signing: {trust: [authority.pem]}\n")
    write(tmp_path / "authority.pem", authority().pem)
    file = write(tmp_path / "a.pdf", signed)
    assert "the certificate is trusted." in said_of(file, build, project=tmp_path)
    (tmp_path / "authority.pem").unlink()
    done = verify(VerificationOrder((file,), build, project=tmp_path))
    assert done.warnings[0].endswith("cannot be read: No such file or directory: certificates were not checked")


def test_the_signature_over_all_hashes_is_checked(build: Path, tmp_path: Path) -> None:
    folder = register_of(tmp_path / "d", (JANE, (build / PDF).read_bytes()))
    register = json.loads((folder / NAME).read_bytes())
    (folder / NAME).write_text(json.dumps({**register, "signature": "SHA256SUMS.p7s"}))
    sums = f"{hashlib.sha256((build / PDF).read_bytes()).hexdigest()}  copies/a.pdf\n".encode()
    write(folder / "SHA256SUMS", sums)
    write(folder / "SHA256SUMS.p7s", sign_detached(sums, signer(), moment=MOMENT))
    said = said_of(build / PDF, build, folder)
    assert "The list of all hashes that were given out was signed by Secretariat of the ICMC (ICMC)" in said
    assert "the file is as signed" in said
    write(folder / "SHA256SUMS", sums + sums)
    assert "broken, what was signed has been changed." in said_of(build / PDF, build, folder)
    write(folder / "SHA256SUMS", b"")
    assert "list of all hashes" not in said_of(build / PDF, build, folder)


def test_a_broken_signature_is_told(build: Path, signed: bytes, tmp_path: Path) -> None:
    start = signed.index(b"/Contents", len(signed) - 30_000)
    broken = (
        signed[: start + 2000]
        + (b"0" if signed[start + 2000 : start + 2001] != b"0" else b"1")
        + signed[start + 2001 :]
    )
    verdict = verdict_on(write(tmp_path / "a.pdf", bytes(broken)), build)
    assert verdict.state == "added to"
    assert not verdict.signatures[0].is_good


def test_what_was_changed_after_signing_is_told(build: Path, signed: bytes, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(signed)) as pdf:
        pdf.docinfo["/Title"] = "Another"
        pdf.save(tmp_path / "a.pdf")
    verdict = verdict_on(tmp_path / "a.pdf", build)
    assert not verdict.is_unchanged
    assert not verdict.signatures[0].is_good


def test_without_the_library_it_is_said_that_signatures_are_not_checked(
    build: Path, signed: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    said = said_of(write(tmp_path / "a.pdf", signed), build)
    assert said.endswith("It is signed, but the signature was not checked: run `make extras`.")


def test_a_signature_on_something_else_that_was_added_does_not_make_it_the_file(build: Path, tmp_path: Path) -> None:
    content = (build / PDF).read_bytes()
    reader = PdfFileReader(io.BytesIO(content))
    writer = IncrementalPdfFileWriter.from_reader(reader)
    page = writer.root["/Pages"]["/Kids"][0]
    more = writer.add_object(StreamObject(stream_data=b"q 1 0 0 rg 100 100 300 300 re f Q"))
    old = page.raw_get("/Contents")
    page["/Contents"] = ArrayObject([*(old if isinstance(old, ArrayObject) else [old]), more])
    writer.update_container(page)
    made = io.BytesIO()
    writer.write(made)
    assert made.getvalue().startswith(content)
    verdict = verdict_on(write(tmp_path / "a.pdf", sign_pdf(made.getvalue(), signer(), moment=MOMENT)), build)
    assert verdict.signatures[0].is_good
    assert verdict.state == "added to"
    assert "Its pages do not look the same: look at both side by side." in paragraph(verdict)


# Files of which nothing is known


def test_of_a_file_of_another_program_nothing_is_known(build: Path, tmp_path: Path) -> None:
    nothing = "unknown. No build and no register here knows it, and it does not say which edition it is."
    page = write(tmp_path / "a.html", b"<!doctype html><html><p>Something else altogether, of some length.</html>")
    assert said_of(page, build) == f"a.html: {nothing}"
    assert said_of(write(tmp_path / "a.txt", b"hello"), build) == f"a.txt: {nothing}"
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as package:
        package.writestr("xl/workbook.xml", "<x/>")
    assert said_of(tmp_path / "a.xlsx", build) == f"a.xlsx: {nothing}"


def test_a_file_that_cannot_be_opened_is_told(build: Path, tmp_path: Path) -> None:
    cut = write(tmp_path / "a.pdf", (build / PDF).read_bytes()[:2000])
    assert said_of(cut, build) == (
        "a.pdf: unknown. Nothing is known of it: it is damaged, and no PDF that can be opened."
    )
    with pikepdf.open(build / PDF) as pdf:
        pdf.save(tmp_path / "b.pdf", encryption=pikepdf.Encryption(user="x", owner="y"))
    assert said_of(tmp_path / "b.pdf", build).endswith("it is encrypted and asks for a password.")


def test_without_a_build_this_is_said(tmp_path: Path) -> None:
    done = verify(VerificationOrder((write(tmp_path / "a", b"x"),), tmp_path))
    assert done.warnings == (f"there is no build in {tmp_path}, or its manifest cannot be read: no edition is known",)
    assert not done.all_unchanged


# The command


def test_the_command_ends_with_1_unless_all_are_unchanged(
    build: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    project = build.parent
    assert run(project, "verify", str(build / PDF), str(build / f"{CLERKS}_v1.0_cleared.html")) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert run(project, "verify", str(build / PDF), str(tmp_path)) == 1
    assert capsys.readouterr().out.endswith("is a folder: name the files in it.\n")


def test_the_result_for_programs(build: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = register_of(tmp_path / "d", (JANE, (build / PDF).read_bytes()))
    capsys.readouterr()
    assert run(build.parent, "verify", str(build / PDF), "--json", "--register", str(folder)) == 0
    said = json.loads(capsys.readouterr().out)
    (file,) = said["files"]
    assert (file["state"], file["unchanged"], said["warnings"]) == ("unchanged", True, [])
    assert file["edition"]["identifier"] == "HB/CAP 1.1 cleared"
    assert file["copies"] == [{"number": 1, "total": 1, "recipient": "Ó RÍORDÁIN", "office": "East Quay"}]


def test_it_needs_no_project(build: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefs.cli import main

    shutil.copytree(build, tmp_path / "build")
    monkeypatch.chdir(tmp_path)
    assert main(["verify", f"build/{PDF}"]) == 0
    assert main(["verify", f"build/{PDF}", "--build", str(build)]) == 0
    assert sys.stdout is not None
