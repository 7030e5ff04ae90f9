"""A folder of somebody who may not write everywhere, also where tests run as a user who may."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

NOBODY = 65534


@pytest.fixture
def private() -> Iterator[Path]:
    """An empty folder that belongs to the user whose rights hold during the test, who is not root."""
    user = os.geteuid()
    folder = Path(tempfile.mkdtemp())
    if user == 0:
        os.chown(folder, NOBODY, -1)
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        os.seteuid(user)
        for place, names, _ in os.walk(folder):
            for name in names:
                (Path(place) / name).chmod(0o700)
        shutil.rmtree(folder)
