"""What a draft has for those who clear it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import yaml

from briefs.finish.clearance import clearance_sections
from briefs.finish.running_numbers import number_units
from briefs.model.block import Conflict, Statement
from briefs.model.diagnostics import Place
from briefs.model.document import Document, FormRef, Item, List, Note, Paragraph, Section
from briefs.model.edition import House
from briefs.model.fit import Fate
from briefs.model.inline import CitedNumber, SourceTag, Strong, Text, inline_text
from briefs.model.library import Drawn, Extract
from tests.builders import HOUSE
from tests.fit.builders import Brief, document, paragraph, section, table

ADDRESSES = {"I ¶ 2": "I ¶2", "II item 1": "II item 1"}


def drawn(name: str, *addresses: str, conflict: str = "", says_more: str | None = None) -> Drawn:
    extracts = tuple(Extract(address, ADDRESSES[address], (1,), 0, 1, "x") for address in addresses)
    fields = {"id": name, "kind": "statement", "anchor": "a b c", "conflict": (conflict,) if conflict else ()}
    fields |= {"says_more": says_more} if says_more else {}
    return Drawn(Statement.model_validate(fields), Place("blocks.yaml"), {"anchor": extracts})


def conflicting() -> Drawn:
    block = Conflict.model_validate(
        {
            "id": "x.1",
            "kind": "conflict",
            "anchor": "a b c",
            "point": "the report gives 10 (I) and 20 (II).",
            "printed": "10",
        }
    )
    extracts = tuple(Extract(address, label, (1,), 0, 1, "x") for address, label in ADDRESSES.items())
    return Drawn(block, Place("blocks.yaml"), {"anchor": extracts})


def brief(*blocks: str) -> Document:
    """A draft with a paragraph for each of `blocks`, which rests on the second paragraph of part I."""
    make = Brief()
    paragraphs = (
        paragraph(name, replace(make.unit(block=name), sources=("I ¶ 2",), labels=("I ¶2",))) for name in blocks
    )
    return number_units(document(section(*paragraphs)))


def sections(
    made: Document, blocks: Mapping[str, Drawn] | None = None, *fates: Fate, offices: tuple[str, ...] = ()
) -> tuple[Section, ...]:
    house = House.model_validate(yaml.safe_load(HOUSE)).model_copy(update={"offices": offices})
    return tuple(clearance_sections(made, blocks or {}, house, fates))


def fate(unit: str, text: str, *labels: str, section: str = "Asked", left_out: bool = True) -> Fate:
    outcome = "left out" if left_out else "shortened"
    return Fate(unit, unit, (f"st.{unit}",), labels, section, 2.0, "could", outcome, text=text)  # type: ignore[arg-type]


def test_a_note_names_paragraphs_what_the_report_says_what_is_printed_and_both_places() -> None:
    blocks = {
        "x.1": conflicting(),
        "st.one": drawn("st.one", "I ¶ 2", conflict="x.1"),
        "st.two": drawn("st.two", "I ¶ 2"),
    }
    [notes] = sections(brief("st.two", "st.one"), blocks)

    [remarks] = notes.content
    assert isinstance(remarks, List)
    assert remarks.items == (
        Item(
            (
                Strong((Text("Para\u00a0"), CitedNumber("u2", 2), Text(":"))),
                Text(" the report gives 10 (I) and 20 (II). Printed: 10."),
                SourceTag("I\u00a0¶2; II\u00a0item\u00a01"),
            )
        ),
    )


def test_paragraphs_that_touch_the_same_point_are_named_in_one_note() -> None:
    names = ("st.one", "st.two", "st.three")
    blocks = {"x.1": conflicting(), **{name: drawn(name, "I ¶ 2", conflict="x.1") for name in names}}

    def begins(*printed: str) -> str:
        [notes] = sections(brief(*printed), blocks)
        [remarks] = notes.content
        assert isinstance(remarks, List)
        return inline_text(remarks.items[0].children[:1])

    assert begins("st.one", "st.two") == "Paras\u00a01 and\u00a02:"
    assert begins(*names) == "Paras\u00a01, 2 and\u00a03:"


def test_a_paragraph_that_rests_on_other_words_of_the_block_touches_no_conflict() -> None:
    blocks = {"x.1": conflicting(), "st.one": drawn("st.one", "I ¶ 2", conflict="x.1")}
    make = Brief()
    elsewhere = replace(make.unit(block="st.one"), sources=("III ¶ 9",))
    assert sections(number_units(document(section(paragraph("Words", elsewhere)))), blocks) == ()


def test_a_paragraph_that_says_more_than_its_passage_is_noted_with_the_reason() -> None:
    reason = "“no data”: the report has none"
    blocks = {
        name: drawn(name, "I ¶ 2", says_more=reason if name != "st.two" else None)
        for name in ("st.one", "st.two", "st.three")
    }
    make = Brief()
    edited = [
        replace(make.unit(block=name), forms=(FormRef(name, "short"),), labels=("I ¶2",))
        for name in (*blocks, "st.one")
    ]
    edited[-1] = replace(edited[-1], forms=(FormRef("st.one", "verbatim"),))
    printed = (paragraph("Words", unit) for unit in edited)
    [notes] = sections(number_units(document(section(*printed))), blocks)
    [remarks] = notes.content
    assert isinstance(remarks, List)
    assert [inline_text(item.children) for item in remarks.items] == [
        "Paras\u00a01 and\u00a03: beyond the passage, “no data”: the report has none."
    ]


def test_a_date_that_has_passed_but_is_spoken_of_as_to_come_is_noted_after_the_conflicts() -> None:
    make = Brief()
    blocks = {"x.1": conflicting(), "st.one": drawn("st.one", "I ¶ 2", conflict="x.1")}
    words = "The keepers are to meet in 2001."
    units = [replace(make.unit(block="st.one"), sources=("I ¶ 2",)) for _ in range(3)]
    printed = map(paragraph, (words, words, "They met in 2001."), units)
    made = number_units(document(section(*printed)))
    [notes] = sections(made, blocks)
    [remarks] = notes.content
    assert isinstance(remarks, List)
    assert inline_text(remarks.items[0].children).startswith("Paras\u00a01, 2 and\u00a03: the report gives")
    assert [inline_text(item.children) for item in remarks.items[1:]] == [
        "Paras\u00a01 and\u00a02: 2001 is before the date of this edition, but spoken of as to come (“are to”)."
    ]


def test_such_a_date_in_a_note_on_the_text_has_no_paragraph() -> None:
    unit = Brief().unit()
    made = document(section(), notes=(Note("n", unit, (Text("They are to meet in 2001."),)),))
    [notes] = sections(made)
    [remarks] = notes.content
    assert isinstance(remarks, List)
    assert [inline_text(item.children) for item in remarks.items] == [
        "2001 is before the date of this edition, but spoken of as to come (“are to”)."
    ]


def test_what_was_left_out_and_shortened_is_quoted_by_section_with_the_ids_at_the_end() -> None:
    done = (
        fate("u2", "Ministers met, and\u00a0…", "IV Global ¶2", "ES 7"),
        fate("u3", "A “new” framework", "I ¶1", section="Background", left_out=False),
        fate("u4", "“Who decides?”", section="Asked"),
    )
    [notes] = sections(brief(), None, *done)

    first, left_out, second, shortened = notes.content
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.role, inline_text(first.children)) == ("intro", "Left out to keep to the page budget, by section:")
    assert inline_text(second.children) == "Printed in short form to keep to the page budget, by section:"
    assert isinstance(left_out, List)
    assert isinstance(shortened, List)
    assert left_out.items[0].children[2] == SourceTag("IV\u00a0Global\u00a0¶2; ES\u00a07")
    assert [child.text for child in left_out.items[0].children if isinstance(child, Text) and child.is_whole] == [
        "st.u2",
        "st.u4",
    ]
    assert [inline_text(item.children) for item in left_out.items] == [
        "Asked: “Ministers met, and\u00a0…”IV\u00a0Global\u00a0¶2; ES\u00a07; “Who decides?” [st.u2, st.u4]"
    ]
    assert [inline_text(item.children) for item in shortened.items] == [
        "Background: “A ‘new’ framework”I\u00a0¶1 [st.u3]"
    ]


def test_offices_have_a_table_to_sign_and_without_them_nothing_follows_a_draft() -> None:
    [made] = sections(brief(), None, offices=("Policy", "Legal"))
    [signed] = made.content
    assert [[inline_text(cell.children) for cell in row.cells] for row in signed.rows] == [  # type: ignore[union-attr]
        ["Policy", "", "", ""],
        ["Legal", "", "", ""],
    ]
    assert sections(brief()) == ()


def test_a_conflict_in_a_list_with_columns_is_noted_by_the_number_of_its_row() -> None:
    blocks = {"x.1": conflicting(), "st.one": drawn("st.one", "I ¶ 2", conflict="x.1"), "st.two": drawn("st.two")}
    make = Brief()
    units = [make.unit(block=name) for name in ("st.two", "st.one")]
    rows = replace(table(*(replace(unit, sources=("I ¶ 2",)) for unit in units)), is_list=True)

    [notes] = sections(number_units(document(section(rows))), blocks)

    [remarks] = notes.content
    assert isinstance(remarks, List)
    assert inline_text(remarks.items[0].children).startswith("Para\u00a02:")
