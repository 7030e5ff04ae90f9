"""Reports have templates of their own, or those of all."""

from __future__ import annotations

from pathlib import Path

from briefs.files.templates_folder import templates_folder
from tests.builders import front, write_files


def test_a_report_takes_the_templates_of_all_unless_it_has_its_own(tmp_path: Path) -> None:
    write_files(tmp_path / "harbour", {"captains": front("captains")}, ".md")
    write_files(tmp_path / "empty", {".captains": front("captains")}, ".md")
    assert templates_folder(tmp_path, "harbour") == tmp_path / "harbour"
    assert templates_folder(tmp_path, "empty") == tmp_path
    assert templates_folder(tmp_path, "water") == tmp_path
