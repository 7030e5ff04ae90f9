"""Templates and block templates of the tiny project, read and composed without the rest of it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefs.blocks.drawing import draw
from briefs.compose.composing import Composer, composer
from briefs.compose.template_files import read_block_templates, read_templates
from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import DocumentError
from briefs.model.document import Document, List, Paragraph, Section, Table
from briefs.model.document_text import alternative_text
from briefs.model.edition import House, Template
from briefs.model.inline import inline_text
from briefs.model.library import Library
from briefs.model.phrases import ENGLISH
from briefs.model.versions import Edition
from tests.builders import BLOCKS, HOUSE, REPORT, RULES, front, harbour_report, write_files

DRAFT = Edition("draft", "0.1", datetime.date(2010, 5, 4))

FIRST_LINE = 12
"""The line of the file on which the body of a template begins, and line 1 of it: `## Issue`."""

BLOCK_TEMPLATES = {
    "paragraph": """---
prints: any
options: {form: text, role: body}
---
<p class="{{ role }}">{% for b in blocks %}{{ b.form(form) }}{{ " " if not loop.last }}{% endfor %}</p>
""",
    "list": """---
prints: any
---
<ol>
{% for b in blocks %}
<li>{{ b }}</li>
{% endfor %}
</ol>
""",
    "table": """---
prints: [recommendation]
options: {caption: Asks, note_for: null}
---
<table class="asks" data-widths="30 70">
<caption>{{ caption }}</caption>
<thead><tr><th>For</th><th>What{{ note(note_for) if note_for }}</th></tr></thead>
<tbody>
{% for b in blocks %}
<tr><th>{{ b.theme }}</th><td>{{ b.form("ask") }}</td></tr>
{% endfor %}
</tbody>
</table>
""",
}


FACT = '{{ block("fact.timetable") }}'


def look(html: str) -> dict[str, str]:
    """A block template `look` that prints `html`; its first line is line 5 of the file."""
    return {"look": f"---\nprints: any\noptions: {{size: 1}}\n---\n{html}\n"}


def cases(name: str) -> list[Any]:
    """The cases in `cases/<name>.md`: under each heading the input and what is expected, fenced."""
    text = (Path(__file__).parent / "cases" / f"{name}.md").read_text(encoding="utf-8")
    found = re.findall(r"^## ([^\n]+)\n\n~~~\n(.*?)\n~~~\n\n~~~\n(.*?)\n~~~$", text, re.DOTALL | re.MULTILINE)
    assert len(found) == len(re.findall(r"^## .+\n\n~~~$", text, re.MULTILINE)), "a case is written otherwise"
    return [pytest.param(given, expected, id=title) for title, given, expected in found]


def harbour_library(folder: Path, blocks: Mapping[str, str] = BLOCKS, report: str = REPORT) -> Library:
    write_files(folder / "seeds/harbour/blocks", blocks, ".yaml")
    blocks_folder = folder / "seeds/harbour/blocks"
    return draw(harbour_report(report), blocks_folder, folder, RULES, {"captains", "clerks"}).or_raise()


def harbour_composer(
    folder: Path, block_templates: Mapping[str, str] | None = None, blocks: Mapping[str, str] = BLOCKS
) -> tuple[Composer, str]:
    """A composer of the tiny project, with more `block_templates`, and what is wrong with these, as printed."""
    write_files(folder / "templates/blocks", {**BLOCK_TEMPLATES, **(block_templates or {})}, ".html")
    read = read_block_templates(folder / "templates/blocks", folder)
    house = House.model_validate(yaml.safe_load(HOUSE))
    library = harbour_library(folder, blocks)
    made = composer(library, read.value, house, "The Harbour Study")
    return made.value, "\n".join(map(str, (*read.problems, *made.problems)))


def template(folder: Path, body: str, audience: str = "captains") -> Template:
    """The template with `body`, which begins on line 12 of its file."""
    write_files(folder / "templates", {audience: front(audience, words=100) + body}, ".md")
    templates = read_templates(folder / "templates", folder)
    assert templates.problems == ()
    assert templates.value[BriefKey(audience)].first_line == FIRST_LINE
    return templates.value[BriefKey(audience)]


def linted(
    folder: Path, body: str, audience: str = "captains", block_templates: Mapping[str, str] | None = None
) -> str:
    """What the linter says of a template with `body`, after a line with a heading."""
    made, wrong = harbour_composer(folder, block_templates)
    assert wrong == ""
    return "\n".join(map(str, made.lint(template(folder, f"## Issue\n{body}", audience))))


def composed(folder: Path, body: str, block_templates: Mapping[str, str] | None = None, **files: str) -> Document:
    """The brief that a template with `body`, without mistakes, asks for. Raises DocumentError."""
    made, wrong = harbour_composer(folder, block_templates, {**BLOCKS, **files})
    assert wrong == ""
    written = template(folder, body)
    assert made.lint(written) == []
    return made.compose(written, DRAFT)


def refused(folder: Path, body: str, block_templates: Mapping[str, str] | None = None) -> str:
    """What composing says of a template that the linter finds nothing wrong with, after a line with a heading."""
    with pytest.raises(DocumentError) as caught:
        composed(folder, f"## Issue\n{body}\n", block_templates)
    return str(caught.value)


def shown(document: Document) -> list[str]:
    """A brief as lines: headings, and what is under them, with the unit and its forms in brackets."""
    return [line for section in document.sections for line in _section(section)]


def _section(section: Section) -> list[str]:
    lines = [f"{'#' * section.level} {inline_text(section.heading)}"]
    for content in section.content:
        match content:
            case Paragraph():
                lines.append(f"{content.role}: {inline_text(content.children)}{_unit(content)}")
            case List():
                lines += [f"{content.style} item: {inline_text(i.children)}{_unit(i)}" for i in content.items]
            case Table():
                lines.append(f"table: {inline_text(content.caption)}: {' | '.join(map(inline_text, content.columns))}")
                lines += [
                    f"row: {' | '.join(inline_text(c.children) for c in r.cells)}{_unit(r)}" for r in content.rows
                ]
            case _:
                lines.append(f"figure: {alternative_text(content, ENGLISH)}{_unit(content)}")
    return lines


def _unit(owner: object) -> str:
    unit = getattr(owner, "unit", None)
    return f" [{unit.tag} {' '.join(map(str, unit.forms))}]" if unit else ""
