"""A small project whose brief prints everything that a brief can: a note, a table, a picture, and what does not fit."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from briefs.pipeline.order import Order, Project
from briefs.preview.workshop.held import Held
from briefs.preview.workshop.workshop import Workshop
from tests.builders import HINTS, REPORT, front, write_project

CAPTAINS = "harbour/captains/brief"
CLERKS = "harbour/clerks/brief"
MANY = 40
"""Statements, of which a page does not hold all."""

LONG = "\n\n".join(f"Keeper {at} asked for {at} lamps along the quay, and for a {at} metre rail." for at in range(MANY))
TEXT = REPORT.replace("small boats", "yachts").replace("Steps\n", f"Lamps\n\n{LONG}\n\nSteps\n", 1)
OUTLINE = HINTS.replace(
    "{text: Findings, level: 1, label: I}",
    "{text: Findings, level: 1, label: I}\n  - {text: Lamps, level: 1, label: L}",
)

_LAMPS = "".join(f'  - {{id: st.lamp{at}, anchor: "Keeper {at} asked … {at} metre rail."}}\n' for at in range(MANY))
BLOCKS = {
    "fact": """kind: fact
blocks:
  - id: fact.timetable
    anchor: "Most keepers agreed … at the quay"
    short: Most keepers agreed that a shared timetable would reduce waiting.
    strength: Most keepers
    audiences: {captains: must}
  - id: fact.bicycles
    anchor: "Ferries that share … the winter months"
    audiences: {captains: must}
""",
    "definition": """kind: definition
blocks:
  - {id: def.boats, term: yachts, anchor: "The keeper spoke for … the east quay.", audiences: {captains: must}}
""",
    "date": """kind: date
blocks:
  - id: date.spring
    anchor: "The keepers will meet … the spring of 2012."
    short: Keepers meet again.
    when: spring of 2012
    sort: "2012"
    audiences: {captains: must}
""",
    "figure": """kind: figure
blocks:
  - id: fig.dates
    anchor: "The keepers will meet … the spring of 2012."
    short: When keepers meet
    of: [date.spring]
    audiences: {captains: must}
""",
    "recommendation": """kind: recommendation
blocks:
  - id: rec.tides
    number: "1"
    theme: Tides
    addressees: [the board]
    anchor: The board should publish the tides each week
    ask: Publish the tides each week.
    audiences: {captains: must, clerks: never}
  - id: rec.bicycles
    number: "2"
    theme: Bicycles
    addressees: [the board]
    anchor: "The board should count the bicycles in 2011"
    ask: Count the bicycles.
    audiences: {captains: never}
""",
    "statement": f"kind: statement\nblocks:\n{_LAMPS}",
}

_ALL = ", ".join(f'"st.lamp{at}"' for at in range(MANY))
TEMPLATES = {
    "captains": front("captains", words=700)
    + f"""## Issue

{{{{ block("fact.timetable") }}}}{{{{ note("def.boats") }}}}

## Captains are invited to {{.decision}}

{{{{ asks("rec.tides") }}}}

## Dates

{{{{ dates("date.spring", caption="Dates that the report gives") }}}}

{{{{ timeline("fig.dates") }}}}

## Lamps {{cut=1}}

{{{{ paragraph("fact.bicycles", form="verbatim") }}}}

{{{{ statements({_ALL}) }}}}
""",
    "clerks": front("clerks") + '## Issue\n\n{{ statements("fact.timetable", "fact.bicycles") }}\n',
}


def write_quay(root: Path, blocks: Mapping[str, str] = BLOCKS, templates: Mapping[str, str] = TEMPLATES) -> Path:
    """The project in the folder `root`."""
    return write_project(root, TEXT, OUTLINE, blocks, templates)


def workshop_of(root: Path) -> Workshop:
    """A workshop that has looked at the project once."""
    workshop = Workshop(Order(Project(root), formats=("pdf",)))
    list(workshop.refresh())
    return workshop


def held_in(root: Path) -> Held:
    """What is held of the project."""
    return workshop_of(root).held
