"""Tiny projects: a report of ten lines, a few blocks, two audiences. Each test replaces what it is about."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from briefs.model.document import FormRef
from briefs.model.figure import Event, Timeline
from briefs.model.participant import Participant
from briefs.model.report import Report
from briefs.model.wording_rules import WordingRules
from tests.report.builders import report as read

REPOSITORY = Path(__file__).parents[1]

TIMELINE = Timeline((Event("2010", "Forum"),))
"""What the figures of small documents show."""

REPORT = """Findings

Most keepers agreed that a shared timetable would reduce waiting at the quay. One keeper saw no need for it.¹

Ferries that share a timetable could carry more bicycles in the winter months.

Some keepers asked whether the board should publish the tides & currents.

¹ The keeper spoke for the small boats of the east quay.

Steps

a) The board should publish the tides each week.

b) The board should count the bicycles in 2011.

The keepers will meet again in the spring of 2012.
"""

OUTLINE = """outline:
  - {text: Findings, level: 1, label: I}
  - {text: Steps, level: 1, label: II}
"""

ABOUT = """about:
  text: Summarizes what some keepers asked the board.
  anchor: Some keepers asked whether … tides & currents
"""

HINTS = f"""title: The Harbour Study
issuer: Harbour Board
citation: "*The Harbour Study*, Harbour Board, 2010"
{OUTLINE}strength:
  7: [all keepers]
  4: [most keepers]
  2: [some keepers]
  1: [one keeper]
guarded: {{all: 7, most: 4}}
never_print: [small boats]
relative_dates: [next spring]
{ABOUT}"""

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
""",
    "recommendation": """kind: recommendation
blocks:
  - id: rec.tides
    number: "1"
    theme: Tides
    addressees: [the board]
    anchor: The board should publish the tides each week
    ask: Publish the tides each week.
    audiences: {clerks: never}
""",
}

HOUSE = """issuer: Harbour Board
contact: Harbour Board, East Quay
reference: HB/{code}
language: en-GB
language_name: English
version: {draft: "0.1", cleared: "1.0"}
date: 2010-05-04
status: {draft: "DRAFT, v{version}", cleared: "CLEARED {date}"}
running_status: {draft: "Draft", cleared: "Cleared"}
distribution: {draft: Limited, cleared: General}
offices: [Policy]
"""


def front(audience: str, **more: object) -> str:
    """The front matter of a template; it takes ten lines unless `more` adds some."""
    fields: dict[str, object] = {
        "audience": audience,
        "reader": f"The {audience}",
        "series": f"Brief for {audience.title()}",
        "title": "What a timetable could change",
        "code": audience[:3].upper(),
        "short_title": "A timetable",
        "subject": "Harbours",
        "pages": 1,
        **more,
    }
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in fields.items()) + "---\n"


CAPTAINS = """## Issue

{{ paragraph("fact.timetable", "fact.bicycles") }}

## Captains are invited to {.decision}

{{ asks("rec.tides") }}
"""

CLERKS = """## Issue

{{ statements("fact.timetable") }}
"""

TEMPLATES = {"captains": front("captains") + CAPTAINS, "clerks": front("clerks") + CLERKS}

RULES = WordingRules(
    strengths={"all keepers": 7, "most keepers": 4, "some keepers": 2, "one keeper": 1},
    guarded={"all": 7, "most": 4},
    never_print=("small boats",),
    relative_dates=("next spring",),
    participants=(Participant(("Ann",), "QUILL", "Harbour Master", ("Pilots' Guild", "PG")),),
)


def forms(*names: str) -> tuple[FormRef, ...]:
    """The forms called so, as `fact.timetable/short`."""
    return tuple(map(FormRef.parse, names))


def harbour_report(text: str = REPORT) -> Report:
    """The report of the tiny project, read without a project."""
    return read(text, OUTLINE)


def write_files(folder: Path, files: Mapping[str, str], suffix: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}{suffix}").write_bytes(text.encode())


def write_project(
    root: Path,
    report: str | bytes | None = REPORT,
    hints: str = HINTS,
    blocks: Mapping[str, str] = BLOCKS,
    templates: Mapping[str, str] = TEMPLATES,
    house: str = HOUSE,
    views: Mapping[str, str] | None = None,
) -> Path:
    """A project in `root`: these files, `views` besides the block templates of the repository, and its layout."""
    seed = root / "seeds" / "harbour"
    write_files(seed / "blocks", blocks, ".yaml")
    if report is not None:
        (seed / "report.txt").write_bytes(report if isinstance(report, bytes) else report.encode())
    (seed / "report.yaml").write_text(hints, encoding="utf-8")
    write_files(root / "templates", templates, ".md")
    (root / "templates" / "house.yaml").write_text(house, encoding="utf-8")
    shutil.copytree(REPOSITORY / "templates" / "blocks", root / "templates" / "blocks")
    write_files(root / "templates" / "blocks", views or {}, ".html")
    layout = REPOSITORY / "templates" / "layout"
    shutil.copytree(layout, root / "templates" / "layout", copy_function=_copy_or_link)
    return root


def _copy_or_link(source: str, target: str) -> None:
    """Fonts, which no test changes, are hard links to one copy; a test may change a copy of everything else."""
    if Path(source).suffix in (".ttf", ".otf"):
        try:
            Path(target).hardlink_to(_shared_copy(source))
        except OSError:  # another file system
            shutil.copy(source, target)
    else:
        shutil.copy(source, target)


@cache
def _shared_copy(source: str) -> Path:
    """A copy of a file for all projects of this process: links to the repository would lead out of them."""
    folder = Path(tempfile.mkdtemp(prefix="briefs-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(shutil.copy(source, folder))


def contents(folder: Path) -> dict[str, bytes]:
    """All files below `folder`, by path in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
