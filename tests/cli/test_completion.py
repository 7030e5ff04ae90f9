"""The scripts for shells, run by the shells."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefs.cli.arguments import SHELLS
from briefs.cli.completion import SCRIPTS
from tests.builders import REPOSITORY, write_project

ZSH, FISH = shutil.which("zsh"), shutil.which("fish")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project, with a program called briefs in it."""
    root = write_project(tmp_path)
    program = root / "bin/briefs"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m briefs "$@"\n')
    program.chmod(0o755)
    return root


def shell(root: Path, *command: str) -> list[str]:
    """The lines that a shell prints."""
    path = f"{root / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, timeout=60)
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_there_is_a_script_for_each_shell() -> None:
    assert tuple(SCRIPTS) == SHELLS


@pytest.mark.parametrize(
    ("words", "replies"),
    [
        (["bu"], ["build"]),
        (["build", "--audience", "c"], ["captains", "clerks"]),
        (["build", "--format", "=", "p"], ["pdf"]),
        (["show", "fact."], ["fact.timetable", "fact.bicycles"]),
        (["show", "build/"], []),
        (["build", "--st"], ["--status", "--strict"]),
    ],
)
@pytest.mark.parametrize("program", ["briefs", "bin/briefs"])
def test_bash_completes(root: Path, words: list[str], replies: list[str], program: str) -> None:
    script = f"""
        eval "$(briefs completion bash)"
        [[ $(complete -p briefs) == *_briefs* ]] || echo not set up
        COMP_WORDS=({shlex.join([program, *words])})
        COMP_CWORD={len(words)}
        _briefs {program} {shlex.quote(words[-1])} ''
        [[ ${{#COMPREPLY[@]}} == 0 ]] || printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    assert shell(root, "bash", "--norc", "-c", script) == replies


def test_bash_completes_words_with_an_equals_sign_if_it_does_not_break_there(root: Path) -> None:
    script = """
        eval "$(briefs completion bash)"
        COMP_WORDBREAKS=' '
        COMP_WORDS=(briefs build --format=p)
        COMP_CWORD=2
        _briefs briefs --format=p build
        echo "${COMPREPLY[@]}"
    """
    assert shell(root, "bash", "--norc", "-c", script) == ["--format=pdf"]


@pytest.mark.skipif(ZSH is None, reason="zsh is not installed")
def test_zsh_completes(root: Path) -> None:
    script = """
        autoload -U compinit; compinit -u -D
        source <(briefs completion zsh)
        [[ $_comps[briefs] == _briefs ]] || print not set up
        _describe() { print -l -- $found }
        _files() { print files }
        words=(briefs show fact.) CURRENT=3; _briefs
        words=(briefs build --stri) CURRENT=3; _briefs
        words=(briefs show build/) CURRENT=3; _briefs
    """
    assert shell(root, str(ZSH), "-f", "-c", script) == [
        "fact.timetable",
        "fact.bicycles",
        "--strict:treat warnings as errors",
        "files",
    ]


@pytest.mark.skipif(FISH is None, reason="fish is not installed")
def test_fish_completes(root: Path) -> None:
    script = """
        briefs completion fish | source
        complete -C 'briefs show fact.'
        complete -C 'briefs build --stri'
        complete -C 'briefs show seeds/har'
    """
    assert shell(root, str(FISH), "--no-config", "-c", script) == [
        "fact.bicycles",
        "fact.timetable",
        "--strict\ttreat warnings as errors",
        "seeds/harbour/",
    ]
