"""What a build says that it built."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.cli.styles import shown
from briefs.cli.summary import (
    MOST_CUTS,
    beginning,
    brief_name,
    cut_lines,
    first_cuts,
    fit_line,
    print_summary,
    result_json,
)
from briefs.model.brief_key import BriefKey
from briefs.model.fit import Fate, Fit
from briefs.output.manifest import fit_json
from tests.builders import TEMPLATES, write_project
from tests.projects import built


def fate(unit: str, fate: str, text: str = "Some keepers asked …", section: str = "Issue") -> Fate:
    return Fate(unit, "u1", ("st.a", "st.b"), (), section, 2.0, "could", fate, text=text)  # type: ignore[arg-type]


def test_a_line_says_pages_and_units_and_others_what_was_cut_by_its_first_words() -> None:
    fit = Fit(
        "captains", 1, 1, 0.876, 90, 1, fates=(fate("a", "left out"), fate("b", "shortened"), fate("c", "printed"))
    )
    assert fit_line(fit) == "1 of 1 page, 88 % of the last page, 1 unit; 1 shortened, 1 left out"
    assert [shown(line, coloured=False) for line in cut_lines(fit)] == [
        "  shortened: “Some keepers asked …” (st.a + st.b)",
        "  left out: “Some keepers asked …” (st.a + st.b)",
    ]
    assert fit_line(Fit("captains", 2, 3, 0.5, 90, 2)) == "2 of 3 pages, 50 % of the last page, 2 units"


def test_many_cuts_are_summed_up() -> None:
    fit = Fit("captains", 1, 1, 0.9, 90, 1, fates=tuple(fate(str(number), "left out") for number in range(MOST_CUTS)))
    assert first_cuts(fit) == list(cut_lines(fit))
    more = replace(fit, fates=(*fit.fates, fate("more", "left out")))
    assert len(first_cuts(more)) == MOST_CUTS
    assert first_cuts(more)[-1] == "  and 2 more: `briefs fit --audience captains --product brief` lists all"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“All” was said.", "“‘All’ was said.”"),
        ("“All of it.”", "“All of it.”"),
        ("“One” and “two”", "“‘One’ and ‘two’”"),
        ("", "a picture in “Issue”"),
    ],
)
def test_quotation_marks_are_balanced_whatever_stands_in_them(text: str, said: str) -> None:
    assert beginning(fate("a", "left out", text)) == said


def test_a_brief_is_called_by_its_report_only_beside_those_of_others() -> None:
    key = BriefKey("captains")
    alone, beside = [("harbour", key)], [("harbour", key), ("quay", key)]
    assert brief_name("harbour", key, alone) == "captains"
    assert brief_name("harbour", key, beside) == "harbour, captains"
    assert brief_name("harbour", BriefKey("captains", "checklist"), beside) == "harbour, captains, checklist"


@pytest.mark.parametrize("status", ["draft", "cleared"])
def test_programs_are_told_the_pages_of_what_was_built_and_how_the_cleared_edition_fits(
    tmp_path: Path, status: str
) -> None:
    made = built(write_project(tmp_path), "clerks", formats=("html",), status=status)
    (brief,) = result_json(made, Path("build"))["briefs"]
    assert (brief["report"], brief["audience"], brief["status"]) == ("harbour", "clerks", status)
    assert brief["pages"] == (1 if status == "cleared" else None)
    assert (brief["cleared"]["pages"], brief["cleared"]["budget"]) == (1, 1)
    assert brief["left_out"] == brief["shortened"] == []
    assert [one["format"] for one in brief["files"]] == ["html"]


def test_a_summary_names_files_and_units(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = built(write_project(tmp_path), "clerks", formats=("html",), status="cleared")
    print_summary(made, Path("build"), verbose=True)
    first, file, unit = capsys.readouterr().out.splitlines()
    assert first.startswith("clerks: 1 of 1 page, ")
    assert file == "build/harbour_brief-clerks_v1.0_cleared.html"
    assert unit == "clerks u1: fact.timetable (I ¶1)"


def test_what_was_left_out_is_named_by_its_words_in_all_places(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = TEMPLATES["captains"].replace("pages: 1", "pages: 1\nwords: 16").replace("paragraph(", "statements(")
    made = built(write_project(tmp_path, templates={**TEMPLATES, "captains": words}), "captains", formats=("html",))
    print_summary(made, Path("build"), verbose=False)
    said = capsys.readouterr().out.splitlines()
    assert said[1] == "  left out: “Ferries that share a timetable could carry more bicycles in\u00a0…” (fact.bicycles)"
    (brief,) = result_json(made, Path("build"))["briefs"]
    wanted = {"blocks": ["fact.bicycles"], "text": made.briefs[0].fit.left_out[0].text, "section": "Issue"}
    assert [{key: one[key] for key in wanted} for one in brief["left_out"]] == [wanted]
    (kept,) = fit_json(made.briefs[0].fit)["left_out"]
    assert {key: kept[key] for key in wanted} == wanted
