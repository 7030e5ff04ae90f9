"""All rounds of errors come in one run: mistakes of different stages do not hide each other, nor invent any."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

from tests.pipeline.mistakes import MISTAKES, mates_project, said, said_of
from tests.projects import run

TOGETHER = (
    "a field of report.yaml",
    "an anchor",
    "a number in wording",
    "an audience of a block",
    "a field of the house",
    "a block in a call",
    "a call",
    "front matter of a block template",
    "the style of figures",
    "a reference document",
    "an acronym",
    "a title",
)
"""Mistakes of twelve stages, none of which makes it impossible to know of another."""
UNKNOWN = {
    ("a font", "a reference document"),
    ("a font", "an acronym"),
    ("a block that YAML cannot read", "words of a template"),
    ("a field of a block", "words of a template"),
    ("an anchor", "words of a template"),
    ("words of a template", "a call that is not closed"),
}
"""Pairs of which one cannot be known beside the other. Without fonts, no reference document is read, and nobody knows
whether a block that may be left out is printed. Without all blocks and calls, nobody knows what supports the words of a
template."""
PAIRS = [
    pair for pair in combinations(MISTAKES, 2) if MISTAKES[pair[0]][:2] != MISTAKES[pair[1]][:2] and pair not in UNKNOWN
]
QUICK = 60
"""Every so manieth pair is tried whenever the tests are run."""


@pytest.fixture(scope="session")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What is said of each mistake that is alone, as far as it was asked for."""
    return {}


def said_alone(name: str, alone: dict[str, list[str]], folder: Path) -> list[str]:
    if name not in alone:
        alone[name] = said_of(folder / "alone" / name.replace(" ", "-"), (name,))
    return alone[name]


def test_nothing_is_wrong_with_the_project_itself(tmp_path: Path) -> None:
    assert said(mates_project(tmp_path)) == []


@pytest.mark.slow
def test_mistakes_of_twelve_stages_are_said_in_one_run_and_nothing_else(
    tmp_path: Path, alone: dict[str, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    expected = {problem for name in TOGETHER for problem in said_alone(name, alone, tmp_path)}
    root = tmp_path / "together"
    assert set(said_of(root, TOGETHER)) == expected
    assert len(expected) >= len(TOGETHER)
    assert run(root, "build", "--format", "docx") == 1
    printed = capsys.readouterr().err.rstrip("\n").splitlines()
    assert printed[-1] == f"{sum(': error: ' in line for line in printed)} errors; nothing was written"
    assert not (root / "build").exists()
    paths = [line.split(":")[0] for line in printed if ": error: " in line]
    assert list(dict.fromkeys(paths)) == [  # in the order of mending
        "seeds/harbour/report.yaml",
        "seeds/harbour/blocks/fact.yaml",
        "seeds/harbour/blocks/log.yaml",
        "seeds/harbour/blocks/recommendation.yaml",
        "templates/house.yaml",
        "templates/blocks/paragraph.html",
        "templates/captains.md",
        "templates/clerks.md",
        "templates/mates.md",
        "templates/layout/print.css",
    ]


@pytest.mark.parametrize("pair", PAIRS[::QUICK], ids=" and ".join)
def test_two_mistakes_are_said_as_each_is_alone(
    pair: tuple[str, str], tmp_path: Path, alone: dict[str, list[str]]
) -> None:
    expected = {problem for name in pair for problem in said_alone(name, alone, tmp_path)}
    assert set(said_of(tmp_path / "both", pair)) == expected


@pytest.mark.slow
@pytest.mark.parametrize("first", MISTAKES)
def test_each_mistake_is_said_beside_each_other_one(first: str, tmp_path: Path, alone: dict[str, list[str]]) -> None:
    for number, pair in enumerate(pair for pair in PAIRS if pair[0] == first):
        expected = {problem for name in pair for problem in said_alone(name, alone, tmp_path)}
        assert set(said_of(tmp_path / str(number), pair)) == expected, pair


def test_several_mistakes_of_one_kind_are_all_said(tmp_path: Path) -> None:
    root = mates_project(tmp_path)
    facts = root / "seeds/harbour/blocks/fact.yaml"
    facts.write_text(
        'kind: fact\nblocks:\n  - id: fact.timetable\n    anchor: "Most keepers agreed … at the quay\n'
        "  - id: fact.bicycles\n    anchor: *Ferries that share … the winter months\n"
        "  - id: fact.spring\n    anchor: The keepers will … spring of 2012\n    shrot: They will meet.\n"
    )
    house = root / "templates/house.yaml"
    house.write_text(house.read_text().replace("2010-05-04", "today").replace("en-GB", "English, please"))
    front = root / "templates/mates.md"
    front.write_text(front.read_text().replace("pages: 1", "pages: one").replace("title: What", 'title: "What'))
    assert sorted(re.findall(r"^(\S+?):\d+: error: .*\[([\w-]+)\]$", "\n".join(said(root)), re.MULTILINE)) == [
        ("seeds/harbour/blocks/fact.yaml", "field-unknown"),
        ("seeds/harbour/blocks/fact.yaml", "yaml-syntax"),
        ("seeds/harbour/blocks/fact.yaml", "yaml-syntax"),
        ("templates/house.yaml", "field-invalid"),
        ("templates/house.yaml", "field-invalid"),
        ("templates/mates.md", "field-invalid"),
        ("templates/mates.md", "yaml-syntax"),
    ]


def test_mistakes_are_said_when_briefs_are_fitted_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path
    expected = {
        problem
        for problem in said_of(root, TOGETHER)
        if "none.docx" not in problem  # which fitting does not need
    }
    assert run(root, "fit") == 1
    printed = capsys.readouterr().err.rstrip("\n").splitlines()
    assert {line for line in printed[:-1] if not line.startswith("  ")} == {
        problem.split("\n")[0] for problem in expected
    }


def test_a_mistake_of_one_brief_does_not_hide_those_of_another_when_they_are_fitted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = mates_project(tmp_path)
    for name in ("captains", "clerks"):
        path = root / f"templates/{name}.md"
        path.write_text(path.read_text() + '\n{{ statements("log.hand", form="ask") }}\n')
    assert run(root, "fit") == 1
    said = capsys.readouterr().err
    assert said.count("form-missing") == 2
    assert "2 errors" in said
