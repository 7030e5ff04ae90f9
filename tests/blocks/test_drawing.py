from __future__ import annotations

from pathlib import Path

from briefs.model.diagnostics import Place
from tests.blocks.builders import TIDES, drawn, facts
from tests.builders import REPORT, harbour_report


def test_a_block_is_drawn_with_its_place_and_its_extracts(tmp_path: Path) -> None:
    text = facts("id: fact.a", f"id: fact.b\n    anchor: [{TIDES}, Ferries that share]\n    short: A tide table.")
    library, found = drawn(tmp_path, {"fact": text.replace("id: fact.a\n", f"id: fact.a\n    anchor: {TIDES}\n")})
    assert found == ""
    assert list(library.blocks) == ["fact.a", "fact.b"]
    block = library.blocks["fact.b"]
    assert block.place == Place("blocks/fact.yaml", 5)
    assert block.verbatim() == "The board should publish the tides each week Ferries that share"
    assert [e.address for e in block.resting_on("short")] == ["II item 1", "I ¶ 2"]


def test_an_id_that_two_blocks_have_is_shown_with_both_places(tmp_path: Path) -> None:
    one = facts(f"id: fact.a\n    anchor: {TIDES}")
    two = facts(f"id: fact.b\n    anchor: {TIDES}", f"id: fact.a\n    anchor: {TIDES}")
    library, found = drawn(tmp_path, {"a": one, "b": two})
    assert found == (
        'blocks/b.yaml:5: error: the id "fact.a" is used twice, first in blocks/a.yaml:3 [id-duplicate]\n'
        "  hint: give the block another id"
    )
    assert list(library.blocks) == ["fact.a", "fact.b"]


def test_line_ends_of_another_system_make_no_difference(tmp_path: Path) -> None:
    text = facts("id: fact.a\n    anchor: |\n      Most keepers agreed …\n      at the quay. One keeper saw")
    library, found = drawn(tmp_path, {"fact": text.replace("\n", "\r\n")}, harbour_report(REPORT.replace("\n", "\r\n")))
    assert found == ""
    assert library.blocks["fact.a"].verbatim().endswith("at the quay. One keeper saw")
