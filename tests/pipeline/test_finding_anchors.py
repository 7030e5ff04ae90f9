"""Words of a report, or what stands at a line of it, with the anchors that name them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.pipeline import Project
from briefs.pipeline.finding_anchors import FoundAnchors, find_anchors, project_of
from tests.builders import HINTS, REPORT, write_files


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("harbour")
    write_files(root / "seeds/harbour", {"report": REPORT}, ".txt")
    write_files(root / "seeds/harbour", {"report": HINTS}, ".yaml")
    return Project(root)


def anchors(found: FoundAnchors) -> list[list[tuple[str, str | None] | None]]:
    return [
        [(one.anchor.text, one.anchor.scope) if one.anchor else None for one in place.passages]
        for place in found.places
    ]


def test_words_have_the_shortest_anchor(project: Project) -> None:
    found = find_anchors(project, "Ferries that share a time-\ntable could carry more bicycles in the winter months.")
    assert anchors(found) == [[("Ferries that share … the winter months.", None)]]
    [place] = found.places
    assert (place.passages[0].leaf.address, place.passages[0].page, found.path) == (
        "I ¶ 2",
        "",
        "seeds/harbour/report.txt",
    )


def test_words_that_recur_say_where_they_are(project: Project) -> None:
    recurring = [[("the tides", "I ¶ 3")], [("the tides", "II item 1")]]
    assert anchors(find_anchors(project, "the tides")) == recurring
    assert anchors(find_anchors(project, "the tides", scope="II")) == recurring[1:]


def test_what_stands_at_a_line_is_named_whole(project: Project) -> None:
    assert anchors(find_anchors(project, line=5)) == [[("Ferries that share … the winter months.", None)]]
    assert anchors(find_anchors(project, "more bicycles in", line=5)) == [[("more bicycles in", None)]]
    assert anchors(find_anchors(project, "the tides", line=5)) == []


def test_words_that_recur_in_one_paragraph_have_no_anchor(project: Project) -> None:
    found = find_anchors(project, "the", scope="fn 1")
    assert anchors(found)[0] == [None]


def test_the_nearest_passages_are_given_for_words_that_are_not_there(project: Project) -> None:
    found = find_anchors(project, "bicycles on ferries in winter")
    assert found.places == ()
    assert [one.anchor and one.anchor.text for one in found.nearest] == [
        "Ferries that share … the winter months.",
        "The board should … bicycles in 2011.",
    ]
    assert find_anchors(project, "bicycles on ferries in winter", scope="I ¶ 3").nearest == ()


@pytest.mark.parametrize(
    ("line", "scope", "message"),
    [
        (1, None, "at line 1 of seeds/harbour/report.txt is the heading I"),
        (2, None, "at line 2 of seeds/harbour/report.txt is nothing that an anchor can name"),
        (None, "Stepps", 'the report has no place "Stepps"'),
    ],
)
def test_places_that_there_are_not_are_refused(
    project: Project, line: int | None, scope: str | None, message: str
) -> None:
    with pytest.raises(BriefsError, match=message):
        find_anchors(project, "the", line, scope)


def test_the_file_says_which_report_is_meant(project: Project) -> None:
    seed = project.root / "seeds/harbour"
    assert project_of(project, seed / "report.txt").report == "harbour"
    for wrong in (seed / "report.yaml", seed / "missing.txt", Path("report.txt")):
        with pytest.raises(BriefsError, match="is not the file of a report"):
            project_of(project, wrong)
