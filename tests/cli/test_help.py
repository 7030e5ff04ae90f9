"""Help: for the program, and for each command, with examples that can be run."""

from __future__ import annotations

import shlex

import pytest

from briefs.cli import main
from briefs.cli.arguments import all_parsers, parse_arguments
from briefs.cli.help_texts import BEGIN, EXAMPLES

COMMANDS = list(all_parsers()[1])


def test_without_a_command_help_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    alone = capsys.readouterr()
    assert main(["help"]) == 0
    assert capsys.readouterr() == alone
    assert alone.err == ""
    assert [name for name in COMMANDS if f"\n    {name}" not in alone.out] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_help_on_a_command_is_what_the_command_says_of_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert main(["help", command]) == 0
    assert capsys.readouterr().out == said
    assert all(f"\n  {example}" in said for example in EXAMPLES[command])


def examples() -> list[str]:
    beginning = [line.strip().partition("   ")[0] for line in BEGIN.splitlines()[1:]]
    return [*beginning, *(one for name, lines in EXAMPLES.items() if name != "completion" for one in lines)]


@pytest.mark.parametrize("line", examples())
def test_every_example_is_a_call_that_there_is(line: str) -> None:
    program, *arguments = shlex.split(line)
    assert program == "briefs"
    assert parse_arguments(arguments).command
