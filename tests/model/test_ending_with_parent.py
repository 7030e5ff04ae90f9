"""A process ends with the one that started it; that it does is tested where commands are watched over."""

from __future__ import annotations

import os
import sys

import pytest

from briefs.model.ending_with_parent import end_with_parent


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can end a process with its parent")
def test_a_parent_that_has_ended_already_is_known() -> None:
    assert end_with_parent(os.getppid())
    assert not end_with_parent(2**22 + 1)
