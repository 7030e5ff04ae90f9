from __future__ import annotations

import pytest

from briefs.intake.intake_words import intake_words
from briefs.intake.written_date import date_in


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("en", "Geneva, 12 March 2010", "12 March 2010"),
        ("en", "March 12, 2010", "March 12, 2010"),
        ("en", "Phase 1, October–December 2009", "October–December 2009"),
        ("en", "12–14 May 2010", "12–14 May 2010"),
        ("en", "© 2019 Valley Council", "2019"),
        ("en", "Annual report 2019/20", "2019/20"),
        ("en", "as of 2010-03-12", "2010-03-12"),
        ("fr", "Paris, le 1er mars 2010", "1er mars 2010"),
        ("es", "12 de marzo de 2010", "12 de marzo de 2010"),
        ("pt", "março de 2010", "março de 2010"),
        ("de", "Berlin, 12. März 2010", "12. März 2010"),
        ("ru", "12 марта 2010", "12 марта 2010"),
        ("zh", "2010年3月12日", "2010年3月12日"),
    ],
)
def test_a_date_is_read_as_it_is_written(language: str, text: str, date: str) -> None:
    found = date_in(text, intake_words(language))
    assert found is not None
    assert found.text == date
    assert text[found.start :].startswith(found.text[:4])


@pytest.mark.parametrize("text", ["Resolution 2010/3", "May I come in?", "tel. 2010-4455667", "page 2010.5", ""])
def test_numbers_that_are_no_years_are_no_dates(text: str) -> None:
    assert date_in(text, intake_words("en")) is None
