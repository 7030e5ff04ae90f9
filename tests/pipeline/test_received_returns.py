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
