from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from briefs.model.block import KINDS, Block, Term
from briefs.model.block_fields import Passage

BLOCK: TypeAdapter[Block] = TypeAdapter(Block)


def test_a_block_is_of_the_class_of_its_kind() -> None:
    fields = {"kind": "term", "id": "term.a", "anchor": "a b c", "term": "Governance", "role": "incumbent"}
    block = BLOCK.validate_python({**fields, "in_favour": {"anchor": "d e f"}, "against": None, "verdict": None})
    assert isinstance(block, Term)
    assert isinstance(block.in_favour, Passage)


@pytest.mark.parametrize("kind", KINDS)
def test_the_fields_that_hold_passages_are_those_that_are_named_so(kind: str) -> None:
    model = KINDS[kind]
    passages = [name for name, field in model.model_fields.items() if "Passage" in str(field.annotation)]
    assert sorted(model.passages) == sorted(passages)


def test_a_field_that_a_kind_does_not_have_is_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        BLOCK.validate_python({"kind": "fact", "id": "fact.a", "anchor": "a b c", "theme": "Tides"})


def test_with_is_written_without_the_stroke_that_python_needs() -> None:
    block = BLOCK.validate_python({"kind": "fact", "id": "fact.a", "anchor": "a b c", "with": "fact.b"})
    assert block.with_ == "fact.b"
