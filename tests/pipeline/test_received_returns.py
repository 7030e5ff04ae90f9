"""Returned files, read in a process of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.pipeline.received_returns import received_returns
from tests.returned_files import inserted, par, run, word_file


def test_files_are_read_in_their_order_with_their_names(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("b.docx", "a.docx")]
    for path in paths:
        path.write_bytes(word_file(par(run("Some ") + inserted(run(path.stem)))))
    told: list[str] = []
    first, second = received_returns(paths, told.append)
    assert (first.name, second.name) == ("b.docx", "a.docx")
    assert [one.paragraphs[0].final for one in (first, second)] == ["Some b", "Some a"]
    assert len(first.revisions) == 1
    assert told == [f"reading {path}" for path in paths]


def test_what_cannot_be_used_is_refused_in_one_line(tmp_path: Path) -> None:
    text = tmp_path / "a.docx"
    text.write_text("no package", encoding="utf-8")
    entities = tmp_path / "b.docx"
    entities.write_bytes(word_file(par(run("x")), others={"word/document.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x/>'}))
    for path in (text, entities, tmp_path / "none.docx", tmp_path):
        with pytest.raises(BriefsError) as caught:
            received_returns([path])
        assert path.name in caught.value.message
        assert "\n" not in caught.value.message


def test_different_files_of_one_name_are_called_by_their_folders_too(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("legal/a.docx", "policy/a.docx", "policy/b.docx")]
    for path in paths:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(word_file(par(run(f"{path.parent.name} {path.stem}"))))
    assert [one.name for one in received_returns(paths)] == ["legal/a.docx", "policy/a.docx", "b.docx"]
    assert [one.name for one in received_returns([paths[0], paths[0]])] == ["a.docx", "a.docx"]


def test_the_name_of_a_file_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a\n\x1b[31mb\udcff.docx"
    path.write_bytes(word_file(par(run("x"))))
    assert [one.name for one in received_returns([path])] == ["a [31mb .docx"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (par(run("word ")) * 1_501, "a.docx has 1,501 paragraphs, far more than a brief ever has"),
        (par(inserted(run("word " * 100_001))), "a.docx has 100,001 words, far more than a brief ever has"),
    ],
)
def test_a_file_that_is_far_longer_than_any_brief_is_refused(body: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word_file(body))
    with pytest.raises(BriefsError) as caught:
        received_returns([path])
    assert caught.value.message == said
    assert "take out what does not belong to the brief" in caught.value.hint
