from __future__ import annotations

from pathlib import Path

from tests.compose.builders import linted


def test_a_block_that_is_never_for_an_audience_is_reported(tmp_path: Path) -> None:
    assert linted(tmp_path, '{{ list("rec.tides") }}\n', "clerks") == (
        'templates/clerks.md:13: error: "rec.tides" is never printed for clerks '
        "(seeds/harbour/blocks/recommendation.yaml:3) [block-excluded]\n"
        "  hint: take it out, or change its `audiences`"
    )


def test_a_block_that_the_call_does_not_print_is_reported_with_the_calls_that_can(tmp_path: Path) -> None:
    facts = {"facts": "---\nprints: [fact]\n---\n<p>{{ blocks[0] }}</p>\n"}
    assert linted(tmp_path, '{{ table("fact.timetable") }}\n', block_templates=facts) == (
        'templates/captains.md:13: error: "fact.timetable" is a fact, and table(…) prints recommendation [block-kind]\n'
        "  hint: it can be printed by facts, list, paragraph"
    )
