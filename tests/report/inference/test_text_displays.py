from __future__ import annotations

from briefs.report.inference.text_displays import infer_quotations, infer_signatures
from briefs.report.inference.text_look import blocks_of

TEXT = (
    "One mayor said that water is a promise that all of us have made to the children of the valley, and others agreed."
)


def quotations(*parts: str) -> list[tuple[str, str, str]]:
    lines = "\n\n".join(parts).split("\n")
    found = infer_quotations(lines, blocks_of(lines, set()), set())
    return [(piece.role, piece.text[:20], piece.attribution) for piece in found.values()]


def test_a_line_of_attribution_makes_an_epigraph() -> None:
    assert quotations(TEXT, "*Water is life.*\n- A mayor", TEXT) == [("epigraph", "*Water is life.*", "A mayor")]
    assert quotations(TEXT, "Water\nis life.", "— Ada Brook, mayor", TEXT) == [
        ("epigraph", "Water is life.", "Ada Brook, mayor")
    ]


def test_lists_have_no_attributions() -> None:
    assert quotations(TEXT, "- wells\n- pumps", "They want:", "- wells", "- pumps", TEXT) == []


def test_a_block_that_repeats_the_text_is_a_pull_quote() -> None:
    pull = "“Water is a promise that all of us have made to the children.”"
    assert quotations(TEXT, pull, "Another paragraph about pumps and what they cost in the end.") == [
        ("pull", pull[:20], "")
    ]
    assert quotations(TEXT, "- Water is a promise that all of us have made to the children.", "The end.") == []


def test_names_with_functions_under_them_are_signatures() -> None:
    text = "We thank them.\n\nAda Brook\nMayor of the valley\n\nBen Hill\nHis deputy\n\nWells\nof old are deep.\n"
    lines = text.split("\n")
    blocks = blocks_of(lines, set())
    assert infer_signatures(lines, blocks, 0, set()) == [3, 6]
    assert infer_signatures(lines, blocks, 3, set()) == []
    assert infer_signatures(lines, blocks, 0, {3, 4}) == []
