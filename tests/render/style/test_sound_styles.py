"""Style sheets that are known to be sound are not looked through again; all others are."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from briefs.model.diagnostics import DocumentError
from briefs.render.layout import read_layout
from briefs.render.style.sound_styles import is_known_as_sound, keep_as_sound
from briefs.render.style.style_limits import style_problems
from tests.render.builders import LAYOUT_FOLDER


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_a_sheet_is_known_by_its_text_its_medium_and_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_known_as_sound("p { top: 0 }", "pages")
    keep_as_sound("p { top: 0 }", "pages")
    assert is_known_as_sound("p { top: 0 }", "pages")
    assert not is_known_as_sound("p { top: 0 }", "screens")
    assert not is_known_as_sound("p { top: 0 } ", "pages")
    monkeypatch.setattr("briefs.render.style.sound_styles.program_state", lambda: "another")
    assert not is_known_as_sound("p { top: 0 }", "pages")


def test_a_layout_is_looked_through_once_and_a_fault_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "layout"
    shutil.copytree(LAYOUT_FOLDER, folder, ignore=shutil.ignore_patterns("fonts", "*.docx"))
    looked_through: list[str] = []

    def told(css: str, *others: Any) -> object:
        looked_through.append(css)
        return style_problems(css, *others)

    monkeypatch.setattr("briefs.render.style.style_limits.style_problems", told)
    for _ in range(2):
        read_layout(folder, tmp_path, {}, has_fonts=False)
    assert len(looked_through) == 3  # one for pages; one for screens, also as files carry it
    sheet = folder / "print.css"
    sheet.write_text(sheet.read_text(encoding="utf-8") + "p { background: url(http://x.org/a.png) }", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(DocumentError):
            read_layout(folder, tmp_path, {}, has_fonts=False)
    assert len(looked_through) == 5
