"""A small project whose cleared editions are distributed, and what is made of it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from briefs.model.register import Register
from briefs.outbox.distribution_folder import read_register
from briefs.pipeline.distributing import distribute
from briefs.pipeline.distribution_order import DistributionOrder, DistributionResult
from briefs.pipeline.order import Project
from tests.builders import CAPTAINS, CLERKS, front, write_files, write_project
from tests.projects import built

LETTER = """---
subject: "{series} ({reference})"
from: Harbour Board <board@harbour.example.org>
---

{{ recipient.salutation }},

The brief is attached{% if copy %}; yours is copy {{ copy.number }} of {{ copy.total }}{% endif %}.

{{ asks("rec.tides") }}
"""
CLERKS_LETTER = LETTER.replace('\n{{ asks("rec.tides") }}\n', "")
LETTERS = {
    "captains": LETTER,
    "clerks": CLERKS_LETTER,
    "clearance": CLERKS_LETTER.replace('subject: "', 'subject: "For clearance: '),
}

HEAD = "name,salutation,office,audience,email,formats,clearance\n"
ANN = "Ann Ó RÍORDÁIN,Captain,East Quay,captains,ann@example.org,,\n"
BO = 'Bo PEDULLA\',Captain,,captains,bo@example.org,"pdf, docx",\n'
CY = "Cy de LANGE,Dear Clerk,Board,clerks,,html,\n"
OFFICE = "Policy Office,Dear colleagues,,captains,policy@example.org,docx,yes\n"


def write_harbour(root: Path, personal: bool = False) -> Path:
    """The project in `root`, with letters, and with its cleared editions in `root/build`."""
    more = {"copies": "personal"} if personal else {}
    templates = {"captains": front("captains", **more) + CAPTAINS, "clerks": front("clerks", **more) + CLERKS}
    write_project(root, templates=templates)
    write_files(root / "templates" / "letters", LETTERS, ".md")
    built(root, status="cleared", output=root / "build")
    built(root, "captains", formats=("docx",), output=root / "build")
    return root


def copied(project: Path, root: Path) -> Path:
    """A copy of `project` in `root`, which a test may change."""
    shutil.copytree(project, root, dirs_exist_ok=True, symlinks=True)
    return root


def order(root: Path, *rows: str, **fields: Any) -> DistributionOrder:
    """An order for the recipients in `rows`, which are written into the list of the project."""
    (root / "list.csv").write_text(HEAD + "".join(rows), encoding="utf-8")
    build = root / "build"
    return DistributionOrder(Project(root), root / "list.csv", build, build / "distribution", **fields)


def distributed(root: Path, *rows: str, **fields: Any) -> DistributionResult:
    """What is made for these recipients."""
    return distribute(order(root, *rows, **fields))


def folder_of(root: Path, code: str = "CAP", edition: str = "1.0_cleared") -> Path:
    """The folder of the distribution of a brief."""
    return root / "build" / "distribution" / f"HB-{code}_{edition}"


def register_of(root: Path, code: str = "CAP", edition: str = "1.0_cleared") -> Register:
    """The register of the distribution of a brief."""
    register = read_register(folder_of(root, code, edition))
    assert register is not None
    return register
