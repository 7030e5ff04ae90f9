"""Whole briefs that come back: simulated, as written, and as LibreOffice saves them."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from briefs.model.marked_file import MarkedFile
from briefs.model.sent_paragraphs import sent_paragraphs
from briefs.model.sent_text import SentParagraph
from briefs.review.matching import match
from briefs.word.marked_reading import read_marked_file
from tests.projects import shipped
from tests.review.returns import Return, simulated_return, unchanged
from tests.sampling import every

OFFICE = shutil.which("soffice")


class Sent(NamedTuple):
    """What a brief says, and its Word file."""

    paragraphs: tuple[SentParagraph, ...]
    file: bytes


@pytest.fixture(scope="module")
def files() -> list[Sent]:
    """All briefs, as drafts."""
    return [Sent(sent_paragraphs(brief.document), brief.renditions[0].content) for brief in shipped("draft")]


@pytest.fixture(scope="module")
def briefs(files: list[Sent]) -> list[tuple[SentParagraph, ...]]:
    """What all briefs say."""
    return [sent.paragraphs for sent in files]


def score(sent: tuple[SentParagraph, ...], back: Return) -> Counter[str]:
    """How many paragraphs of a return are matched with exactly what they are, with a part of it, or not."""
    matched = {one.index: {p.key for p in each.sent} for each in match(sent, back.file).matches for one in each.marked}
    counts: Counter[str] = Counter()
    for index, truth in back.truth.items():
        if back.file.paragraphs[index].base or truth:
            got = matched.get(index, set())
            counts["right" if got == truth else "partly" if got & truth else "missed" if not got else "wrong"] += 1
    return counts


@pytest.mark.parametrize("words", every(3, [0.1, 0.3, 0.5]))
def test_98_of_100_paragraphs_are_found_without_any_identity(
    briefs: list[tuple[SentParagraph, ...]], words: float
) -> None:
    for sent in briefs:
        counts = sum((score(sent, simulated_return(sent, seed, words)) for seed in range(5)), Counter[str]())
        assert counts["right"] >= 0.98 * counts.total(), counts
        assert counts["wrong"] <= 0.005 * counts.total(), counts


@pytest.mark.parametrize("words", [0.1, 0.5])
def test_all_units_are_found_by_their_bookmarks(briefs: list[tuple[SentParagraph, ...]], words: float) -> None:
    for sent in briefs:
        tags = {one.key: one.tag for one in sent}
        for seed in range(5):
            back = simulated_return(sent, seed, words, with_identity=True)
            for each in match(sent, back.file).matches:
                for paragraph in each.marked:
                    truth = {tags[key] for key in back.truth[paragraph.index] if tags[key]}
                    assert truth >= set(paragraph.bookmarks)
                    assert {one.tag for one in each.sent} >= set(paragraph.bookmarks)


@pytest.mark.parametrize("with_identity", [True, False])
def test_a_file_that_nobody_changed_has_no_change(briefs: list[tuple[SentParagraph, ...]], with_identity: bool) -> None:
    for sent in briefs:
        assert_unchanged(sent, unchanged(sent, with_identity=with_identity).file)


def assert_unchanged(sent: tuple[SentParagraph, ...], file: MarkedFile) -> None:
    made = match(sent, file)
    assert [(one.kept, one.final) for one in made.matches if not one.kept == one.base == one.final] == []
    assert [one for one in made.matches if one.has_other_tags or one.is_moved or len(one.sent) != 1] == []
    assert [one.sent[0] for one in made.matches] == list(sent)


def test_nor_has_any_word_file_that_the_program_wrote(files: list[Sent]) -> None:
    for sent in files:
        file = read_marked_file("brief.docx", sent.file)
        assert file.sent == tuple(replace(one, line=0) for one in sent.paragraphs)
        assert_unchanged(sent.paragraphs, file)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(
    "formats",
    [
        pytest.param(["docx"], id="docx"),
        pytest.param(["odt", "docx"], id="odt docx", marks=pytest.mark.slow),
        pytest.param(["doc", "docx"], id="doc docx", marks=pytest.mark.slow),
    ],
)
@pytest.mark.slow
def test_nor_has_one_that_libreoffice_saved_in_other_formats(
    files: list[Sent], formats: list[str], tmp_path: Path
) -> None:
    for number in (3, 4):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = folder / "brief.docx"
        path.write_bytes(files[number].file)
        for format in formats:
            to = folder / f"to-{format}"
            command = [str(OFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
            subprocess.run([*command, "--convert-to", format, "--outdir", str(to), str(path)], check=True, timeout=120)
            path = to / f"brief.{format}"
        file = read_marked_file("brief.docx", path.read_bytes())
        assert bool(file.sent) is (formats == ["docx"])
        assert_unchanged(files[number].paragraphs, file)
