from __future__ import annotations

from tests.report.builders import ONE, TWO, report, tree


def test_an_epigraph_right_before_a_heading_is_next_to_its_section() -> None:
    hints = TWO + "quotations:\n  - {text: Quoted, role: epigraph, attribution: Somebody}\n"
    assert tree("One\n\nText.\n\nQuoted\nwords\n- Somebody\n\nTwo\n", hints) == [
        "Section 'I' 'One'",
        "  Paragraph 'I ¶ 1' 'Text.'",
        "  Quotation 'quotation 1' 'Quoted words'",
        "  Section 'I › Two' 'Two'",
    ]


def test_the_same_heading_twice_under_one_parent_has_a_number() -> None:
    hints = TWO + "  - {text: Two, level: 2, label: Second}\n"
    children = report("One\n\nTwo\n\nA.\n\nTwo\n\nB.\n", hints)
    assert [(s.address, s.label) for s in children.sections()] == [
        ("I", "I"),
        ("I › Two", "I Second"),
        ("I › Two (2)", "I Second (2)"),
    ]


def test_a_footnote_knows_who_calls_it_first_and_one_without_a_mark_knows_nobody() -> None:
    found = report(
        "One²\n\n- a¹\n- b¹\n\n¹ Note, see ².\n\n² Other.\n\n³ Lost.\n", "outline:\n" + ONE.partition("\n")[2]
    )
    assert {n: note.called_from for n, note in found.footnotes().items()} == {1: "I item 1", 2: "I", 3: ""}
