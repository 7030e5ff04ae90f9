from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.codes import CODES
from briefs.model.diagnostics import Diagnostic, Fault, Place, has_errors, most_similar, nearest, relative


def test_a_diagnostic_is_one_line_and_a_hint() -> None:
    place = Place("templates/x.md", 3)
    assert str(Diagnostic(place, "raw-html", "HTML")) == "templates/x.md:3: error: HTML [raw-html]"
    assert str(Diagnostic(Place("a"), "raw-html", "HTML", "no")) == "a: error: HTML [raw-html]\n  hint: no"


def test_its_code_says_whether_it_is_a_warning() -> None:
    found = [Fault(code, "x").at(Place("a")) for code in CODES]
    assert [problem.severity for problem in found] == [code.severity for code in CODES.values()]
    assert str(Fault("sense-doubtful", "not").at(Place("a"))) == "a: warning: not [sense-doubtful]"
    assert [has_errors([problem]) for problem in found] == [code.severity == "error" for code in CODES.values()]


def test_a_code_that_is_not_declared_is_a_mistake_of_ours() -> None:
    with pytest.raises(AssertionError, match="undeclared diagnostic code 'nonsense'"):
        Diagnostic(Place("a"), "nonsense", "x")


def test_paths_are_named_from_the_project_even_through_a_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.touch()
    project = tmp_path / "project"
    project.mkdir()
    (project / "report.txt").symlink_to(elsewhere)
    assert relative(project / "report.txt", project) == "report.txt"
    assert relative(elsewhere, project) == elsewhere.as_posix()


@pytest.mark.parametrize(
    ("name", "names", "hint"),
    [
        ("benfits", ("benefits", "facts"), 'did you mean "benefits"?'),
        ("zzz", ("b", "a", "b"), "known: a, b"),
        ("zzz", (), ""),
        ("zzz", map(str, range(100, 125)), ""),
    ],
)
def test_the_nearest_name_is_offered_or_the_few_there_are(name: str, names: tuple[str, ...], hint: str) -> None:
    assert nearest(name, names) == hint


def test_the_most_similar_name_is_found_also_by_its_capitals_or_none() -> None:
    assert most_similar("mayor", ("mayors", "states")) == "mayors"
    assert most_similar("MAYORS", ("mayors", "states")) == "mayors"
    assert most_similar("press", ("mayors", "states")) == ""


def test_of_very_many_names_only_those_that_begin_alike_are_compared() -> None:
    names = [f"fact.{at}" for at in range(4000)] + ["term.tide"]
    assert most_similar("term.tied", names) == "term.tide"
    assert most_similar("perm.tide", names) == ""
    assert most_similar("a" * 300, ("a" * 299,)) == ""
