"""The first report, as the editorial guide's inventory (part 2: B0, B12, B15, B16, B18) counts it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefs.model.report import (
    Footnote,
    Item,
    List,
    Matter,
    Node,
    Paragraph,
    Quotation,
    Report,
    Row,
    Section,
    Table,
)
from briefs.model.typesetting import clean, plain
from briefs.report.readers import read_report
from tests.report.builders import lines_of, walk

PROJECT = Path(__file__).parents[2]
FOLDER = PROJECT / "seeds" / "connecting-the-dots"
LINES = (FOLDER / "report.txt").read_text(encoding="utf-8").split("\n")

READ = read_report(FOLDER, PROJECT)
REPORT: Report = READ.value.report
NODES: list[Node] = list(walk(REPORT.children))
BY_ADDRESS = {node.address: node for node in NODES}


def leaf(address: str) -> Paragraph | Item:
    node = BY_ADDRESS[address]
    assert isinstance(node, Paragraph | Item)
    return node


def section(address: str) -> Section:
    node = BY_ADDRESS[address]
    assert isinstance(node, Section)
    return node


def items_of(node: Node) -> list[Item]:
    assert isinstance(node, List)
    return list(node.items)


def test_it_is_read_without_a_problem() -> None:
    assert READ.problems == ()
    assert REPORT.title == "Connecting the Dots"
    assert REPORT.path == "seeds/connecting-the-dots/report.txt"
    assert REPORT.line_count == 707


def test_every_line_that_is_not_blank_is_in_exactly_one_node() -> None:
    taken = [line for node in NODES for line in lines_of(node)]
    assert sorted(taken) == [number for number, line in enumerate(LINES, 1) if line.strip()]


def test_every_line_is_in_the_text_of_its_node() -> None:
    for node in NODES:
        said = node.heading.text if isinstance(node, Section) else getattr(node, "text", "")
        said += f" - {getattr(node, 'attribution', '')}"
        for number in lines_of(node):
            line = LINES[number - 1].strip()
            if isinstance(node, Item):
                line = line.removeprefix(node.marker).strip()
            if isinstance(node, Footnote):
                line = line.lstrip("⁰¹²³⁴⁵⁶⁷⁸⁹ ")
            if isinstance(node, Row):
                said, line = said.replace("\t", " "), line.replace("\t", " ")
            assert line in said, number


def test_addresses_and_labels_are_unique() -> None:
    assert len(BY_ADDRESS) == len(NODES)
    assert len({node.label for node in NODES}) == len(NODES)


def test_47_headings_have_levels_and_parents() -> None:
    sections = list(REPORT.sections())
    levels = [s.heading.level for s in sections]
    assert (len(levels), levels.count(1), levels.count(2), levels.count(3)) == (47, 8, 30, 9)
    parents = {
        child.address: s.heading.lines[0] for s in sections for child in s.children if isinstance(child, Section)
    }
    third = [(s.heading.lines[0], parents[s.address]) for s in sections if s.heading.level == 3]
    assert third == [
        (206, 192), (228, 192), (240, 192), (256, 246), (270, 246), (290, 246), (306, 246), (328, 313), (339, 333),
    ]  # fmt: skip
    assert [s.label for s in sections if s.heading.level == 1] == ["I", "II", "III", "IV", "V", "VI", "ES", "Annex"]


def test_seven_question_headings_are_told_apart_by_their_parents() -> None:
    questions = [s for s in REPORT.sections() if "surfaced for further reflection" in s.heading.text]
    assert [(s.heading.lines[0], s.label, len(items_of(s.children[0]))) for s in questions] == [
        (169, "II Questions", 2),
        (240, "III GMG questions", 3),
        (306, "III GFMD questions", 4),
        (328, "III Secretary-General question", 1),
        (339, "III RCPs question", 1),
        (462, "IV Questions", 5),
        (508, "V Questions", 4),
    ]


def test_headings_keep_their_marks_and_lose_them_in_addresses() -> None:
    assert section("I › Conversations process and report").heading.text == "***Conversations* process and report**"
    assert section("IV › Existing versus new").heading.text == "Existing *versus* new"
    assert section("IV › “Hard” versus “soft law”").heading.text == "“Hard” *versus* “soft law”"
    assert section("ES › Context").heading.lines == (582,)


def test_the_contents_list_is_34_entries_and_its_heading() -> None:
    contents = [node for node in NODES if isinstance(node, Matter) and node.role == "contents"]
    assert [node.lines for node in contents] == [(19,), *[(n,) for n in range(21, 56)]]
    assert contents[2].text == "The <i>Conversations</i> initiative\t2"


def test_the_title_block_and_two_signatures_are_apart() -> None:
    roles = [(n.role, n.lines) for n in NODES if isinstance(n, Matter) and n.role in ("title", "signature")]
    assert roles == [
        ("title", (3,)),
        ("title", (5,)),
        ("title", (9, 10, 11, 12)),
        ("title", (16, 17)),
        ("signature", (116, 117)),
        ("signature", (121, 122)),
    ]


JOINED = {
    (147, 151): "an integration of normative frameworks",
    (194, 200): "there was a widespread impression",
    (210, 214): "turnover in chairs would disrupt",
    (216, 218): "could meet more regularly to carry on",
    (258, 262): "that the Forum may be “losing momentum”",
    (300, 302): "was more a series of individual",
    (384, 390): "that the current economic crisis",
    (414, 416): "practice may be softer than law",
    (422, 426): "maintaining the GFMD as an informal, State-run process",
    (492, 494): "today all countries are impacted by migration",
}


def test_ten_split_paragraphs_are_rejoined_and_no_others() -> None:
    joined = {n.lines: n.text for n in NODES if isinstance(n, Paragraph) and len(n.lines) > 1}
    assert list(joined) == list(JOINED)
    for lines, seam in JOINED.items():
        assert seam in joined[lines]


CALLED = {
    1: (71, 75), 2: (71, 77), 3: (81, 100), 4: (85, 103), 5: (137, 149), 6: (151, 165), 7: (157, 167),
    8: (185, 196), 9: (185, 198), 10: (200, 224), 11: (202, 226), 12: (262, 276), 13: (268, 278), 14: (357, 366),
    15: (362, 368), 16: (378, 386), 17: (384, 388), 18: (418, 432), 19: (418, 434), 20: (440, 456),
}  # fmt: skip


def test_twenty_footnotes_are_linked_to_their_marks() -> None:
    footnotes = REPORT.footnotes()
    assert {n: note.lines for n, note in footnotes.items()} == {n: (body,) for n, (_, body) in CALLED.items()}
    for number, (mark, _) in CALLED.items():
        caller = leaf(footnotes[number].called_from)
        assert mark in caller.lines
        assert number in caller.footnotes
    assert sorted(n for node in NODES for n in getattr(node, "footnotes", ())) == list(range(1, 21))
    assert footnotes[19].address == footnotes[19].label == "fn 19"
    assert footnotes[5].called_from == "II › A loaded term? ¶ 1"
    assert footnotes[1].text.startswith("There were a number of notable initiatives")


def test_footnote_marks_stay_in_the_text_of_leaves() -> None:
    assert "(ICMC) ³ joins" in leaf("I › The Conversations initiative ¶ 1").text
    assert leaf("III › 5 pillars of current governance item 4").text.endswith("agencies⁸ such as UNHCR, IOM and ILO⁹")


QUOTATIONS = [
    ("epigraph", (57, 58, 59, 60, 61)),
    ("epigraph", (126, 127, 129)),
    ("pull", (212,)),
    ("pull", (238,)),
    ("pull", (260,)),
    ("pull", (294,)),
    ("epigraph", (345, 346, 347, 349)),
    ("pull", (424,)),
    ("pull", (444,)),
    ("epigraph", (472, 473, 474)),
    ("pull", (490,)),
    ("epigraph", (568, 569, 570, 572)),
]


def test_twelve_display_quotations_are_kept_apart_from_the_body() -> None:
    found = [node for node in NODES if isinstance(node, Quotation)]
    assert [(node.role, node.lines) for node in found] == QUOTATIONS
    assert [node.address for node in found] == [f"quotation {n}" for n in range(1, 13)]
    assert {node.attribution for node in found if node.role == "epigraph"} == {"Roundtable participant"}
    assert {node.attribution for node in found if node.role == "pull"} == {""}


def test_marks_over_several_lines_are_one_text() -> None:
    assert getattr(BY_ADDRESS["quotation 2"], "text", "") == (
        "*There is a void, and voids get filled. Is it not time to sharpen our pencils?*"
    )
    assert getattr(BY_ADDRESS["quotation 10"], "text", "").startswith("What is our vision? Our vision of migration")


def test_an_epigraph_is_before_the_part_that_it_opens_and_not_in_the_one_before() -> None:
    top = [type(n).__name__ if not isinstance(n, Section) else n.label for n in REPORT.children]
    assert [name for name in top if name != "Matter"] == [
        "Quotation", "I", "Quotation", "II", "III", "Quotation", "IV", "Quotation", "V", "VI", "Quotation", "ES",
        "Annex",
    ]  # fmt: skip


def test_the_executive_summary_counts_1_to_18_over_its_subheadings() -> None:
    points = [a for s in section("ES").children if isinstance(s, Section) for a in items_of(s.children[0])]
    assert [point.address for point in points] == [f"ES {n}" for n in range(1, 19)]
    assert [point.marker for point in points] == [f"{n}." for n in range(1, 19)]
    assert [point.label for point in points] == [f"ES {n}" for n in range(1, 19)]
    assert [len(items_of(s.children[0])) for s in section("ES").children if isinstance(s, Section)] == [2, 12, 2, 2]


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        ("ES 14", [608, 609, 610]),
        ("ES 16.1", [620, 621, 622, 624, 625]),
        ("ES 16.2", [629, 630, 631, 632, 633, 634]),
        ("ES 16.3", [638, 639, 640, 641, 642, 643, 645]),
        ("ES 18", [653, 654, 655, 656, 657, 658]),
    ],
)
def test_the_points_below_a_point_are_numbered_under_it(address: str, lines: list[int]) -> None:
    pattern = re.compile(rf"{re.escape(address)}\.\d+")
    below = [n for n in NODES if isinstance(n, Item) and pattern.fullmatch(n.address)]
    assert [n.address for n in below] == [f"{address}.{i}" for i in range(1, len(lines) + 1)]
    assert [n.lines[0] for n in below] == lines


def test_the_three_groups_of_point_16_are_its_paragraphs() -> None:
    kinds = [(type(child).__name__, child.address) for child in getattr(BY_ADDRESS["ES 16"], "children", ())]
    assert kinds == [
        ("Paragraph", "ES 16.1"),
        ("List", "ES 16 list 1"),
        ("Paragraph", "ES 16.2"),
        ("List", "ES 16 list 2"),
        ("Paragraph", "ES 16.3"),
        ("List", "ES 16 list 3"),
    ]


def test_the_numbers_inside_point_9_stay_in_its_sentence() -> None:
    point = leaf("ES 9")
    assert point.lines == (596,)
    assert "1] national policies" in point.text


def test_markers_are_taken_off_as_received() -> None:
    assert leaf("ES 18.3").text == "Establish on- going meetings with UN Ambassadors in Geneva."
    assert getattr(leaf("ES 18.3"), "marker", "") == "- 3]"


def test_a_list_interrupted_by_two_footnotes_is_one_list() -> None:
    node = BY_ADDRESS["I › Conversations process and report list 1"]
    assert [(i.marker, i.lines) for i in items_of(node)] == [("- a)", (97,)), ("- b)", (98,)), ("- c)", (105,))]


def test_a_nested_list_goes_on_after_a_page_break_that_lost_its_indent() -> None:
    options = items_of(BY_ADDRESS["VI › Where do we go from here? list 1"])
    assert [len(items_of(i.children[0])) if i.children else 0 for i in options] == [0, 4, 0, 7]
    assert leaf("VI › Where do we go from here? item 4.7").lines == (538,)
    assert leaf("VI › Where do we go from here? item 4.7").label == "VI Follow-up item 4.7"


def test_paragraphs_between_numbered_steps_belong_to_the_step_before() -> None:
    steps = items_of(BY_ADDRESS["VI › Immediate next steps list 1"])
    assert [[lines_of(child)[0] for child in step.children] for step in steps] == [
        [], [548], [552, 554], [558, 560], [564], [],
    ]  # fmt: skip
    assert leaf("VI › Immediate next steps item 4 ¶ 1").label == "VI Next steps item 4 ¶1"


def test_numbered_lists_without_full_stops_and_with_semicolons_are_lists() -> None:
    assert len(items_of(BY_ADDRESS["III › 5 pillars of current governance list 1"])) == 5
    assert len(items_of(BY_ADDRESS["III › The UN Secretary-General (SG) list 1"])) == 4


def test_places_have_the_addresses_and_labels_of_the_design() -> None:
    assert leaf("IV › Framework versus implementation ¶ 3").label == "IV Framework ¶3"
    assert leaf("IV › Framework versus implementation item 2").label == "IV Framework item 2"
    assert leaf("IV › Framework versus implementation item 2").lines == (409,)
    assert leaf("III › The Global Migration Group (GMG) › GMG leadership and process ¶ 2").label == (
        "III GMG leadership ¶2"
    )


def test_lines_that_only_look_like_headings_are_not_headings() -> None:
    headings = {s.heading.lines[0] for s in REPORT.sections()}
    assert headings.isdisjoint({116, 117, 121, 122, 129, 212, 550, 556, 562, 618, 627, 636})


def test_the_annex_is_a_table_of_43_rows_and_a_note() -> None:
    table, note = section("Annex").children
    assert isinstance(table, Table)
    assert isinstance(note, Matter)
    assert table.columns == ("name", "position", "affiliation")
    assert [row.lines[0] for row in table.rows] == [n for n in range(662, 706) if n != 683]
    assert len(table.rows) == 43
    assert all(len(row.cells) == 3 and all(row.cells) for row in table.rows)
    assert (note.role, note.lines) == ("note", (707,))


@pytest.mark.parametrize(
    ("line", "position", "affiliation"),
    [
        (666, "President", "The Hague Process, Netherlands"),
        (674, "Deputy Minister, Department of Justice", "Netherlands"),
        (677, "Researcher and Coordinator of Activities",
         "Programme for the Study of Global Migration, Graduate Institute, Geneva"),
        (682, "Professor and Director of International Migration Programme", "Graduate Institute, Geneva"),
        (696, "Under-Secretary for Population, Migration, Religious Affairs", "Mexico (GFMD 2010)"),
        (705, "Deputy Head, Political Affairs Division IV",
         "Federal Department of Foreign Affairs, Switzerland"),
    ],
)  # fmt: skip
def test_the_longest_affiliation_is_split_from_the_position(line: int, position: str, affiliation: str) -> None:
    (row,) = [n for n in NODES if isinstance(n, Row) and n.lines == (line,)]
    assert row.cells[1:] == (position, affiliation)


def test_lines_holding_one_space_are_blank() -> None:
    assert all(LINES[n - 1] == " " for n in (102, 111, 332, 359))


def test_text_is_as_received() -> None:
    assert leaf("IV › Incremental versus immediate ¶ 1").text == LINES[437]
    assert (
        "GMFD"
        in leaf(
            "III › The Global Forum on Migration and Development (GFMD) › Mexico and future Forum meetings ¶ 5"
        ).text
    )
    assert leaf("VI › Where do we go from here? item 2").text.startswith("**Continuing the *Conversations***—with")


def test_every_sentence_of_the_body_reads_without_marks() -> None:
    for node in NODES:
        if isinstance(node, Paragraph | Item):
            assert not re.search(r"[*⁰¹²³⁴⁵⁶⁷⁸⁹]|  ", plain(node.text, REPORT.note_numbers()))
            assert clean(node.text) == clean(clean(node.text))
