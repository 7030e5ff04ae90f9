"""What is said of wrong usage."""

from __future__ import annotations

import pytest

from briefs.cli.arguments import all_parsers, parse_arguments
from briefs.cli.usage import nearest_name, unknown, with_choice

KNOWN = ("ambassadors", "ministers", "Parliamentarians")


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("minister", "ministers"),
        ("MINISTRES", "ministers"),
        ("min", "ministers"),
        ("p", "Parliamentarians"),
        ("parlamentarians", "Parliamentarians"),
        ("", ""),
        ("mayors of cities", ""),
    ],
)
def test_the_nearest_name_is_similar_or_begins_so_whatever_the_case(name: str, nearest: str) -> None:
    assert nearest_name(name, KNOWN) == nearest


def test_a_command_to_be_copied_names_the_project_and_the_report_that_were_named() -> None:
    options = parse_arguments(["draw", "--project", "a folder", "--report", "water"])
    options.is_found = False
    assert with_choice(options, "briefs draw") == "briefs draw --project 'a folder' --report water"
    options.is_found, options.report = True, None
    assert with_choice(options, "briefs draw") == "briefs draw"


def test_a_beginning_of_several_names_is_none_of_them() -> None:
    assert nearest_name("m", ("ministers", "mayors")) == ""


def test_all_unknown_names_are_told_with_the_nearest_and_those_that_exist() -> None:
    assert unknown("status", ["final", "drafts"], ["draft", "cleared"]) == (
        'unknown statuses "final", "drafts" (did you mean "draft"?); known statuses: draft, cleared'
    )
    assert unknown("audience", ["x"], []) == (
        'unknown audience "x"; known audiences: none, since there are no templates'
    )
    assert unknown("edition", ["x"], []) == (
        'unknown edition "x"; known editions: none, since nothing has been distributed'
    )
    assert unknown("product", ["terms"], ["brief"], ["clerks"]) == (
        'unknown product "terms" for clerks; known products: brief'
    )


def limited() -> list[tuple[str, str]]:
    """Every command with each of its options and arguments that has only certain values."""
    return [
        (name, action.option_strings[-1] if action.option_strings else "")
        for name, parser in all_parsers()[1].items()
        for action in parser._actions
        if action.choices
    ]


@pytest.mark.parametrize(("command", "option"), limited())
def test_every_value_that_there_is_not_is_told_in_the_same_way(
    command: str, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parse_arguments([command, *([option] if option else []), "nonsense"])
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert len(said.splitlines()) == 1
    assert said.startswith(f"briefs {command}: error: unknown ")
    assert '"nonsense"; known ' in said
