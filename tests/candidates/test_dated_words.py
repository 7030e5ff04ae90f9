"""Dates in running text, in the words of languages."""

from __future__ import annotations

import pytest

from briefs.candidates.dated_words import DatingWords, written_dates
from briefs.candidates.rule_words import words_for


def dates(text: str, language: str) -> list[tuple[str, str]]:
    words = words_for("date", DatingWords, language)
    assert words is not None
    return [(one.text, one.sort) for one in written_dates(text, words, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It met on 27 November 2009 in Oslo.", [("27 November 2009", "2009-11-27")]),
        ("en", "It met on November 27, 2009, in Oslo.", [("November 27, 2009", "2009-11-27")]),
        ("en", "Held from 1 January 2021 to 30 June 2023.", [("1 January 2021 to 30 June 2023", "2021-01-01")]),
        ("en", "Held between October and December 2009.", [("October and December 2009", "2009-10")]),
        ("en", "Held from 9 to 11 October 2023.", [("9 to 11 October 2023", "2023-10-09")]),
        ("en", "Founded in 1951, and again by the end of 2024.", [("1951", "1951"), ("the end of 2024", "2024")]),
        ("en", "It met on 8 December.", [("8 December", "undated")]),
        ("en", "On 31 February 2009 nothing happened.", [("31 February 2009", "2009-02")]),
        ("en", "It may meet in room 2010, for 1200 people.", []),
        ("fr", "Réunion les 12 et 13 avril 2023.", [("12 et 13 avril 2023", "2023-04-12")]),
        ("fr", "Depuis le 1er mars 2020.", [("1er mars 2020", "2020-03-01")]),
        ("es", "La Ley de 3 de agosto de 2018.", [("3 de agosto de 2018", "2018-08-03")]),
        ("de", "Am 3. August 2018 begann es.", [("3. August 2018", "2018-08-03")]),
        ("pt", "De 3 a 5 de maio de 2022.", [("3 a 5 de maio de 2022", "2022-05-03")]),
        ("it", "Il 12 maggio 2021.", [("12 maggio 2021", "2021-05-12")]),
        ("ru", "Конференция 12 мая 2021 года.", [("12 мая 2021", "2021-05-12")]),
        ("ar", "عقد المؤتمر في 12 مايو 2021.", [("12 مايو 2021", "2021-05-12")]),
    ],
)
def test_dates_are_found_with_what_they_are_sorted_by(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert dates(text, language) == expected
