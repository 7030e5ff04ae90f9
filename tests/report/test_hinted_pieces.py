"""The hints have the last word on what a reader recognised."""

from dataclasses import replace

from tests.report.recognized import heading, item, note, paragraph, parsed, quotation, row, running, tree


def test_a_recognized_heading_stays_one_without_hints() -> None:
    assert tree(heading("Findings"), paragraph("Ports are shallow.")) == [
        "Section 'Findings' 'Findings'",
        "  Paragraph 'Findings ¶ 1' 'Ports are shallow.'",
    ]


def test_the_outline_gives_label_and_level_and_makes_a_heading_of_a_paragraph() -> None:
    hints = "outline:\n  - {text: Findings, level: 1, label: F}\n  - {text: Harbours, level: 2, label: H}\n"
    assert tree(heading("Findings", 2), paragraph("Harbours"), paragraph("Text."), hint_text=hints) == [
        "Section 'F' 'Findings'",
        "  Section 'F › Harbours' 'Harbours'",
        "    Paragraph 'F › Harbours ¶ 1' 'Text.'",
    ]


def test_the_outline_names_recognized_headings_before_other_lines_with_the_same_words() -> None:
    hints = "outline:\n  - {text: Findings, level: 1, label: F}\n  - {text: Harbours, level: 2, label: H}\n"
    contents = [paragraph("Findings"), paragraph("Harbours")]
    assert tree(*contents, heading("Findings"), heading("Harbours", 2), hint_text=hints) == [
        "Matter 'title 1' 'Findings'",
        "Matter 'title 2' 'Harbours'",
        "Section 'F' 'Findings'",
        "  Section 'F › Harbours' 'Harbours'",
    ]


def test_the_outline_finds_a_heading_that_was_taken_for_an_item() -> None:
    hints = "outline: [{text: 1. Findings, level: 1, label: F}]\n"
    assert tree(item("1.", "Findings"), paragraph("Text."), hint_text=hints)[0] == "Section 'F' '1. Findings'"


def test_what_is_no_heading_becomes_a_paragraph() -> None:
    shown = tree(heading("Findings"), heading("Not one"), hint_text="not_headings: [Not one]\n")
    assert shown == ["Section 'Findings' 'Findings'", "  Paragraph 'Findings ¶ 1' 'Not one'"]


def test_a_hint_that_names_nothing_is_an_error_at_its_line() -> None:
    problems = parsed(heading("Findings"), hint_text="not_headings: [Findngs]\n").problems
    assert [(one.code, one.place.line) for one in problems] == [("hint-not-found", 4)]
    assert "Findings" in problems[0].hint


def test_a_quotation_takes_the_attribution_that_follows_it() -> None:
    hints = "quotations: [{text: A void, role: epigraph, attribution: A skipper}]\n"
    pieces = (paragraph("A void gets filled."), paragraph("— A skipper"), heading("One"), paragraph("Text."))
    assert tree(*pieces, hint_text=hints) == [
        "Quotation 'quotation 1' 'A void gets filled.'",
        "Section 'One' 'One'",
        "  Paragraph 'One ¶ 1' 'Text.'",
    ]
    missing = parsed(paragraph("A void gets filled."), heading("One"), hint_text=hints).problems
    assert [(one.code, one.place.line) for one in missing] == [("hint-not-found", 4)]


def test_a_quotation_that_was_parted_is_whole_up_to_its_attribution() -> None:
    hints = "quotations: [{text: A void, role: epigraph, attribution: A skipper}]\n"
    parts = (paragraph("A void."), paragraph("By whom?"))
    whole = "Quotation 'quotation 1' 'A void. By whom?'"
    assert tree(*parts, paragraph("— A skipper"), heading("One"), hint_text=hints)[0] == whole
    assert tree(*parts[:1], replace(quotation("By whom?"), attribution="A skipper"), hint_text=hints) == [whole]
    apart = parsed(*parts, heading("One"), paragraph("— A skipper"), hint_text=hints)
    assert [one.code for one in apart.problems] == ["hint-not-found"]


def test_a_recognized_quotation_gets_the_role_of_the_hint() -> None:
    hints = "quotations: [{text: A void, role: pull}]\n"
    result = parsed(heading("One"), quotation("A void gets filled."), hint_text=hints)
    assert result.problems == ()
    assert "role='pull'" in str(result.value.children)


def test_a_signature_is_matter() -> None:
    shown = tree(heading("One"), paragraph("Jo Harbour, Chair"), hint_text="signatures: [Jo Harbour]\n")
    assert shown[-1] == "  Matter 'signature 1' 'Jo Harbour, Chair'"


def test_rows_get_the_columns_of_the_hint_if_they_have_as_many_cells() -> None:
    hints = "outline: [{text: Annex, level: 1, label: Annex}]\ntables: [{section: Annex, columns: [name, port]}]\n"
    result = parsed(
        heading("Annex"),
        row("Name", "Port", is_head=True),
        row("Jo", "Rome"),
        row("Di", "Oslo", table=2),
        row("1", "2", "3", table=3),
        hint_text=hints,
    )
    assert result.problems == ()
    assert "columns=('name', 'port')" in str(result.value.children)
    assert [line.strip() for line in tree_of(result.value.children)] == [
        "Section 'Annex' 'Annex'",
        "Table 'Annex table'",
        "Row 'Annex table head' 'Name\\tPort'",
        "Row 'Annex row 1' 'Jo\\tRome'",
        "Row 'Annex row 2' 'Di\\tOslo'",
        "Table 'Annex table 2'",
        "Row 'Annex table 2 row 1' '1\\t2\\t3'",
    ]


def tree_of(nodes: object) -> list[str]:
    """The nodes as lines."""
    from tests.report.builders import outline

    return outline(nodes)  # type: ignore[arg-type]


def test_a_hint_never_names_a_running_head_or_a_note() -> None:
    hints = "outline: [{text: One, level: 1, label: I}]\n"
    pieces = (running("One"), heading("One"), paragraph("Text.¹"), note(1, "One"))
    assert [line for line in tree(*pieces, hint_text=hints) if "Section" in line] == ["Section 'I' 'One'"]


def test_text_goes_on_over_a_running_head() -> None:
    shown = tree(heading("One"), paragraph("The harbours that"), running("Report"), paragraph("silted up are closed."))
    assert shown[1] == "  Paragraph 'One ¶ 1' 'The harbours that silted'"
