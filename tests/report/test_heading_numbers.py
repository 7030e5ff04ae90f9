from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.report.heading_numbers import heading_number, numbers_in_order


@pytest.mark.parametrize(
    ("text", "printed", "rest", "kind", "path"),
    [
        ("IV. Divergence", "IV.", "Divergence", "roman", (4,)),
        ("2.1 Wells", "2.1", "Wells", "decimal", (2, 1)),
        ("3.1.2. wells", "3.1.2.", "wells", "decimal", (3, 1, 2)),
        ("1 – Wells", "1 –", "Wells", "decimal", (1,)),
        ("A) Wells", "A)", "Wells", "letter", (1,)),
        ("(iv) wells", "(iv)", "wells", "roman", (4,)),
        ("B.3 Costs", "B.3", "Costs", "letter", (2, 3)),
        ("Б. Расходы", "Б.", "Расходы", "letter", (2,)),
        ("II.", "II.", "", "roman", (2,)),
        ("Annex II: Wells", "Annex II:", "Wells", "annex", (2,)),
        ("Annex: Participants list", "Annex:", "Participants list", "annex", ()),
        ("Appendix A. Names", "Appendix A.", "Names", "annex", (1,)),
        ("CHAPTER THREE – The end", "CHAPTER THREE", "The end", "division", (3,)),
        ("Section 3.2 Water", "Section 3.2", "Water", "division", (3, 2)),
        ("Première partie : Les faits", "Première partie", "Les faits", "division", (1,)),
        ("Глава 2. Итоги", "Глава 2.", "Итоги", "division", (2,)),
        ("Recommendation 4: Dig", "Recommendation 4:", "Dig", "named", (4,)),
        ("RECOMMENDATION #4: Drive", "RECOMMENDATION #4:", "Drive", "named", (4,)),
        ("Recommandation n° 12 : Creuser", "Recommandation n° 12", "Creuser", "named", (12,)),
        ("第一章总则", "第一章", "总则", "division", (1,)),
        ("第二部分 结论", "第二部分", "结论", "division", (2,)),
        ("二十一、背景", "二十一、", "背景", "han", (21,)),
        ("附件一 名单", "附件一", "名单", "annex", (1,)),
        ("أولاً: مقدمة", "أولاً:", "مقدمة", "enumerator", (1,)),
        ("الفصل الأول: المقدمة", "الفصل الأول:", "المقدمة", "division", (1,)),
    ],
)
def test_a_heading_is_parted_from_its_number(
    text: str, printed: str, rest: str, kind: str, path: tuple[int, ...]
) -> None:
    number = heading_number(text)
    assert number
    assert (number.printed, number.rest, number.kind, number.path) == (printed, rest, kind, path)


@pytest.mark.parametrize(
    "text",
    [
        *("5 pillars of governance", "1.5 million people", "2009 in review", "12.5% of all", "2-3 km away", "1."),
        *("I think so", "A look at wells", "i.e. wells", "U.S. policy", "Table 3: Wells", "Part of the problem"),
        *(
            "Item 5 of the agenda",
            "Annex to a letter",
            "(a small harbour)",
            "*Conversations* process",
            "",
            "   ",
        ),
    ],
)
def test_words_and_quantities_are_not_numbers(text: str) -> None:
    assert heading_number(text) is None


def test_numbers_of_one_look_have_one_form() -> None:
    texts = [
        ("IV. A", "IX. B"),
        ("2.1 A", "3.4 B"),
        ("(a) x", "(k) y"),
        ("Chapter 3", "CHAPTER Four: B"),
        ("第一章", "第三章 B"),
    ]
    for one, other in texts:
        first, second = heading_number(one), heading_number(other)
        assert first
        assert second
        assert first.form == second.form


def test_a_letter_goes_on_with_letters_and_a_roman_number_with_roman_numbers() -> None:
    letters = numbers_in_order(["G. One", "H. Two", "I. Three", "J. Four"])
    assert [number.path for number in letters if number] == [(7,), (8,), (9,), (10,)]
    romans = numbers_in_order(["I. One", "II. Two", "V. Three"])
    assert [number.kind for number in romans if number] == ["roman"] * 3


def test_a_number_without_a_sign_counts_only_in_its_sequence() -> None:
    numbers = numbers_in_order(["1 One", "2 Two", "7 Pillars", "3 Three"])
    assert [number.path if number else None for number in numbers] == [(1,), (2,), None, (3,)]


@given(st.text(alphabet="IVX12.)( -–aA:第一章、Annex ", max_size=40))
def test_number_and_rest_are_the_heading(text: str) -> None:
    if number := heading_number(text):
        squeezed = "".join(text.split())
        assert squeezed.startswith("".join(number.printed.split()))
        assert squeezed.endswith("".join(number.rest.split()))
