"""Acronyms and their expansions in a brief."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.builders import RULES
from tests.check.builders import ACRONYM, AT, brief, wrong_brief
from tests.compose.builders import harbour_library
from tests.render.builders import paragraph, unit


def test_an_acronym_is_expanded_somewhere_in_the_brief(tmp_path: Path) -> None:
    library = harbour_library(tmp_path, {"acronym": ACRONYM})
    made = brief(paragraph("The HB waits, as HBs do.", unit("u1", "acr.hb")))
    assert wrong_brief(made, library) == (
        f'{AT} the acronym "HB" is printed but never expanded [acronym-unexpanded]\n  hint: print "Harbour Board" too'
    )
    assert wrong_brief(brief(paragraph("The Harbour board (HB) waits.", unit("u1", "acr.hb"))), library) == ""


def test_an_acronym_that_everybody_knows_needs_no_expansion(tmp_path: Path) -> None:
    library = harbour_library(tmp_path, {"acronym": ACRONYM})
    made = brief(paragraph("The HB waits.", unit("u1", "acr.hb")))
    assert wrong_brief(made, library, replace(RULES, common_acronyms=("HB",))) == ""


def test_an_acronym_that_no_block_explains_is_reported() -> None:
    assert wrong_brief(brief(paragraph("The XQ waits.", unit("u1", "fact.a")))) == (
        f'{AT} the acronym "XQ" is printed but never expanded [acronym-unexpanded]\n'
        "  hint: spell it out, or add an acronym block"
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
