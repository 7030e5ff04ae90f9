"""Stage 6: inputs and briefs are checked; everything that is wrong is collected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from briefs.check.checked_blocks import check_blocks
from briefs.check.kept_findings import KeptFindings
from briefs.check.subjects import (
    AudienceToCheck,
    BriefToCheck,
    CharactersToCheck,
    DeclarationsToCheck,
    FigureToCheck,
    PagesToCheck,
)
from briefs.check.table import (
    check_audience,
    check_brief,
    check_characters,
    check_declared,
    check_figure,
    check_pages,
)
from briefs.compose.composing import Composer
from briefs.files.yaml import line_with, load_yaml
from briefs.fit.copyfitting import Fitted
from briefs.model.diagnostics import Checked, Diagnostic, Place, has_errors, relative
from briefs.model.document import Document, Figure
from briefs.model.document_text import full_text
from briefs.model.document_walk import contents
from briefs.model.doubts import DOUBTS_OF_TEMPLATES, certain, doubtful
from briefs.model.edition import Template
from briefs.model.fit import Fit
from briefs.model.library import Drawn, Library, says_the_same
from briefs.model.memory import FORGETFUL, Memory
from briefs.model.overflow import Overflow
from briefs.model.same_object import Same
from briefs.model.severities import with_severities
from briefs.model.sheet import USUAL, Sheet
from briefs.pipeline.inputs import NO_RULES, Inputs
from briefs.pipeline.own_words_checks import own_words_problems
from briefs.pipeline.sources import Sources

if TYPE_CHECKING:
    from briefs.render.layout import Layout
    from briefs.render.pdf.pages import LaidOut


def check_inputs(
    sources: Sources,
    library: Library,
    composer: Composer,
    has_all_blocks: bool = True,
    kept: KeptFindings | None = None,
    memory: Memory = FORGETFUL,
) -> Iterator[Diagnostic]:
    """What can be checked without a brief: the wording of blocks, and every template before it is rendered.

    What blocks say of an audience is checked only if all of them could be read, and its template is in order. What was
    found before in wording is taken from `kept`; what `memory` knows is not looked for again.
    """
    source = sources.report
    yield from check_blocks(library, NO_RULES if source is None else source.rules, kept, memory)
    if source is not None and has_all_blocks:
        places = {word: source.file.place("wording", word) for word in source.rules.equivalents}
        yield from check_declared(DeclarationsToCheck(library, source.rules, Place(source.file.path), places, memory))
    wrong: set[str] = set()
    for template in sources.templates.values():
        doubts = doubtful(DOUBTS_OF_TEMPLATES, template.lacks)
        linted = certain(_lint(template, composer, memory), doubts)
        yield from linted
        if has_errors(linted):
            wrong.add(template.path)
    if source is not None:
        yield from certain(own_words_problems(sources, source, library, composer, kept, memory), library.doubts)
    first = {template.front.audience: template for template in reversed(tuple(sources.templates.values()))}
    for template in first.values() if has_all_blocks and source is not None else ():
        if not template.lacks and template.path not in wrong:
            yield from check_audience(AudienceToCheck(template, library, sources.audiences))


def check_first(
    sources: Sources, library: Library, composer: Composer, template: Template, memory: Memory
) -> Iterator[Diagnostic]:
    """What most often is wrong with a brief after an edit, and shows soon: the wording of blocks, and its template."""
    yield from check_blocks(library, NO_RULES if sources.report is None else sources.report.rules, None, memory)
    yield from certain(_lint(template, composer, memory), doubtful(DOUBTS_OF_TEMPLATES, template.lacks))


def _lint(template: Template, composer: Composer, memory: Memory) -> list[Diagnostic]:
    """Everything wrong with a template before it is rendered. If nothing is, that depends on what blocks say; messages
    name the lines on which they stand."""
    library = composer.library
    made_from = (template, composer.unreadable, library.unreadable, library.doubts)
    looks = tuple(map(Same, composer.block_templates.values()))

    def lint(blocks: Mapping[str, Drawn]) -> list[Diagnostic]:
        return replace(composer, library=replace(library, blocks=blocks)).lint(template)

    name = ("linted", template.path)
    return memory.recall_traced(name, (made_from, looks), library.blocks, lint, says_the_same, lambda found: not found)


def check_composed(inputs: Inputs, document: Document, template: Template, layout: Layout) -> tuple[Diagnostic, ...]:
    """What keeps a brief from being laid out: characters that no font has, where they were written; else its figures.

    Figures are drawn for A4 and US Letter, which a brief must fit, and for the sheet of `layout`.
    """
    from briefs.render.figures.figure_drawing import for_page  # slow to load, and not needed to check wording
    from briefs.render.figures.page_room import room_for
    from briefs.render.fonts.glyphs import missing_glyphs

    furniture = document.furniture
    text = full_text(document) + "".join(
        str(getattr(furniture, name)) for name in furniture.__slots__ if name != "logo"
    )
    missing = tuple(sorted(missing_glyphs(text, layout.fonts)))
    furniture_place = partial(place_in_furniture, inputs)
    characters = CharactersToCheck(missing, document, template, inputs.library, furniture_place)
    if problems := check_characters(characters):
        return tuple(problems)
    figures = [content for _, content in contents(document.sections) if isinstance(content, Figure)]
    layouts = [replace(layout, sheet=sheet) for sheet in dict.fromkeys((USUAL, Sheet("letter"), layout.sheet))]
    drawing = [(one, for_page(document.key, one)) for one in layouts]
    return tuple(
        problem
        for figure in figures
        for problem in check_figure(
            FigureToCheck(
                figure,
                {one.sheet: (draw(figure)[0].height, room_for(figure, one)) for one, draw in drawing},
                template,
                inputs.library,
            )
        )
    )


def check_fitted(
    inputs: Inputs,
    fitted: Checked[Fitted[LaidOut]],
    template: Template,
    how: Fit,
    absent: frozenset[str] = frozenset(),
    is_draft: bool = False,
) -> tuple[Diagnostic, ...]:
    """What is wrong with the cleared edition of a brief, as it fits its pages; `absent` are blocks that are wrong, and
    `is_draft` says that only a draft was ordered."""
    left_out = {block for fate in how.left_out for block in (*fate.blocks, *fate.parts)}
    is_fitted = not fitted.problems
    brief = BriefToCheck(
        fitted.value.document,
        template,
        inputs.library,
        inputs.rules,
        left_out,
        is_fitted,
        absent,
        partial(place_in_furniture, inputs),
        is_draft,
    )
    return (*fitted.problems, *with_severities(check_brief(brief), inputs.house.severity))


def check_unfitted(
    inputs: Inputs,
    document: Document,
    template: Template,
    absent: frozenset[str],
    is_draft: bool = False,
    is_most: bool = False,
) -> tuple[Diagnostic, ...]:
    """What is wrong with a brief that cannot be laid out: `document` is what of it must stay, or, if it `is_most`, all
    that could be printed."""
    left_out = inputs.library.blocks.keys() - {block for unit in document.units() for block in unit.printed}
    rules, library = inputs.rules, inputs.library
    find = partial(place_in_furniture, inputs)
    brief = BriefToCheck(document, template, library, rules, left_out, is_most, absent, find, is_draft)
    return with_severities(check_brief(brief), inputs.house.severity)


def check_printed(
    inputs: Inputs, document: Document, overflows: tuple[Overflow, ...], template: Template, printed: str = ""
) -> tuple[Diagnostic, ...]:
    """What a brief would lose on the pages that it is laid out on, in which `overflows` is what does not lie within
    them; and in the finished PDF, if there is one, of which `printed` is the text."""
    pages = PagesToCheck(document, template, inputs.library, overflows, printed)
    return with_severities(check_pages(pages), inputs.house.severity)


def place_in_furniture(inputs: Inputs, words: str) -> Place | None:
    """The place of `words`, or a character, in the files that the furniture of all briefs is made of."""
    if (place := inputs.layered_house.place_with(words)) is not None:
        return place
    path = inputs.seed / "report.yaml"
    shown = relative(path, inputs.project.root)
    line = line_with(words, *load_yaml(path, shown))
    return Place(shown, line) if line else None
