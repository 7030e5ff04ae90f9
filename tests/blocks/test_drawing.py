from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from briefs.blocks.drawing import draw
from briefs.model.diagnostics import Place
from briefs.model.library import Library
from briefs.model.report import Report
from tests.builders import REPORT, RULES, harbour_report, write_files
from tests.report.builders import report

TIDES = "The board should publish the tides each week"


def drawn(
    folder: Path, files: Mapping[str, str], source: Report | None = None, suffix: str = ".yaml"
) -> tuple[Library, str]:
    """The Library that block files give, and everything wrong with them, as printed."""
    write_files(folder / "blocks", files, suffix)
    library, found = draw(source or harbour_report(), folder / "blocks", folder, RULES, {"captains", "clerks"})
    return library, "\n".join(map(str, found))


def facts(*blocks: str) -> str:
    return "kind: fact\nblocks:\n" + "".join(f"  - {block}\n" for block in blocks)


def test_a_block_is_drawn_with_its_place_and_its_extracts(tmp_path: Path) -> None:
    text = facts("id: fact.a", f"id: fact.b\n    anchor: [{TIDES}, Ferries that share]\n    short: A tide table.")
    library, found = drawn(tmp_path, {"fact": text.replace("id: fact.a\n", f"id: fact.a\n    anchor: {TIDES}\n")})
    assert found == ""
    assert list(library.blocks) == ["fact.a", "fact.b"]
    block = library.blocks["fact.b"]
    assert block.place == Place("blocks/fact.yaml", 5)
    assert block.verbatim() == "The board should publish the tides each week Ferries that share"
    assert [e.address for e in block.resting_on("short")] == ["II item 1", "I ¶ 2"]


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


def test_an_id_that_two_blocks_have_is_shown_with_both_places(tmp_path: Path) -> None:
    one = facts(f"id: fact.a\n    anchor: {TIDES}")
    two = facts(f"id: fact.b\n    anchor: {TIDES}", f"id: fact.a\n    anchor: {TIDES}")
    library, found = drawn(tmp_path, {"a": one, "b": two})
    assert found == (
        'blocks/b.yaml:5: error: the id "fact.a" is used twice, first in blocks/a.yaml:3 [id-duplicate]\n'
        "  hint: give the block another id"
    )
    assert list(library.blocks) == ["fact.a", "fact.b"]


def test_an_anchor_is_said_wrong_where_it_is_written(tmp_path: Path) -> None:
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
        'blocks/contradiction.yaml:13: error: anchor of "con.tides, one_side.short" has fewer than 3 words on a side: '
        '"too short" [anchor-too-short]\n'
        "  hint: give at least three words before and after the ellipsis\n"
        'blocks/contradiction.yaml:14: error: anchor of "con.tides, other_side" is looked for in "IX", '
        "which is no place of the report [scope-unknown]\n"
        '  hint: did you mean "I"?'
    )


def test_a_strength_stands_in_the_passage_and_in_the_table_of_levels(tmp_path: Path) -> None:
    anchor = "anchor: Some keepers asked whether"
    text = facts(
        f"id: fact.a\n    {anchor}\n    strength: some *Keepers*",
        f"id: fact.b\n    {anchor}\n    strength: most keepers",
        f"id: fact.c\n    {anchor}\n    strength: sme keepers",
        "id: fact.d\n    anchor: not in the report\n    strength: most keepers",
    )
    _, found = drawn(tmp_path, {"fact": text})
    assert found == (
        'blocks/fact.yaml:8: error: the strength "most keepers" of "fact.b" is not in the passage that it points at '
        "[strength-not-found]\n"
        "  hint: keep the report's own quantifier, or point at it\n"
        'blocks/fact.yaml:11: error: the strength "sme keepers" of "fact.c" has no phrase of the report\'s table of '
        "levels [strength-unknown]\n"
        '  hint: did you mean "some keepers"?\n'
        'blocks/fact.yaml:13: error: anchor of "fact.d" matches nothing in the report [anchor-not-found]'
    )


def test_an_audience_that_no_template_has_is_said_with_the_nearest(tmp_path: Path) -> None:
    _, found = drawn(tmp_path, {"fact": facts(f"id: fact.a\n    anchor: {TIDES}\n    audiences: {{captain: must}}")})
    assert found == (
        'blocks/fact.yaml:5: error: "captain" is no audience [audience-unknown]\n  hint: did you mean "captains"?'
    )


