"""Stage 6: inputs and briefs are checked; everything that is wrong is collected."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from briefs.check.subjects import BriefToCheck, CharactersToCheck
from briefs.check.table import check_blocks, check_brief, check_characters
from briefs.compose.composing import Composer
from briefs.files.yaml import line_with, load_yaml
from briefs.fit.copyfitting import Fitted
from briefs.model.diagnostics import Checked, Diagnostic, Place, relative
from briefs.model.document import Document
from briefs.model.document_text import full_text
from briefs.model.edition import Template
from briefs.model.fit import Fit
from briefs.model.library import Library
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.sources import Sources
from briefs.render.fonts.glyphs import missing_glyphs
from briefs.render.layout import Layout
from briefs.render.pdf.pages import LaidOut


def check_inputs(sources: Sources, library: Library | None, composer: Composer | None) -> Iterator[Diagnostic]:
    """What needs no brief, as far as it could be read: the wording of blocks, and templates before they are rendered.

    A template is not checked if a block template could not be read, since every call of that would look wrong.
    """
    if sources.report is not None and library is not None:
        yield from check_blocks(library, sources.report.rules)
    if composer is not None and sources.has_all_block_templates:
        for template in sources.templates.values():
            yield from composer.lint(template)


def check_composed(inputs: Inputs, document: Document, template: Template, layout: Layout) -> tuple[Diagnostic, ...]:
    """What keeps a brief from being laid out: characters that no font has, where they were written."""
    furniture = document.furniture
    text = full_text(document) + "".join(str(getattr(furniture, name)) for name in furniture.__slots__)
    missing = tuple(sorted(missing_glyphs(text, layout.fonts)))
    furniture_place = partial(_place_in_furniture, inputs)
    return tuple(check_characters(CharactersToCheck(missing, document, template, inputs.library, furniture_place)))


def check_fitted(
    inputs: Inputs, fitted: Checked[Fitted[LaidOut]], template: Template, how: Fit
) -> tuple[Diagnostic, ...]:
    """What is wrong with the cleared edition of a brief, as it fits its pages."""
    left_out = {block for fate in how.left_out for block in (*fate.blocks, *fate.parts)}
    brief = BriefToCheck(
        fitted.value.document, template, inputs.library, inputs.rules, left_out, is_fitted=not fitted.problems
    )
    return (*fitted.problems, *check_brief(brief))


def _place_in_furniture(inputs: Inputs, character: str) -> Place | None:
    """Where `character` stands in what the furniture of all briefs is made of."""
    for path in (inputs.project.templates / "house.yaml", inputs.seed / "report.yaml"):
        shown = relative(path, inputs.project.root)
        if line := line_with(character, *load_yaml(path, shown)):
            return Place(shown, line)
    return None
