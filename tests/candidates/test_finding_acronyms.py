"""Acronyms of a report."""

from __future__ import annotations

from briefs.candidates.found import Open
from tests.candidates.builders import found


def acronyms(text: str, language: str = "en") -> list[tuple[object, ...]]:
    return [tuple(one.fields.values()) for one in found("acronym", text, language)]


def test_an_acronym_is_found_once_where_it_is_spelled_out() -> None:
    text = "# Ports\n\nThe LHO warns. The Lagoon Hydrographic Office (LHO) has gauges. LHO and the LHO are one.\n"
    assert acronyms(text) == [("LHO", "Lagoon Hydrographic Office", True)]
    (only,) = found("acronym", text)
    assert only.passage.words == "Lagoon Hydrographic Office (LHO)"


def test_brackets_after_an_acronym_and_lists_of_abbreviations_spell_it_out_too() -> None:
    entries = "IPTF – Inter-Port Training Fund\n\nXQ: Oddly named thing\n"
    text = f"# Ports\n\nThe FPW (Fund for Port Works) pays.\n\n# Abbreviations\n\n{entries}"
    assert acronyms(text) == [
        ("FPW", "Fund for Port Works", True),
        ("IPTF", "Inter-Port Training Fund", True),
        ("XQ", "Oddly named thing", True),
    ]


def test_a_heading_may_spell_it_out_and_the_passage_is_where_it_is_used_first() -> None:
    text = "# The Fund for Port Works (FPW)\n\nEverybody knows FPW by now. Nobody likes FPW.\n"
    (only,) = found("acronym", text)
    assert only.passage.words == "Everybody knows FPW by now."
    assert only.fields["expansion"] == "Fund for Port Works"


def test_one_that_is_never_spelled_out_is_left_open_unless_it_is_used_only_once_or_is_a_word() -> None:
    text = "# Ports\n\nThe GMG met in May. The GMG left. THEN it met the XYZ, and then it slept. THEN it left.\n"
    assert acronyms(text) == [("GMG", Open("what it stands for"), False)]


def test_a_name_that_has_other_letters_is_only_a_guess() -> None:
    (only,) = found("acronym", "# Ports\n\nThe Convention on Climate (UNFCCC) is in force.\n")
    assert only.fields["expansion"] == Open("what it stands for", "Convention on Climate")
    assert only.certainty < 0.5


def test_other_languages() -> None:
    assert acronyms("# A\n\nL’Agence de bassin de la Varenne (ABV) paie.\n", "fr")[0][:2] == (
        "ABV",
        "Agence de bassin de la Varenne",
    )
    assert (
        acronyms("# A\n\nЭто Организация Объединенных Наций (ООН) сегодня.\n", "ru")[0][1]
        == "Организация Объединенных Наций"
    )
