"""A process takes no more memory than a command may; what a person works with does."""

from __future__ import annotations

import subprocess
import sys

import pytest

from briefs.model.limits import LARGEST_MEMORY
from tests.builders import REPOSITORY

PROGRAM = """
import resource
from briefs.model.memory_limit import bound_memory, without_memory_limit

def soft():
    return resource.getrlimit(resource.RLIMIT_DATA)[0]

resource.setrlimit(resource.RLIMIT_DATA, (BEFORE, resource.getrlimit(resource.RLIMIT_DATA)[1]))
bound_memory()
print(soft())
with without_memory_limit():
    print(soft())
print(soft())
"""
HIGHER, LOWER = 2 * LARGEST_MEMORY, LARGEST_MEMORY // 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits of this kind")
@pytest.mark.parametrize(
    ("before", "limits"), [(HIGHER, [LARGEST_MEMORY, HIGHER, LARGEST_MEMORY]), (LOWER, [LOWER, LOWER, LOWER])]
)
def test_the_limit_holds_but_for_what_a_person_works_with(before: int, limits: list[int]) -> None:
    command = [sys.executable, "-c", PROGRAM.replace("BEFORE", str(before))]
    environment = {"PYTHONPATH": str(REPOSITORY)}
    printed = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    assert list(map(int, printed.split())) == limits
