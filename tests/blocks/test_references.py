from __future__ import annotations

from pathlib import Path

from tests.blocks.builders import TIDES, drawn, facts


def test_an_audience_that_no_template_has_is_reported_with_the_nearest(tmp_path: Path) -> None:
    _, found = drawn(tmp_path, {"fact": facts(f"id: fact.a\n    anchor: {TIDES}\n    audiences: {{captain: must}}")})
    assert found == (
        'blocks/fact.yaml:5: error: "captain" is not an audience [audience-unknown]\n  hint: did you mean "captains"?'
    )


def test_an_audience_that_many_blocks_name_is_reported_once(tmp_path: Path) -> None:
    blocks = [f"id: fact.{letter}\n    anchor: {TIDES}\n    audiences: {{skippers: must}}" for letter in "abcdef"]
    _, found = drawn(tmp_path, {"fact": facts(*blocks)})
    assert found == (
        'blocks/fact.yaml:5: error: 6 blocks name the audience "skippers", for which there is no template '
        "[audience-unknown]\n  hint: look at `audience` in the templates; they have: captains, clerks"
    )


def test_a_named_block_must_exist_and_be_of_the_kind_that_is_meant(tmp_path: Path) -> None:
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
        'blocks/statement.yaml:3: error: "st.a" counts "fact.b", which is a fact, not a participant_group '
        "[reference-unknown]"
    )


def test_a_block_that_cannot_be_read_does_not_make_those_that_name_it_wrong(tmp_path: Path) -> None:
    text = facts(f"id: fact.a\n    anchor: {TIDES}\n    with: fact.b", "id: fact.b", "{id: 'fact.c', x: 1}")
    library, found = drawn(tmp_path, {"fact": text, "term": "kind: term\nblocks:\n  - id: term.a\n   x: [\n"})
    assert found == (
        'blocks/fact.yaml:6: error: required field "anchor" is missing [field-missing]\n'
        "  hint: anchor: where the block's verbatim form is in the report; required here: id, anchor\n"
        'blocks/fact.yaml:7: error: required field "anchor" is missing [field-missing]\n'
        "  hint: anchor: where the block's verbatim form is in the report; required here: id, anchor\n"
        'blocks/fact.yaml:7: error: unknown field "x" [field-unknown]\n'
        "  hint: known: absent, anchor, ask, audiences, caveat, conflict, id, kind, lead, note, says_more, short, "
        "strength, with\n"
        "blocks/term.yaml:4: error: this line begins after 3 spaces, which does not fit the lines around it "
        "[yaml-syntax]\n  hint: begin it 1 space further to the right, after 4 spaces\n    x: [\n"
        "blocks/term.yaml:4: error: the bracket [ is not closed [yaml-syntax]\n  hint: close it with ]\n    x: []"
    )
    assert library.unreadable == {"fact.b", "fact.c", "term.a"}


def test_a_figure_shows_other_blocks_once_each_and_for_the_audiences_that_may_have_them(tmp_path: Path) -> None:
    text = facts(
        f"id: fact.a\n    anchor: {TIDES}\n    audiences: {{clerks: never}}",
        "id: fact.b\n    anchor: The board should count the bicycles",
    )
    figure = (
        "kind: figure\nblocks:\n"
        f"  - {{id: fig.a, anchor: {TIDES}, short: Tides, of: [fact.b]}}\n"
        f"  - {{id: fig.b, anchor: {TIDES}, short: Tides, of: [fact.b, fact.b, fig.a]}}\n"
        f"  - {{id: fig.c, anchor: {TIDES}, short: Tides, of: [fact.a], audiences: {{clerks: must}}}}\n"
    )
    _, found = drawn(tmp_path, {"fact": text, "figure": figure})
    assert found == (
        'blocks/figure.yaml:4: error: "fig.b" is drawn from "fact.b" twice [field-invalid]\n  hint: name it once\n'
        'blocks/figure.yaml:4: error: "fig.b" is drawn from "fig.a", which is a figure itself [reference-unknown]\n'
        "  hint: name the blocks that it is drawn from\n"
        'blocks/figure.yaml:5: error: "fig.c" is must for clerks, but "fact.a" is never printed for them '
        "[block-excluded]\n"
        "  hint: remove it, or change the `audiences` of one of the two"
    )


def test_an_audience_that_several_blocks_name_and_none_is_like_is_reported_once(tmp_path: Path) -> None:
    blocks = [f"id: fact.{letter}\n    anchor: {TIDES}\n    audiences: {{skippers: must}}" for letter in "ab"]
    _, found = drawn(tmp_path, {"fact": facts(*blocks)})
    assert found.startswith('blocks/fact.yaml:5: error: 2 blocks name the audience "skippers"')
    assert found.count("error") == 1
    misspelt = [block.replace("skippers", "clerk") for block in blocks]
    _, found = drawn(tmp_path, {"fact": facts(*misspelt)})
    assert found.count('"clerk" is not an audience') == 2


def test_a_block_whose_hyphen_is_a_dash_or_a_bullet_is_known_too(tmp_path: Path) -> None:
    for mark in "–—•":
        text = f"kind: term\nblocks:\n  {mark} id: term.a\n    anchor: {TIDES}\n"
        library, found = drawn(tmp_path, {"fact": facts(f"id: fact.a\n    anchor: {TIDES}"), "term": text})
        assert library.unreadable == {"term.a"}
        assert "    - id: term.a" in found.splitlines()
