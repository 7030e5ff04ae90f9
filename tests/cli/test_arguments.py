from __future__ import annotations

import pytest

from briefs.cli.arguments import all_parsers, parse_arguments


def test_a_call_makes_the_parser_of_its_own_command_and_help_makes_all() -> None:
    assert list(parse_arguments(["build"]).parsers) == ["", "build"]
    for words in ([], ["help"], ["help", "build"]):
        assert list(parse_arguments(words).parsers) == ["", *all_parsers()[1]]


def test_choices_are_taken_whatever_their_case() -> None:
    options = parse_arguments(
        ["build", "--audience", "Ministers", "--format", "PDF", "--status", "Cleared", "--paper", "A4"]
    )
    assert (options.audience, options.format, options.status, options.paper) == (
        ["ministers"],
        ["pdf"],
        "cleared",
        "a4",
    )
    options = parse_arguments(["blocks", "--kind", "Fact", "--audience", "MINISTERS", "--priority", "Must"])
    assert (options.kind, options.audience, options.priority) == (["fact"], "ministers", ["must"])


@pytest.mark.parametrize(
    "command", ["build", "check", "draw", "fit", "report", "blocks", "show", "schema", "reference"]
)
def test_the_help_of_a_command_says_what_it_does_before_where_the_project_is(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        parse_arguments([command, "--help"])
    said = capsys.readouterr().out
    assert caught.value.code == 0
    assert said.index("\noptions:") < said.index("\nproject:")
    assert ("--report" in said) == (command not in ("schema", "reference"))
