"""Names in a template that do not exist where they are used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import get_args

from jinja2 import nodes

from briefs.compose.jinja.mending import UNREADABLE
from briefs.compose.looks.block_template import OWN_NAMES
from briefs.model.diagnostics import Fault, nearest
from briefs.model.versions import Status

_SWITCHES = {"yes": "true", "on": "true", "no": "false", "off": "false"} | {"true": "true", "false": "false"}
"""What is typed for true and false."""


def name_faults(
    tree: nodes.Template, block_templates: Iterable[str], own: Iterable[str] = OWN_NAMES
) -> Iterator[tuple[int, Fault]]:
    """Faults, with lines, for names that do not exist; the names of a loop exist in its body only.

    `own` are the names that exist besides those of block templates.
    """
    return _name_faults(tree, {*block_templates, *own})


def _name_faults(node: nodes.Node, known: Set[str]) -> Iterator[tuple[int, Fault]]:
    if isinstance(node, nodes.Name):
        if node.ctx == "load" and node.name not in known and node.name != UNREADABLE:
            yield node.lineno, _unknown_name(node.name, known)
    elif isinstance(node, nodes.Keyword) and isinstance(node.value, nodes.Name) and node.value.name not in known:
        yield node.lineno, _bare_value(node.key, node.value.name)
    elif isinstance(node, nodes.For):
        inner = {*known, "loop", *_names_set(node.target)}
        yield from _name_faults(node.iter, known)
        for part in (*node.body, *((node.test,) if node.test else ())):
            yield from _name_faults(part, inner)
        for part in node.else_:
            yield from _name_faults(part, known)
    else:
        for child in node.iter_child_nodes():
            yield from _name_faults(child, known)


def _unknown_name(name: str, known: Set[str]) -> Fault:
    if name in get_args(Status):
        return Fault("template-name", f"{name} is a word, not a name", f'write: status == "{name}"')
    return Fault("template-name", f'unknown name "{name}"', nearest(name, known))


def _bare_value(option: str, value: str) -> Fault:
    """The fault of an option whose value is a word without quotation marks."""
    if (meant := _SWITCHES.get(value.lower())) is not None:
        hint = f'write: {option}={meant}; a word has quotation marks: {option}="{value}"'
        return Fault("template-syntax", f"{option}={value} is neither true nor false, nor in quotation marks", hint)
    return Fault("template-syntax", f"{value} has no quotation marks", f'write: {option}="{value}"')


def _names_set(target: nodes.Node) -> Iterator[str]:
    """The names that a loop defines."""
    if isinstance(target, nodes.Name):
        yield target.name
    yield from (name.name for name in target.find_all(nodes.Name))
