"""A block may say the words beyond its passage that its `says_more` quotes."""

from __future__ import annotations

from pathlib import Path

from briefs.check.says_more import allowed_by
from tests.compose.builders import harbour_library

BLOCKS = """kind: fact
blocks:
  - id: fact.a
    anchor: Most keepers agreed … at the quay
    says_more: The editors add “two boats” and "a quay".
  - {id: fact.b, anchor: Most keepers agreed … at the quay}
"""


def test_the_quoted_words_are_allowed(tmp_path: Path) -> None:
    blocks = harbour_library(tmp_path, {"fact": BLOCKS}).blocks
    assert allowed_by(blocks["fact.a"].block) == ("two boats", "a quay")
    assert allowed_by(blocks["fact.b"].block) == ()
