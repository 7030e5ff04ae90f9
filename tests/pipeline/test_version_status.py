"""A cleared edition says of itself that it is final."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import HOUSE, write_project
from tests.projects import run

VERSION = 'version: {draft: "0.1", cleared: "1.0"}'
HINT = "  hint: give cleared editions a version in digits from 1 on, as in version: {draft: 0.3, cleared: 1.0}\n"


def said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], version: str, *options: str, status: str = "cleared"
) -> str:
    """What a build in a project with this `version` complains of."""
    root = write_project(tmp_path, house=HOUSE.replace(VERSION, version))
    code = run(root, "build", "--audience", "clerks", "--format", "html", "--status", status, "--quiet", *options)
    errors = capsys.readouterr().err.removesuffix("1 error; nothing was written\n")
    assert code == (1 if errors else 0)
    assert (root / "build").exists() == (not errors)
    return errors


def test_one_version_below_one_is_that_of_drafts_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(tmp_path / "draft", capsys, 'version: "0.3"', status="draft") == ""
    assert said(tmp_path / "cleared", capsys, 'version: "0.3"') == (
        "templates/house.yaml:6: error: a cleared edition cannot be version 0.3: only drafts are below 1, or have "
        f"words [version-status]\n{HINT}"
    )


@pytest.mark.parametrize("status", ["draft", "cleared"])
def test_a_version_below_one_given_for_cleared_editions_is_always_wrong(
    status: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(tmp_path, capsys, "version:\n  draft: 0.3\n  cleared: 0.4", status=status) == (
        "templates/house.yaml:8: error: a cleared edition cannot be version 0.4: only drafts are below 1, or have "
        f"words [version-status]\n{HINT}"
    )


def test_an_option_for_a_cleared_edition_is_held_to_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(tmp_path, capsys, VERSION, "--version", "1.0-rc2") == (
        "--version: error: a cleared edition cannot be version 1.0-rc2: only drafts are below 1, or have words "
        "[version-status]\n  hint: clear it as a version in digits from 1 on, such as --version 1.0\n"
    )


@pytest.mark.parametrize("version", ["True", "v1", "1e5"])
def test_a_cleared_version_is_of_digits_and_dots(
    version: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert f"--version: error: a cleared edition cannot be version {version}:" in said(
        tmp_path / "cleared", capsys, VERSION, "--version", version
    )
    assert said(tmp_path / "draft", capsys, VERSION, "--version", version, status="draft") == ""


def test_an_option_comes_before_the_house(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(tmp_path / "cleared", capsys, 'version: "0.3"', "--version", "2") == ""
    assert said(tmp_path / "draft", capsys, VERSION, "--version", "0.9", status="draft") == ""
    assert (tmp_path / "cleared/build/harbour_brief-clerks_v2_cleared.html").exists()


def test_names_of_files_say_the_version_of_the_status(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(tmp_path / "a", capsys, VERSION)
    said(tmp_path / "b", capsys, VERSION, status="draft")
    names = sorted(path.name for path in tmp_path.glob("*/build/*.html"))
    assert names == ["harbour_brief-clerks_v0.1_draft.html", "harbour_brief-clerks_v1.0_cleared.html"]
