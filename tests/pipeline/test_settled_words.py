"""A cleared edition names who issued the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import HINTS, write_project
from tests.projects import problems, run

OPEN = HINTS.replace("issuer: Harbour Board", 'issuer: "[issuer]"')
WARNING = (
    'seeds/harbour/report.yaml:2: warning: `issuer` still has "[issuer]" where the name of the issuer belongs '
    "[report-unsettled]\n  hint: write who issued the report\n"
)
ERROR = (
    'seeds/harbour/report.yaml:2: error: a cleared edition cannot have "[issuer]" as its issuer [report-unsettled]\n'
    "  hint: write who issued the report\n"
)


def said(root: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = run(write_project(root, hints=OPEN), *words)
    return code, capsys.readouterr().err


def test_drafts_may_have_a_word_in_brackets_and_say_so(tmp_path: Path) -> None:
    assert WARNING.rstrip("\n") in problems(write_project(tmp_path, hints=OPEN))


@pytest.mark.parametrize("words", [("check",), ("build", "--format", "html", "--quiet")])
def test_a_cleared_edition_is_not_built_with_it(
    words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, err = said(tmp_path, capsys, *words, "--audience", "clerks", "--status", "cleared")
    assert (code, ERROR in err) == (1, True)
    assert not (tmp_path / "build").exists()
