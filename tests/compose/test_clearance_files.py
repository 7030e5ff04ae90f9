"""Records of clearance: read with their lines, or nothing with what is wrong."""

from __future__ import annotations

from pathlib import Path

from briefs.compose.clearance_files import read_clearances


def test_records_are_read_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "clearances.yaml").write_text(
        'clearances:\n  - {office: Legal, version: "1.0", date: 2026-11-20}\n'
        '  - {office: Policy, audience: ministers, version: "1.0", date: 2026-11-21, cleared: false}\n'
    )
    records, lines = read_clearances(tmp_path, tmp_path).or_raise()
    assert [(one.office, one.audience, one.cleared) for one in records.clearances] == [
        ("Legal", None, True),
        ("Policy", "ministers", False),
    ]
    assert lines.line(("clearances", 1)) == 3


def test_without_a_file_there_are_no_records(tmp_path: Path) -> None:
    records, _ = read_clearances(tmp_path, tmp_path).or_raise()
    assert records.clearances == ()


def test_mistakes_have_their_lines(tmp_path: Path) -> None:
    file = tmp_path / "clearances.yaml"
    file.write_text('clearances:\n  - {office: Legal, version: "1.0", date: soon}\n')
    (problem,) = read_clearances(tmp_path, tmp_path).problems
    assert str(problem).startswith("clearances.yaml:2: error:")
    assert "soon" in problem.message
    file.write_text("clearances: [\n")
    assert [problem.code for problem in read_clearances(tmp_path, tmp_path).problems] == ["yaml-syntax"]
