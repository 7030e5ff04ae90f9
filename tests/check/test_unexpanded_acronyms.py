"""Acronyms and their expansions in a brief."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import RULES
from tests.check.builders import ACRONYM, AT, brief, wrong_brief
from tests.compose.builders import harbour_library
from tests.render.builders import paragraph, text, unit


def test_an_acronym_is_expanded_somewhere_in_the_brief(tmp_path: Path) -> None:
    library = harbour_library(tmp_path, {"acronym": ACRONYM})
    made = brief(paragraph("The HB waits, as HBs do.", unit("u1", "acr.hb")))
    assert wrong_brief(made, library) == (
        f'{AT} the acronym "HB" is printed but never expanded [acronym-unexpanded]\n  hint: print "Harbour Board" too'
    )
    assert wrong_brief(brief(paragraph("The Harbour board (HB) waits.", unit("u1", "acr.hb"))), library) == ""


def test_a_heading_has_no_acronym_that_is_expanded_below_it(tmp_path: Path) -> None:
    library = harbour_library(tmp_path, {"acronym": ACRONYM})
    made = brief(paragraph("The Harbour Board (HB) waits.", unit("u1", "acr.hb")), heading="What the HB does")
    below = replace(made, sections=(replace(made.sections[0], line=14),))
    assert wrong_brief(below, library) == (
        'templates/captains.md:14: error: the acronym "HB" stands here before the brief spells it out '
        '[acronym-unexpanded]\n  hint: write "Harbour Board" here'
    )
    again = replace(below, sections=(replace(made.sections[0], heading=text("The Harbour Board")), *below.sections))
    assert wrong_brief(again, library) == ""


def test_an_acronym_that_everybody_knows_needs_no_expansion(tmp_path: Path) -> None:
    library = harbour_library(tmp_path, {"acronym": ACRONYM})
    made = brief(paragraph("The HB waits.", unit("u1", "acr.hb")))
    assert wrong_brief(made, library, replace(RULES, common_acronyms=("HB",))) == ""


def test_an_acronym_that_no_block_explains_is_reported() -> None:
    assert wrong_brief(brief(paragraph("The XQ waits.", unit("u1", "fact.a")))) == (
        f'{AT} the acronym "XQ" is printed but never expanded [acronym-unexpanded]\n'
        "  hint: spell it out, or add an acronym block; if everybody knows it, "
        "add it to `common_acronyms` in report.yaml"
    )


def test_the_masthead_expands_an_acronym_if_it_prints_both(tmp_path: Path) -> None:
    library = harbour_library(tmp_path, {"acronym": ACRONYM})
    made = brief(paragraph("The HB waits.", unit("u1", "acr.hb")))
    both, one = (
        replace(made, furniture=replace(made.furniture, issuer=issuer))
        for issuer in ("Harbour Board (HB)", "Harbour Board")
    )
    assert wrong_brief(both, library) == ""
    assert "[acronym-unexpanded]" in wrong_brief(one, library)


@pytest.mark.parametrize(
    "text",
    [
        "Resolution A/RES/70/1 and E/CN.4/2004/L.73/Add.1 were read; so was COM/2018/301.",
        "See https://example.org/en/A/RES/HB, www.example.org/HB/XQ.PDF and EXAMPLE.ORG.",
        "Annex III, Chapter XIV, Volume CD and the edition of MCMXCIV.",
        "The R&D of AT&T.",
        "The Quay Quorum (QQ) waits, as the QQ does; Non-Quorum Observers (NQOs) do not, says an NQO.",
    ],
)
def test_capitals_of_symbols_addresses_and_numerals_are_no_acronyms(text: str) -> None:
    assert wrong_brief(brief(paragraph(text, unit("u1", "fact.a")))) == ""


@pytest.mark.parametrize("text", ["XQ/HB", "The MC waits.", "Quays, Quorums and Others (QX) wait.", "XQ & Co."])
def test_acronyms_beside_a_slash_or_that_look_like_a_numeral_are_found(text: str) -> None:
    assert "[acronym-unexpanded]" in wrong_brief(brief(paragraph(text, unit("u1", "fact.a"))))


def test_headings_captions_and_heads_of_columns_count_too() -> None:
    made = brief(heading="What the XQ does")
    made = replace(made, sections=(replace(made.sections[0], line=12),))
    assert ':12: error: the acronym "XQ" is printed but never expanded' in wrong_brief(made)
