"""What blocks say is not in the report: searched for, and found all the same or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.check.absences import check_absences
from briefs.check.subjects import absences, edited_wording
from briefs.check.untraced_words import untraced_words
from briefs.model.absence_search import Search
from tests.builders import RULES
from tests.compose.builders import harbour_library

PLACE = "seeds/harbour/blocks/absence.yaml"


def wrong(folder: Path, short: str, absent: str) -> str:
    block = f"kind: absence\nblocks:\n  - id: abs.a\n    anchor: The board should publish\n    short: {short}\n"
    library = harbour_library(folder, {"absence": f"{block}    absent: {absent}\n"})
    return "\n".join(str(found) for one in absences(library, RULES) for found in check_absences(one))


@pytest.mark.parametrize(
    ("short", "absent"),
    [
        ("The report names no lighthouse.", "{for: lighthouse, says: lighthouse}"),
        ("No lighthouse and no beacon is named.", "[{for: [lighthouse, beacon]}]"),
        ("No figures on waiting are given.", "{says: figures on waiting, numbers: true, with: [waiting]}"),
        ("No Keeper is named.", "{for: [Keeper Smith], says: Keeper}"),
        ("No bicycles are in the findings on tides.", "{for: bicycles, with: tides, in: I}"),
        ("No keeper is in the second part.", "{for: keeper, in: II, except: The keepers will meet again}"),
        ("No number is in the first step.", "{says: number, numbers: true, in: II item 1}"),
    ],
)
def test_what_the_report_does_not_have_may_be_said(tmp_path: Path, short: str, absent: str) -> None:
    assert wrong(tmp_path, short, absent) == ""


@pytest.mark.parametrize(
    ("short", "absent", "found", "line"),
    [
        ("The report names no keeper.", "{for: [keeper]}", "keepers", 3),
        ("No ferry carries bicycles.", "{for: ferry carries bicycles, says: bicycles, with: bicycles}", "", 0),
        ("The report counts no bicycles.", "{says: counts, numbers: true, with: [bicycle]}", "2011", 15),
        ("The report has no Ferries.", "{for: [Ferries]}", "Ferries", 5),
        ("The notes have no boats.", "{for: boat, in: fn 1}", "boats", 9),
    ],
)
def test_what_it_has_is_an_error_that_says_where(
    tmp_path: Path, short: str, absent: str, found: str, line: int
) -> None:
    told = (
        f'{PLACE}:6: error: "abs.a" says that the report does not have "{found}", but it does: '
        f"report.txt:{line} [absence-contradicted]\n"
        "  hint: correct the wording, narrow the search, or add a phrase that says something else to `except`"
    )
    assert wrong(tmp_path, short, absent) == (told if found else "")


def test_a_search_has_to_be_for_what_is_said(tmp_path: Path) -> None:
    hint = "search for what the wording says is absent, or say in `says` which of its words the search shows"
    shown = f'{PLACE}:5: error: "abs.a" does not say "{{}}", which its search is for [absence-unsaid]\n  hint: {hint}'
    assert wrong(tmp_path, "The report has no figures.", "{for: [lighthouse]}") == shown.format("lighthouse")
    absent = "{says: figures on waiting, numbers: true, with: [waiting]}"
    assert wrong(tmp_path, "The report has no figures.", absent) == shown.format("figures on waiting")


def test_a_place_that_the_report_does_not_have_is_an_error(tmp_path: Path) -> None:
    assert wrong(tmp_path, "There is no beacon.", "{for: beacon, in: Annex}").startswith(
        f'{PLACE}:6: error: absent of "abs.a" names the place "Annex", which the report does not have [scope-unknown]'
    )


def test_words_that_are_searched_for_need_no_other_source(tmp_path: Path) -> None:
    form = "kind: fact\nblocks:\n  - id: fact.a\n    anchor: The board should publish the tides each week\n"
    form = f"{form}    short: The board should publish no tariff.\n"

    def untraced(folder: Path, block: str) -> list[str]:
        (wording,) = edited_wording(harbour_library(folder, {"fact": block}), RULES)
        return [one.word.text for one in untraced_words(wording)]

    assert untraced(tmp_path / "without", form) == ["tariff"]
    assert untraced(tmp_path / "with", f"{form}    absent: {{for: tariff}}\n") == []


@pytest.mark.parametrize(
    ("search", "message"),
    [({}, "it looks for nothing"), ({"numbers": True}, "how the wording calls them")],
)
def test_a_search_looks_for_something(search: dict[str, bool], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Search.model_validate(search)
