"""What is written about the program is true of it: the README, the committed schemas."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefs.cli import main
from briefs.cli.arguments import parse_arguments

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def test_the_committed_schemas_are_those_of_the_program(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--output", str(tmp_path)]) == 0
    capsys.readouterr()
    made = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "schemas").iterdir()} == made


@pytest.mark.parametrize("folder", ["seeds/connecting-the-dots/blocks", "seeds/connecting-the-dots", "templates"])
def test_every_yaml_file_names_its_schema(folder: str) -> None:
    for path in (ROOT / folder).glob("*.yaml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert found, f"{path} does not begin with the name of its schema"
        assert (path.parent / found[1]).resolve().parent == ROOT / "schemas"
        assert (path.parent / found[1]).exists()


def test_every_link_of_the_readme_leads_somewhere() -> None:
    assert [target for target in LINK.findall(README) if not (ROOT / target).exists()] == []


@pytest.mark.parametrize("command", ["build", "report", "blocks", "show", "fit", "reference", "schema"])
def test_the_readme_names_every_command_and_option(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse_arguments([command, "--help"])
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", capsys.readouterr().out)) - {"--help"}
    assert f"briefs {command}" in README
    assert sorted(option for option in options if option not in README) == []


def test_the_readme_names_every_call_of_a_template() -> None:
    calls = {path.stem for path in (ROOT / "templates" / "blocks").glob("*.html")}
    assert sorted(call for call in calls if f"`{call}(…)`" not in README) == []
