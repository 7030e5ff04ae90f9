from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.model.typography import curl


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ('"a" b', "“a” b"),
        ('he said "no".', "he said “no”."),
        ("it's the keepers' quay", "it’s the keepers’ quay"),
        ("\"'Tide' tables\"", "“‘Tide’ tables”"),
        ("'\"Tide\" tables'", "‘“Tide” tables’"),
        ('**"Tides"** and *"quays"*, too', "**“Tides”** and *“quays”*, too"),
        ('"*Tides*", a study', "“*Tides*”, a study"),
        ('«"tides"» and quay/"pier"', "«“tides”» and quay/“pier”"),
        ("l'\"eau\" de l'estuaire", "l’“eau” de l’estuaire"),
        ("well-known", "well-known"),
        ("so ... on", "so\u00a0… on"),
        ("", ""),
    ],
)
def test_quotation_marks_are_curled(written: str, printed: str) -> None:
    assert curl(written) == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("the '60s and '71, or '72", "the ’60s and ’71, or ’72"),
        ("the ‘60s", "the ’60s"),
        ("the '60s' end", "the ’60s’ end"),
        ("'tis the ebb; rock 'n' roll", "’tis the ebb; rock ’n’ roll"),
        ("'Twas ebb, 'Til flood; 'N' is a letter", "’Twas ebb, ’Til flood; ‘N’ is a letter"),
        ("he wrote '12 boats lay here', no more", "he wrote ‘12 boats lay here’, no more"),
    ],
)
def test_an_apostrophe_of_omission_opens_nothing(written: str, printed: str) -> None:
    assert curl(written) == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("2009-2010, 3 - 4", "2009–2010, 3–4"),
        ("1914-18 and 2001-05", "1914–18 and 2001–05"),
        ("pages 112-15, (7-9)", "pages 112–15, (7–9)"),
        ("12,500-13,000 and 12 500-13 000 boats", "12,500–13,000 and 12 500–13 000 boats"),
        ("March 5-7, Articles 7-9, In 100-200, Geneva 2009-10", "March 5–7, Articles 7–9, In 100–200, Geneva 2009–10"),
        ("pages 9-11, 1-8 and 1-850", "pages 9–11, 1–8 and 1–850"),
        ("1.5-2.5 m, 10-12km, 5-10%, 9:00-10:30", "1.5–2.5 m, 10–12km, 5–10%, 9:00–10:30"),
    ],
)
def test_a_range_of_numbers_gets_a_dash(written: str, printed: str) -> None:
    assert curl(written) == printed


@pytest.mark.parametrize(
    "written",
    [
        "https://example.org/2009-2010/7-9.pdf?a='1-2'&b",
        "https://example.org/?a='tide'#7-9",
        "sftp://example.org/2-3/7-9.txt",
        "C:\\tides\\7-9.txt",
        "“www.example.org/1-2”",
        "quay-1-2@example.org",
        "example.org/tides/7-9",
        "doi:10.1234/56-78",
        "A/C.3/70/L.12-15 and ICC-01/04-02/06",
        "2026-03-14, 2026-03 and 2026-03-14T09:00-10:00",
        "+41 22 919-1020, 022 919-1020 and tel. 555-1234",
        "ISBN 978-92-1-130000-1, ISSN 1020-7384",
        "Law 12-345, No. 12-45, n° 2016-1321",
        "7 - 12 = -5, 2 + 3-4, 3 × 4-5",
        "10-3, 12 -15",
        "Boeing 737-800, call 1-800, since 9-11",
        "6' tall",
        '`a "b" 1-2`',
        "46°12'30\" N and 5'10\"",
    ],
)
def test_what_only_looks_like_a_range_or_a_quotation_is_left_alone(written: str) -> None:
    assert curl(written) == written


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("« la marée » monte ; qui sait ?", "«\u00a0la marée\u00a0» monte\u00a0; qui sait\u00a0?"),
        ("»Ebbe« und »Flut«", "»Ebbe« und »Flut«"),
        (
            "« la marée », ‹ le port › et « la « mer » »",
            "«\u00a0la marée\u00a0», ‹\u00a0le port\u00a0› et «\u00a0la «\u00a0mer\u00a0»\u00a0»",
        ),
        ("»Ebbe«, »Flut«", "»Ebbe«, »Flut«"),
        ("«\u202fla marée\u202f»", "«\u202fla marée\u202f»"),
    ],
)
def test_no_line_breaks_inside_guillemets_or_before_french_punctuation(written: str, printed: str) -> None:
    assert curl(written) == printed


@given(st.text(alphabet=st.sampled_from("'\"‘’“”«» -–*/.:;=°`@\uf8ff0123456789sntw")))
def test_setting_twice_is_as_good_as_once(text: str) -> None:
    assert curl(curl(text)) == curl(text)
