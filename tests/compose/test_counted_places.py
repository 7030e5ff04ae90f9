"""Where the report lists those whom a block counts."""

from __future__ import annotations

from briefs.compose.counted_places import counted_places
from briefs.model.block import Block, Statement
from briefs.model.diagnostics import Place
from briefs.model.library import Drawn, Library
from briefs.model.report import Heading, Report, Row, Section, Table
from tests.render.drawn import group


def library() -> Library:
    rows = tuple(Row(f"Annex row {n}", f"Annex row {n}", (n,), (f"Name {n}", body)) for n, body in enumerate("aab", 1))
    annex = Section("Annex", "Annex", Heading((1,), "Annex", 1, "Annex"), (Table("Annex table", "Annex", (), rows),))
    other = Section("I", "I", Heading((9,), "I", 1, "I"), ())
    blocks: list[Block] = [group("Agencies", 2, "a", affiliations=["a"])]
    blocks += map(Statement.model_validate, (COUNTING, PLAIN))
    drawn = {block.id: Drawn(block, Place("blocks.yaml", 1), {}) for block in blocks}
    return Library(Report("Report", "report.txt", "", 10, (other, annex)), drawn)


COUNTING = {"id": "st.count", "kind": "statement", "anchor": "a b c", "counts": ["par.a", "par.gone"]}
PLAIN = {"id": "st.plain", "kind": "statement", "anchor": "a b c"}


def test_a_group_and_a_statement_that_counts_it_rest_on_the_section_with_the_list_not_on_its_rows() -> None:
    made = library()
    first, counting, plain = (drawn.block for drawn in made.blocks.values())

    assert counted_places(counting, made) == counted_places(first, made)
    assert list(counted_places(first, made).values()) == ["Annex"]
    assert counted_places(plain, made) == {}
