"""The templates that a new report begins with: a brief that prints whatever has been accepted, without being edited."""

from __future__ import annotations

from briefs.check.title_length import LONGEST_TITLE
from briefs.compose.starters.starter_files import starter_for, starter_template

AUDIENCE = "readers"
"""Whom a first brief is for, as blocks and files name them."""


def starter_templates(report: str, title: str, language: str) -> dict[str, bytes]:
    """The first templates of the report whose folder is named `report`: contents by path in the project.

    `title` is that of the report, as `report.yaml` has it; `language` its BCP 47 tag. Headings are in that language, or
    in English if there are none in it. Nothing is written.
    """
    text = starter_template(starter_for(language), title, LONGEST_TITLE, AUDIENCE)
    return {f"templates/{report}/brief.md": text.encode()}
