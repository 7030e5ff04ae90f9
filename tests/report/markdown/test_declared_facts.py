from __future__ import annotations

from textwrap import dedent

import pytest

from briefs.report.markdown.declared_facts import DeclaredFacts, declared_facts


def facts(text: str) -> DeclaredFacts:
    return declared_facts(dedent(text).lstrip("\n").splitlines(), "report.md")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: A\nlang: fr\n---\nb", DeclaredFacts(4, "A", language="fr")),
        ("---\nTitle: A\n...\n", DeclaredFacts(3, "A")),
        (
            "---\nauthor:\n- name: Ada\n- Bo\ndate: 2026-01-02\n---\n",
            DeclaredFacts(6, author="Ada, Bo", date="2026-01-02"),
        ),
        ("% A\n% Ada\n% 2026\nb", DeclaredFacts(3, "A", "Ada", "2026")),
        ("% A\nb", DeclaredFacts(1, "A")),
        ("---\n\nwords\n---\n", DeclaredFacts()),
        ("---\na: b\n", DeclaredFacts()),
        ("words\n---\na: b\n---\n", DeclaredFacts()),
        ("", DeclaredFacts()),
    ],
)
def test_what_stands_above_a_text_says_what_it_is(text: str, expected: DeclaredFacts) -> None:
    assert facts(text) == expected


def test_front_matter_that_cannot_be_read_is_a_warning() -> None:
    found = facts('---\ntitle: "A\nlang: en\n---\n')
    assert (found.lines, found.title) == (4, "")
    (problem,) = found.problems
    assert (problem.code, problem.severity) == ("report-markup", "warning")
    assert problem.message == "the front matter of the report cannot be read, so what it says is not known"
