"""The words and numbers that are typed into block templates: they are printed whatever the blocks say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes

from briefs.compose.looks.block_environment import block_environment
from briefs.compose.looks.block_template import BlockTemplate
from briefs.compose.looks.printed_block import FORMS
from briefs.model.diagnostics import Place
from briefs.model.own_words import OwnWords

PRINTED = "…"
"""Stands for what a block says."""
_TAG = re.compile(r"<[^<>]*>")
_SAID = re.compile(r"\b(?:aria-label|alt|title)\s*=\s*\"([^\"]*)\"|\bvalue\s*=\s*\"([^\"]*)\"")
_UNSAID = re.compile(r"\b(?:data-[\w-]+|class|rows|type|lang|href|id)\s*=\s*\"[^\"]*\Z")
"""The beginning of an attribute whose value is not printed."""
_OPERANDS = (nodes.Compare, nodes.Call, nodes.Filter, nodes.Test, nodes.Getitem, nodes.Keyword)
"""Expressions whose constants are not printed: they are compared, or say what is wanted."""
_MEASURES = re.compile(r"[\d\s.%]*")


def look_words(template: BlockTemplate) -> Iterator[OwnWords]:
    """All words and numbers that `template` has itself, with the defaults of its options, in the order of its lines;
    those of its body only if Jinja can read it.
    """
    found = [*_defaults(template), *_in_body(template)]
    yield from sorted(found, key=lambda one: one.place)


def _defaults(template: BlockTemplate) -> Iterator[OwnWords]:
    for option, value in template.front.options.items():
        if isinstance(value, str) and value.strip() and value not in FORMS:
            owner = f"the default of {option} in {template.name}(…)"
            yield OwnWords(owner, value, Place(template.path, template.lines.get(option, 0)), scope="nothing")


def _in_body(template: BlockTemplate) -> Iterator[OwnWords]:
    environment = block_environment()
    owner = f"the block template of {template.name}(…)"
    try:
        tree = environment.parse(template.source)
        pieces = list(_pieces(template.source, environment))
    except (TemplateSyntaxError, RecursionError):
        return  # reported when it is compiled
    html, lines = "", [0]
    for line, text, construct in pieces:
        if construct and not _UNSAID.search(html):
            for value in _printed_constants(construct, environment, _numbers_set(tree)):
                yield OwnWords(owner, value, template.place(line), scope="nothing")
        lines[-1] = lines[-1] or line
        html += text
        lines.extend(line + number for number in range(1, text.count("\n") + 1))
    for start, text in _texts(html):
        if any(character.isalnum() for character in text):
            first = start + len(text) - len(text.lstrip())
            line = lines[html.count("\n", 0, first)]
            yield OwnWords(owner, " ".join(text.split()), template.place(line), scope="nothing")
    kept = [(one.lineno, one.node) for one in tree.find_all(nodes.Assign)]
    kept += [(one.lineno, one.iter) for one in tree.find_all(nodes.For)]
    for line, expression in kept:
        for text in _constants(expression):
            if not _MEASURES.fullmatch(text):
                yield OwnWords(owner, text, template.place(line), scope="nothing")


def _pieces(source: str, environment: Environment) -> Iterator[tuple[int, str, str]]:
    """The text of a block template with "…" for what it prints of blocks, with lines, and the expression behind it."""
    construct, start = "", 1
    for line, kind, value in environment.lex(source):
        if kind == "data":
            yield line, value, ""
        elif kind.endswith("_begin"):
            construct, start = value, line
        else:
            construct += value
            if kind == "variable_end":
                yield start, PRINTED, construct


def _texts(html: str) -> Iterator[tuple[int, str]]:
    """The pieces of `html` between tags, and the values of attributes that are read or drawn, with their offsets."""
    end = 0
    for tag in _TAG.finditer(html):
        yield end, html[end : tag.start()]
        for said in _SAID.finditer(tag[0]):
            group = 1 if said[1] is not None else 2
            yield tag.start() + said.start(group), said[group]
        end = tag.end()
    yield end, html[end:]


def _numbers_set(tree: nodes.Template) -> Mapping[str, str]:
    """The names that are set to numbers typed into a block template, with these."""
    return {
        node.target.name: str(leaf.value)
        for node in tree.find_all(nodes.Assign)
        for leaf in _leaves(node.node)
        if isinstance(node.target, nodes.Name) and isinstance(leaf, nodes.Const) and _is_number(leaf.value)
    }


def _printed_constants(construct: str, environment: Environment, numbers: Mapping[str, str]) -> Iterator[str]:
    """The words and numbers in an expression that would be printed, and names of numbers that are set."""
    for output in environment.parse(construct).find_all(nodes.Output):
        for node in output.nodes:
            if not isinstance(node, nodes.TemplateData):
                yield from _constants(node)
                names = (one.name for one in _leaves(node) if isinstance(one, nodes.Name))
                yield from (numbers[name] for name in names if name in numbers)


def _constants(value: nodes.Node) -> Iterator[str]:
    for leaf in _leaves(value):
        if isinstance(leaf, nodes.Const) and leaf.value is not None and not isinstance(leaf.value, bool):
            text = str(leaf.value)
            if any(character.isalnum() for character in text):
                yield text


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _leaves(value: nodes.Node) -> Iterator[nodes.Node]:
    """The parts of an expression that may be printed."""
    if isinstance(value, nodes.Filter) and value.node is not None:
        yield from _leaves(value.node)
    elif isinstance(value, nodes.CondExpr):
        yield from _leaves(value.expr1)
        if value.expr2 is not None:
            yield from _leaves(value.expr2)
    elif not isinstance(value, _OPERANDS):
        children = [child for child in value.iter_child_nodes() if isinstance(child, nodes.Expr)]
        if children:
            for child in children:
                yield from _leaves(child)
        else:
            yield value
