"""What the tests of this folder share."""

from __future__ import annotations

import pytest

from tests.unlucky.written_builds import Made, made_in


@pytest.fixture(scope="session")
def made_briefs(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Briefs in memory."""
    return made_in(tmp_path_factory.mktemp("project"))
