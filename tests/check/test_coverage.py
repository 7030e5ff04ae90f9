from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.check.brief import check_brief, check_contents
from briefs.model.document import Content, Document, Drawing, Figure, List, Note, Paragraph, Strong, Table, Text
from briefs.model.document_text import full_text
from briefs.model.edition import FrontMatter, Gaps, Template
from briefs.model.library import Library
from briefs.model.wording_rules import WordingRules
from tests.builders import BLOCKS, RULES, harbour_report
from tests.compose.builders import harbour_library
from tests.render.builders import document, item, paragraph, row, section, unit

TEMPLATE = Template(
    "templates/captains.md",
    FrontMatter.model_validate(
        {
            "audience": "captains",
            "reader": "Captains",
            "series": "Brief",
            "title": "A title",
            "code": "CAP",
            "short_title": "A",
            "subject": "Harbours",
            "pages": 1,
        }
    ),
    "",
    1,
)
AT = "templates/captains.md: error:"
NOTHING = Library(harbour_report(), {})
ACRONYM = """kind: acronym
blocks:
  - {id: acr.hb, acronym: HB, expansion: Harbour Board, introduced: false, anchor: The board should publish}
"""


def brief(*content: Content, notes: tuple[Note, ...] = (), heading: str = "Heading") -> Document:
    return replace(document(section(*content, heading=heading), notes=notes), audience="captains")


def said(made: Document, library: Library = NOTHING, rules: WordingRules = RULES, **more: frozenset[str]) -> str:
    return "\n".join(map(str, check_brief(made, TEMPLATE, library, rules, **more)))


def test_a_brief_that_keeps_the_rules_has_nothing_said_of_it(tmp_path: Path) -> None:
    library = harbour_library(tmp_path)
    assert said(brief(paragraph("Keepers wait.", unit("u1", "fact.timetable"))), library) == ""


def test_a_block_that_must_be_there_is_missed_unless_there_was_no_room(tmp_path: Path) -> None:
    library = harbour_library(tmp_path)
    assert said(brief(), library) == (
        f'{AT} "fact.timetable" is must for captains and is not in the brief [must-missing]\n'
        "  hint: print it, or change its audiences in seeds/harbour/blocks/fact.yaml:7"
    )
    assert said(brief(), library, left_out=frozenset({"fact.timetable"})) == ""


def test_half_of_a_pair_is_said(tmp_path: Path) -> None:
    blocks = {**BLOCKS, "fact": BLOCKS["fact"] + "    with: rec.tides\n"}
    library = harbour_library(tmp_path, blocks)
    both = (item("a", unit("u1", "fact.timetable")), item("b", unit("u2", "fact.bicycles")))
    assert said(brief(List(both)), library) == (
        f'{AT} "fact.bicycles" is in the brief without "rec.tides" [pair-broken]\n'
        "  hint: print both or neither (seeds/harbour/blocks/fact.yaml:10)"
    )
    assert said(brief(List((*both, item("c", unit("u3", "rec.tides"))))), library) == ""


def test_what_a_figure_is_drawn_from_is_printed_with_it(tmp_path: Path) -> None:
    blocks = {**BLOCKS, "fact": BLOCKS["fact"] + "    with: rec.tides\n"}
    library = harbour_library(tmp_path, blocks)
    drawn = replace(unit("u1", "fig.quay"), parts=("fact.timetable", "fact.bicycles"))
    assert [d.code for d in check_brief(brief(paragraph("a", drawn)), TEMPLATE, library, RULES)] == ["pair-broken"]
    whole = replace(drawn, parts=(*drawn.parts, "rec.tides"))
    assert said(brief(paragraph("a", whole)), library) == ""


LONG = "Keepers " + " ".join(["wait"] * 30) + "."


@pytest.mark.parametrize(
    "content",
    [
        paragraph(LONG, unit("u1", "fact.a")),
        List((item(LONG, unit("u1", "fact.a")),)),
        paragraph(f"Short. {LONG} Short.", unit("u1", "fact.a")),
    ],
)
def test_a_sentence_of_more_than_thirty_words_is_said(content: Content) -> None:
    assert said(brief(content)) == (
        f'{AT} a sentence of 31 words: "{LONG[:60]}…" (from fact.a) [sentence-too-long]\n'
        "  hint: at most 30; write a short form"
    )


def test_a_note_has_no_longer_sentences_either() -> None:
    note = Note("fact.a", unit("u9", "fact.a"), (Text(LONG),))
    assert "a sentence of 31 words" in said(brief(notes=(note,)))


@pytest.mark.parametrize(
    "content",
    [
        paragraph(LONG),
        replace(paragraph(LONG, unit("u1", "fact.a")), role="quote"),
        paragraph(f"They said: “{LONG}”", unit("u1", "fact.a")),
        Table((Text("C"),), ((Text("A"),),), (row(LONG, owner=unit("u1", "fact.a")),)),
        paragraph(f"{LONG[:80]}! (“{LONG[:60]}.”) [{LONG[:40]}]", unit("u1", "fact.a")),
    ],
)
def test_furniture_quotations_and_tables_may_have_longer_ones(content: Content) -> None:
    assert said(brief(content)) == ""


