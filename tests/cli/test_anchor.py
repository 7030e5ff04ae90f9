"""`briefs anchor` as editors call it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from briefs.cli import main
from tests.builders import HINTS, REPORT, write_files


def test_words_can_come_from_standard_input_and_lines_from_an_option(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_files(tmp_path / "seeds/harbour", {"report": REPORT}, ".txt")
    write_files(tmp_path / "seeds/harbour", {"report": HINTS}, ".yaml")
    monkeypatch.setattr("sys.stdin", io.StringIO("publish the\ntides"))
    assert main(["anchor", "-", "--line", "7", "--project", str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines()[0] == 'anchor: {text: "publish the tides", in: "I ¶ 3"}'


def test_many_places_are_counted_and_some_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = REPORT + "\nThe boats go out at dawn.\n" * 12
    write_files(tmp_path / "seeds/harbour", {"report": report}, ".txt")
    write_files(tmp_path / "seeds/harbour", {"report": HINTS}, ".yaml")
    assert main(["anchor", "The boats go out", "--project", str(tmp_path)]) == 1
    printed = capsys.readouterr()
    assert printed.out.count("anchor: ") == 10
    assert "stand in 12 places, of which 10 are shown" in printed.err


def test_words_that_were_not_copied_cleanly_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_files(tmp_path / "seeds/harbour", {"report": REPORT}, ".txt")
    write_files(tmp_path / "seeds/harbour", {"report": HINTS}, ".yaml")
    words = "Ferries that share a timetable\nThe Harbour Study 17\ncould carry more bicycles in the winter months"
    assert main(["anchor", words, "--project", str(tmp_path)]) == 0
    printed = capsys.readouterr()
    assert printed.out.splitlines()[-1].strip().startswith("Ferries that share a timetable could carry")
    assert "see whether this is the passage that you mean" in printed.err
