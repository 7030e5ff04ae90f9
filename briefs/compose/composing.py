"""One brief out of its template: sections of units, each knowing the forms it prints and what they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from briefs.compose.furniture import furniture_of, properties_of
from briefs.compose.looks.block_template import View
from briefs.compose.looks.block_view import BlockView, marked_up
from briefs.compose.looks.html_reader import forms_in, read_inlines, unit_of
from briefs.compose.looks.pictures import Measure, no_measure
from briefs.compose.template.calls import Calls
from briefs.compose.template.environment import brief_environment, compile_views, render_markdown
from briefs.compose.template.lint import lint_template
from briefs.compose.template.markdown import read_sections
from briefs.compose.template.tokens import Ledger
from briefs.model.diagnostics import Diagnostic, DocumentError, Place
from briefs.model.document import (
    Document,
    Inline,
    Note,
    Section,
    Unit,
)
from briefs.model.document_walk import map_units, note_calls
from briefs.model.edition import Edition, House, Template
from briefs.model.library import Drawn, Library
from briefs.model.unit_names import UnitNames

NOTES = "notes"
"""Stands for the section in the names of units that are notes."""


@dataclass(frozen=True, slots=True)
class Composer:
    """Everything that composing needs besides a template: blocks, block templates, the house."""

    library: Library
    views: Mapping[str, View]
    compiled: Mapping[str, Any]
    house: House
    report_title: str
    source: tuple[Inline, ...]

    def lint(self, template: Template) -> list[Diagnostic]:
        """Everything wrong with `template`, before it is rendered."""
        return lint_template(template, self.views, self.library, brief_environment())

    def compose(self, template: Template, edition: Edition, shortened: bool = False) -> Document:
        """The brief that `template` asks for: unnumbered, uncut, with every unit traced. Raises DocumentError.

        With `shortened`, what the template asks for verbatim is in its short form where it has one; units are the same.
        """
        ledger = Ledger()
        calls = Calls(template, edition, self.library, self.views, ledger, shortened)
        text, lines = render_markdown(template, calls, self.compiled)
        sections, problems = read_sections(text, ledger, [calls.place(line).line for line in lines])
        if problems:
            raise DocumentError(
                Diagnostic(Place(template.path, found.line), found.code, found.message, found.hint)
                for found in problems
            )
        tracer = _Tracer(self.library)
        traced = tuple(tracer.section(section) for section in sections)
        notes = tuple(tracer.note(name, calls.note_lines.get(name, 0)) for name in note_calls(traced))
        return Document(
            audience=template.front.audience,
            title=template.front.title,
            furniture=furniture_of(template.front, self.house, edition, self.source),
            properties=properties_of(template.front, self.house, edition, self.report_title),
            sections=traced,
            notes=notes,
        )


def composer(
    library: Library,
    views: Mapping[str, View],
    house: House,
    report_title: str,
    source: str,
    measure: Measure = no_measure,
) -> tuple[Composer, list[Diagnostic]]:
    """A Composer, and everything wrong with the block templates.

    `source` is the source line of every masthead, with `*titles*` in it; `measure` gives the width of a text, which
    pictures need.
    """
    compiled, problems = compile_views(views, measure)
    return Composer(library, views, compiled, house, report_title, marked_inlines(source)), problems


def marked_inlines(text: str) -> tuple[Inline, ...]:
    """A line written by hand, with `*italic*` and `**bold**` in it."""
    return read_inlines(marked_up(text))


class _Tracer:
    """Gives units their names, their tags, and the places in the report that they rest on."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.count = 0
        self.names = UnitNames()

    def section(self, section: Section) -> Section:
        content = tuple(map_units(one, lambda unit: self.unit(unit, section.id)) for one in section.content)
        return replace(section, content=content)

    def unit(self, unit: Unit, section: str) -> Unit:
        self.count += 1
        name = self.names.new(section, unit.blocks, unit.forms)
        return traced_unit(replace(unit, tag=f"u{self.count}", name=name), self.library)

    def note(self, block_id: str, line: int) -> Note:
        text = BlockView(self.library.blocks[block_id], _no_form).text
        html = text.__html__()
        unit = unit_of(forms_in(html))
        assert unit is not None
        return Note(block_id, self.unit(replace(unit, line=line), NOTES), read_inlines(html))


def _no_form(drawn: Drawn, form: str) -> Exception:
    return AssertionError(f"{drawn.id} was asked for {form}")


def traced_unit(unit: Unit, library: Library) -> Unit:
    """`unit` with addresses and labels of all places that its forms rest on, each once, in the order of its forms."""
    places: dict[str, str] = {}
    for form in unit.forms:
        for extract in library.blocks[form.block].resting_on(form.field):
            places.setdefault(extract.address, extract.label)
    return replace(unit, sources=tuple(places), labels=tuple(places.values()))
