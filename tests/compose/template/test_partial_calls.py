"""Calls of a template with mistakes print what they can."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.compose.composing import PartlyComposed
from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import Diagnostic
from briefs.model.document_text import full_text
from briefs.pipeline import Order, Project
from briefs.pipeline.examination import examine
from tests.builders import BLOCKS, front, write_project

HOLLOW = BLOCKS["fact"].replace("Ferries that share", "Boats that share")
SHOWN = '{{ statements("fact.timetable") }}\n'


def partly(root: Path, body: str, facts: str = HOLLOW) -> tuple[PartlyComposed | None, tuple[Diagnostic, ...]]:
    templates = {"captains": f"{front('captains')}## Issue\n\n{body}"}
    inputs = examine(Project(write_project(root, templates=templates, blocks={**BLOCKS, "fact": facts}))).value
    edition = Order(inputs.project).edition(inputs.house, "cleared")
    found = inputs.composer.compose_in_part(inputs.templates[BriefKey("captains")], edition)
    return found.value, found.problems


@pytest.mark.parametrize(
    ("body", "absent", "is_whole", "codes"),
    [
        (SHOWN, set(), True, []),
        ('{{ statements("fact.timetable", "fact.bicycles") }}\n', {"fact.bicycles"}, True, []),
        (f'{SHOWN}\n{{{{ statements("fact.bicycles") }}}}\n', {"fact.bicycles"}, True, []),
        (f'{SHOWN}\n- As {{{{ block("fact.bicycles").short }}}} says\n', {"fact.bicycles"}, True, []),
        (
            f'{SHOWN}\n- {{{{ block("fact.timetable").short }}}}{{{{ note("fact.bicycles") }}}}\n',
            {"fact.bicycles"},
            True,
            [],
        ),
        (f'{SHOWN}\n{{{{ statements("fact.sails") }}}}\n', {"fact.sails"}, False, ["block-unknown"]),
        (f'{SHOWN}\n{{{{ statments("rec.tides") }}}}\n', {"rec.tides"}, False, []),
        (f'{SHOWN}\n{{{{ asks("fact.timetable") }}}}\n', {"fact.timetable"}, False, ["form-missing"]),
        (f"{SHOWN}\nFerries are late.\n", set(), False, ["untraced-prose"]),
    ],
)
def test_what_can_be_printed_is_printed_and_the_rest_is_named(
    body: str, absent: set[str], is_whole: bool, codes: list[str], tmp_path: Path
) -> None:
    made, problems = partly(tmp_path, body)
    assert made is not None
    assert "Most keepers agreed" in full_text(made.document)
    assert (set(made.absent), made.is_whole) == (absent, is_whole)
    assert [problem.code for problem in problems] == codes


def test_options_about_absent_blocks_are_left_out(tmp_path: Path) -> None:
    body = '{{ glossary("fact.timetable", "fact.bicycles", notes={"fact.bicycles": "rec.tides"}) }}\n'
    made, _ = partly(tmp_path, SHOWN + "\n" + body)
    assert made is not None
    assert "fact.bicycles" in made.absent


def test_a_template_that_cannot_be_run_shows_nothing(tmp_path: Path) -> None:
    made, problems = partly(tmp_path, f"{SHOWN}{{% for one in 5 %}}{{% endfor %}}\n")
    assert made is None
    assert [problem.code for problem in problems] == ["template-syntax"]
