"""First briefs of whole reports: whatever is proposed may be accepted as it is, and a brief is built of it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from briefs.model.diagnostics import Diagnostic
from briefs.pipeline import Built
from briefs.pipeline.accepting_candidates import accept_candidates
from briefs.pipeline.drawing_candidates import draw_candidates
from briefs.pipeline.initializing import new_report, write_report
from briefs.pipeline.order import Project
from tests.builders import REPOSITORY
from tests.projects import built

TO_BE_WRITTEN = {"about-missing", "said-twice", "sentence-too-long"}
"""What a first brief of everything that is proposed is warned of: a person has to write it, or to choose."""
BUSES = """---
lang: en
---

# Night Buses and Early Shifts

Regional Transport Council (RTC)

Leeds, February 2026

## A. Who travels at night

Some 210,000 people in the region start work before 6 a.m. In 2024, only 11 per cent of them could reach it by bus.

Hospitals told us that they lose nurses because of this. “I love the ward, but I cannot walk home at three in the
morning again,” one nurse told us.

## B. What it costs

Whether employers should contribute remains disputed. On the one hand, unions argued that those who open at night should
pay for the way there. On the other hand, small firms feared a levy that they could not pass on. Some members argued for
a tax on cars, while others preferred a tax on land.

There is a risk that night services drain money from rural routes. For carers, a night bus would mean that they keep
jobs that they give up today.

## C. Recommendations

**Recommendation 1:** The Government should require each authority to publish a plan for night travel by April 2027.

**Recommendation 2:** Transport authorities should run at least one bus an hour to every hospital with an emergency
department, at all hours of the day and night, and should tell staff and visitors of it in a form that can be read on a
telephone and on paper alike.
"""
ECOLES = """---
lang: fr
---

# L’école en montagne

Conseil des communes alpines (CCA)

Grenoble, juin 2026

## 1. Constats

Le massif compte 412 écoles de moins de trois classes. « Quand l’école ferme, ce sont les jeunes couples qui partent les
premiers », a déclaré une participante.

Un calendrier commun permettrait aux communes de partager leurs enseignants. Toutefois, plusieurs participants ont
exprimé des craintes.

D’une part, certains participants ont défendu le maintien de chaque école. D’autre part, d’autres ont fait valoir qu’un
regroupement offre des classes plus équilibrées.

## 2. Recommandations

1. Les communes devraient adopter, avant la fin de 2027, un calendrier commun par vallée.
2. L’État devrait annoncer toute fermeture de classe au moins un an à l’avance.
"""


def first_brief(file: Path, root: Path) -> tuple[Built, list[Diagnostic]]:
    """The brief of everything that is proposed for the report in `file`, and what is still open when it is accepted."""
    write_report(new_report(file, root, datetime.date(2026, 11, 29)))
    project = Project(root)
    proposed = draw_candidates(project).proposed.candidates
    assert proposed
    done = accept_candidates(project, [one.id for one in proposed])
    return built(root, formats=("html",)), list(done.open)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["small-harbours.docx", "buses.md", "ecoles.md"])
def test_a_brief_is_built_of_everything_that_is_proposed(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    shipped = REPOSITORY / "docs" / name
    file.write_bytes(shipped.read_bytes() if shipped.exists() else {"b": BUSES, "e": ECOLES}[name[0]].encode())
    done, still_open = first_brief(file, tmp_path / "project")
    assert still_open == []
    assert {one.code for one in done.warnings} <= TO_BE_WRITTEN
    assert [brief.key.audience for brief in done.briefs] == ["readers"]
