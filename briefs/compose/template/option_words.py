"""The words that the calls of a template give to options: an editor's own words, printed as they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import TemplateSyntaxError, nodes

from briefs.compose.jinja.constant_values import constant
from briefs.compose.looks.block_template import BlockTemplate
from briefs.compose.template.brief_environment import brief_environment
from briefs.model.block_ids import BLOCK_ID
from briefs.model.edition import Template
from briefs.model.own_words import OwnWords, Scope

_WHERE_NOTHING_IS_SAID = frozenset(("unsaid",))
"""Options whose words are printed where a block says nothing."""


def option_words(template: Template, block_templates: Mapping[str, BlockTemplate]) -> Iterator[OwnWords]:
    """The words that the syntax tree of `template` shows, in the order of its calls; none if it cannot be read.

    Ids of blocks are not words, nor are names of forms and roles: what is one word in lower case, as the option has it
    by itself.
    """
    try:
        tree = brief_environment().parse(template.body)
    except (TemplateSyntaxError, RecursionError):
        return  # reported by lint
    for call in tree.find_all(nodes.Call):
        name = call.node.name if isinstance(call.node, nodes.Name) else ""
        if name not in block_templates:
            continue
        ids = tuple(str(one.value) for one in call.args if isinstance(one, nodes.Const))
        for keyword in call.kwargs:
            usual = block_templates[name].front.options.get(keyword.key)
            if not isinstance(usual, str):
                continue
            for value in _constants(keyword.value):
                if not BLOCK_ID.match(value) and not (_is_name(usual) and _is_name(value)):
                    owner = f"{keyword.key} of {name}(…)"
                    scope: Scope = "nothing" if keyword.key in _WHERE_NOTHING_IS_SAID else "blocks"
                    yield OwnWords(owner, value, template.body_place(call.lineno), ids, scope, (len(ids),))


def _is_name(text: str) -> bool:
    return text.isidentifier() and text.islower()


def _constants(value: nodes.Expr) -> Iterator[str]:
    """The texts in an expression, put together as far as they are."""
    try:
        text = constant(value)
    except nodes.Impossible:
        for part in value.iter_child_nodes():
            if isinstance(part, nodes.Expr) and not isinstance(part, nodes.Call):
                yield from _constants(part)
        return
    if isinstance(text, str):
        yield text
