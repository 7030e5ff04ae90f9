"""Which edition returned files are of."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from briefs.model.archive import read_edition
from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import BriefsError
from briefs.model.document import Document
from briefs.model.marked_file import MarkedFile, MarkedParagraph, Span
from briefs.model.sent_paragraphs import sent_paragraphs
from briefs.model.sent_text import SentParagraph
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.returned_editions import KeptEditions, one_edition
from briefs.review.answer_document import answer_identifier

OLD, NEW = "HB/CAP 1.0 cleared", "HB/CAP 1.1 cleared"


def document(build: Path, name: str) -> Document:
    return read_edition((build / "editions" / name).read_bytes()).document


@pytest.fixture
def build(cleared_harbour: Path) -> Path:
    return cleared_harbour / "build"


@pytest.fixture
def old(build: Path) -> Document:
    return document(build, "HB-CAP_1.0_cleared.json.gz")


def returned(
    edition: Document, name: str = "a.docx", identifier: str = "", sent: tuple[SentParagraph, ...] = ()
) -> MarkedFile:
    paragraphs = tuple(
        MarkedParagraph(number, "body", (Span(one.text),)) for number, one in enumerate(sent_paragraphs(edition))
    )
    fields = {"audience": "captains", "version": "1.0", "status": "cleared", "date": "2010-05-04"} if sent else {}
    return MarkedFile(name, name, fields, sent, identifier, paragraphs)


def test_an_edition_is_found_by_its_record(build: Path, old: Document) -> None:
    edition, how = KeptEditions.of(build).edition_of(returned(old, identifier=OLD, sent=sent_paragraphs(old)))
    assert (how, edition.about.identifier, edition.about.report) == ("record", OLD, "harbour")
    assert edition.document == old
    assert edition.about.later == NEW


def test_a_record_that_no_kept_edition_agrees_with_counts_all_the_same(build: Path, old: Document) -> None:
    first, *rest = sent_paragraphs(old)
    other = (replace(first, pieces=()), *rest)
    edition, how = KeptEditions.of(build).edition_of(returned(old, identifier=OLD, sent=other))
    assert (how, edition.sent, edition.document) == ("record", other, None)
    alone, _ = KeptEditions.of(None).edition_of(returned(old, identifier=OLD, sent=other))
    assert (alone.about.key, alone.about.status, alone.about.report) == (BriefKey("captains"), "cleared", "")


@pytest.mark.parametrize(
    ("name", "value"),
    [("audience", "../x"), ("audience", ""), ("product", "a b"), ("version", ""), ("date", "never"), ("date", "")],
)
def test_a_record_that_no_brief_can_have_is_refused(build: Path, old: Document, name: str, value: str) -> None:
    file = returned(old, identifier="HB/CAP 9 draft", sent=sent_paragraphs(old))
    damaged = replace(file, edition={**file.edition, name: value})
    with pytest.raises(BriefsError, match="has a damaged record of its edition"):
        KeptEditions.of(build).edition_of(damaged)
    assert KeptEditions.of(build).edition_of(damaged, OLD)[0].about.identifier == OLD


def test_an_edition_is_found_by_its_identifier(build: Path, old: Document) -> None:
    edition, how = KeptEditions.of(build).edition_of(returned(old, identifier=OLD))
    assert (how, edition.document) == ("identifier", old)


def test_an_edition_is_found_by_its_words(build: Path, old: Document) -> None:
    edition, how = KeptEditions.of(build).edition_of(returned(old))
    assert (how, edition.about.identifier) == ("text", OLD)
    newest = document(build, "HB-CAP_1.1_cleared.json.gz")
    edition, _ = KeptEditions.of(build).edition_of(returned(newest))
    assert (edition.about.identifier, edition.about.later) == (NEW, "")


def test_an_edition_can_be_named(build: Path, old: Document) -> None:
    kept, nameless = KeptEditions.of(build), returned(old)
    assert kept.edition_of(nameless, NEW)[0].about.identifier == NEW
    path = build / "editions" / "HB-CAP_1.0_cleared.json.gz"
    edition, how = KeptEditions.of(None).edition_of(nameless, str(path))
    assert (how, edition.about.identifier, edition.about.report) == ("named", OLD, "harbour")
    with pytest.raises(UnknownName) as caught:
        kept.edition_of(nameless, "HB/CAP 9 draft")
    assert caught.value.known == tuple(sorted({OLD, NEW, "HB/CLE 1.0 cleared"}))
    with pytest.raises(BriefsError, match=r"manifest\.json is not a kept edition"):
        kept.edition_of(nameless, str(build / "manifest.json"))


def test_an_unknown_edition_is_refused_with_a_hint(build: Path, old: Document) -> None:
    with pytest.raises(BriefsError, match="HB/CAP 7 draft, which is not kept here") as caught:
        KeptEditions.of(build).edition_of(returned(old, identifier="HB/CAP 7 draft"))
    assert "--against" in caught.value.hint
    strange = MarkedFile("x.docx", "x", paragraphs=(MarkedParagraph(0, "body", (Span("Zebras graze on Mars."),)),))
    with pytest.raises(BriefsError, match="does not say which edition it is"):
        KeptEditions.of(build).edition_of(strange)
    with pytest.raises(BriefsError, match="does not say which edition it is"):
        KeptEditions.of(None).edition_of(returned(old))


def test_a_redline_is_refused(build: Path, old: Document) -> None:
    file = returned(old)
    marked = replace(file, edition={**file.edition, "redline": "true"})
    with pytest.raises(BriefsError, match="is a redline: its changes are those between two editions"):
        KeptEditions.of(build).edition_of(marked)


def test_an_answer_to_the_offices_is_refused(build: Path, old: Document) -> None:
    with pytest.raises(BriefsError, match="is the answer to those who commented, not a copy of a brief"):
        KeptEditions.of(build).edition_of(returned(old, identifier=answer_identifier(old)))


def test_files_of_one_edition_are_reviewed_together(build: Path, old: Document) -> None:
    files = [returned(old, "a.docx"), returned(old, "b.docx", OLD)]
    edition, how = one_edition(KeptEditions.of(build), files)
    assert edition.document == old
    assert how == {"a.docx": "text", "b.docx": "identifier"}


def test_files_of_different_editions_are_refused(build: Path, old: Document) -> None:
    files = [returned(old, "a.docx", OLD), returned(old, "b.docx", NEW)]
    with pytest.raises(BriefsError, match=f"a.docx is a copy of {OLD}, but b.docx is one of {NEW}"):
        one_edition(KeptEditions.of(build), files)


def test_returns_of_two_builds_of_one_version_are_refused(build: Path, old: Document) -> None:
    first, *rest = sent_paragraphs(old)
    other = (first, *(replace(one, pieces=(replace(one.pieces[0], text="x"),)) for one in rest if one.pieces))
    files = [returned(old, "a.docx", OLD), returned(old, "b.docx", OLD, other)]
    with pytest.raises(BriefsError, match="was built again in between, with other words"):
        one_edition(KeptEditions.of(build), files)


def test_a_damaged_manifest_keeps_nothing(tmp_path: Path, old: Document) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps([1]), encoding="utf-8")
    with pytest.raises(BriefsError, match="not kept here"):
        KeptEditions.of(tmp_path).edition_of(returned(old, identifier=OLD))
