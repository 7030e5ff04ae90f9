"""Random edits of a rendered brief, made in the XML of Word, come back as just these changes: nothing lost, nothing
invented, each with the right wording."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from briefs.model.proposal import Proposal
from briefs.model.sent_paragraphs import sent_paragraphs
from briefs.model.sent_text import SentParagraph
from briefs.review.collected_proposals import Collected, collected_proposals
from briefs.word.elements import Element
from briefs.word.marked_reading import read_marked_file
from tests.builders import REPOSITORY
from tests.projects import built
from tests.render.docx.test_libreoffice import OFFICE, saved_by_office
from tests.sampling import every
from tests.word_editing import WordEditor

AUTHORS = ("Ana Pereira", "Bo Chen", "Legal")
WORDS = ("harbour", "costs", "before", "small", "offices", "winter", "evidence", "twice", "however")
DATE = "2026-11-20T09:00:00Z"


@dataclass(slots=True)
class Expected:
    """What a returned file should propose: kinds with key and new words, and comments with the key they are on."""

    changes: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    comments: Counter[tuple[str, str]] = field(default_factory=Counter)


@cache
def brief() -> tuple[bytes, tuple[SentParagraph, ...]]:
    """The Word file of a draft with lists, tables and notes, and what it says."""
    with TemporaryDirectory() as folder:
        made = built(REPOSITORY, "parliamentarians", products=("brief",), formats=("docx",), output=Path(folder))
        (file,) = Path(folder).glob("*.docx")
        return file.read_bytes(), sent_paragraphs(made.briefs[0].document)


def edited_at_random(seed: int, *, tracked: float = 0.5) -> tuple[WordEditor, Expected]:
    """A returned file with some of its units edited."""
    file, sent = brief()
    chance = random.Random(seed)
    editor, expected = WordEditor(file), Expected()
    free = [one for one in sent if one.tag and one.role in ("text", "cell") and len(one.text.split()) >= 6]
    rows = Counter(one.tag for one in sent if one.tag)
    chosen = chance.sample(free, min(len(free), 12))
    used: set[str] = set()
    for one in chosen:
        if one.tag in used:
            continue
        used.add(one.tag)
        author = chance.choice(AUTHORS) if chance.random() < tracked else ""
        paragraph = editor.paragraph(one.tag) if one.column is None else editor.cell(one.tag, one.column)
        fate = chance.random()
        if fate < 0.15 and rows[one.tag] == 1 and one.role == "text":
            editor.delete(paragraph, author, DATE)
            expected.changes["delete", one.key, ""] += 1
        elif fate < 0.3 and one.role == "text":
            words = " ".join(chance.choices(WORDS, k=9))
            editor.insert_after(paragraph, words, author, DATE)
            expected.changes["new", "", words] += 1
        elif fate < 0.4:
            note = " ".join(chance.choices(WORDS, k=4))
            editor.comment(paragraph, note, chance.choice(AUTHORS))
            expected.comments[one.key, note] += 1
        else:
            expected.changes["reword", one.key, _reworded(editor, paragraph, one, chance, author)] += 1
    return editor, expected


def _reworded(editor: WordEditor, paragraph: Element, one: SentParagraph, chance: random.Random, author: str) -> str:
    """Change one word of a paragraph, or add one; its new text."""
    spans = [(m.start(), m.end()) for m in re.finditer(r"[A-Za-z]{4,}", one.text)]
    start, end = chance.choice(spans)
    new = chance.choice(WORDS)
    match chance.randrange(3):
        case 0:
            editor.replace(paragraph, start, end, new, author, DATE)
            return one.text[:start] + new + one.text[end:]
        case 1:
            editor.replace(paragraph, start, start, f"{new} ", author, DATE)
            return f"{one.text[:start]}{new} {one.text[start:]}"
        case _:
            editor.replace(paragraph, end, end, f" {new}", author, DATE)
            return f"{one.text[:end]} {new}{one.text[end:]}"


def found_in(content: bytes) -> tuple[Collected, Expected]:
    """What a returned file proposes, as it is expected."""
    _, sent = brief()
    collected = collected_proposals("I 0.1 draft", sent, [read_marked_file("returned.docx", content)])
    return collected, Expected(Counter(_changes(collected.proposals, sent)), Counter(_comments(collected.proposals)))


def _changes(proposals: tuple[Proposal, ...], sent: tuple[SentParagraph, ...]) -> Iterator[tuple[str, str, str]]:
    texts = {one.key: one.text for one in sent}
    for one in proposals:
        match one.kind:
            case "comment":
                pass
            case "reword":
                (variant,) = one.variants
                assert texts[one.key].count(one.before) == 1
                yield one.kind, one.key, texts[one.key].replace(one.before, variant.text)
            case "new":
                yield one.kind, "", one.variants[0].text
            case _:
                yield one.kind, one.key, ""


def _comments(proposals: tuple[Proposal, ...]) -> Iterator[tuple[str, str]]:
    for one in proposals:
        for _, thread in one.threads:
            yield one.key, thread.comments[0].text


def _stripped(editor: WordEditor, lost: str) -> bytes:
    if "record" in lost:
        editor.strip_record()
    if "controls" in lost:
        editor.strip_controls()
    if "bookmarks" in lost:
        editor.strip_bookmarks()
    return editor.content()


@pytest.mark.parametrize("seed", every(3, range(3)))
@pytest.mark.parametrize("lost", ["nothing", "record", "controls", "record, controls and bookmarks"])
def test_random_edits_come_back_as_they_were_made(seed: int, lost: str) -> None:
    editor, expected = edited_at_random(seed)
    collected, found = found_in(_stripped(editor, lost))
    assert found.changes == expected.changes
    assert found.comments == expected.comments
    assert collected.not_understood == ()


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("seed", range(6, 8))
@pytest.mark.slow
def test_random_edits_come_back_through_libreoffice(seed: int, tmp_path: Path) -> None:
    editor, expected = edited_at_random(seed)
    collected, found = found_in(saved_by_office(editor.content(), tmp_path))
    assert found.changes == expected.changes
    assert found.comments == expected.comments
    assert collected.not_understood == ()
