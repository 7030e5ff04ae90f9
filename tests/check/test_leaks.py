"""Texts that must not leave the house are found wherever a file has them, and what a brief may say is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefs.check.leaks import check_leaks
from briefs.model.document import Document
from briefs.model.finished_file import FinishedFile, Said
from briefs.model.versions import Status
from tests.builders import BLOCKS
from tests.check.builders import brief, files_to_check
from tests.check.test_withheld_texts import NEVER
from tests.compose.builders import harbour_library
from tests.render.builders import paragraph, unit

EXCLUDED = "one keeper saw no need"


def edition(status: Status = "cleared", *content: Any) -> Document:
    made = brief(*content)
    return replace(made, properties=replace(made.properties, status=status))


def leaks(
    folder: Path, *said: Said, made: Document | None = None, blocks: Mapping[str, str] = NEVER, **more: Any
) -> list[str]:
    """What is found in a Word file that says all this."""
    file = FinishedFile("docx", "a.docx", said)
    files = files_to_check(made or edition(), file, library=harbour_library(folder, blocks), **more)
    return [str(one).partition("\n")[0] for one in check_leaks(files)]


@pytest.mark.parametrize(
    "text", [f"Indeed, {EXCLUDED}.", "But ONE KEEPER saw no need", "and one keeper\nsaw no need for it, he said"]
)
def test_text_of_an_excluded_block_is_found_in_any_part(text: str, tmp_path: Path) -> None:
    (found,) = leaks(tmp_path, Said("docProps/core.xml", text))
    assert found.startswith(
        "seeds/harbour/blocks/fact.yaml:11: error: of the brief for captains, the Word file (docProps/core.xml) has "
        'text of "fact.never", which is never for captains: "'
    )


def test_what_the_template_prints_is_reported_at_its_line(tmp_path: Path) -> None:
    made = edition("cleared", paragraph(f"See, {EXCLUDED} for it.", replace(unit("u1"), line=14)))
    (found,) = leaks(tmp_path, Said("word/document.xml", f"See, {EXCLUDED} for it."), made=made)
    assert found.startswith("templates/captains.md:14: error:")


def test_a_sentence_that_another_block_may_print_is_no_leak(tmp_path: Path) -> None:
    block = f"{{id: ev.a, supports: it, anchor: {EXCLUDED.capitalize()} for it, short: No need}}"
    own = f"kind: evidence\nblocks:\n  - {block}\n"
    assert leaks(tmp_path, Said("word/document.xml", f"{EXCLUDED} for it"), blocks={**NEVER, "evidence": own}) == []


def test_a_part_of_a_word_and_a_few_common_words_are_no_leak(tmp_path: Path) -> None:
    assert leaks(tmp_path, Said("word/document.xml", "Everyone keeper saw no need"), Said("x", "one keeper")) == []


def test_a_remark_for_editors_is_found(tmp_path: Path) -> None:
    (found,) = leaks(tmp_path, Said("word/comments.xml", "ask the clerk about the winter months"))
    assert 'the note of "fact.bicycles"' in found


@pytest.mark.parametrize("text", ["Draft", "Notes for the clearing officer", "Publish the tides. ‹II ¶1›"])
def test_what_only_drafts_have_is_found_in_a_cleared_edition(text: str, tmp_path: Path) -> None:
    assert len(leaks(tmp_path, Said("word/document.xml", text), blocks=BLOCKS)) == 1
    assert leaks(tmp_path / "draft", Said("word/document.xml", text), made=edition("draft"), blocks=BLOCKS) == []


def test_comments_in_a_source_are_found(tmp_path: Path) -> None:
    assert '"by Ann */"' in leaks(tmp_path, Said("the style sheet", "p {} /* by Ann */"))[0]
    assert len(leaks(tmp_path / "b", Said("a comment in word/document.xml", "by Ann"))) == 1


def test_a_folder_of_the_machine_is_found(tmp_path: Path) -> None:
    (found,) = leaks(tmp_path, Said("docProps/app.xml", "/home/ann/briefs/a.docx"), machine=("/home/ann",))
    assert 'has a folder of this computer: "/home/ann"' in found


def test_words_of_the_reference_document_are_found(tmp_path: Path) -> None:
    reference = FinishedFile(
        "docx",
        "",
        body=(Said("word/document.xml", "Our old letter to Ann"), Said("word/document.xml", "Title")),
        other=(Said("docProps/core.xml", "Ann Quill"), Said("word/styles.xml", "Normal Text")),
    )
    said = (Said("word/document.xml", "Our old letter to Ann"), Said("docProps/app.xml", "Ann Quill"))
    found = leaks(tmp_path, *said, Said("an attribute in word/document.xml", "Title"), reference=reference)
    assert len(found) == 1
    assert "words of the reference document for Word" in found[0]
    named = Said("word/styles.xml", "Normal Text")
    assert leaks(tmp_path / "clean", named, reference=reference) == []


def test_one_leak_in_several_files_is_one_message(tmp_path: Path) -> None:
    said = (Said("page 2", EXCLUDED),)
    files = (FinishedFile("pdf", "a.pdf", said), FinishedFile("html", "a.html", (Said("the page", EXCLUDED),)))
    (found,) = check_leaks(files_to_check(edition(), *files, library=harbour_library(tmp_path, NEVER)))
    assert "the PDF (page 2), the HTML file (the page) have text" in found.message


def test_a_name_within_another_word_is_no_folder(tmp_path: Path) -> None:
    said = Said("word/document.xml", "branch/root causes, https://a.org/root")
    assert leaks(tmp_path, said, machine=("/root",)) == []


def test_the_name_of_a_participant_is_found_in_what_no_page_shows(tmp_path: Path) -> None:
    file = FinishedFile("pdf", "a.pdf", (), other=(Said("the author", "Ambassador Ann"),))
    (found,) = check_leaks(files_to_check(edition(), file, library=harbour_library(tmp_path, BLOCKS)))
    assert found.message.endswith('the PDF (the author) has the name of a participant: "Ambassador Ann"')
