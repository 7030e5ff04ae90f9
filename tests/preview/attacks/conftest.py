"""Two servers for all attacks: with the guard, and without."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.preview.attacks.attacked import Attacked, running


@pytest.fixture(scope="package")
def guarded() -> Iterator[Attacked]:
    """A preview with its guard."""
    with running(is_guarded=True) as attacked:
        yield attacked


@pytest.fixture(scope="package")
def bare() -> Iterator[Attacked]:
    """The same without a guard, by which tests show what it is good for."""
    with running(is_guarded=False) as attacked:
        yield attacked
