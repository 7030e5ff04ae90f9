"""A project in which everything that people write tries to run, to load something, or to look like something else."""

from __future__ import annotations

from pathlib import Path

from tests.builders import BLOCKS, CAPTAINS, CLERKS, HINTS, HOUSE, REPORT, front, write_project

IMAGE = "<img src=x onerror=pwned()>"
CLOSING = "</script></style></textarea></title>--> ]]> <script>pwned()</script>"
LINK = "[here](javascript:pwned())"
TURNED = "\u202egpj.exe"
"""Reads backwards (CVE-2021-42574)."""

SHORT = f"Most keepers agreed {IMAGE} {CLOSING} {LINK} that a shared timetable would reduce waiting."
CSS = """
@import url("ELSEWHERE/imported.css");
@font-face { font-family: evil; src: url("ELSEWHERE/font.woff2") }
body { background: url("ELSEWHERE/seen.png"), url("/build"); font-family: evil }
body::after { content: "</style><script>pwned()</script>" }
"""


def write_hostile_project(root: Path, elsewhere: str) -> Path:
    """A project in `root` that can be built, and wants to load what is at the address `elsewhere`."""
    blocks = {
        "fact": BLOCKS["fact"].replace(
            "short: Most keepers agreed that a shared timetable would reduce waiting.", f"short: {quoted(SHORT)}"
        ),
        "recommendation": BLOCKS["recommendation"].replace("theme: Tides", f"theme: {quoted(IMAGE)}"),
    }
    assert blocks != BLOCKS
    title = quoted(f"{IMAGE}{CLOSING}")
    written = write_project(
        root,
        REPORT.replace("Most keepers agreed that", f"Most keepers agreed {IMAGE} {CLOSING} {LINK} that"),
        HINTS.replace("title: The Harbour Study", f"title: {title}"),
        blocks,
        {name: front(name, title=title, subject=title, short_title=title) + body for name, body in TEMPLATES.items()},
        HOUSE.replace("contact: Harbour Board, East Quay", f"contact: {quoted(IMAGE)}"),
    )
    for sheet in (written / "templates" / "layout").rglob("screen.css"):
        sheet.write_text(sheet.read_text(encoding="utf-8") + CSS.replace("ELSEWHERE", elsewhere), encoding="utf-8")
    return written


TEMPLATES = {"captains": CAPTAINS, "clerks": CLERKS}


def write_hostile_mistake(root: Path) -> None:
    """One more file of blocks, with a hostile name and mistakes that are told in hostile words."""
    path = root / "seeds" / "harbour" / "blocks" / f"{IMAGE.replace('/', '')}{TURNED}.yaml"
    path.write_text(f"kind: fact\nblocks:\n  - id: {quoted(IMAGE)}\n    {quoted(IMAGE)}: {quoted(CLOSING)}\n", "utf-8")


def quoted(text: str) -> str:
    """A text as YAML writes it in single quotes."""
    return "'" + text.replace("'", "''") + "'"