@pytest.mark.parametrize(
    "made",
    [
        brief(paragraph("The small boats wait.")),
        brief(paragraph("They wait."), heading="Small Boats"),
        brief(Table((Text("small boats"),), ((Text("A"),),), (row("b"),))),
        brief(Paragraph((Text("small "), Strong((Text("boats"),))))),
        brief(notes=(Note("fact.a", unit("u1", "fact.a"), (Text("The small boats."),)),)),
        replace(brief(), title="On small boats"),
    ],
)
def test_a_phrase_that_no_brief_prints_is_found_wherever_it_stands(made: Document) -> None:
    assert said(made) == (
        f'{AT} "small boats" would be printed [name-printed]\n'
        "  hint: the Chatham House Rule covers identity and affiliation"
    )


def test_what_a_picture_has_to_read_is_looked_at() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><text x="1">the small <tspan>boats</tspan> &amp; all</text></svg>'
    picture = Figure((Drawing(svg, 442.0),), "A quay", (Text("Boats"),), unit("u1", "fig.a"))
    assert "the small boats & all" in full_text(brief(picture))
    assert '"small boats" would be printed [name-printed]' in said(brief(picture))


def test_so_are_the_lines_that_a_draft_leaves_to_others() -> None:
    front = TEMPLATE.front.model_copy(update={"gaps": Gaps(heading="To complete", lines=("What small boats say",))})
    made = check_brief(brief(), replace(TEMPLATE, front=front), NOTHING, RULES)
    assert [str(found) for found in made] == [
        f'{AT} gaps has "small boats", which must not be printed [name-printed]\n'
        "  hint: the Chatham House Rule covers identity and affiliation"
    ]


def test_a_longer_word_is_no_phrase() -> None:
    assert said(brief(paragraph("Too small boatsheds."))) == ""


def test_an_acronym_is_expanded_once(tmp_path: Path) -> None:
    library = harbour_library(tmp_path, {"acronym": ACRONYM})
    made = brief(paragraph("The HB waits, as HBs do.", unit("u1", "acr.hb")))
    assert said(made, library) == (
        f'{AT} the acronym "HB" is printed and never expanded [acronym-unexpanded]\n  hint: print Harbour Board'
    )
    assert said(brief(paragraph("The Harbour board (HB) waits.", unit("u1", "acr.hb"))), library) == ""
    assert said(made, library, replace(RULES, common_acronyms=("HB",))) == ""


def test_an_acronym_that_no_block_explains_is_said() -> None:
    assert said(brief(paragraph("The XQ waits.", unit("u1", "fact.a")))) == (
        f'{AT} the acronym "XQ" is printed and never expanded [acronym-unexpanded]\n'
        "  hint: spell it out, or add an acronym block"
    )


def test_the_text_of_a_brief_is_all_of_it_but_the_furniture() -> None:
    made = brief(
        paragraph("one"),
        List((item("two"),)),
        Table((Text("three"),), ((Text("four"),),), (row("five"),)),
        notes=(Note("fact.a", unit("u1", "fact.a"), (Text("six"),)),),
        heading="zero",
    )
    assert full_text(made) == "Title\nzero\none\ntwo\nthree\nfour\nfive\nsix"


def test_a_heading_with_nothing_under_it_is_missed_unless_another_below_it_has() -> None:
    inner = replace(section(paragraph("Ferries.", unit("u1")), heading="Inner"), level=3)
    made = document(section(heading="Empty"), section(heading="Outer"), inner, section(heading="Last"))
    assert "\n".join(map(str, check_contents(made, TEMPLATE))) == (
        f'{AT} nothing stands under the heading "Empty" [section-empty]\n'
        "  hint: print something there, or take the heading out\n"
        f'{AT} nothing stands under the heading "Last" [section-empty]\n'
        "  hint: print something there, or take the heading out"
    )


def test_a_brief_that_prints_no_block_is_none() -> None:
    made = document(section(paragraph("Ferries:")))
    assert "\n".join(map(str, check_contents(made, TEMPLATE))) == (
        "templates/captains.md:1: error: the brief prints no block [section-empty]\n"
        "  hint: print blocks under ## headings; if it does, briefs fit says why they are left out"
    )


def test_what_is_wrong_with_a_brief_is_said_on_the_line_of_its_template(tmp_path: Path) -> None:
    blocks = {**BLOCKS, "fact": BLOCKS["fact"] + "    with: rec.tides\n"}
    asked = replace(TEMPLATE, lines={"audience": 2, "title": 5})
    lines = replace(unit("u1", "fact.bicycles"), line=14), replace(unit("u2"), line=15), replace(unit("u3"), line=16)
    made = brief(
        List((item(LONG, lines[0]), item("The XQ waits.", lines[1]), item("Then XQs.", lines[2]))),
        Table((Text("small boats"),), ((Text("A"),),), (row("b"),)),
        Table((Text("C"),), ((Text("A"),),), (row("b"),)),
    )
    made = replace(made, sections=(replace(made.sections[0], line=12), replace(section(heading="Last"), line=20)))
    found = [*check_brief(made, asked, harbour_library(tmp_path, blocks), RULES), *check_contents(made, asked)]
    assert [(str(problem.place), problem.code) for problem in found] == [
        ("templates/captains.md:2", "must-missing"),
        ("templates/captains.md:14", "pair-broken"),
        ("templates/captains.md:14", "sentence-too-long"),
        ("templates/captains.md:12", "name-printed"),
        ("templates/captains.md:15", "acronym-unexpanded"),
        ("templates/captains.md:20", "section-empty"),
    ]
    titled = replace(made, title="On small boats")
    assert "templates/captains.md:5" in [str(p.place) for p in check_brief(titled, asked, NOTHING, RULES)]
