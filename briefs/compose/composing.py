"""Composing one brief from its template: sections of units, each of which knows its forms and what they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefs.compose.amounts import amount_faults
from briefs.compose.furniture import furniture_of, properties_of
from briefs.compose.looks.block_environment import CompiledBlockTemplate, compile_block_templates
from briefs.compose.looks.block_template import BlockTemplate
from briefs.compose.looks.html_inlines import forms_in, read_inlines
from briefs.compose.looks.printed_block import PrintedBlock
from briefs.compose.template.blocks_of_kinds import filled_body
from briefs.compose.template.brief_environment import brief_environment
from briefs.compose.template.calls import TemplateCalls
from briefs.compose.template.lint import lint_template, mended_body
from briefs.compose.template.markdown_rendering import render_markdown
from briefs.compose.template.partial_calls import PartialCalls
from briefs.compose.template.sections import read_sections
from briefs.compose.template.template_words import own_words
from briefs.compose.units import traced, unit_printing
from briefs.model.block import About
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError, has_errors
from briefs.model.document import Document, Note, Section, Unit
from briefs.model.document_walk import map_section_units, note_calls
from briefs.model.edition import House, Template
from briefs.model.library import Drawn, Library
from briefs.model.memory import FORGETFUL, Memory
from briefs.model.own_words import OwnWords
from briefs.model.phrases import phrases_for
from briefs.model.section_ids import NOTES
from briefs.model.unit_names import UnitNames
from briefs.model.versions import Edition


@dataclass(frozen=True, slots=True)
class PartlyComposed:
    """A brief without the blocks that are `absent`, since they are wrong; unless it `is_whole`, more is missing."""

    document: Document
    absent: frozenset[str]
    is_whole: bool


@dataclass(frozen=True, slots=True)
class Composer:
    """Everything that composing needs besides a template: blocks, block templates, the house.

    `unreadable` are names of block templates that exist but cannot be read: it is no error to call one of them.
    """

    library: Library
    block_templates: Mapping[str, BlockTemplate]
    compiled: Mapping[str, CompiledBlockTemplate]
    house: House
    report_title: str
    unreadable: frozenset[str] = frozenset()

    @property
    def _about(self) -> str:
        """The sentence on what briefs summarize, as written; without one, a sentence that names the report."""
        about = None if self.library.about is None else self.library.about.block
        named = phrases_for(self.house.language).summarizes.format(title=self.report_title)
        return about.text.text if isinstance(about, About) else named

    def lint(self, template: Template) -> list[Diagnostic]:
        """Everything wrong with `template`, before it is rendered."""
        return lint_template(template, self.block_templates, self.library, brief_environment(), self.unreadable)

    def filled(self, template: Template) -> Template:
        """`template` with blocks in place of the kinds that its calls ask for."""
        audience, environment = template.front.audience, brief_environment()
        body = filled_body(template.body, audience, self.block_templates, self.library, environment)
        return replace(template, body=body)

    def own_words(self, template: Template) -> list[OwnWords]:
        """The words of its own that `template` has: front matter, headings, introductions, options of calls."""
        return list(own_words(template, self.block_templates))

    def compose(self, template: Template, edition: Edition, shortened: bool = False) -> Document:
        """The brief that `template` asks for: unnumbered, uncut, with every unit traced. Raises DocumentError.

        With `shortened`, blocks asked for verbatim are in their short form if they have one; the units are the same.
        """
        calls = TemplateCalls(template, edition, self.library, self.compiled, shortened)
        return self._document(calls).or_raise()

    def compose_in_part(
        self, template: Template, edition: Edition, shortened: bool = False
    ) -> Checked[PartlyComposed | None]:
        """As `compose`, without what cannot be printed since it is wrong, and what is wrong with it as it runs.

        None if nothing can be known. It is only for finding other mistakes.
        """
        mend = mended_body(template, self.block_templates, self.library, brief_environment())
        if mend.faults:
            template = replace(template, body=mend.source)
        calls = PartialCalls(template, edition, self.library, self.compiled, shortened)
        try:
            read = self._document(calls)
        except DocumentError as error:
            return Checked(None, (*calls.found, *error.diagnostics))
        wrong = () if calls.absent else read.problems  # what is absent may be all that an element has
        is_whole = calls.is_whole and not has_errors(wrong)
        return Checked(PartlyComposed(read.value, frozenset(calls.absent), is_whole), (*calls.found, *wrong))

    def _document(self, calls: TemplateCalls) -> Checked[Document]:
        """The brief that the template of `calls` asks for, with everything that it cannot hold left out.

        Raises DocumentError if the template cannot be run, or if it holds more than is laid out.
        """
        template, edition = calls.template, calls.edition
        markdown = render_markdown(calls)
        read = read_sections(markdown.text, calls.tokens, markdown.places)
        tracer = _Tracer(self.library)
        sections = tuple(map(tracer.section, read.value))
        document = Document(
            audience=template.front.audience,
            product=template.front.product,
            title=template.front.title,
            furniture=furniture_of(template.front, self.house, edition, self._about),
            properties=properties_of(template.front, self.house, edition, self.report_title),
            sections=sections,
            notes=tuple(tracer.note(name, calls.note_lines.get(name, 0)) for name in note_calls(sections)),
        )
        if faults := amount_faults(document, template):
            raise DocumentError(faults)
        return Checked(document, read.problems)


def composer(
    library: Library,
    block_templates: Mapping[str, BlockTemplate],
    house: House,
    report_title: str,
    unreadable: frozenset[str] = frozenset(),
    memory: Memory = FORGETFUL,
) -> Checked[Composer]:
    """A Composer, with everything wrong with the block templates as problems; `unreadable` are those that it lacks."""
    compiled = compile_block_templates(block_templates, memory)
    made = Composer(library, block_templates, compiled.value, house, report_title, unreadable)
    return Checked(made, compiled.problems)


class _Tracer:
    """Gives the units of one brief, in order, names, tags, and the places in the report that they rest on."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.count = 0
        self.names = UnitNames()

    def section(self, section: Section) -> Section:
        """`section` with its units traced."""
        return map_section_units(section, lambda unit: self.unit(unit, section.id))

    def unit(self, unit: Unit, section: str) -> Unit:
        """`unit`, which must be the next one of the brief, traced; `section` is the id of its section."""
        self.count += 1
        name = self.names.new(section, unit.blocks, unit.forms)
        return traced(replace(unit, tag=f"u{self.count}", name=name), self.library)

    def note(self, block_id: str, line: int) -> Note:
        """The note that prints a block; `line` of the template is where it is first called."""
        html = PrintedBlock(self.library.blocks[block_id], _no_form).text.__html__()
        unit = unit_printing(forms_in(html))
        assert unit is not None
        return Note(block_id, self.unit(replace(unit, line=line), NOTES), read_inlines(html))


def _no_form(drawn: Drawn, form: str) -> Exception:
    return AssertionError(f"{drawn.id} was asked for {form}")
