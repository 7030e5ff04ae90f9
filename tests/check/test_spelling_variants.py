"""One word in two spellings is found; what is quoted is spelled as the report spells it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.check.spelling_variants import check_spelling
from briefs.check.subjects import BriefToCheck
from tests.builders import RULES
from tests.check.builders import brief, to_check
from tests.render.builders import paragraph, unit


def made(*texts: str, verbatim: bool = False, language: str = "en") -> BriefToCheck:
    units = (replace(unit(f"u{at}"), line=at, verbatim=verbatim) for at in range(10, 10 + len(texts)))
    document = brief(*(paragraph(text, owner) for text, owner in zip(texts, units, strict=True)))
    return to_check(document, rules=replace(RULES, language=language))


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("What policymakers want", "As policy makers say", '"policy maker" is spelled "policymaker"'),
        ("An on-going debate", "Ongoing debates", '"ongoing" is spelled "on-going"'),
        ("They organise it", "They were organized", '"organized" is spelled "organise"'),
        ("Labour markets", "A labor market", '"labor" is spelled "labour"'),
    ],
)
def test_the_second_spelling_is_told_with_the_first(first: str, second: str, told: str) -> None:
    (found,) = check_spelling(made(first, second))
    assert found.message == f"{told} elsewhere in the brief"
    assert (found.place.line, found.code, found.severity) == (11, "spelled-twice", "warning")


@pytest.mark.parametrize(
    "texts",
    [
        ("What policymakers want", "As a policymaker says"),
        ("An on-going debate", "They called it “ongoing”"),
        ("A long-term plan", "in the long term"),
        ("They advise it", "A wise size"),
        ("A policy", "The makers"),
    ],
)
def test_one_spelling_quotations_and_other_words_are_right(texts: tuple[str, ...]) -> None:
    assert list(check_spelling(made(*texts))) == []


def test_the_reports_own_words_and_languages_without_words_are_left_alone() -> None:
    texts = ("What policymakers want", "As policy makers say")
    assert list(check_spelling(made(*texts, verbatim=True))) == []
    assert list(check_spelling(made(*texts, language="xx"))) == []


def test_a_name_with_a_hyphen_and_without_is_told() -> None:
    (found,) = check_spelling(made("The Secretary-General spoke", "What a Secretary General does"))
    assert found.message == '"Secretary General" is spelled "Secretary-General" elsewhere in the brief'
    assert list(check_spelling(made("The High-level Dialogue", "A high level of trust"))) == []
    assert list(check_spelling(made("Long-term plans", "Long term plans"))) == []
