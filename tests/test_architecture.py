"""How the program hangs together: what may know what, and that nothing is named that is not there."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from briefs.compose.looks.block_environment import compile_block_templates
from briefs.compose.template_files import read_block_templates
from briefs.model.block import KINDS, Block
from briefs.model.codes import CODES
from tests.builders import REPOSITORY

PROGRAM = sorted((REPOSITORY / "briefs").rglob("*.py"))
TESTS = sorted(path for path in (REPOSITORY / "tests").rglob("*") if path.suffix in (".py", ".md"))
TABLES = (REPOSITORY / "briefs" / "model" / "codes.py", REPOSITORY / "briefs" / "check" / "table.py")
"""Modules that list codes and raise none."""
BLOCK_TEMPLATES = read_block_templates(REPOSITORY / "templates" / "blocks", REPOSITORY)


def test_stages_know_only_the_model() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run(
        [linter, "--no-cache"], cwd=REPOSITORY, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout


def test_only_the_command_line_prints() -> None:
    printing = {
        path.relative_to(REPOSITORY).as_posix()
        for path in PROGRAM
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print")
        or (isinstance(node, ast.Attribute) and node.attr in ("stdout", "stderr"))
    }
    assert printing
    assert {path for path in printing if not path.startswith("briefs/cli/")} == set()


def strings(path: Path) -> set[str]:
    """Every string in a module that is no docstring."""
    return {
        node.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_raised_by_the_program_and_by_a_test(code: str) -> None:
    raised = [path for path in PROGRAM if path not in TABLES and code in strings(path)]
    assert raised, f"nothing in the program raises {code}"
    tested = re.compile(rf"(?<![\w-]){code}(?![\w-])")
    assert any(tested.search(path.read_text(encoding="utf-8")) for path in TESTS if path != Path(__file__))


def test_every_kind_is_in_the_union_of_blocks() -> None:
    union, _ = get_args(Block)
    assert {get_args(model.model_fields["kind"].annotation): model for model in get_args(union)} == {
        (kind,): model for kind, model in KINDS.items()
    }


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_call_that_prints_it(kind: str) -> None:
    assert [name for name, one in BLOCK_TEMPLATES.value.items() if one.accepts(kind)]


def test_every_block_template_is_without_mistakes() -> None:
    assert BLOCK_TEMPLATES.problems == ()
    compiled = compile_block_templates(BLOCK_TEMPLATES.value)
    assert compiled.problems == ()
    assert set(compiled.value) == set(BLOCK_TEMPLATES.value)
