from __future__ import annotations

import pytest
from pydantic import ValidationError

from briefs.compose.looks.block_template import BlockTemplate, BlockTemplateFrontMatter
from briefs.model.diagnostics import Place


def block_template(**front: object) -> BlockTemplate:
    return BlockTemplate("look", "blocks/look.html", BlockTemplateFrontMatter.model_validate(front), "<p/>", 4)


def test_a_block_template_for_any_kind_prints_all_but_figures() -> None:
    assert block_template(prints="any").accepts("fact")
    assert not block_template(prints="any").accepts("figure")


def test_a_block_template_prints_the_kinds_that_it_names() -> None:
    made = block_template(prints=["figure", "fact"], draws=["date"])
    assert [kind for kind in ("fact", "figure", "date") if made.accepts(kind)] == ["fact", "figure"]


@pytest.mark.parametrize("front", [{"prints": ["figure"]}, {"prints": "any", "draws": ["date"]}])
def test_a_block_template_says_what_it_draws_if_it_prints_figures_and_only_then(front: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="that prints figures must name the kinds that it `draws`; no other may"):
        block_template(**front)


def test_a_line_of_the_source_is_a_line_of_the_file() -> None:
    made = block_template(prints="any")
    assert (made.place(1), made.place(3)) == (Place("blocks/look.html", 4), Place("blocks/look.html", 6))
    assert made.place(0) == Place("blocks/look.html")
