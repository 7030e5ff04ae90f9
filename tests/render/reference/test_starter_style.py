"""A style of the starter, as Word has it in the starter and in another document."""

from __future__ import annotations

from briefs.render.reference.starter_style import StarterStyle, rule, rules
from briefs.word.elements import Element, local_name, parse, qn
from tests.render.docx.samples import value

LISTED = StarterStyle("ListNumber", "List Number", list_id=1, before=2.5, size=9, line=11.75, tab=True, level=2)


def spacing(style: Element) -> dict[str, str]:
    found = style.find(f"{qn('w:pPr')}/{qn('w:spacing')}")
    return {} if found is None else {str(name).partition("}")[2]: str(said) for name, said in found.attrib.items()}


def test_points_become_twentieths_and_half_points() -> None:
    made = LISTED.element()
    assert spacing(made) == {"before": "50", "line": "235", "lineRule": "exact"}
    assert value(made, "rPr/sz") == value(made, "rPr/szCs") == "18"
    assert value(made, "pPr/outlineLvl") == "1"


def test_a_line_that_is_not_exact_grows_with_its_content() -> None:
    made = StarterStyle("BriefFigure", "Brief Figure", line=12, is_line_exact=False).element()
    assert spacing(made) == {"line": "240", "lineRule": "auto"}


def test_what_keeps_paragraphs_together_and_what_is_turned_off_are_written() -> None:
    both, lines = (StarterStyle("X", "X", keep=keep).element() for keep in ("both", "lines"))
    properties = [style.find(qn("w:pPr")) for style in (both, lines)]
    assert [[local_name(child) for child in found] for found in properties if found is not None] == [
        ["keepNext", "keepLines"],
        ["keepLines"],
    ]
    assert value(StarterStyle("X", "X", bold=False).element(), "rPr/b") == "0"


def test_in_another_document_it_has_that_documents_ids_and_measure_and_none_of_our_lists() -> None:
    made = LISTED.guest({"Normal": "Standard", "ListNumber": "ListNumberBrief"}, 9000)
    assert (made.get(qn("w:styleId")), value(made, "basedOn")) == ("ListNumberBrief", "Standard")
    assert [tab.get(qn("w:pos")) for tab in made.iter(qn("w:tab"))] == ["9000"]
    assert made.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is None
    assert LISTED.element().find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None


def test_in_another_document_missing_space_is_written_as_none() -> None:
    assert spacing(LISTED.guest({}, 9000)) == {"before": "50", "after": "0", "line": "235", "lineRule": "exact"}
    based = StarterStyle("X", "X", "BodyText", after=2).guest({}, 9000)
    assert spacing(based) == {"after": "40"}
    assert spacing(StarterStyle("X", "X").guest({}, 9000)) == {}


def test_a_character_style_has_no_properties_of_paragraphs_and_a_table_style_has_its_own() -> None:
    character = StarterStyle("Strong", "Strong", kind="character", bold=True).element()
    table = StarterStyle("T", "T", kind="table", is_own=True, table="<w:tblPr/>").element()
    assert [local_name(child) for child in character][-1:] == ["rPr"]
    assert [local_name(child) for child in table][-1:] == ["tblPr"]
    assert table.get(qn("w:customStyle")) == "1"


def test_rules_are_borders_of_a_paragraph() -> None:
    (borders,) = parse(rules(rule("top", "808080", size=8)))
    assert [(local_name(side), side.get(qn("w:sz"))) for side in borders] == [("top", "8")]
