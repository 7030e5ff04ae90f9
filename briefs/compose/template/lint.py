"""All mistakes of a template that its syntax tree shows before anything is rendered, with lines.

Jinja's tree gives names, calls, filters and lines; the Markdown around the calls is read with a token for every call.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from jinja2 import Environment, TemplateSyntaxError, nodes

from briefs.compose.jinja.language import deep_line, expression_faults, filter_faults
from briefs.compose.jinja.line_marks import CLOSE, OPEN
from briefs.compose.jinja.mending import Mended, mended
from briefs.compose.jinja.syntax import MIXED_UP, TOO_DEEP, statement_word
from briefs.compose.looks.block_template import BLOCK, NOTE, BlockTemplate
from briefs.compose.template.blocks_of_kinds import KIND, filled_body
from briefs.compose.template.call_arguments import call_faults
from briefs.compose.template.markdown_slips import mended_markdown
from briefs.compose.template.names_in_scope import name_faults
from briefs.compose.template.printed_wording import field_faults, wording_faults
from briefs.compose.template.repeated_blocks import repeated_faults
from briefs.compose.template.sections import read_sections
from briefs.compose.template.unrendered import unrendered_markdown
from briefs.model.diagnostics import Diagnostic, Fault, nearest
from briefs.model.edition import Template
from briefs.model.library import Library
from briefs.model.typesetting import unprintable

_ALLOWED_STATEMENTS = (nodes.Output, nodes.If, nodes.For, nodes.Scope)  # a scope holds a statement
_NO_REFERENCE = re.compile(r"&#(?:[xX][0-9a-fA-F]{8,}|[0-9]{8,})")
"""What looks like the number of a character and has too many digits to be one in CommonMark, or to be read."""
_MARKUP = re.compile(r"\{\{|\{%|\{#")


def lint_template(
    template: Template,
    block_templates: Mapping[str, BlockTemplate],
    library: Library,
    environment: Environment,
    unreadable: frozenset[str] = frozenset(),
) -> list[Diagnostic]:
    """Everything wrong with a brief's template, in the order of its lines.

    `unreadable` are the names of block templates that exist but cannot be read: what they print is not known.
    """
    try:
        found = dict.fromkeys(_problems(template, block_templates, library, environment, unreadable))
    except RecursionError as error:
        return [TOO_DEEP.at(template.body_place(deep_line(error)))]
    return sorted(found, key=lambda problem: problem.place)


def _problems(
    template: Template,
    block_templates: Mapping[str, BlockTemplate],
    library: Library,
    environment: Environment,
    unreadable: frozenset[str],
) -> Iterator[Diagnostic]:
    faults = [*character_faults(template.body)]
    mend = mended_body(template, block_templates, library, environment)
    faults += mend.faults
    tree: nodes.Template | None = None
    try:
        tree = environment.parse(mend.source)
    except TemplateSyntaxError as error:
        if not mend.faults:
            faults.append((error.lineno, MIXED_UP))
    else:
        faults += statement_faults(tree)
        faults += name_faults(tree, {*block_templates, *unreadable})
        faults += call_faults(tree, template.front.audience, block_templates, library)
        faults += repeated_faults(tree, mend.source, {*block_templates, BLOCK, NOTE}, template.front.repeats)
        faults += wording_faults(tree, environment, library, {*block_templates, *unreadable, BLOCK, NOTE})
        faults += field_faults(tree, library)
        faults += filter_faults(tree, environment)
        faults += expression_faults(tree)
    yield from (fault.at(template.body_place(line)) for line, fault in faults)
    yield from _front_matter_calls(template)
    for block in template.front.repeats:
        if block not in library.blocks.keys() | library.unreadable:
            fault = Fault(
                "block-unknown", f'`repeats` names "{block}", which does not exist', nearest(block, library.ids)
            )
            yield fault.at(template.place_of("repeats"))
    if tree is not None:
        written = unrendered_markdown(mend.source, {*block_templates, *unreadable}, environment)
        markdown, slips = mended_markdown(written, mend.source)
        yield from (fault.at(template.body_place(line)) for line, fault in slips)
        places = [template.body_place(line) for line in markdown.lines]
        yield from read_sections(markdown.text, markdown.tokens, places).problems


def mended_body(
    template: Template, block_templates: Mapping[str, BlockTemplate], library: Library, environment: Environment
) -> Mended:
    """The body of a template with its calls and statements mended as far as possible, then filled in."""
    calls = {name: {*one.front.options, "weight", KIND} for name, one in block_templates.items()}
    mend = mended(template.body, environment, {**calls, BLOCK: {"weight"}, NOTE: set()}, library.ids)
    source = filled_body(mend.source, template.front.audience, block_templates, library, environment)
    return replace(mend, source=source)


def _front_matter_calls(template: Template) -> Iterator[Diagnostic]:
    """An error for each field of the front matter that has a call, which would be printed as it is."""
    for name in template.front.model_fields_set:
        if found := _MARKUP.search(str(getattr(template.front, name))):
            message = f'`{name}` has "{found[0]}", and calls in the front matter are not run'
            yield Fault("front-matter", message, "write the words themselves").at(template.place_of(name))


def character_faults(body: str) -> Iterator[tuple[int, Fault]]:
    """Faults for characters that cannot be printed, or that tokens are made of."""
    for number, line in enumerate(body.split("\n"), 1):
        found = re.search(f"[{OPEN}{CLOSE}]", html.unescape(_NO_REFERENCE.sub("", line)))
        if character := found[0] if found else unprintable(line):
            message = f"the character U+{ord(character):04X} is not allowed in a template"
            yield number, Fault("template-syntax", message)


def statement_faults(tree: nodes.Template) -> Iterator[tuple[int, Fault]]:
    """Faults, with lines, for statements that a template cannot use."""
    for node in tree.find_all(nodes.Stmt):
        if not isinstance(node, _ALLOWED_STATEMENTS):
            message = f"a brief's template cannot use {{% {statement_word(node)} %}}"
            yield node.lineno, Fault("template-syntax", message, "use text, calls, {% if %} and {% for %}")
