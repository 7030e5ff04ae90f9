"""Acronyms, and capitals that are none."""

from __future__ import annotations

import pytest

from briefs.text.acronym_spotting import acronyms_in, is_spelled_out


@pytest.mark.parametrize(
    ("text", "acronyms"),
    [
        ("The UN and its NGOs, the ILO.", ["UN", "NGO", "ILO"]),
        ("UNHCR/IOM, HIV/AIDS", ["UNHCR", "IOM", "HIV", "AIDS"]),
        ("A/RES/70/1, S/PV.4072, TD/B/C.I/MEM.3, CEDAW/C/GC/26, A/HRC", []),
        ("https://example.org/A/RES, a.UN@example.org, doi:10.1000/ABC, EXAMPLE.ORG", []),
        ("Annex III, Louis XIV, VIII, XL, chapters CD to DC", ["DC"]),
        ("R&D, AT&T, Q&A, DIN-A4, CO₂, US$5", []),
        ("the code `ABC`; the end is UN.The next", ["UN"]),
    ],
)
def test_acronyms_are_found_in_text(text: str, acronyms: list[str]) -> None:
    assert [found[1] for found in acronyms_in(text)] == acronyms


def test_a_declared_acronym_is_no_numeral() -> None:
    assert [found[1] for found in acronyms_in("The VI meets.", ("VI",))] == ["VI"]


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("the International Harbour Board (IHB)", True),
        ("Non-Governmental Organizations (NGOs)", True),
        ("the Economic Community of West African States (ECOWAS)", True),
        ("the Institute for the Law of the Sea (ILS; founded in 1990)", True),
        ("the International Labour Harbour Board (IHB)", False),
        ("the IHB (International Harbour Board)", False),
        ("International Boats (IHB)", False),
    ],
)
def test_words_before_brackets_may_spell_an_acronym_out(text: str, spelled: bool) -> None:
    acronym = "ECOWAS" if "ECOWAS" in text else "NGO" if "NGO" in text else "ILS" if "ILS" in text else "IHB"
    assert is_spelled_out(acronym, text) is spelled