def test_a_block_that_is_named_must_exist_and_a_conflict_be_one(tmp_path: Path) -> None:
    text = facts(
        f"id: fact.a\n    anchor: {TIDES}\n    with: fact.bb\n    conflict: [fact.b]",
        f"id: fact.b\n    anchor: {TIDES}",
    )
    proposal = (
        f"kind: proposal\nblocks:\n  - {{id: pro.a, anchor: {TIDES}, addressees: [keepers], carried: rec.a}}\n"
        f"  - {{id: pro.b, anchor: {TIDES}, addressees: [keepers], carried: null}}\n"
    )
    statement = f"kind: statement\nblocks:\n  - {{id: st.a, anchor: {TIDES}, counts: [fact.b]}}\n"
    _, found = drawn(tmp_path, {"fact": text, "proposal": proposal, "statement": statement})
    assert found == (
        'blocks/fact.yaml:5: error: "fact.a" names the block "fact.bb", which does not exist [reference-unknown]\n'
        '  hint: did you mean "fact.b"?\n'
        'blocks/fact.yaml:6: error: "fact.a" names "fact.b" as a conflict, but it is a fact [reference-unknown]\n'
        'blocks/proposal.yaml:3: error: "pro.a" names the block "rec.a", which does not exist [reference-unknown]\n'
        '  hint: did you mean "pro.a"?\n'
        'blocks/statement.yaml:3: error: "st.a" counts "fact.b", which is no participant_group but a fact '
        "[reference-unknown]"
    )


def test_a_block_that_cannot_be_read_does_not_make_those_that_name_it_wrong(tmp_path: Path) -> None:
    text = facts(f"id: fact.a\n    anchor: {TIDES}\n    with: fact.b", "id: fact.b", "{id: 'fact.c', x: 1}")
    library, found = drawn(tmp_path, {"fact": text, "term": "kind: term\nblocks:\n  - id: term.a\n   x: [\n"})
    assert found == (
        'blocks/fact.yaml:6: error: required field "anchor" is missing [field-missing]\n'
        "  hint: anchor: where in the report the block's verbatim form stands; needed here: id, anchor\n"
        'blocks/fact.yaml:7: error: required field "anchor" is missing [field-missing]\n'
        "  hint: anchor: where in the report the block's verbatim form stands; needed here: id, anchor\n"
        'blocks/fact.yaml:7: error: unknown field "x" [field-unknown]\n'
        "  hint: known: anchor, ask, audiences, caveat, conflict, id, kind, lead, note, short, strength, with\n"
        "blocks/term.yaml:4: error: did not find expected '-' indicator [yaml-syntax]"
    )
    assert library.unreadable == {"fact.b", "fact.c", "term.a"}


ANNEX = report(
    "Annex\n\nJane DOE\tKeeper\tEast\n\nJohn ROE\tKeeper\tWest\n",
    "outline:\n  - {text: Annex, level: 1, label: A}\n"
    "tables:\n  - {section: Annex, columns: [name, function, affiliation]}\n",
)


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (2, ""),
        (3, 'blocks/g.yaml:3: error: "gr.a" says 3, but 2 rows of the report have its affiliations [count-wrong]'),
    ],
)
def test_a_number_of_participants_is_counted(tmp_path: Path, count: int, expected: str) -> None:
    block = f"{{id: gr.a, anchor: {{text: Jane, in: A}}, name: All, affiliations: [East, West], count: {count}}}"
    _, found = drawn(tmp_path, {"g": f"kind: participant_group\nblocks:\n  - {block}\n"}, ANNEX)
    assert found == expected


@pytest.mark.parametrize(
    ("including", "expected"),
    [
        ("affiliations: [East], count: 1", ""),
        (
            "affiliations: [East], count: 2",
            'blocks/g.yaml:3: error: including of "gr.a" says 2, but 1 rows of the report have its affiliations '
            "[count-wrong]",
        ),
        (
            "affiliations: [South, East], count: 1",
            'blocks/g.yaml:3: error: including of "gr.a" has the affiliation "South", which the group has not '
            "[count-wrong]",
        ),
    ],
)
def test_some_of_a_group_are_counted_among_it(tmp_path: Path, including: str, expected: str) -> None:
    block = f"{{id: gr.a, anchor: {{text: Jane, in: A}}, name: All, affiliations: [East, West], count: 2, {including}}}"
    block = block.replace(f", {including}", f", including: {{text: one, {including}}}")
    _, found = drawn(tmp_path, {"g": f"kind: participant_group\nblocks:\n  - {block}\n"}, ANNEX)
    assert found == expected


def test_line_ends_of_another_system_make_no_difference(tmp_path: Path) -> None:
    text = facts("id: fact.a\n    anchor: |\n      Most keepers agreed …\n      at the quay. One keeper saw")
    library, found = drawn(tmp_path, {"fact": text.replace("\n", "\r\n")}, harbour_report(REPORT.replace("\n", "\r\n")))
    assert found == ""
    assert library.blocks["fact.a"].verbatim().endswith("at the quay. One keeper saw")
