"""Other paper and large print: files of their own beside the usual ones, with the same selection."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.builders import write_project
from tests.projects import run


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the edition for clerks on A4, on Letter and in large print, one built after the other."""
    root = write_project(tmp_path_factory.mktemp("project"))
    for options in ((), ("--paper", "letter"), ("--large-print",), ("--paper", "letter", "--large-print")):
        ordered = ("--audience", "clerks", "--format", "pdf", "--format", "html", "--status", "cleared", "--quiet")
        assert run(root, "build", *ordered, *options) == 0
    return root


def entries(root: Path) -> list[dict[str, Any]]:
    files: list[dict[str, Any]] = json.loads((root / "build" / "manifest.json").read_bytes())["files"]
    return files


@pytest.mark.parametrize(
    ("options", "edition"),
    [
        (("--status", "draft"), "draft"),
        (("--status", "cleared", "--large-print"), "cleared, large print"),
        (("--status", "cleared", "--paper", "letter"), "cleared, Letter"),
        (("--paper", "letter", "--large-print"), "draft, Letter, large print"),
    ],
)
def test_pages_are_those_of_the_edition_that_was_built_and_the_budget_is_said_to_be_of_another(
    options: tuple[str, ...], edition: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_project(tmp_path)
    assert run(root, "build", "--audience", "clerks", "--format", "pdf", *options) == 0
    summary, file = capsys.readouterr().out.splitlines()
    made, _, cleared = summary.partition("; ")
    assert made.startswith(f"clerks: {edition} of ")
    assert cleared.startswith("its budget is that of the cleared edition on A4: 1 of 1 page, ")
    said = made.partition(" of ")[2].partition(",")[0]
    assert file.endswith(f".pdf ({said})")


def test_the_edition_that_has_the_budget_is_said_to_keep_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_project(tmp_path)
    assert run(root, "build", "--audience", "clerks", "--format", "pdf", "--status", "cleared") == 0
    summary, file = capsys.readouterr().out.splitlines()
    assert summary.startswith("clerks: 1 of 1 page, ")
    assert file.endswith(".pdf")


def test_each_has_a_name_and_a_place_in_the_manifest_of_its_own(root: Path) -> None:
    found = {entry["path"]: (entry["paper"], entry["large_print"], entry["budget"]) for entry in entries(root)}
    assert found == {
        "harbour_brief-clerks_v1.0_cleared.html": ("A4", False, None),
        "harbour_brief-clerks_v1.0_cleared.pdf": ("A4", False, 1),
        "harbour_brief-clerks_v1.0_cleared_letter.pdf": ("letter", False, 1),
        "harbour_brief-clerks_v1.0_cleared_large-print.pdf": ("A4", True, None),
        "harbour_brief-clerks_v1.0_cleared_letter_large-print.pdf": ("letter", True, None),
    }
    beside = {"harbour_brief-clerks_v1.0_cleared.provenance.json", "manifest.json", "editions"}
    assert set(found) | beside == {path.name for path in (root / "build").iterdir()}


def test_all_have_the_same_units(root: Path) -> None:
    assert len({json.dumps(entry["units"]) for entry in entries(root)}) == 1


def test_each_is_on_its_paper(root: Path) -> None:
    for name, size in (("", (595.28, 841.89)), ("_letter", (612, 792)), ("_letter_large-print", (612, 792))):
        with pikepdf.open(root / "build" / f"harbour_brief-clerks_v1.0_cleared{name}.pdf") as pdf:
            box = [float(side) for side in pdf.pages[0].mediabox]
        assert (box[2], box[3]) == pytest.approx(size, abs=0.1)


def test_pages_of_large_print_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = write_project(tmp_path)
    assert run(root, "build", "--audience", "clerks", "--format", "pdf", "--large-print") == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == f"{root / 'build' / 'harbour_brief-clerks_v0.1_draft_large-print.pdf'} (1 page)"


def test_a_paper_that_is_not_known_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        run(tmp_path, "build", "--paper", "a5")
    assert raised.value.code == 2
    assert 'unknown paper "a5"; known papers: a4, letter' in capsys.readouterr().err
