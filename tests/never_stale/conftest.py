"""The program, loaded once for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.builders import REPOSITORY
from tests.never_stale.calls import WarmProgram


@pytest.fixture(scope="session")
def program() -> Iterator[WarmProgram]:
    with WarmProgram(REPOSITORY) as program:
        yield program
