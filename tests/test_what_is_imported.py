"""What modules import: whoever needs little loads little, since loading the libraries takes longer than the work."""

from __future__ import annotations

import subprocess
import sys

from tests.builders import REPOSITORY

LIBRARIES = (
    "docx",
    "email",
    "fontTools",
    "importlib.metadata",
    "jinja2",
    "lxml",
    "markdown_it",
    "pikepdf",
    "pydantic",
    "tinycss2",
    "weasyprint",
    "yaml",
)
"""Libraries that take time to load."""
OF_FINISHED_BUILDS = (
    "briefs.cli.build",
    "briefs.cli.running",
    "briefs.cli.summary",
    "briefs.model.brief",
    "briefs.model.versions",
    "briefs.output.finished",
    "briefs.pipeline.build",
    "briefs.pipeline.built",
    "briefs.pipeline.kept_builds",
    "briefs.pipeline.input_files",
    "briefs.pipeline.last_build",
    "briefs.pipeline.last_selections",
    "briefs.pipeline.order",
    "briefs.pipeline.reports",
    "briefs.pipeline.writing",
)
"""What takes part when a build that was kept is written again: nothing is read, composed or laid out."""

OF_BUILDS = (
    "briefs.cli.arguments",
    "briefs.cli.build",
    "briefs.pipeline.stages",
    "briefs.pipeline.word_rendition",
    "briefs.render.reference.reference_files",
)
"""What every build loads that makes a brief in all formats."""
OF_FEW = (
    "briefs.cli.review_arguments",
    "briefs.compose.letters.letter_files",
    "briefs.pipeline.changes_since_clearance",
    "briefs.pipeline.clearance_rounds",
    "briefs.pipeline.signing_off",
    "briefs.readback.read_html",
    "briefs.readback.read_pdf",
    "briefs.readback.read_word",
    "briefs.render.figures.drawn_logo",
    "briefs.render.logo.svg_file",
    "briefs.render.pdf.field_font",
    "briefs.render.reference.reference_check",
    "briefs.render.style.style_limits",
    "briefs.report.plain_text.reader",
    "briefs.report.recognized",
    "briefs.review.decisions",
    "briefs.word.revisions",
)
"""What only those builds need whose projects have something of it, such as reviews or a logo, or that ask for it."""


def loaded(*modules: str, of: tuple[str, ...] = LIBRARIES) -> list[str]:
    """Those of the modules `of` that are loaded with `modules`, in a process of their own."""
    code = f"import sys, {', '.join(modules)}; print(*[name for name in {of!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=REPOSITORY, check=True)
    return done.stdout.split()


def test_what_writes_a_finished_build_loads_no_library() -> None:
    assert loaded(*OF_FINISHED_BUILDS) == []


def test_what_reads_blocks_loads_what_it_needs() -> None:
    assert {"pydantic", "yaml"} <= set(loaded("briefs.blocks.drawing"))


def test_a_build_loads_what_writes_word_files_only_for_word_files() -> None:
    assert not {"docx", "weasyprint"} & set(loaded("briefs.pipeline.stages"))


def test_a_build_loads_what_few_projects_need_only_for_them() -> None:
    assert loaded(*OF_BUILDS, of=OF_FEW) == []
