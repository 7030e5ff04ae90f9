"""Blocks of kind `quote` have words that the report sets in quotation marks, and its attribution."""

from __future__ import annotations

from pathlib import Path

from briefs.blocks.drawing import draw
from briefs.check.checked_blocks import check_blocks
from tests.builders import RULES, harbour_report, write_files
from tests.check.builders import QUOTED


def wrong(folder: Path, anchor: str, attribution: str) -> str:
    text = f"Findings\n\n{QUOTED}\n\nSteps\n\nNone were taken by anybody.\n"
    block = f"  - {{id: q.a, display: null, attribution: {attribution}, anchor: '{anchor}'}}\n"
    write_files(folder / "blocks", {"quote": f"kind: quote\nblocks:\n{block}"}, ".yaml")
    library = draw(harbour_report(text), folder / "blocks", folder, RULES, {"captains", "clerks"}).or_raise()
    return "\n".join(map(str, check_blocks(library, RULES)))


def test_words_in_quotation_marks_may_be_printed_as_a_participants(tmp_path: Path) -> None:
    assert wrong(tmp_path, "can be shared if everybody pays.", "the Harbour Board") == ""
    assert wrong(tmp_path, "“can be shared if everybody pays.”", "the Harbour Board") == ""
    assert wrong(tmp_path, "can be shared if everybody pays.", "null") == ""


def test_words_of_the_report_itself_may_not(tmp_path: Path) -> None:
    assert wrong(tmp_path, "saw no process that works", "one participant") == (
        'blocks/quote.yaml:3: error: "q.a" prints words of the report itself as those of a participant: '
        '"saw no process that works" [quote-misattributed]\n'
        "  hint: anchor only what stands in quotation marks there, or make it a block of another kind"
    )
    assert "words of the report itself" in wrong(tmp_path, "that the quay … if everybody pays.", "the Harbour Board")


def test_an_attribution_that_the_report_does_not_give_is_an_error(tmp_path: Path) -> None:
    assert wrong(tmp_path, "can be shared if everybody pays.", "one minister") == (
        'blocks/quote.yaml:3: error: "q.a" is attributed to "one minister", which the report does not say next to it '
        "[quote-misattributed]\n  hint: write who said it as the report does, or null"
    )
