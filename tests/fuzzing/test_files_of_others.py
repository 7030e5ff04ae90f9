"""Word files, PDFs, workbooks and messages, changed at random: what reads them reads them, or says why not.

The whole commands are tried in `test_fuzzing.py`; functions are quicker, so more is tried here.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from briefs.mailing.bounces import read_bounces
from briefs.model.diagnostics import BriefsError, DocumentError
from briefs.recipients.workbook import workbook_table
from briefs.report.pdf.pdf_apart import recognize_pdf_apart
from briefs.report.word.word_recognition import recognize_word
from briefs.verification.reading_apart import contents_of
from briefs.word.marked_reading import read_marked_file
from tests.fuzzing.hostile_words import Canary
from tests.fuzzing.mutations import mutated
from tests.recipients.lists import HEAD, workbook

DOCS = Path(__file__).parents[2] / "docs"
CANARY = Canary("/no/such/file", "never printed", "http://127.0.0.1:9")


def word_report(content: bytes, folder: Path) -> None:
    recognize_word(content, "a.docx")


def returned(content: bytes, folder: Path) -> None:
    read_marked_file("a.docx", content)


def verified(content: bytes, folder: Path) -> None:
    contents_of(content, "docx")


def pdf_report(content: bytes, folder: Path) -> None:
    recognize_pdf_apart(content, "a.pdf")


def recipients(content: bytes, folder: Path) -> None:
    workbook_table(content, "a.xlsx", None)


def bounce(content: bytes, folder: Path) -> None:
    (folder / "a.eml").write_bytes(content)
    read_bounces(folder)


MESSAGE = b"""From: MAILER-DAEMON@mail.test
References: <1.2@example.org>
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.test

Final-Recipient: rfc822; a@example.org
Action: failed
Diagnostic-Code: smtp; 550 <a@example.org>: Recipient address rejected

--b
Content-Type: message/rfc822

Message-ID: <1.2@example.org>

Dear Minister,
--b--
"""
READ: dict[str, tuple[Callable[[bytes, Path], None], bytes, str, int]] = {
    "report in Word": (word_report, (DOCS / "small-harbours.docx").read_bytes(), "a.docx", 12),
    "file that comes back": (returned, (DOCS / "small-harbours.docx").read_bytes(), "a.docx", 10),
    "file to verify": (verified, (DOCS / "small-harbours.docx").read_bytes(), "a.docx", 10),
    "report in PDF": (pdf_report, (DOCS / "small-harbours.pdf").read_bytes(), "a.pdf", 1),
    "recipients": (recipients, workbook([HEAD.split(","), ["A", "Dear A", "captains", 3]]), "a.xlsx", 8),
    "message": (bounce, MESSAGE, "a.eml", 15),
}
"""What is read: how, a good file, its name, and how many times it is changed in a short run."""


@pytest.mark.parametrize("kind", READ)
def test_what_is_changed_at_random_is_read_or_refused(kind: str, tmp_path: Path) -> None:
    try_changes(kind, tmp_path, READ[kind][3], seed=17)


@pytest.mark.slow
@pytest.mark.parametrize("kind", READ)
def test_what_is_changed_at_random_very_often_is_read_or_refused(kind: str, tmp_path: Path) -> None:
    try_changes(kind, tmp_path, 80 * READ[kind][3], seed=18)


def try_changes(kind: str, folder: Path, count: int, seed: int) -> None:
    """Read the good file with one to three changes, `count` times; nothing but a diagnostic may be raised."""
    read, good, name, _ = READ[kind]
    chance = random.Random(f"{kind} {seed}")
    for _ in range(count):
        content = good
        for _ in range(chance.randint(1, 3)):
            content = mutated(content, name, chance, CANARY, good)
        try:
            read(content, folder)
        except (DocumentError, BriefsError):
            pass
        except Exception as error:
            (folder / name).write_bytes(content)
            raise AssertionError(f"{folder / name} is read with {error!r}") from error
