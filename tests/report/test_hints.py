from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import DocumentError
from briefs.report.hints import read_hints
from tests.report.builders import ABOUT, hints


def said(text: str) -> list[str]:
    """What is wrong with hints, as printed; title, issuer and citation are on lines 1–3."""
    with pytest.raises(DocumentError) as caught:
        hints(text)
    return [str(problem) for problem in caught.value.diagnostics]


def test_hints_know_where_they_are_written(tmp_path: Path) -> None:
    (tmp_path / "report.yaml").write_text(ABOUT + "outline:\n  - text: A\n    level: 1\n    label: I\n")
    file = read_hints(tmp_path, tmp_path)
    assert (file.hints.title, [heading.text for heading in file.hints.outline]) == ("A report", ["A"])
    assert str(file.place("outline", 0, "level")) == "report.yaml:6"
    assert str(file.place("sha256")) == "report.yaml:1"


def test_a_folder_without_hints_says_what_they_need(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        read_hints(tmp_path / "seeds" / "x", tmp_path)
    assert str(caught.value) == (
        "seeds/x/report.yaml: error: the file does not exist [file-missing]\n"
        "  hint: add it, with the report's `title`, `issuer` and `citation`"
    )


def test_a_heading_without_a_label_is_reported_on_its_line() -> None:
    assert said("outline:\n  - {text: A, level: 1, label: I}\n  - {text: B, level: 9}\n") == [
        'report.yaml:6: error: "level" must be at most 6, not 9 [field-invalid]',
        'report.yaml:6: error: required field "label" is missing [field-missing]\n'
        '  hint: label: short form for source tags, e.g. "IV" or "Framework"; required here: text, level, label',
    ]


def test_names_must_come_from_a_column_of_a_table() -> None:
    text = (
        "outline: [{text: A, level: 1, label: A}]\n"
        "tables: [{section: A, columns: [name, place]}]\n"
        "names: {section: A, column: names, part: all}\n"
    )
    assert said(text) == [
        'report.yaml:6: error: `tables` has no table "A" with a column "names" [field-invalid]\n'
        '  hint: did you mean "name"?'
    ]
