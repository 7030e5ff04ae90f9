"""fontTools is quiet within the context, and as before after it, whatever happens."""

from __future__ import annotations

import logging

import pytest

from briefs.render.fonts.quiet_fonttools import quiet_fonttools


def fail_quietly(logger: logging.Logger) -> None:
    with quiet_fonttools():
        assert not logger.isEnabledFor(logging.CRITICAL)
        raise ValueError("broken")


def test_warnings_are_held_back_only_within_the_context() -> None:
    logger = logging.getLogger("fontTools.ttLib")
    assert logger.isEnabledFor(logging.WARNING)
    with pytest.raises(ValueError, match="broken"):
        fail_quietly(logger)
    assert logger.isEnabledFor(logging.WARNING)
