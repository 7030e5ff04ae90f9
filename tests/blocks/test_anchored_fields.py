from __future__ import annotations

from pathlib import Path

from briefs.blocks.anchored_fields import anchored_fields, field_lines
from briefs.blocks.block_files import read_block_files
from tests.blocks.builders import TIDES, drawn


def test_each_passage_and_each_form_rests_on_its_own_anchors(tmp_path: Path) -> None:
    text = f"""kind: benefit
blocks:
  - id: ben.tides
    sort: direct
    beneficiary: Keepers
    anchor: {TIDES}
    short: {{text: Tides, anchor: Ferries that share}}
    basis:
      anchor: Most keepers agreed that
      short: {{text: Most keepers, anchor: One keeper saw no}}
"""
    library, found = drawn(tmp_path, {"benefit": text})
    assert found == ""
    block = library.blocks["ben.tides"]
    assert {field: [e.text for e in extracts] for field, extracts in block.extracts.items()} == {
        "anchor": [TIDES],
        "short": ["Ferries that share"],
        "basis": ["Most keepers agreed that"],
        "basis.short": ["One keeper saw no"],
    }
    assert [e.text for e in block.all_extracts()] == [
        TIDES, "Ferries that share", "Most keepers agreed that", "One keeper saw no"
    ]  # fmt: skip
    assert block.resting_on("lead") == block.extracts["anchor"]


def test_a_wrong_anchor_is_reported_where_it_is_written(tmp_path: Path) -> None:
    text = f"""kind: contradiction
blocks:
  - id: con.tides
    question: Tides?
    headed: true
    anchor:
      - {TIDES}
      - nothing at all like this
    one_side:
      anchor: {TIDES}
      short:
        text: Publish
        anchor: too short
    other_side: {{anchor: [{{text: board should publish the, in: IX}}]}}
"""
    _, found = drawn(tmp_path, {"contradiction": text})
    assert found == (
        'blocks/contradiction.yaml:8: error: anchor of "con.tides" matches nothing in the report [anchor-not-found]\n'
        'blocks/contradiction.yaml:13: error: anchor of "con.tides, one_side.short" has fewer than 3 words on one '
        'side: "too short" [anchor-too-short]\n'
        "  hint: give at least three words before and after the ellipsis\n"
        'blocks/contradiction.yaml:14: error: anchor of "con.tides, other_side" names the place "IX", '
        "which the report does not have [scope-unknown]\n"
        '  hint: did you mean "I"?'
    )


def test_the_line_of_an_edited_form_is_that_of_its_words(tmp_path: Path) -> None:
    (tmp_path / "benefit.yaml").write_text(
        f"""kind: benefit
blocks:
  - id: ben.tides
    sort: direct
    beneficiary: Keepers
    anchor: {TIDES}
    short:
      anchor: Ferries that share
      text: Tides
    basis:
      anchor: Most keepers agreed that
      short:
        text: Most keepers
"""
    )
    (written,) = read_block_files(tmp_path, tmp_path).or_raise().written
    lines = dict(field_lines(written))
    assert {name: lines[name] for name in ("id", "short", "basis", "basis.short", "with_")} == {
        "id": 3, "short": 9, "basis": 10, "basis.short": 13, "with_": 3
    }  # fmt: skip
    assert [name for name, _ in anchored_fields(written.block)] == ["anchor", "short", "basis"]
