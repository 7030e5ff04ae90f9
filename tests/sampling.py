"""Cases of a test of which only some are tried whenever the tests are run, the others by `make slow`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pytest


def every(number: int, cases: Iterable[Any], ids: Iterable[str] | None = None) -> list[Any]:
    """The cases as parameters; all but one of `number` are slow. A case with several values is a tuple."""
    listed: Sequence[Any] = list(cases)
    names = list(ids) if ids is not None else [None] * len(listed)
    return [
        pytest.param(
            *(case if isinstance(case, tuple) else (case,)),
            id=name,
            marks=[pytest.mark.slow] if index % number else [],
        )
        for index, (case, name) in enumerate(zip(listed, names, strict=True))
    ]
