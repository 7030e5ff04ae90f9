"""Single mistakes of every stage, in a project that has none: each is one edit, and no line moves."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from briefs import pipeline
from briefs.model.diagnostics import DocumentError
from tests.builders import BLOCKS, CAPTAINS, CLERKS, HINTS, HOUSE, REPORT, front, write_project

REPORT_WITH_MORE = f"""{REPORT}
Mates keep the log of each crossing by hand and give it to the office of the harbour on the first day of a month.

The HBX was asked to look at the log of the mates.
"""

PLAIN = {
    "log": """kind: fact
blocks:
  - id: log.hand
    anchor: Mates keep the … of the harbour
    short: Mates keep the log by hand.
  - id: log.asked
    anchor: The HBX was … of the mates
    short: They were asked to look at the log.
  - id: log.month
    anchor: give it to … day of a month
    short: They give it to the office.
    audiences: {mates: should}
""",
}

MATES = """## Issue

{{ statements("log.hand", "log.asked") }}

## More

{{ statements("log.month") }}
"""

MATES_TITLES = {"title": "What mates keep", "short_title": "The log"}

SEED, TEMPLATES = "seeds/harbour", "templates"
FACT, RECOMMENDATION = f"{SEED}/blocks/fact.yaml", f"{SEED}/blocks/recommendation.yaml"
LOG, LAYOUT = f"{SEED}/blocks/log.yaml", f"{TEMPLATES}/layout"

Edit = tuple[str, str, str]
"""A file of the project, a text in it, and what stands there after the mistake; the text is empty if nothing did."""

MISTAKES: dict[str, Edit] = {
    "a field of report.yaml": (f"{SEED}/report.yaml", "citation: ", "citaton: "),
    "a heading in report.yaml": (f"{SEED}/report.yaml", "{text: Steps,", "{text: Stages,"),
    "a block that YAML cannot read": (FACT, "short: Most keepers", 'short: "Most keepers'),
    "a field of a block": (RECOMMENDATION, "    theme: Tides", "    themes: Tides"),
    "an anchor": (FACT, "Ferries that share … the winter", "Ferries that shared … the winter"),
    "a number in wording": (LOG, "short: Mates keep the log", "short: 7 mates keep the log"),
    "an audience of a block": (RECOMMENDATION, "{clerks: never}", "{clrks: never}"),
    "a field of the house": (f"{TEMPLATES}/house.yaml", "date: 2010-05-04", "date: 4 May 2010"),
    "a house that YAML cannot read": (f"{TEMPLATES}/house.yaml", "offices: [Policy]", "offices: [Policy"),
    "a logo": (f"{TEMPLATES}/house.yaml", "#logo", "logo: {file: none.svg, alt: Board, height: 10}"),
    "pages in words": (f"{TEMPLATES}/captains.md", "pages: 1", "pages: two"),
    "front matter that YAML cannot read": (f"{TEMPLATES}/clerks.md", "subject: Harbours", 'subject: "Harbours'),
    "a call": (f"{TEMPLATES}/captains.md", '{{ asks("', '{{ askes("'),
    "a block in a call": (f"{TEMPLATES}/clerks.md", '"fact.timetable"', '"fact.time"'),
    "words of a template": (f"{TEMPLATES}/captains.md", "## Captains are invited to {.decision}", "All agree."),
    "a call that is not closed": (f"{TEMPLATES}/captains.md", '"fact.bicycles") }}', '"fact.bicycles")'),
    "a block template": (f"{TEMPLATES}/blocks/asks.html", "{% for", "{% fur"),
    "front matter of a block template": (f"{TEMPLATES}/blocks/paragraph.html", "prints:", "print:"),
    "the style of figures": (f"{LAYOUT}/print.css", "", ":root { --figure-type: huge }"),
    "a font": (f"{LAYOUT}/fonts/fonts.conf", "", ""),
    "a reference document": (f"{TEMPLATES}/mates.md", "#reference", "reference: none.docx"),
    "an acronym": (LOG, "short: They were", "short: The HBX was"),
    "a kind that a brief lacks": (f"{TEMPLATES}/mates.md", "#contains", "contains: [benefit]"),
    "an empty section": (f"{TEMPLATES}/mates.md", '{{ statements("log.month") }}', ""),
    "a title": (
        f"{TEMPLATES}/mates.md",
        "title: What",
        "title: What the mates of all ships that cross the harbour each day say",
    ),
}


def mates_project(root: Path) -> Path:
    """The tiny project with a third brief, in which nothing is wrong."""
    templates = {
        "captains": front("captains") + CAPTAINS,
        "clerks": front("clerks") + CLERKS,
        "mates": front("mates", **MATES_TITLES, **{"#reference": "", "#contains": ""}) + MATES,
    }
    write_project(root, REPORT_WITH_MORE, HINTS, {**BLOCKS, **PLAIN}, templates, HOUSE + "#logo\n")
    for name in ("templates/mates.md",):
        text = (root / name).read_text()
        (root / name).write_text(text.replace("#reference: ", "#reference").replace("#contains: ", "#contains"))
    return root


def make(root: Path, edit: Edit) -> None:
    """Make a mistake in the project."""
    name, old, new = edit
    path = root / name
    text = path.read_text(encoding="utf-8")
    if path.is_symlink():  # the layout is that of the repository
        path.unlink()
    if old:
        assert text.count(old) >= 1, (name, old)
        text = text.replace(old, new, 1)
    elif name.endswith(".conf"):
        text = text.replace("<string>", "<string>No ", 1)
    else:
        text += new
    path.write_text(text, encoding="utf-8")


def said(root: Path) -> list[str]:
    """Everything that a build of the project says is wrong."""
    order = pipeline.Order(pipeline.Project(root), formats=("docx", "html"), output=root / "build")
    try:
        return [str(problem) for problem in pipeline.build(order).warnings]
    except DocumentError as error:
        return [str(problem) for problem in error.diagnostics]


def said_of(root: Path, mistakes: Iterable[str]) -> list[str]:
    """What a build says of a new project in `root` with these mistakes."""
    mates_project(root)
    for name in mistakes:
        make(root, MISTAKES[name])
    return said(root)
