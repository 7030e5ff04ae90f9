from __future__ import annotations

from briefs.files.yaml import parse_yaml
from briefs.report.hints import HintsFile, parse_hints
from briefs.report.unsettled_fields import unsettled_fields


def file_with(issuer: str, citation: str) -> HintsFile:
    text = f'title: Water\nissuer: "{issuer}"\ncitation: "{citation}"\n'
    return parse_hints(*parse_yaml(text, "report.yaml"), "report.yaml")


def test_a_word_in_brackets_for_the_issuer_is_a_warning_wherever_it_stands() -> None:
    assert [str(one) for one in unsettled_fields(file_with("[issuer]", "*Water*, [issuer], 2010"))] == [
        f'report.yaml:{line}: warning: `{name}` still has "[issuer]" where the name of the issuer belongs '
        "[report-unsettled]\n  hint: write who issued the report"
        for line, name in ((2, "issuer"), (3, "citation"))
    ]


def test_a_year_in_brackets_is_none() -> None:
    assert not list(unsettled_fields(file_with("Valley Council", "*Water*, Valley Council, [2010]")))
