"""All mistakes of a template that its syntax tree shows before anything is rendered, with lines.

Jinja's tree gives names, calls, filters and lines; the Markdown around the calls is read with a token for every call.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes

from briefs.compose.jinja.line_marks import CLOSE, OPEN
from briefs.compose.jinja.syntax import TOO_DEEP, missing_signs, statement_word, syntax_faults
from briefs.compose.looks.block_template import BlockTemplate
from briefs.compose.template.call_arguments import call_faults
from briefs.compose.template.names_in_scope import filter_faults, name_faults
from briefs.compose.template.printed_wording import field_faults, wording_faults
from briefs.compose.template.sections import read_sections
from briefs.compose.template.unrendered import unrendered_markdown
from briefs.model.diagnostics import Diagnostic, Fault, nearest
from briefs.model.edition import Template
from briefs.model.library import Library
from briefs.model.typesetting import unprintable

_ALLOWED_STATEMENTS = (nodes.Output, nodes.If, nodes.For, nodes.Scope)  # a scope holds a statement


def lint_template(
    template: Template, block_templates: Mapping[str, BlockTemplate], library: Library, environment: Environment
) -> list[Diagnostic]:
    """Everything wrong with a brief's template, in the order of its lines."""
    try:
        found = dict.fromkeys(_problems(template, block_templates, library, environment))
    except RecursionError:
        return [TOO_DEEP.at(template.body_place(1))]
    return sorted(found, key=lambda problem: problem.place)


def _problems(
    template: Template, block_templates: Mapping[str, BlockTemplate], library: Library, environment: Environment
) -> Iterator[Diagnostic]:
    faults = [*_character_faults(template.body)]
    tree: nodes.Template | None = None
    missing: list[tuple[int, Fault]] = []
    try:
        tree = environment.parse(template.body)
        missing = list(missing_signs(template.body, environment))
    except TemplateSyntaxError as error:
        faults += syntax_faults(error, template.body, environment)
    faults += missing
    if tree is not None and not missing:
        faults += _statement_faults(tree)
        faults += name_faults(tree, block_templates)
        faults += call_faults(tree, template.front.audience, block_templates, library)
        faults += wording_faults(tree, environment, library)
        faults += field_faults(tree, library)
        faults += filter_faults(tree, environment)
    yield from (fault.at(template.body_place(line)) for line, fault in faults)
    for block in template.front.repeats:
        if block not in library.blocks.keys() | library.unreadable:
            fault = Fault(
                "block-unknown", f'`repeats` names "{block}", which does not exist', nearest(block, library.blocks)
            )
            yield fault.at(template.place_of("repeats"))
    if tree is not None:
        markdown = unrendered_markdown(template.body, block_templates, environment)
        places = [template.body_place(line) for line in markdown.lines]
        yield from read_sections(markdown.text, markdown.tokens, places).problems


def _character_faults(body: str) -> Iterator[tuple[int, Fault]]:
    """Faults for characters that cannot be printed, or that tokens are made of."""
    for number, line in enumerate(body.split("\n"), 1):
        found = re.search(f"[{OPEN}{CLOSE}]", html.unescape(line))
        if character := found[0] if found else unprintable(line):
            message = f"the character U+{ord(character):04X} is not allowed in a template"
            yield number, Fault("template-syntax", message)


def _statement_faults(tree: nodes.Template) -> Iterator[tuple[int, Fault]]:
    for node in tree.find_all(nodes.Stmt):
        if not isinstance(node, _ALLOWED_STATEMENTS):
            message = f"a brief's template cannot use {{% {statement_word(node)} %}}"
            yield node.lineno, Fault("template-syntax", message, "use text, calls, {% if %} and {% for %}")
