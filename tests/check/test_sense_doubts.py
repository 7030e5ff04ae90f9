"""Doubts about the sense of edited wording, and how they are settled."""

from __future__ import annotations

from pathlib import Path

from tests.check.builders import wrong_blocks

BLOCK = """kind: fact
blocks:
  - id: fact.a
    anchor: Most keepers agreed … the quay. One keeper saw no need for it
    short: The report names no keeper who agreed.
"""


def test_a_doubt_is_a_warning_that_a_reason_settles(tmp_path: Path) -> None:
    found = wrong_blocks(tmp_path / "doubtful", {"fact": BLOCK})
    assert "warning" in found
    assert "[sense-doubtful]" in found
    settled = wrong_blocks(tmp_path / "settled", {"fact": f"{BLOCK}    says_more: “names no keeper”, as we asked.\n"})
    assert "[sense-doubtful]" not in settled
    other = wrong_blocks(tmp_path / "other", {"fact": f"{BLOCK}    says_more: “the report”, as we asked.\n"})
    assert "[sense-doubtful]" in other
